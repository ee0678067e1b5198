"""What the backend asks of macOS, one Protocol per part of the system.

`native` answers with AppKit, Quartz and Carbon and decides nothing; the tests answer
with a Mac made of plain Python. Words, rules and times belong to neither.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple, Protocol


class App(NamedTuple):
    """A running application (NSRunningApplication)."""

    pid: int
    launched: float
    """Seconds since 1970; 0 where macOS does not tell."""
    bundle: str
    """Its bundle id; for a bare program, its name."""
    name: str = ""
    """In the agent's language, as the Dock has it."""


class Workspace(Protocol):
    """Running applications (NSWorkspace, NSRunningApplication)."""

    def own_pid(self) -> int: ...

    def frontmost(self) -> App | None:
        """The application that receives key events, as of the last turn of the loop."""
        ...

    def running(self, pid: int) -> App | None: ...

    def activate(self, pid: int) -> None:
        """Ask for `pid` to be in front; since macOS 14 a wish, granted later or not."""
        ...

    def listen(self, switched: Callable[[], None]) -> None:
        """Call when another application is in front, after waking and unlocking."""
        ...

    def stop(self) -> None: ...


class Answer(Enum):
    """How an application took a question of the Accessibility interface."""

    GIVEN = auto()
    NOTHING = auto()
    """It answered that there is none, or knows no such question."""
    SILENT = auto()
    """No answer in time (kAXErrorCannotComplete): it hangs, or is just starting."""
    CLOSED = auto()
    """The window is gone (kAXErrorInvalidUIElement)."""


class Focused(NamedTuple):
    """The window with the focus in one application."""

    answer: Answer
    window: object | None = None
    """Equal to another one of the same window (CFEqual)."""
    title: str = ""


class Accessibility(Protocol):
    """Other programs' windows (AXUIElement); all questions have a limit in seconds."""

    def trusted(self) -> bool:
        """Whether the agent allowed it; without, all questions answer NOTHING."""
        ...

    def ask_for_trust(self) -> None:
        """Let macOS show its question, which leads to System Settings."""
        ...

    def focused(self, pid: int, seconds: float) -> Focused: ...

    def look(self, window: object, seconds: float) -> Answer:
        """CLOSED where the application says so."""
        ...

    def raise_window(self, window: object, seconds: float) -> None: ...

    def make_frontmost(self, pid: int, seconds: float) -> None: ...

    def answers(self, pid: int, seconds: float) -> bool:
        """Whether the application came round to a question; for another thread."""
        ...


class Events(Protocol):
    """The keyboard as hardware, and events of our own (CGEvent)."""

    def flags(self) -> int:
        """Modifiers that are physically down (kCGEventSourceStateHIDSystemState)."""
        ...

    def is_down(self, code: int) -> bool: ...

    def post(self, code: int, flags: int, *, down: bool) -> None:
        """Press or release one key; without trust macOS drops it in silence."""
        ...

    def secure_input(self) -> bool:
        """Whether a password field or a terminal shuts everybody else out."""
        ...


class InputSources(Protocol):
    """Keyboard layouts (Text Input Sources, UCKeyTranslate)."""

    def text(self, code: int, modifiers: int, *, latin: bool) -> str:
        """What the key types with these Carbon modifiers, dead keys included.

        In the layout of now, or in the one that macOS keeps for Latin letters.
        """
        ...

    def listen(self, changed: Callable[[], None]) -> None: ...

    def stop(self) -> None: ...


class HotkeyCentre(Protocol):
    """Registered combinations (RegisterEventHotKey). Answers are OSStatus numbers."""

    def register(self, number: int, code: int, modifiers: int) -> int: ...

    def unregister(self, number: int) -> None: ...

    def listen(self, pressed: Callable[[int], None]) -> None:
        """Call with the number of a combination at each press, never for repeats."""
        ...

    def of_the_system(self) -> frozenset[tuple[int, int]]:
        """Code and modifiers of each shortcut of macOS's own that is switched on."""
        ...

    def stop(self) -> None: ...


class Owner(Protocol):
    """Who promised something to the pasteboard (NSPasteboardTypeOwner)."""

    def provide(self, kind: str) -> bytes:
        """Asked once for each type; from then on the pasteboard has it itself."""
        ...

    def lost(self) -> None:
        """Somebody else declared types, perhaps we ourselves."""
        ...


class Pasteboard(Protocol):
    """The general pasteboard (NSPasteboard)."""

    def count(self) -> int:
        """Another number each time somebody declares types or clears it."""
        ...

    def promise(self, kinds: Sequence[str], empty: Sequence[str], owner: Owner) -> int:
        """Promise `kinds` and put `empty` types beside them; gives the new count."""
        ...

    def put(self, kind: str, data: bytes) -> None:
        """Keep a promise before anybody asks."""
        ...

    def tiff(self, png: bytes) -> bytes:
        """The same picture as TIFF; empty where it cannot be read."""
        ...

    def write(self, items: Sequence[Mapping[str, bytes]]) -> int:
        """Replace everything, possibly by nothing; gives the new count."""
        ...

    def is_empty(self) -> bool: ...

    def kinds(self) -> list[list[str]]:
        """The types of each item; a mere look, nobody is asked for data."""
        ...

    def data(self, item: int, kind: str) -> bytes | None:
        """One type of one item. Waits for its owner, so: never on the main thread."""
        ...

    def readable(self) -> bool:
        """Whether macOS lets us read without asking the agent each time."""
        ...

    def open_settings(self) -> None:
        """Lead to the place where the agent may allow that."""
        ...


class Panels(Protocol):
    """Our own windows, named by the NSView behind them."""

    def bring_forward(self, view: int) -> None:
        """Give it the keys at once, and leave the other program active."""
        ...

    def has_keys(self, view: int) -> bool: ...

    def keep_quiet(self, view: int) -> None:
        """Let clicks on it activate nothing."""
        ...


class Mac(NamedTuple):
    """All of it."""

    workspace: Workspace
    accessibility: Accessibility
    events: Events
    sources: InputSources
    hotkeys: HotkeyCentre
    pasteboard: Pasteboard
    panels: Panels
