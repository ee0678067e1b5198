"""What becomes of a text for the sake of its words: shown, mended, let pass, or not.

Asked before anything is pasted, and by whoever shows a text. What the packs find is
the business of `wording`; why somebody let a forbidden text pass is kept here, without
the text.
"""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from qtdesk.core.ports import Background, Store
from qtdesk.core.settings import Settings
from qtdesk.core.templates import Filled, Filling
from qtdesk.core.wording import Wording
from qtdesk.core.words import Words

if TYPE_CHECKING:
    # Loaded with the packs: a start has no use for them.
    from qtdesk.core.remarks import Remarks

_NOTE = "let_pass"
MOST_KEPT = 200
"""Reasons; the oldest go first."""


class LetPass(NamedTuple):
    """One forbidden text that went out, without the text."""

    day: str
    """As 2026-11-22."""
    phrase: str
    """Key of the phrase."""
    packs: str
    """Ids, with commas between them."""
    reason: str


class Proofreading:
    """Reads texts by the packs, and as the settings say."""

    def __init__(
        self,
        wording: Wording,
        store: Store,
        background: Background,
        settings: Callable[[], Settings],
        time: Callable[[], datetime],
    ) -> None:
        """Stand ready; the packs are read when they are first needed."""
        self.packs = wording
        self._store = store
        self._background = background
        self._settings = settings
        self._time = time

    def load(self) -> None:
        """Have the packs ready; for the background."""
        self.packs.load()
        self.packs.linter(self._settings())

    def when_ready(self, done: Callable[[], None]) -> None:
        """Call `done` once a question costs no more than looking, perhaps at once."""
        if self.packs.ready:
            done()
        else:
            self._background.run(self.load, lambda _: done())

    def read_again(self, done: Callable[[], None]) -> None:
        """Read the packs anew, in the background; then call `done`."""
        self._background.run(self.load, lambda _: done())

    def found(self, filling: Filling) -> "Remarks":
        """What is found in a text that somebody asks about."""
        return self.packs.remarks(filling, self._settings())

    def remarks(self, filling: Filling) -> "Remarks | None":
        """What is to be said of a text; None where nobody wants to be told."""
        return self.found(filling) if self._settings().wording else None

    def mended(self, filled: Filled) -> Filled:
        """The text with the better wordings in place."""
        found = self.remarks(filled)
        return filled if found is None or found.better is None else found.better

    def gravest(self, texts: Sequence[Filled]) -> "Remarks | None":
        """What is to be said of the worst of `texts`; None if nothing is."""
        found = [one for text in texts if (one := self.remarks(text)) and one.hits]
        return max(found, key=lambda one: one.level, default=None)

    def forbids(self, filling: Filling) -> tuple[Words, Words] | None:
        """Why a text must not be pasted, and what to say instead; None if it may."""
        found = self.remarks(filling)
        return found.told if found is not None and found.blocks else None

    # --- against the packs -----------------------------------------------------

    def may_pass(self, reason: str) -> bool:
        """Whether a forbidden text may go out for this `reason`."""
        return self._settings().wording_override and bool(reason.strip())

    @property
    def asks_why(self) -> bool:
        """Whether a reason lets a forbidden text pass."""
        return self._settings().wording_override

    def let_pass(self, phrase: str, found: "Remarks", reason: str) -> None:
        """Keep why a text went out, without the text.

        Raises:
            StoreError: that could not be written.
        """
        packs = ", ".join(dict.fromkeys(hit.pack for hit in found.hits))
        day = self._time().date().isoformat()
        said = LetPass(day, phrase, packs, " ".join(reason.split()))
        kept = (*self.passed, said)[-MOST_KEPT:]
        self._store.save_note(_NOTE, json.dumps(kept, ensure_ascii=False))

    @property
    def passed(self) -> tuple[LetPass, ...]:
        """What went out for a reason, the latest last."""
        return passed_in(self._store)


def passed_in(store: Store) -> tuple[LetPass, ...]:
    """What went out for a reason, as `store` has it; the latest last."""
    text = store.note(_NOTE)
    if not text:
        return ()
    try:
        return tuple(LetPass(*map(str, one)) for one in json.loads(text))
    except (ValueError, TypeError):
        # From another edition, or damaged: nobody shall lose a paste for it.
        return ()
