"""Where an agent writes: phrases of their own, and what is said of a draft."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from qtdesk.core.events import EditorWanted, OwnPhrasesChanged
from qtdesk.core.own_phrases import OwnPhrases
from qtdesk.core.phrases import Book, Phrase, Shelf
from qtdesk.core.ports import Background, Store
from qtdesk.core.wording import Wording

if TYPE_CHECKING:
    from qtdesk.core.phrase_review import PhraseReview


class Writing:
    """Brings them together; every change and every wish is announced."""

    def __init__(
        self,
        store: Store,
        shelf: Shelf,
        wording: Wording,
        background: Background,
        time: Callable[[], datetime],
        take: Callable[[Sequence[Book]], None],
        announce: Callable[[EditorWanted | OwnPhrasesChanged], None],
    ) -> None:
        """Put the agent's own phrases on `shelf`, and hand what is there to `take`.

        `time` is the agent's local time.
        """
        self._shelf, self._take = shelf, take
        self._served = (shelf, wording, background, time)
        self._announce = announce
        self.own = OwnPhrases(store, shelf, time, self._on_changed)
        take(shelf.books)

    @cached_property
    def review(self) -> "PhraseReview":
        """What is said of a draft; loaded with the first one."""
        from qtdesk.core.phrase_review import PhraseReview  # noqa: PLC0415 - can wait

        return PhraseReview(*self._served)

    def arrange(self) -> None:
        """To be called when shared books have changed."""
        self.own.arrange()
        self._take(self._shelf.books)

    def want(self, phrase: Phrase | None, title: str = "") -> None:
        """Ask the front end to let `phrase` be changed, or a new one be written."""
        self._announce(EditorWanted(phrase, title))

    def _on_changed(self) -> None:
        self._take(self._shelf.books)
        self._announce(OwnPhrasesChanged())
