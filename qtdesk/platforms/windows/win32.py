"""What the backend asks of Windows, call by call.

The seam between the backend's rules and `bindings`: plain numbers, texts and bytes, no
ctypes, no rule. On other systems, in tests, a Windows made of plain Python stands here.
Failures that belong to a day's work are answers: 0, None or False.
"""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from qtdesk.core.ports import Area, Background

Procedure = Callable[[int, int, int], int | None]
"""What a window does with a message and its two numbers; None asks for the default."""


OwnKey = Callable[[int, bool, bool], None]
"""Takes a key, whether it goes down, and whether it was down before."""


class Memory(NamedTuple):
    """One format of the clipboard."""

    size: int
    data: bytes | None
    """None where it is larger than asked for."""


class Messages(Protocol):
    """Windows of our own, and what is sent to them."""

    def make_window(self, procedure: Procedure, *, focusable: bool) -> int:
        """An invisible window on this thread; one that can have the keyboard, or none.

        `procedure` must raise nothing.
        """
        ...

    def destroy_window(self, window: int) -> None: ...

    def post(self, window: int, message: int, number: int = 0) -> bool:
        """Put a message behind those that wait; from any thread."""
        ...

    def pump(self, window: int = 0, first: int = 0, last: int = 0) -> None:
        """Hand out what waits, for one window or for all of this thread."""
        ...

    def watch_session(self, window: int) -> None:
        """Tell `window` when the screen is locked."""
        ...


class Desktop(Protocol):
    """The windows on the screen, whoever made them."""

    def foreground(self) -> int: ...

    def set_foreground(self, window: int) -> bool:
        """Ask for `window` to be in front; the answer cannot be relied on."""
        ...

    def focus(self, window: int) -> None:
        """Give the keyboard to a window of this thread, which must be in front."""
        ...

    def exists(self, window: int) -> bool: ...

    def title(self, window: int) -> str: ...

    def class_name(self, window: int) -> str: ...

    def thread_and_process(self, window: int) -> tuple[int, int]:
        """Numbers of both; (0, 0) for a window that is gone."""
        ...

    def area(self, window: int) -> Area: ...

    def from_the_top(self) -> list[int]:
        """All visible windows that are not minimised, the uppermost first."""
        ...

    def child_of_class(self, window: int, class_name: str) -> int: ...

    def is_minimised(self, window: int) -> bool: ...

    def restore(self, window: int) -> None:
        """Ask for a minimised window to open, and do not wait for it."""
        ...

    def is_hung(self, window: int) -> bool: ...

    def attach_input(self, thread: int, to: int, *, attached: bool) -> bool:
        """Let two threads share one idea of the front, or no longer."""
        ...

    def watch_foreground(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` when another window is in front; returns the stop."""
        ...

    def ask(self, window: int, answered: Callable[[], None]) -> bool:
        """Send a message that means nothing, and go on at once."""
        ...

    def is_composited(self) -> bool: ...

    def is_exclusive(self) -> bool:
        """Whether a full-screen program has the screen for itself alone."""
        ...


class Keys(Protocol):
    """The keyboard: layouts, keys that are down, keys to be pressed."""

    def register_hotkey(
        self, window: int, number: int, modifiers: int, key: int
    ) -> int:
        """0, or Windows' error code."""
        ...

    def unregister_hotkey(self, window: int, number: int) -> None: ...

    def is_down(self, key: int) -> bool:
        """Whether the key is physically down now."""
        ...

    def watch_own(self, seen: OwnKey) -> Callable[[], None]:
        """Call `seen` for every key that a window of this thread gets.

        One at a time; returns the stop. `seen` must raise nothing.
        """
        ...

    def send(self, inputs: bytes) -> int:
        """Press keys in one go; how many of the inputs got through."""
        ...

    def layout(self, thread: int) -> int: ...

    def key_for(self, character: str, layout: int) -> int:
        """Key in the low byte, modifiers in the next; -1 where there is none."""
        ...

    def scan_code(self, key: int, layout: int) -> int: ...

    def text(self, key: int, scan_code: int, down: frozenset[int], layout: int) -> str:
        """What `key` types while the keys `down` are down; leaves dead keys alone."""
        ...


class RawKey(NamedTuple):
    """One key of a keyboard going down or up."""

    down: bool
    key: int
    scan_code: int
    """0 where a program pressed it that told none."""

    def __repr__(self) -> str:
        """Without the key, which no log may hold."""
        return f"RawKey(down={self.down})"


class RawClick(NamedTuple):
    """A button of a mouse going down."""


class RawInput(Protocol):
    """Keys and clicks as the devices send them, whoever is in front."""

    def want(self, window: int, *, wanted: bool) -> bool:
        """Have each told to `window` as WM_INPUT from now on, or no more."""
        ...

    def read(self, handle: int) -> RawKey | RawClick | None:
        """What a WM_INPUT with this second number is about; None for other news."""
        ...


class ClipboardCalls(Protocol):
    """The one clipboard. Between `open` and `close` it is ours alone."""

    def open(self, window: int) -> bool:
        """False while another program has it open."""
        ...

    def close(self) -> None: ...

    def empty(self) -> None:
        """Take it: whoever opened it for a window owns it from now on."""
        ...

    def promise(self, number: int) -> None:
        """Offer a format whose data come when somebody asks."""
        ...

    def put(self, number: int, data: bytes) -> bool: ...

    def get(self, number: int, at_most: int) -> Memory | None:
        """One format; None where it is no memory. Waits for an owner that hangs."""
        ...

    def formats(self) -> list[int]:
        """What is on offer, in the owner's order, then what Windows makes of it."""
        ...

    def owner(self) -> int: ...

    def opener(self) -> int:
        """The window for which it is open; 0 where it is closed, or for no window."""
        ...

    def sequence(self) -> int:
        """Changes with every change."""
        ...

    def number_of(self, name: str) -> int: ...

    def name_of(self, number: int) -> str:
        """Empty for formats that have only a number."""
        ...

    def listen(self, window: int) -> None:
        """Post WM_CLIPBOARDUPDATE to `window` after every change."""
        ...


class Pictures(Protocol):
    """What becomes of a picture for programs that read no PNG."""

    def dib(self, png: bytes) -> bytes | None:
        """`png` over white as CF_DIB wants it; None where it cannot be read."""
        ...


class Processes(Protocol):
    """Programs that run, and their rights."""

    def own_process(self) -> int: ...

    def own_thread(self) -> int: ...

    def executable(self, process: int) -> str:
        """Path of its program; empty where that is not told."""
        ...

    def started(self, process: int) -> int:
        """When it began, in units of 100 ns; 0 where that is not told."""
        ...

    def integrity(self, process: int) -> int | None:
        """How trusted it is (0x2000 usual, 0x3000 administrator); None if not told."""
        ...


class Win32(NamedTuple):
    """All of it together."""

    messages: Messages
    desktop: Desktop
    keys: Keys
    raw: RawInput
    clipboard: ClipboardCalls
    pictures: Pictures
    processes: Processes
    background: Background
    """Where a call goes that may have to wait for another program."""
