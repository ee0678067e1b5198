"""One clipboard, borrowed for the time of a paste."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol

from qtdesk.core.ports.windows import Target


class Saved(Enum):
    """How much of the old clipboard a snapshot holds."""

    FULL = auto()
    PARTIAL = auto()
    """Some formats were too large, or did not come in time."""
    EMPTY = auto()
    UNREADABLE = auto()
    """Its owner did not answer in time."""


@dataclass(frozen=True)
class Snapshot:
    """The clipboard in all its formats, native names to bytes."""

    saved: Saved
    formats: Mapping[str, bytes] = field(repr=False)
    stamp: int
    """The clipboard's `stamp()` when this was taken."""


class Reader(Enum):
    """Who read the published text, or took the clipboard from it."""

    TARGET = auto()
    OTHER = auto()
    UNKNOWN = auto()


class Clipboard(Protocol):
    """One clipboard, borrowed for the time of a paste."""

    @property
    def sees_every_read(self) -> bool:
        """False where only the first reading of each publication is reported."""
        ...

    def stamp(self) -> int:
        """A number that changes whenever somebody else puts something on it."""
        ...

    def snapshot(self, done: Callable[[Snapshot], None]) -> None:
        """Save all formats; `done` is called once, perhaps at once.

        It is called within 0.4 s, unless a large content is still coming in: that may
        take 2 s. A `publish`, `restore` or `keep` meanwhile ends it with what fits.

        Where our own published text is on it, what that text replaced is not known
        here: the caller keeps the earlier snapshot.
        """
        ...

    def publish(
        self,
        text: str,
        target: Target | None,
        read: Callable[[Reader], None],
        lost: Callable[[Reader], None],
    ) -> bool:
        """Offer `text`, to be handed over when somebody reads; True once it is ours.

        `read` is called at every reading of the text itself, never for a mere look
        at the formats. `lost` is called once, with who took it, when somebody else
        takes the clipboard. Asks history tools to ignore it.
        """
        ...

    def owns(self) -> bool:
        """Whether what we last put on it is still there."""
        ...

    def holds(self, text: str, answer: Callable[[bool], None]) -> None:
        """Whether somebody else's clipboard content is exactly `text`; within 0.4 s."""
        ...

    def restore(self, snapshot: Snapshot) -> bool:
        """Put a snapshot back, empty included; asks history tools to ignore it."""
        ...

    def keep(self, text: str) -> bool:
        """An ordinary copy of `text`, for the agent to paste by hand."""
        ...
