"""What a phrase reads for the buyer of now: its variant chosen, its blanks filled.

Brings together the shelf, the agent's profile and the time. The grammar and its rules
are in `templates`; pasting and asking the agent are others' business.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from types import MappingProxyType

from qtdesk.core.errors import StoreError
from qtdesk.core.phrases import Phrase, Shelf
from qtdesk.core.ports import Store
from qtdesk.core.settings import Settings
from qtdesk.core.templates import Context, Filling, Profile, Variants, fill

NO_ANSWERS: Mapping[str, str] = MappingProxyType({})
_NOTE = "variants"


def local_time() -> datetime:
    """The agent's time, by the computer's clock."""
    return datetime.now(UTC).astimezone()


class LivingPhrases:
    """Fills phrases of one shelf."""

    def __init__(
        self,
        shelf: Shelf,
        store: Store,
        settings: Callable[[], Settings],
        time: Callable[[], datetime],
    ) -> None:
        """Go on with the variants where the last run stopped."""
        self._shelf = shelf
        self._store = store
        self._settings = settings
        self._time = time
        self._variants = self._kept = Variants.from_text(store.note(_NOTE))
        self.buyer = ""
        """Who is being talked to; empty while nobody tells."""

    def fill(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> Filling:
        """How `phrase` reads now; nothing changes by asking."""
        settings = self._settings()
        book = self._shelf.book(phrase.book)
        context = Context(
            moment=self._time(),
            locale=book.locale if book else "",
            profile=Profile(
                settings.shop, settings.agent, settings.agent_id, settings.sign
            ),
            buyer=self.buyer,
            answers=answers,
            phrase=lambda name: self._text_of(phrase.book, name),
        )
        return fill(phrase.texts[self._turn(phrase)], context)

    def used(self, phrase: Phrase) -> None:
        """The agent took `phrase` as it read: next time another variant is due."""
        if len(phrase.texts) > 1:
            turn = self._turn(phrase)
            self._variants = self._variants.after(phrase.key, turn, self.buyer)

    def flush(self) -> None:
        """Keep whose turn it is; to be called at the end, before the store's flush."""
        if self._variants == self._kept:
            return
        # A turn is worth no message, and must not keep the rest from being written:
        # the store's own flush says what is wrong.
        with suppress(StoreError):
            self._store.save_note(_NOTE, self._variants.as_text())
            self._kept = self._variants

    def _turn(self, phrase: Phrase) -> int:
        return self._variants.turn(phrase.key, len(phrase.texts), self.buyer)

    def _text_of(self, book: str, name: str) -> str | None:
        """The first text of a phrase of this book, or of another as `book/id`."""
        found = self._shelf.phrase(f"{book}/{name}") or self._shelf.phrase(name)
        return found.text if found else None
