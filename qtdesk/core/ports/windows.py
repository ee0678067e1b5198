"""The windows of other programs, one of which will receive the text."""

from collections.abc import Callable
from enum import Enum, auto
from typing import NamedTuple, Protocol, runtime_checkable


class Area(NamedTuple):
    """A rectangle of the desktop, in physical pixels."""

    x: int
    y: int
    width: int
    height: int


class Target(NamedTuple):
    """The window that will receive a text, as it was when the agent saw it in front."""

    window: int
    """The system's handle."""
    client: int
    """The program's connection or process: readers of the clipboard are known by it."""
    pid: int
    """0 where the system does not tell."""
    app: str
    """What profiles match: WM_CLASS, executable or bundle id."""
    title: str
    """Shown to the agent and compared; never stored or logged."""
    area: Area = Area(0, 0, 0, 0)
    mark: int = 0
    """Another where the handle came to belong to another window; 0 if not needed."""

    name: str = ""
    """What people call the program; empty where that is `app`."""

    @property
    def called(self) -> str:
        """The program in sentences for people."""
        return self.name or self.app

    @property
    def unseen(self) -> bool:
        """Whether this stands for whatever has the focus, which nobody can look at."""
        return not self.window

    def __repr__(self) -> str:
        """Without the title, which no log may hold."""
        return f"Target({self.window:#x}, {self.app!r})"


class Sight(Enum):
    """How a target stands now."""

    FRONT = auto()
    """In front, with the focus, showing the same conversation."""
    OTHER_CONVERSATION = auto()
    """In front, but its title now names something else."""
    BEHIND = auto()
    """There, but another window has the focus."""
    SILENT = auto()
    """In front, but it does not answer, so that nobody knows what it will show."""
    GONE = auto()
    """Closed, or its handle now belongs to another window."""


class Windows(Protocol):
    """The windows of other programs. Our own windows are never a target."""

    def front(self) -> Target | None:
        """The window in front; None for the bare desktop, a panel, or one of ours."""
        ...

    def recent(self) -> Target | None:
        """The foreign window that was last in front and still exists."""
        ...

    def sight(self, target: Target) -> Sight: ...

    def moment(self) -> int:
        """Now, in a time of the desktop's own, for `touched`."""
        ...

    def touched(self, target: Target, since: int) -> bool:
        """Whether somebody typed or clicked in `target` behind the moment `since`.

        No key is heard for this; False where programs do not tell of their use.
        """
        ...

    def bring_to_front(self, target: Target, attempt: int) -> None:
        """Ask for `target` to be in front; 0 is the politest attempt, 2 the last."""
        ...

    def ping(self, target: Target, answered: Callable[[], None]) -> bool:
        """Ask whether the program handles its events; False where it cannot be asked.

        The question queues behind the keys already sent, so that an answer means the
        program has seen them.
        """
        ...

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` when the front window may be another; returns the stop.

        Never before it has returned.
        """
        ...


@runtime_checkable
class FollowedWindows(Windows, Protocol):
    """Windows whose moves are told, so that nobody has to look again and again."""

    def follow(self, moved: Callable[[], None]) -> Callable[[], None]:
        """As `watch`, and `moved` is also called when the front window has moved."""
        ...
