"""What the core asks of the world. One adapter per operating system, one fake in tests.

Every call returns at once: whatever may take time answers through a callback, on the
thread that called. Nothing in here may raise for an ordinary event such as a window
that has just closed; such answers are values. `tests/contracts` holds every adapter
and every fake to the sentences below.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple, Protocol, TypeVar

from qtdesk.core.combos import Combo
from qtdesk.core.phrases import Book, Problem
from qtdesk.core.words import NO_WORDS, Words

_T = TypeVar("_T")


class Clock(Protocol):
    """Monotonic time and timers; a test's clock runs as fast as it likes."""

    def now(self) -> float:
        """Seconds since an arbitrary start."""
        ...

    def call_later(
        self, seconds: float, callback: Callable[[], None]
    ) -> Callable[[], None]:
        """Call once after `seconds`; the returned function cancels, also afterwards."""
        ...


class Area(NamedTuple):
    """A rectangle of the desktop, in physical pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Target:
    """The window that will receive a text, as it was when the agent saw it in front."""

    window: int
    """The system's handle."""
    client: int
    """The program's connection or process: readers of the clipboard are known by it."""
    pid: int
    """0 where the system does not tell."""
    app: str
    """What profiles match: WM_CLASS, executable or bundle id."""
    title: str = field(repr=False)
    """Shown to the agent and compared; never stored or logged."""
    area: Area = Area(0, 0, 0, 0)


class Sight(Enum):
    """How a target stands now."""

    FRONT = auto()
    """In front, with the focus, showing the same conversation."""
    OTHER_CONVERSATION = auto()
    """In front, but its title now names something else."""
    BEHIND = auto()
    """There, but another window has the focus."""
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
        """Call `changed` when the front window may be another; returns the stop."""
        ...


class Pressed(Enum):
    """What became of a chord. Only SENT means that any key was pressed."""

    SENT = auto()
    NOT_FRONT = auto()
    OTHER_CONVERSATION = auto()
    KEYS_HELD = auto()
    REFUSED = auto()


class Keyboard(Protocol):
    """The physical keys, and the one chord that pastes."""

    def held(self) -> frozenset[str]:
        """Names of the modifiers and of Enter that are physically down now."""
        ...

    def press(self, chord: Combo, target: Target) -> Pressed:
        """Press and release `chord`, only if `target` is in front and no key is held.

        Check and chord are one step where the system allows it. Presses nothing but
        `chord`, and leaves no key down.
        """
        ...


class Saved(Enum):
    """How much of the old clipboard a snapshot holds."""

    FULL = auto()
    PARTIAL = auto()
    """Some formats were too large, or did not come in time."""
    EMPTY = auto()
    UNREADABLE = auto()
    """Its owner did not answer in time."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The clipboard in all its formats, native names to bytes."""

    saved: Saved
    formats: Mapping[str, bytes] = field(repr=False)
    stamp: int
    """The clipboard's `stamp()` when this was taken."""


class Reader(Enum):
    """Who asked for the published text."""

    TARGET = auto()
    OTHER = auto()
    UNKNOWN = auto()


class Clipboard(Protocol):
    """One clipboard, borrowed for the time of a paste."""

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
        lost: Callable[[], None],
    ) -> bool:
        """Offer `text`, to be handed over when somebody reads; True once it is ours.

        `read` is called at every reading of the text itself, never for a mere look
        at the formats. `lost` is called once, when somebody else takes the
        clipboard. Asks history tools to ignore it.
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


class Hotkeys(Protocol):
    """Combinations registered with the system, one by one."""

    def register(self, combo: Combo, pressed: Callable[[], None]) -> None:
        """Call `pressed` on each press, never on repeats.

        Raises:
            HotkeyError: another program has it, or this keyboard has no such key.
        """
        ...

    def unregister(self, combo: Combo) -> None: ...


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key going down or up while the panel was still opening."""

    down: bool
    key: str
    """Name as in `Combo.key`, or empty for a key that only has a text."""
    text: str = field(default="", repr=False)
    modifiers: tuple[str, ...] = ()


class TypeAhead(Protocol):
    """Keys typed right behind the hotkey, kept from the window in front.

    Begins by itself with the hotkey press.
    """

    def listen(self, typed: Callable[[Stroke], None]) -> None:
        """Hand every stroke to `typed`, in order, from now on."""
        ...

    def release(self) -> None:
        """Give the keyboard back; strokes still under way are handed over first."""
        ...


@dataclass(frozen=True, slots=True)
class Ability:
    """One thing this desktop can or cannot do, with the reason for a "no"."""

    name: str
    """`hotkeys`, `target`, `paste`, `restore`, `reader` or `type_ahead`."""
    able: bool
    reason: Words = NO_WORDS


class Platform(Protocol):
    """One operating system, behind the ports above."""

    @property
    def name(self) -> str: ...

    @property
    def abilities(self) -> tuple[Ability, ...]: ...

    @property
    def windows(self) -> Windows: ...

    @property
    def keyboard(self) -> Keyboard: ...

    @property
    def clipboard(self) -> Clipboard: ...

    @property
    def primary(self) -> Clipboard | None:
        """The mouse selection where there is one; else None."""
        ...

    @property
    def hotkeys(self) -> Hotkeys: ...

    @property
    def type_ahead(self) -> TypeAhead: ...

    def fileno(self) -> int | None:
        """What to watch for input; `dispatch` when it is readable."""
        ...

    def dispatch(self) -> None:
        """Handle all waiting input, calling the callbacks above."""
        ...

    def close(self) -> None:
        """Give back what was borrowed; what we put on the clipboard stays there."""
        ...


@dataclass(frozen=True, slots=True)
class Source:
    """A place that a phrasebook is read from: a file or a folder, also on a share."""

    path: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of looking at a source."""

    source: Source
    book: Book | None
    """The new edition; None where the last good one stays in use."""
    problems: tuple[Problem, ...] = ()
    unchanged: bool = False
    """True where the source is as it was, or is out of reach for now."""


class Library(Protocol):
    """The sources of phrasebooks, and the last good edition of each."""

    def sources(self) -> tuple[Source, ...]: ...

    def add(self, path: str) -> Source:
        """Remember a source; adding one twice is the same as once."""
        ...

    def remove(self, source: Source) -> None: ...

    def last_good(self, source: Source) -> Book | None:
        """The last good edition, compiled: quick enough for the program's start."""
        ...

    def read(self, source: Source) -> Reading:
        """Look at the source and read it if it changed. Slow; safe on any thread."""
        ...


class Store(Protocol):
    """The agent's own data."""

    def settings(self) -> dict[str, str]:
        """Name to text of every setting that was changed from its default."""
        ...

    def save_settings(self, texts: Mapping[str, str]) -> None: ...

    def recent(self) -> tuple[str, ...]:
        """Keys of phrases lately pasted, the latest first."""
        ...

    def add_recent(self, key: str) -> None: ...


class Background(Protocol):
    """Where slow work goes, so that no key press ever waits for it."""

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        """Do `work` elsewhere, then call `done` with its result on this thread."""
        ...
