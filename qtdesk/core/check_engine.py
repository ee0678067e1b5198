"""The engine of order checks, loaded once and in the background: by the first check.

Knows nothing of checks; tells whoever waits when it is there, or cannot be.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from qtdesk.core.errors import ChecklistError, QtdeskError
from qtdesk.core.ports import Background
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    # Loaded with the first check, not with the desk.
    from qtdesk.core.order_checks import OrderChecks


class CheckEngine:
    """The engine, or why there is none yet."""

    def __init__(
        self,
        background: Background,
        open_engine: "Callable[[], OrderChecks]",
        loaded: "Callable[[OrderChecks], None]",
    ) -> None:
        """`open_engine` is called in the background, `loaded` once it is there."""
        self._background = background
        self._open, self._loaded = open_engine, loaded
        self._followers: list[Callable[[], None]] = []
        self._waiting: list[Callable[[], None]] = []
        self.there: OrderChecks | None = None
        self.problem: QtdeskError | None = None
        """Why it cannot be loaded."""

    def load(self, done: Callable[[], None]) -> None:
        """Load it where it is not; then call `done`."""
        if self.there is not None or self.problem is not None:
            done()
            return
        self._waiting.append(done)
        if len(self._waiting) == 1:
            self._background.run(self._load, self._on_loaded)

    @property
    def must(self) -> "OrderChecks":
        """The engine.

        Raises:
            QtdeskError: it is not there, or cannot be.
        """
        if self.there is None:
            told = QT_TRANSLATE_NOOP("core", "The checklists are still loading.")
            raise self.problem or ChecklistError(words(told))
        return self.there

    def follow(self, call: Callable[[], None]) -> None:
        """Call this before anybody begins a check, or now if it is there already."""
        self._followers.append(call)
        if self.there is not None:
            call()

    def _load(self) -> "OrderChecks | QtdeskError":
        try:
            engine = self._open()
        except QtdeskError as error:
            return error
        # Patterns are made at their first use, which nobody shall have to wait for.
        engine.standing(engine.begin("1"))
        return engine

    def _on_loaded(self, loaded: "OrderChecks | QtdeskError") -> None:
        if isinstance(loaded, QtdeskError):
            self.problem = loaded
        else:
            self.there = loaded
            self._loaded(loaded)
            for follow in self._followers:
                follow()
        due, self._waiting = self._waiting, []
        for done in due:
            done()
