"""What a phrase reads for the buyer of now: its variant chosen, its blanks filled.

Brings together the shelf, the agent's profile and the time, and tells whether a phrase
holds now. The grammar and its rules are in `templates`; pasting and asking the agent
are others' business.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from types import MappingProxyType
from typing import NamedTuple

from qtdesk.core.buyers import Slot
from qtdesk.core.errors import StoreError
from qtdesk.core.facts import Facts
from qtdesk.core.phrases import ALWAYS, Book, Phrase, Picture, Promotion, Shelf
from qtdesk.core.phrases.validity import no_promotion
from qtdesk.core.ports import Store, Target
from qtdesk.core.remembered import Remembered
from qtdesk.core.search import Hit
from qtdesk.core.sequence import Sequences
from qtdesk.core.settings import Settings
from qtdesk.core.templates import (
    PROMOTION,
    Context,
    Filling,
    Profile,
    Variants,
    fill,
    fill_html,
    moments,
)
from qtdesk.core.worded import AS_WRITTEN, Worded
from qtdesk.core.words import NO_WORDS, Words

NO_ANSWERS: Mapping[str, str] = MappingProxyType({})
_NOTE = "variants"
_MAY_NEED_PROMOTION = r"\{(promo|coupon|gift|phrase|活动|优惠券|赠品|话术)"


def local_time() -> datetime:
    """The agent's time, by the computer's clock."""
    return datetime.now(UTC).astimezone()


def _nothing() -> str | None:
    """Stand for a clipboard that nobody looked at."""
    return None


class Turn(NamedTuple):
    """Which of several texts a phrase shows now."""

    number: int
    """Counted from 1."""
    texts: int
    pinned: bool = False
    """Whether this variant always comes."""
    part: bool = False
    """Whether the texts are parts of a sequence."""


class Piece(NamedTuple):
    """A phrase on its way into a message, with the answers to what it wants."""

    phrase: Phrase
    answers: Mapping[str, str] = NO_ANSWERS
    worded: Worded = AS_WRITTEN

    def __repr__(self) -> str:
        """Without the answers, which no log may hold."""
        return f"Piece({self.phrase.key!r})"


class LivingPhrases:
    """Fills phrases of one shelf."""

    def __init__(
        self,
        shelf: Shelf,
        store: Store,
        settings: Callable[[], Settings],
        time: Callable[[], datetime],
        copied: Callable[[], str | None] = _nothing,
    ) -> None:
        """Go on with the variants where the last run stopped.

        `copied` tells what the agent has on the clipboard.
        """
        self._shelf = shelf
        self._store = store
        self._settings = settings
        self._time = time
        self._copied = copied
        self._variants = self._kept = Variants.from_text(store.note(_NOTE))
        self._chosen: dict[str, int] = {}
        """Variants that the agent asked for instead of those whose turn it was."""
        self.facts = Facts(store.facts, lambda: time().date())
        self.remembered = Remembered(store)
        self.sequences = Sequences()
        self.buyer = ""
        """Who is being talked to; empty while nobody tells."""
        self._slot: Slot | None = None
        """The same in the agent's own words, if a buyer was opened."""
        self.target: Target | None = None
        """Where; parts of a sequence go on there."""

    def turn_to(self, target: Target | None) -> None:
        """The agent turns to this window, and has asked for no other variant yet."""
        self.target = target
        self._chosen.clear()

    def talk_to(self, slot: Slot | None) -> None:
        """Talk to the buyer in this slot from now on, or to nobody in particular."""
        self._slot = slot
        self.buyer = slot.name if slot is not None else ""

    # --- how it reads ----------------------------------------------------------

    def fill(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> Filling:
        """How `phrase` reads now; nothing changes by asking."""
        context = self._context(phrase, answers)
        return fill(phrase.texts[self._turn(phrase)], context)

    def html(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> str:
        """The same with its looks; empty where it has none, or not for this text."""
        if not phrase.html or self._turn(phrase) > 0:
            return ""
        return fill_html(phrase.html, self._context(phrase, answers))

    def picture(self, phrase: Phrase) -> Picture | None:
        """The picture that `phrase` shows now in the place of a text."""
        last = self._turn(phrase) == len(phrase.texts) - 1
        return phrase.picture if last else None

    def _context(self, phrase: Phrase, answers: Mapping[str, str]) -> Context:
        settings = self._settings()
        book = self._shelf.book(phrase.book)
        return Context(
            moment=self._time(),
            locale=book.locale if book else "",
            profile=Profile(
                settings.shop, settings.agent, settings.agent_id, settings.sign
            ),
            buyer=self.buyer if self._slot is None else self._slot.nickname,
            clipboard=self._copied(),
            fields=self._fields(book, settings),
            answers=answers,
            fact=self.facts.value,
            phrase=lambda name: self._text_of(phrase.book, name),
        )

    def suggest(self, phrase: Phrase) -> dict[str, str]:
        """What a form for `phrase` shows at first, for every want by its key."""
        wants = self.fill(phrase).wants
        return self.remembered.suggest(phrase.key, self.buyer, wants)

    def day(self, phrase: Phrase, later: int) -> str:
        """The day `later` days from now, as the book of `phrase` writes days."""
        chinese = self._is_chinese(self._shelf.book(phrase.book))
        return moments.day(self._time(), later, chinese=chinese)

    @staticmethod
    def _is_chinese(book: Book | None) -> bool:
        return book is not None and book.locale.casefold().startswith("zh")

    def _fields(self, book: Book | None, settings: Settings) -> dict[str, str]:
        fields = self.facts.fields(settings)
        if self._slot is not None and self._slot.order_tail:
            fields["order_tail"] = self._slot.order_tail
        promotion = self._promotion(book)
        if promotion is not None:
            chinese = self._is_chinese(book)
            fields["promo"] = promotion.name
            fields["promo_rule"] = promotion.rule
            fields["promo_end"] = promotion.end or moments.end(
                promotion.ends, chinese=chinese
            )
            fields["coupon"], fields["gift"] = promotion.coupon, promotion.gift
        return fields

    def _text_of(self, book: str, name: str) -> str | None:
        """The first text of a phrase of this book, or of another as `book/id`."""
        found = self._shelf.phrase(f"{book}/{name}") or self._shelf.phrase(name)
        return found.text if found else None

    # --- whether it holds ------------------------------------------------------

    def refusal(self, phrase: Phrase) -> Words:
        """Why `phrase` must not be used now; no words where it may."""
        may_need = _may_need_promotion(phrase)
        if phrase.validity == ALWAYS and not may_need:
            return NO_WORDS  # nearly all of them, and every hit of a search is asked
        on = self._promotion(self._shelf.book(phrase.book)) is not None
        refused = phrase.validity.refusal(self._time(), promotion=on)
        if refused or on or not may_need:
            return refused
        missing = {want.key for want in self.fill(phrase).wants}
        return no_promotion() if missing & PROMOTION else NO_WORDS

    def current(self, phrase: Phrase) -> Phrase:
        """`phrase` in the edition of now, which may have withdrawn it meanwhile."""
        return self._shelf.phrase(phrase.key) or phrase

    def in_order(self, hits: tuple[Hit, ...], query: str) -> tuple[Hit, ...]:
        """`hits` for `query` with those last that must not be used now.

        The one whose code was typed stays where it is: a quick hand is to be told, and
        must not paste what came into its place.
        """
        typed = query.strip().casefold()
        refused = {
            hit.phrase.key
            for hit in hits
            if hit.phrase.code.casefold() != typed or not typed
            if self.refusal(hit.phrase)
        }
        if not refused:
            return hits
        return tuple(sorted(hits, key=lambda hit: hit.phrase.key in refused))

    def due(self) -> Phrase | None:
        """The phrase whose next part is to come where the agent has turned to."""
        return self._shelf.phrase(self.sequences.due(self.target))

    def _promotion(self, book: Book | None) -> Promotion | None:
        """The one that is on, of this book or else of any other in use."""
        moment = self._time()
        books = (book, *self._shelf.books) if book else self._shelf.books
        found = (one.promotion for one in books if one.promotion is not None)
        return next((one for one in found if one.is_on(moment)), None)

    # --- variants and parts ----------------------------------------------------

    def turn(self, phrase: Phrase) -> Turn:
        """Which of its texts `phrase` shows now."""
        now = self._turn(phrase)
        pinned = not phrase.sequence and self._variants.pinned.get(phrase.key) == now
        return Turn(now + 1, len(phrase.texts), pinned, phrase.sequence)

    def show_another(self, phrase: Phrase) -> None:
        """Show the next variant, or the next part, until something is pasted."""
        count, now = len(phrase.texts), self._turn(phrase)
        later = (now + 1) % count
        if phrase.sequence:
            self.sequences.go_to(phrase, self.target, later)
            return
        last = self._variants.last_used(phrase.key, self.buyer)
        # With two there is no other; whoever asks for it has seen it.
        if later == last and count > 2:  # noqa: PLR2004 - of two, the other
            later = (later + 1) % count
        self._chosen[phrase.key] = later

    def pin_variant(self, phrase: Phrase) -> None:
        """Have the variant that is shown always come, or no more."""
        if phrase.sequence or len(phrase.texts) == 1:
            return
        now = self._turn(phrase)
        pinned = self._variants.pinned.get(phrase.key) == now
        self._chosen[phrase.key] = now
        self._variants = self._variants.pin(phrase.key, None if pinned else now)

    def used(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> None:
        """The agent took `phrase` as it read: next time another variant is due."""
        if answers:
            wants = self.fill(phrase).wants
            self.remembered.keep(phrase.key, self.buyer, wants, answers)
        if len(phrase.texts) > 1 and not phrase.sequence:
            turn = self._turn(phrase)
            self._variants = self._variants.after(phrase.key, turn, self.buyer)
        self._chosen.pop(phrase.key, None)

    def flush(self) -> None:
        """Keep whose turn it is; to be called at the end, before the store's flush."""
        self.remembered.flush()
        if self._variants == self._kept:
            return
        # A turn is worth no message, and must not keep the rest from being written:
        # the store's own flush says what is wrong.
        with suppress(StoreError):
            self._store.save_note(_NOTE, self._variants.as_text())
            self._kept = self._variants

    def _turn(self, phrase: Phrase) -> int:
        if phrase.sequence:
            return self.sequences.part(phrase, self.target)
        count = len(phrase.texts)
        chosen = self._chosen.get(phrase.key, count)
        if chosen < count:
            return chosen
        return self._variants.turn(phrase.key, count, self.buyer)


def _may_need_promotion(phrase: Phrase) -> bool:
    """Quick to tell of each hit: most texts have no such word in them."""
    texts = phrase.texts
    return any(re.search(_MAY_NEED_PROMOTION, text, re.IGNORECASE) for text in texts)
