"""A desktop with one chat on a Windows of plain Python, for the backend's own tests."""

from qtdesk.core.ports import Snapshot, Target
from qtdesk.platforms.windows import WindowsDesktop
from tests.fakes import FakeClock
from tests.platforms.windows.fake_windows import FakeWindows, Window

CTRL, ALT, SPACE, V = 0xA2, 0xA4, 0x20, 0x56


class Scene:
    """The backend, and a chat in front."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.system = FakeWindows(self.clock)
        self.platform = WindowsDesktop(self.system.win32, self.clock)
        self.chat = self.open("chat", "张三")

    def open(self, app: str, title: str, kind: str = "Chat") -> Window:
        program = self.system.start(rf"C:\Programs\{app}.exe")
        return self.system.open(program, title, kind)

    def target(self) -> Target:
        target = self.platform.windows.front()
        assert target is not None
        return target

    def run(self, seconds: float) -> None:
        end = self.clock.now() + seconds
        while self.clock.now() < end:
            self.platform.dispatch()
            self.clock.run_until(min(self.clock.now() + 0.005, end))
        self.platform.dispatch()

    def snapshot(self, seconds: float = 3.0) -> Snapshot:
        taken: list[Snapshot] = []
        self.platform.clipboard.snapshot(taken.append)
        self.run(seconds)
        assert len(taken) == 1
        return taken[0]
