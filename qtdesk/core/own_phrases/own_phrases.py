"""The agent's own phrases: kept, on the shelf, and what changed behind them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from qtdesk.core.own_phrases.merging import (
    MINUTE,
    Kept,
    Standing,
    is_the_same,
    kept_on,
    rewritten,
    standing,
)
from qtdesk.core.own_phrases.writing_down import read_back, written_down
from qtdesk.core.phrases import (
    OWN,
    Book,
    Phrase,
    PhraseColumns,
    Shelf,
    Stage,
    stage_title,
)
from qtdesk.core.phrases.own import filed
from qtdesk.core.phrases.stages import CHINESE_STAGES
from qtdesk.core.ports import Store

TITLE = "Mine"
_USUAL_LOCALE = "zh-CN"
_USUAL_STAGE = "answer"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class OwnPhrases:
    """Writes into the agent's store only; every change is announced."""

    def __init__(
        self,
        store: Store,
        shelf: Shelf,
        time: Callable[[], datetime],
        changed: Callable[[], None],
    ) -> None:
        """Put what was kept on `shelf`; `time` is the agent's local time."""
        self._store = store
        self._shelf = shelf
        self._time = time
        self._changed = changed
        self._deleted: list[Kept] = []
        """In this run, the last one at the end."""
        kept = (read_back(told) for told in store.own_phrases())
        self._kept = {one.mine.key: one for one in kept if one is not None}
        self.arrange()

    # --- how it stands ---------------------------------------------------------

    @property
    def kept(self) -> Mapping[str, Kept]:
        """All of them by key, also versions of phrases whose book is not in use."""
        return self._kept

    def standing(self, key: str) -> Standing | None:
        """How it stands with the phrase of this key; None if it is not the agent's."""
        kept = self._kept.get(key)
        return None if kept is None else self._standing(kept)

    def _standing(self, kept: Kept) -> Standing:
        theirs = self._shelf.shared_phrase(kept.mine.key)
        return standing(kept, theirs, self._time())

    def arrange(self) -> None:
        """Put them on the shelf as they are now; to be called when books change.

        A version that says the same as the shared phrase by now is one no more.
        """
        shown = []
        for key, kept in tuple(self._kept.items()):
            if kept.base is not None and self._shelf.book(kept.mine.book) is None:
                continue
            found = self._standing(kept)
            if is_the_same(found):
                del self._kept[key]
                self._store.remove_own_phrase(key)
            else:
                shown.append(found.phrase)
        self._shelf.take_own(self._book(shown) if shown else None)

    def _book(self, phrases: list[Phrase]) -> Book:
        locale = self.locale
        titles = CHINESE_STAGES if locale.startswith("zh") else {}
        stages = dict.fromkeys(phrase.stage for phrase in phrases)
        return Book(
            *(OWN, TITLE, locale, ""),
            tuple(Stage(key, titles.get(key, stage_title(key))) for key in stages),
            PhraseColumns.of(map(filed, phrases)),
        )

    @property
    def locale(self) -> str:
        """The language that the agent writes phrases in: that of the first book."""
        return next((book.locale for book in self._shelf.shared), _USUAL_LOCALE)

    # --- changes ---------------------------------------------------------------

    def new(self, title: str = "", stage: str | None = None) -> Phrase:
        """A phrase that is not kept yet, to be written on."""
        return Phrase(OWN, self._new_id(), stage or _USUAL_STAGE, "", title, ("",))

    def shared(self, phrase: Phrase) -> Phrase | None:
        """What `phrase` is in the shared book, if there is such a one."""
        return self._shelf.shared_phrase(phrase.key)

    def save(self, phrase: Phrase, seen: Phrase | None = None) -> None:
        """Keep `phrase`; one of a shared book gets a version that stands in for it.

        `seen` is the shared phrase as it was when the agent began to write, which may
        have been a while ago; without it that of now.
        """
        before = self._kept.get(phrase.key)
        base = seen or self.shared(phrase)
        now = self._time()
        if before is not None:
            new = rewritten(self._standing(before), before, phrase, base, now)
        elif base is None:
            new = Kept(phrase)
        elif phrase == base:
            return
        else:
            new = Kept(phrase, base, now.strftime(MINUTE))
        # What was written again is not to be brought back over it.
        self._deleted = [one for one in self._deleted if one.mine.key != phrase.key]
        self._keep(new)

    def keep_mine(self, key: str) -> None:
        """The agent has looked at what is new, and goes on with their own."""
        found = self.standing(key)
        if found is not None:
            self._keep(kept_on(found, self._time()))

    def delete(self, key: str) -> None:
        """Have it no more; a shared phrase that it stood in for is used again."""
        kept = self._kept.pop(key, None)
        if kept is not None:
            self._deleted.append(kept)
            self._store.remove_own_phrase(key)
            self._tell()

    @property
    def deleted(self) -> Phrase | None:
        """What `undo` would bring back."""
        return self._deleted[-1].mine if self._deleted else None

    def undo(self) -> Phrase | None:
        """Have the phrase again that was deleted last in this run."""
        if not self._deleted:
            return None
        kept = self._deleted.pop()
        self._keep(kept)
        return kept.mine

    def all(self) -> Iterator[Phrase]:
        """Every one as the agent wrote it, for a file of their own."""
        for kept in self._kept.values():
            yield self._standing(kept).written

    def _keep(self, kept: Kept) -> None:
        key = kept.mine.key
        self._kept[key] = kept
        self._store.save_own_phrase(key, written_down(kept))
        self._tell()

    def _tell(self) -> None:
        self.arrange()
        self._changed()

    def _new_id(self) -> str:
        """An id that no colleague has either: the moment."""
        number = round(self._time().timestamp() * 1000)
        while (made := f"own-{_short(number)}") in self._ids():
            number += 1
        return made

    def _ids(self) -> set[str]:
        return {kept.mine.id for kept in (*self._kept.values(), *self._deleted)}


def _short(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits
