"""A Windows made of plain Python, as unkind as the real one.

Who may take the front is decided as Windows decides it, keys pressed for a program with
more rights vanish, handles are used again, programs hang, and what would wait for one
that hangs fails the test instead. Held against the real thing by the contract suites,
which run over both.
"""

import struct
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from qtdesk.core.ports import Area
from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.win32 import OwnKey, Procedure, RawClick, RawKey, Win32
from tests.fakes import FakeClock
from tests.platforms.windows.fake_clipboard import FakeClipboardCalls

_T = TypeVar("_T")
_INPUT = struct.Struct("<I4xHHII4xQ8x")
AREA = Area(10, 20, 300, 400)
USUAL, ADMINISTRATOR = 0x2000, 0x3000
OWN_PROCESS, OWN_THREAD = 4242, 77
AMERICAN = 0x0409
_GENERIC = {
    codes.VK_LCONTROL: codes.VK_CONTROL,
    codes.VK_RCONTROL: codes.VK_CONTROL,
    codes.VK_LMENU: codes.VK_MENU,
    codes.VK_RMENU: codes.VK_MENU,
    codes.VK_LSHIFT: codes.VK_SHIFT,
    codes.VK_RSHIFT: codes.VK_SHIFT,
}
_MODIFIER_BITS = {
    codes.VK_CONTROL: codes.MOD_CONTROL,
    codes.VK_MENU: codes.MOD_ALT,
    codes.VK_SHIFT: codes.MOD_SHIFT,
    codes.VK_LWIN: codes.MOD_WIN,
    codes.VK_RWIN: codes.MOD_WIN,
}


class WouldWaitError(AssertionError):
    """The calling thread would wait for a program that hangs."""


@dataclass(eq=False)
class Program:
    """A process with one thread."""

    number: int
    path: str
    started: int
    integrity: int | None = USUAL
    layout: int = AMERICAN
    hangs: bool = False

    @property
    def thread(self) -> int:
        return self.number + 100_000


@dataclass(eq=False)
class Window:
    """A window on the screen, or one of ours that nobody sees."""

    handle: int
    program: Program
    title: str = ""
    kind: str = "Chat"
    procedure: Procedure | None = None
    visible: bool = True
    minimised: bool = False
    area: Area = AREA
    children: list["Window"] = field(default_factory=list)
    chords: list[str] = field(default_factory=list)
    """Keys that came with modifiers, as numbers in hexadecimal."""


