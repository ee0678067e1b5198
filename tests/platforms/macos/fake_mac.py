"""A Mac of plain Python: programs, one of them in front, keys and a pasteboard.

It behaves as macOS does where that hurts: promised data is asked for once and then
cached, whoever waits for a hung program hangs too, applications come to the front
later or not at all, and events of a program without trust vanish without a word.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from qtdesk.platforms.macos.contents import TEXT
from qtdesk.platforms.macos.keycodes import CARBON, FLAGS, mask
from qtdesk.platforms.macos.seam import Answer, App, Focused, Mac, Owner
from tests.fakes import FakeClock
from tests.platforms.macos.layouts import LAYOUTS, code_of_key

_T = TypeVar("_T")

OWN_PID = 77
SWITCH_S = 0.02
"""How long macOS takes to bring an application to the front."""


class Hangs(Exception):  # noqa: N818 - a state, not an error
    """A call into a program that does not answer, and that has no limit."""


@dataclass(eq=False)
class Window:
    title: str
    closed: bool = False


@dataclass(eq=False)
class Program:
    app: App
    windows: list[Window] = field(default_factory=list)
    hung: bool = False
    lag: float = 0.02
    """Between the chord and its reading of the pasteboard."""
    pastes: bool = True
    chords: list[str] = field(default_factory=list)
    received: list[bytes | None] = field(default_factory=list)
    ended: bool = False

    @property
    def window(self) -> Window | None:
        return self.windows[-1] if self.windows else None


@dataclass
class Promise:
    """Data that its owner hands over when asked; None for a program that ended."""

    ask: Callable[[str], bytes | None]


class Server:
    """The pasteboard server."""

    def __init__(self, mac: "FakeMac") -> None:
        self.mac = mac
        self.items: list[dict[str, bytes | Promise]] = []
        self.changes = 100
        self.owner: Owner | None = None
        self.watchers: list[Callable[[], None]] = []
        self.readable_by_us = True
        self.denied = False
        """Whether the agent answers the question of macOS with a no."""

    def replace(
        self, items: list[dict[str, bytes | Promise]], owner: Owner | None = None
    ) -> int:
        self.items = items
        self.changes += 1
        count = self.changes
        old, self.owner = self.owner, owner
        if old is not None and owner is not None:
            old.lost()
        elif old is not None:
            self.mac.clock.call_later(0.0, old.lost)
        for watcher in tuple(self.watchers):
            self.mac.clock.call_later(0.05, watcher)
        return count

    def read(self, item: int, kind: str) -> bytes | None:
        if item >= len(self.items):
            return None
        content = self.items[item]
        data = content.get(kind)
        if isinstance(data, Promise):
            given = data.ask(kind)
            if given is None:
                return None
            content[kind] = data = given
        return data

    # The seam.

    def count(self) -> int:
        return self.changes

    def promise(self, kinds: Sequence[str], empty: Sequence[str], owner: Owner) -> int:
        content: dict[str, bytes | Promise] = {
            kind: Promise(owner.provide) for kind in kinds
        }
        return self.replace([content | dict.fromkeys(empty, b"")], owner)

    def put(self, kind: str, data: bytes) -> None:
        self.items[0][kind] = data

    def tiff(self, png: bytes) -> bytes:
        return b"tiff:" + png

    def write(self, items: Sequence[Mapping[str, bytes]]) -> int:
        return self.replace([dict(item) for item in items])

    def is_empty(self) -> bool:
        return not any(self.items)

    def kinds(self) -> list[list[str]]:
        return [list(item) for item in self.items]

    def data(self, item: int, kind: str) -> bytes | None:
        assert self.mac.aside.working, "the main thread would wait for another program"
        if self.denied:
            self.readable_by_us = False
            return None
        return self.read(item, kind)

    def readable(self) -> bool:
        return self.readable_by_us

    def open_settings(self) -> None:
        self.mac.prompts += 1


class FakeAside:
    """Another thread: what hangs there hangs for ever and disturbs nobody."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.working = False
        self.stuck = 0

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        def go() -> None:
            self.working = True
            try:
                result = work()
            except Hangs:
                self.stuck += 1
            else:
                self._clock.call_later(0.001, lambda: done(result))
            finally:
                self.working = False

        self._clock.call_later(0.001, go)

    def fileno(self) -> int:
        return -1

    def dispatch(self) -> None:
        """Everything comes by the clock."""

    def close(self) -> None:
        """There is no thread to end."""


