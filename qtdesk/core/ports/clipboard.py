"""One clipboard, borrowed for the time of a paste."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple, Protocol

from qtdesk.core.ports.windows import Target


class Clip(NamedTuple):
    """What is pasted, in every form in which a program may take it.

    Whoever reads chooses one form or several; all of them say the same.
    """

    text: str = ""
    html: str = ""
    """The same text with its looks, as the inside of a body; empty for none."""
    picture: bytes = b""
    """A PNG; empty for none."""
    cursor: int | None = None
    """Where in the text to go on writing; no clipboard has use for it."""

    def __repr__(self) -> str:
        """Without what it says, which no log may hold."""
        said = f"{len(self.text)} characters, {len(self.html)} of HTML"
        return f"Clip({said}, {len(self.picture)} bytes of a picture)"


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
        clip: Clip,
        target: Target | None,
        read: Callable[[Reader], None],
        lost: Callable[[Reader], None],
    ) -> bool:
        """Offer `clip`, to be handed over when somebody reads; True once it is ours.

        `read` is called once a form of it was handed over whole, whichever, and never
        for a mere look at the formats. `lost` is called once, with who took it, when
        somebody else takes the clipboard. Asks history tools to ignore it.
        """
        ...

    def owns(self) -> bool:
        """Whether what we last put on it is still there."""
        ...

    def holds(self, clip: Clip, answer: Callable[[bool], None]) -> None:
        """Whether somebody else's clipboard content is exactly `clip`; within 0.4 s.

        Asked of its text; of its picture where it has no text.
        """
        ...

    def restore(self, snapshot: Snapshot) -> bool:
        """Put a snapshot back, empty included; asks history tools to ignore it."""
        ...

    def keep(self, clip: Clip) -> bool:
        """An ordinary copy of `clip`, for the agent to paste by hand."""
        ...