class FakeWindows:
    """Everything that `Win32` asks, and what other programs and hands do."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.own = Program(OWN_PROCESS, r"C:\qtdesk\qtdesk.exe", 5)
        self.programs = {OWN_PROCESS: self.own}
        self.windows: dict[int, Window] = {}
        self.stack: list[Window] = []
        """The uppermost first."""
        self.front: Window | None = None
        self.last_input: Program | None = None
        """Who got the last key press: it may take the front."""
        self.attached = False
        self.locked_hard = False
        """Whether Windows refuses the front whatever is tried."""
        self.screen_is_locked = False
        """Nothing of the agent's is in front, and nothing can come there."""
        self._before_lock: Window | None = None
        self.exclusive = False
        self.tells_fronts = True
        """Whether events about a new front come; some Windows forget them."""
        self.down: set[int] = set()
        self.hotkeys: dict[int, tuple[int, int, int]] = {}
        """Number to window, modifiers and key."""
        self.taken: set[tuple[int, int]] = set()
        """Modifiers and keys that other programs have registered."""
        self.refused: set[int] = set()
        """Keys that Windows lets nobody register."""
        self.sent: list[bytes] = []
        self.lets_through = 1_000
        """How many inputs of a batch get through."""
        self.layouts: dict[int, dict[str, int]] = {AMERICAN: {}}
        """What `VkKeyScanEx` says, for signs."""
        self.hung: set[int] = set()
        """What Windows knows to hang, which takes it five seconds."""
        self.session_watchers: list[int] = []
        self.raw_window = 0
        """Who is told of every key and click."""
        self._raw: dict[int, RawKey | RawClick] = {}
        self.in_worker = False
        self._queue: deque[tuple[int, int, int, int]] = deque()
        self._questions: list[tuple[Window, Callable[[], None]]] = []
        self._front_watchers: list[Callable[[], None]] = []
        self._own_key: OwnKey | None = None
        self._handles = iter(range(0x10010, 0x90000, 0x10))
        self._numbers = iter(range(5000, 9000, 4))
        self.clipboard = FakeClipboardCalls(self)

    @property
    def win32(self) -> Win32:
        return Win32(self, self, self, self, self.clipboard, self.clipboard, self, self)

    # --- what other programs and hands do --------------------------------------

    def start(self, path: str, integrity: int | None = USUAL) -> Program:
        number = next(self._numbers)
        program = Program(number, path, number * 1000, integrity)
        self.programs[number] = program
        return program

    def open(
        self, program: Program, title: str, kind: str = "Chat", handle: int = 0
    ) -> Window:
        window = Window(handle or next(self._handles), program, title, kind)
        self.windows[window.handle] = window
        self.to_front(window)
        return window

    def hidden(self, program: Program) -> Window:
        window = Window(next(self._handles), program, visible=False)
        self.windows[window.handle] = window
        return window

    def to_front(self, window: Window | None) -> None:
        """Somebody entitled brings `window` forward, or the desktop is bare."""
        self.front = window
        if window is not None:
            self.stack = [window, *(old for old in self.stack if old is not window)]
        if self.tells_fronts:
            for changed in tuple(self._front_watchers):
                changed()

    def close_window(self, window: Window) -> None:
        del self.windows[window.handle]
        self.stack = [old for old in self.stack if old is not window]
        if self.front is window:
            self.to_front(None)

    def resume(self, program: Program) -> None:
        """A program that hung goes on, and answers what it was asked."""
        program.hangs = False
        due = [pair for pair in self._questions if pair[0].program is program]
        for pair in due:
            self._questions.remove(pair)
            pair[1]()

    def key(self, key: int, *, down: bool) -> None:
        """A hand on the keyboard."""
        self._move(key, down=down)

    def tap(self, *keys: int) -> None:
        for key in keys:
            self.key(key, down=True)
        for key in reversed(keys):
            self.key(key, down=False)

    def click(self) -> None:
        self._tell_raw(RawClick())

    def _tell_raw(self, raw: RawKey | RawClick) -> None:
        if self.raw_window:
            handle = len(self._raw) + 1
            self._raw[handle] = raw
            self._queue.append((self.raw_window, codes.WM_INPUT, 1, handle))

    def lock(self) -> None:
        """The agent leaves the desk; the keyboard belongs to the screen of the lock."""
        self._before_lock = self.front
        self.screen_is_locked = True
        self.to_front(None)
        self.tell_session(codes.WTS_SESSION_LOCK)

    def unlock(self) -> None:
        """The agent is back, and so is the window that was in front."""
        self.screen_is_locked = False
        before = self._before_lock
        if before is not None and before.handle in self.windows:
            self.to_front(before)
        self.tell_session(codes.WTS_SESSION_UNLOCK)

    def tell_session(self, change: int) -> None:
        for window in self.session_watchers:
            self._queue.append((window, codes.WM_WTSSESSION_CHANGE, change, 1))

    def tell(self, window: Window, message: int, number: int = 0) -> int | None:
        """A message that is sent: it is handled at once."""
        assert window.procedure is not None
        return window.procedure(message, number, 0)

    def _move(self, key: int, *, down: bool) -> None:
        self._tell_raw(RawKey(down, _GENERIC.get(key, key), self.scan_code(key, 0)))
        repeats = down and key in self.down
        (self.down.add if down else self.down.discard)(key)
        bits = 0
        for held in self.down:
            bits |= _MODIFIER_BITS.get(_GENERIC.get(held, held), 0)
        if down:
            for number, (window, modifiers, wanted) in self.hotkeys.items():
                if wanted == key and modifiers & 0xF == bits:
                    if not repeats:
                        # Whose hotkey it is got the last input.
                        self.last_input = self.windows[window].program
                        self._queue.append((window, codes.WM_HOTKEY, number, 0))
                    return
        self._deliver(_GENERIC.get(key, key), bits, down=down, repeats=repeats)

    def _deliver(self, key: int, bits: int, *, down: bool, repeats: bool) -> None:
        front = self.front
        if front is None:
            return
        self.last_input = front.program
        if front.procedure is not None:
            system = bits & codes.MOD_ALT and not bits & codes.MOD_CONTROL
            message = codes.WM_SYSKEYDOWN if system else codes.WM_KEYDOWN
            about = self.scan_code(key, 0) << 16 | (repeats or not down) << 30
            posted = (front.handle, message + (not down), key, about)
            self._queue.append(posted)
        elif front.program is self.own:
            self._tell_own_key(key, down=down, repeats=repeats)
        elif down and bits and key not in _MODIFIER_BITS:
            names = {
                codes.MOD_CONTROL: "ctrl",
                codes.MOD_ALT: "alt",
                codes.MOD_SHIFT: "shift",
                codes.MOD_WIN: "super",
            }
            held = [name for bit, name in names.items() if bits & bit]
            front.chords.append("+".join((*held, f"{key:#04x}")))

    # --- Messages --------------------------------------------------------------

    def make_window(self, procedure: Procedure, *, focusable: bool) -> int:
        window = self.hidden(self.own)
        window.procedure = procedure
        window.visible = focusable
        return window.handle

    def destroy_window(self, window: int) -> None:
        self.clipboard.on_destroyed(self.windows[window])
        self.close_window(self.windows[window])

    def post(self, window: int, message: int, number: int = 0) -> bool:
        self._queue.append((window, message, number, 0))
        return True

    def pump(self, window: int = 0, first: int = 0, last: int = 0) -> None:
        kept: list[tuple[int, int, int, int]] = []
        while self._queue:
            handle, message, number, long = self._queue.popleft()
            wanted = not window or (handle == window and first <= message <= last)
            receiver = self.windows.get(handle)
            if not wanted:
                kept.append((handle, message, number, long))
            elif receiver is not None and receiver.procedure is not None:
                if codes.WM_KEYFIRST <= message <= codes.WM_KEYLAST:
                    down = message in {codes.WM_KEYDOWN, codes.WM_SYSKEYDOWN}
                    self._tell_own_key(number, down=down, repeats=bool(long >> 30))
                receiver.procedure(message, number, long)
        self._queue.extend(kept)

    def _tell_own_key(self, key: int, *, down: bool, repeats: bool) -> None:
        if self._own_key is not None:
            self._own_key(key, down, repeats)

    def watch_session(self, window: int) -> None:
        self.session_watchers.append(window)

    # --- Desktop ---------------------------------------------------------------

    def foreground(self) -> int:
        return self.front.handle if self.front else 0

    def set_foreground(self, window: int) -> bool:
        wanted = self.windows.get(window)
        entitled = (
            self.front is None
            or self.front.program is self.own
            or self.last_input is self.own
            or self.attached
        )
        if wanted is None or not wanted.visible or self.locked_hard or not entitled:
            return False
        if self.screen_is_locked:
            return False
        if not wanted.minimised:
            self.to_front(wanted)
        return True

    def focus(self, window: int) -> None:
        assert self.windows[window].program is self.own

    def exists(self, window: int) -> bool:
        return window in self.windows

    def title(self, window: int) -> str:
        return self.windows[window].title if window in self.windows else ""

    def class_name(self, window: int) -> str:
        return self.windows[window].kind if window in self.windows else ""

    def thread_and_process(self, window: int) -> tuple[int, int]:
        found = self.windows.get(window)
        return (found.program.thread, found.program.number) if found else (0, 0)

    def area(self, window: int) -> Area:
        return self.windows[window].area

    def from_the_top(self) -> list[int]:
        return [w.handle for w in self.stack if w.visible and not w.minimised]

    def child_of_class(self, window: int, class_name: str) -> int:
        children = self.windows[window].children
        return next((c.handle for c in children if c.kind == class_name), 0)

    def is_minimised(self, window: int) -> bool:
        return self.windows[window].minimised

    def restore(self, window: int) -> None:
        self.windows[window].minimised = False

    def is_hung(self, window: int) -> bool:
        return window in self.hung

    def attach_input(self, thread: int, to: int, *, attached: bool) -> bool:
        other = next(p for p in self.programs.values() if p.thread == to)
        if other.hangs:
            raise WouldWaitError
        assert thread != to
        self.attached = attached
        return True

    def watch_foreground(self, changed: Callable[[], None]) -> Callable[[], None]:
        def later() -> None:
            self.clock.call_later(0.001, changed)

        self._front_watchers.append(later)
        return lambda: self._front_watchers.remove(later)

    def ask(self, window: int, answered: Callable[[], None]) -> bool:
        asked = self.windows.get(window)
        if asked is None:
            return False
        if asked.program.hangs:
            self._questions.append((asked, answered))
        else:
            self.clock.call_later(0.001, answered)
        return True

    def is_composited(self) -> bool:
        return True

    def is_exclusive(self) -> bool:
        return self.exclusive

    # --- Keys ------------------------------------------------------------------

    def register_hotkey(
        self, window: int, number: int, modifiers: int, key: int
    ) -> int:
        assert modifiers & codes.MOD_NOREPEAT
        if key in self.refused:
            return 87
        wanted = (modifiers & 0xF, key)
        own = {(bits & 0xF, own) for _, bits, own in self.hotkeys.values()}
        if wanted in self.taken | own:
            return codes.ERROR_HOTKEY_ALREADY_REGISTERED
        self.hotkeys[number] = (window, modifiers, key)
        return 0

    def unregister_hotkey(self, window: int, number: int) -> None:
        assert self.hotkeys.pop(number)[0] == window

    def is_down(self, key: int) -> bool:
        return any(key in {down, _GENERIC.get(down)} for down in self.down)

    def watch_own(self, seen: OwnKey) -> Callable[[], None]:
        assert self._own_key is None
        self._own_key = seen

        def stop() -> None:
            self._own_key = None

        return stop

    def send(self, inputs: bytes) -> int:
        if self.screen_is_locked:
            return 0
        self.sent.append(inputs)
        count = 0
        for _, key, _, flags, _, _ in list(_INPUT.iter_unpack(inputs))[
            : self.lets_through
        ]:
            count += 1
            up = bool(flags & 2)
            front = self.front
            above = front is not None and (
                front.program.integrity is None or front.program.integrity > USUAL
            )
            if above:
                continue  # The call says that all went well.
            self._move(key, down=not up)
        self.last_input = self.own
        return count

    def layout(self, thread: int) -> int:
        for program in self.programs.values():
            if program.thread == thread:
                return program.layout
        return AMERICAN

    def key_for(self, character: str, layout: int) -> int:
        return self.layouts[layout].get(character, -1)

    def scan_code(self, key: int, layout: int) -> int:
        del layout
        return key ^ 0x40

    def text(self, key: int, scan_code: int, down: frozenset[int], layout: int) -> str:
        del layout
        assert scan_code == key ^ 0x40
        letter = chr(key) if 0x30 <= key <= 0x5A else ""
        return letter if codes.VK_SHIFT in down else letter.lower()

    # --- RawInput --------------------------------------------------------------

    def want(self, window: int, *, wanted: bool) -> bool:
        self.raw_window = window if wanted else 0
        return True

    def read(self, handle: int) -> RawKey | RawClick | None:
        return self._raw[handle]

    # --- Processes -------------------------------------------------------------

    def own_process(self) -> int:
        return OWN_PROCESS

    def own_thread(self) -> int:
        return OWN_THREAD

    def executable(self, process: int) -> str:
        return self.programs[process].path if process in self.programs else ""

    def started(self, process: int) -> int:
        return self.programs[process].started if process in self.programs else 0

    def integrity(self, process: int) -> int | None:
        return self.programs[process].integrity if process in self.programs else None

    # --- Background ------------------------------------------------------------

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        """Do it at once; one that has to wait for a hung program is never done."""
        self.in_worker = True
        try:
            result = work()
        except WouldWaitError:
            return
        finally:
            self.in_worker = False
        self.clock.call_later(0.002, lambda: done(result))