class FakeMac:
    """Everything a `Mac` offers, and hands to do things on it."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.aside = FakeAside(self.clock)
        self.programs: dict[int, Program] = {}
        self.everybody: tuple[Program, ...] = ()
        self.front: Program | None = None
        self.trust = True
        self.secure = False
        self.panel_has_keys = False
        self.quiet_panels: list[int] = []
        self.refuses_activation = False
        self.locked = False
        self.layout = "US"
        self.held: set[str] = set()
        self.blocked_s = 0.0
        """How long the main thread has waited for other programs, in all."""
        self.dropped = 0
        self.posted: list[tuple[int, int, bool]] = []
        self.prompts = 0
        self.panels: list[int] = []
        self.on_activation: Callable[[int], None] = lambda _: None
        self.before_post: Callable[[], None] = lambda: None
        self.server = Server(self)
        self.registered: dict[int, tuple[int, int]] = {}
        self.exclusive: set[tuple[int, int]] = set()
        self.system_shortcuts: set[tuple[int, int]] = set()
        self._switched: list[Callable[[], None]] = []
        self._layout_changed: list[Callable[[], None]] = []
        self._hotkey: Callable[[int], None] = lambda _: None
        self._next_pid = 500

    def seam(self) -> Mac:
        return Mac(
            _Workspace(self),
            _Accessibility(self),
            _Events(self),
            _Sources(self),
            _Centre(self),
            self.server,
            _Panels(self),
        )

    # --- programs --------------------------------------------------------------

    def launch(self, bundle: str, *titles: str) -> Program:
        """Start a program with these windows; in front when this returns."""
        self._next_pid += 1
        app = App(self._next_pid, 1000.0 + self._next_pid, bundle)
        program = Program(app, [Window(title) for title in titles])
        self.programs[app.pid] = program
        self.switch_to(program)
        return program

    def end(self, program: Program) -> None:
        program.ended = True
        self.programs.pop(program.app.pid, None)
        for window in program.windows:
            window.closed = True
        if self.front is program:
            self.switch_to(None)

    def switch_to(self, program: Program | None) -> None:
        self.front = program
        for switched in tuple(self._switched):
            switched()

    def choose_layout(self, name: str) -> None:
        assert name in LAYOUTS
        self.layout = name
        for changed in tuple(self._layout_changed):
            changed()

    # --- hands on the keyboard -------------------------------------------------

    def tap(self, combo: str) -> None:
        """Press and release a combination on the hardware."""
        *names, key = combo.split("+")
        code = code_of_key(key, self.layout)
        bits = _carbon(names)
        for number, registered in tuple(self.registered.items()):
            if registered == (code, bits):
                self._hotkey(number)
                return
        if self.front is not None and names:
            self.front.chords.append(combo)

    def deliver(self, code: int, flags: int, *, down: bool) -> None:
        """A synthetic key event, on its way to the program in front."""
        self.before_post()
        self.posted.append((code, flags, down))
        if not self.trust or self.secure or self.front is None:
            self.dropped += 1
            return
        program = self.front
        if not down:
            return
        names = [name for name, bit in FLAGS.items() if flags & bit]
        held = _carbon(names)
        sign = LAYOUTS[self.layout].text(code, held)
        program.chords.append("+".join((*names, sign)))
        if names == ["super"] and sign == "v" and program.pastes:
            self.clock.call_later(program.lag, lambda: self._paste(program))

    def _paste(self, program: Program) -> None:
        if program.hung:
            self.clock.call_later(0.05, lambda: self._paste(program))
        elif not program.ended:
            program.received.append(self.server.read(0, TEXT))

    # --- pasteboard ------------------------------------------------------------

    def copy(self, program: Program, items: list[dict[str, bytes]]) -> None:
        """`program` promises these; it answers while it runs and does not hang."""

        def promise(data: bytes) -> Promise:
            def ask(_kind: str) -> bytes | None:
                if program.hung:
                    raise Hangs
                return None if program.ended else data

            return Promise(ask)

        self.server.replace(
            [{kind: promise(data) for kind, data in item.items()} for item in items]
        )


def _carbon(names: Sequence[str]) -> int:
    return mask(names, CARBON)


class _Part:
    def __init__(self, mac: FakeMac) -> None:
        self._mac = mac

    def stop(self) -> None:
        """Nothing is called any more."""


class _Workspace(_Part):
    def own_pid(self) -> int:
        return OWN_PID

    def frontmost(self) -> App | None:
        return self._mac.front.app if self._mac.front else None

    def running(self, pid: int) -> App | None:
        program = self._mac.programs.get(pid)
        return program.app if program else None

    def activate(self, pid: int) -> None:
        program = self._mac.programs[pid]
        self._mac.on_activation(pid)
        if not self._mac.refuses_activation and program is not self._mac.front:
            self._mac.clock.call_later(SWITCH_S, lambda: self._arrive(program))

    def _arrive(self, program: Program) -> None:
        if not program.ended and not self._mac.locked:
            self._mac.switch_to(program)

    def listen(self, switched: Callable[[], None]) -> None:
        self._mac._switched.append(switched)

    def stop(self) -> None:
        self._mac._switched.clear()


class _Accessibility(_Part):
    def trusted(self) -> bool:
        return self._mac.trust

    def ask_for_trust(self) -> None:
        self._mac.prompts += 1

    def _silent(self, program: Program | None, seconds: float) -> bool:
        if program is None or not program.hung:
            return False
        if self._mac.aside.working:
            raise Hangs
        self._mac.blocked_s += seconds
        self._mac.clock.time += seconds
        return True

    def focused(self, pid: int, seconds: float) -> Focused:
        program = self._mac.programs.get(pid)
        if not self._mac.trust or program is None:
            return Focused(Answer.NOTHING)
        if self._silent(program, seconds):
            return Focused(Answer.SILENT)
        # While a panel of another program has the keys, no window of this one has.
        if program.window is None or self._mac.panel_has_keys:
            return Focused(Answer.NOTHING)
        return Focused(Answer.GIVEN, program.window, program.window.title)

    def look(self, window: object, seconds: float) -> Answer:
        assert isinstance(window, Window)
        for program in self._mac.programs.values():
            if window in program.windows and self._silent(program, seconds):
                return Answer.SILENT
        return Answer.CLOSED if window.closed else Answer.GIVEN

    def raise_window(self, window: object, seconds: float) -> None:
        assert isinstance(window, Window)
        for program in self._mac.programs.values():
            if window in program.windows and not self._silent(program, seconds):
                program.windows.remove(window)
                program.windows.append(window)

    def make_frontmost(self, pid: int, seconds: float) -> None:
        program = self._mac.programs[pid]
        if self._mac.trust and not self._silent(program, seconds):
            self._mac.clock.call_later(SWITCH_S, lambda: self._arrive(program))

    def _arrive(self, program: Program) -> None:
        if not program.ended and not self._mac.locked:
            self._mac.switch_to(program)

    def answers(self, pid: int, seconds: float) -> bool:
        assert self._mac.aside.working, "the main thread would wait for another program"
        program = self._mac.programs.get(pid)
        return not self._silent(program, seconds) and self._mac.trust


class _Events(_Part):
    def flags(self) -> int:
        return sum(FLAGS[name] for name in self._mac.held if name in FLAGS)

    def is_down(self, code: int) -> bool:
        return "enter" in self._mac.held and code == 36

    def post(self, code: int, flags: int, *, down: bool) -> None:
        self._mac.deliver(code, flags, down=down)

    def secure_input(self) -> bool:
        return self._mac.secure


class _Sources(_Part):
    def text(self, code: int, modifiers: int, *, latin: bool) -> str:
        return LAYOUTS["ABC" if latin else self._mac.layout].text(code, modifiers)

    def listen(self, changed: Callable[[], None]) -> None:
        self._mac._layout_changed.append(changed)

    def stop(self) -> None:
        self._mac._layout_changed.clear()


class _Centre(_Part):
    def register(self, number: int, code: int, modifiers: int) -> int:
        wanted = (code, modifiers)
        if wanted in self._mac.exclusive or wanted in self._mac.registered.values():
            return -9878
        self._mac.registered[number] = wanted
        return 0

    def unregister(self, number: int) -> None:
        del self._mac.registered[number]

    def listen(self, pressed: Callable[[int], None]) -> None:
        self._mac._hotkey = pressed

    def of_the_system(self) -> frozenset[tuple[int, int]]:
        return frozenset(self._mac.system_shortcuts)

    def stop(self) -> None:
        self._mac.registered.clear()


class _Panels(_Part):
    def bring_forward(self, view: int) -> None:
        self._mac.panels.append(view)
        self._mac.panel_has_keys = True

    def has_keys(self, view: int) -> bool:
        return self._mac.panel_has_keys and view in self._mac.panels

    def keep_quiet(self, view: int) -> None:
        self._mac.quiet_panels.append(view)
