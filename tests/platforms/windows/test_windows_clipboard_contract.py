"""The Windows backend keeps the clipboard's contract, on a Windows of plain Python."""

from collections.abc import Callable, Mapping

import pytest

from qtdesk.core.ports import Clip, Reader, Target
from qtdesk.platforms.windows import WindowsDesktop, codes
from qtdesk.platforms.windows.formats import HTML_NAME, PNG_NAME, text_bytes
from tests.contracts.clipboard_contract import ClipboardContract, ClipboardWorld
from tests.fakes import FakeClock
from tests.platforms.windows.fake_windows import FakeWindows

TEXT = "CF_UNICODETEXT"


class FakeClipboardWorld:
    """Programs around the clipboard of a Windows of plain Python."""

    text_format = TEXT
    html_format, picture_format = HTML_NAME, PNG_NAME

    def __init__(self) -> None:
        self.system = system = FakeWindows(FakeClock())
        self.platform = WindowsDesktop(system.win32, system.clock)
        self.clipboard = self.platform.clipboard
        self._owner = system.hidden(system.start(r"C:\owner.exe"))
        self._reader = system.hidden(system.start(r"C:\reader.exe"))
        self._tool = system.hidden(system.start(r"C:\tool.exe"))
        chat = system.open(system.start(r"C:\chat.exe"), "buyer")
        self._chat = chat
        target = self.platform.windows.front()
        assert target is not None
        self.target: Target = target
        self._meddles = False

    def copy(self, formats: Mapping[str, bytes]) -> None:
        calls = self.system.clipboard
        native = {
            _number(self, name): _to(name, data) for name, data in formats.items()
        }
        calls.others_copy(self._owner, native)
        self._run(0.0)

    def hang(self) -> None:
        self._owner.program.hangs = True

    def die(self) -> None:
        self.system.clipboard.kill(self._owner.program)

    def read(self, name: str, *, by_target: bool = False) -> bytes | None:
        window = self._chat if by_target else self._reader
        data = self.system.clipboard.others_read(_number(self, name), window)
        return None if data is None else _from(name, data)

    def look(self) -> tuple[str, ...]:
        calls = self.system.clipboard
        names = {codes.CF_UNICODETEXT: TEXT}
        return tuple(names.get(n) or calls.name_of(n) for n in calls.look())

    def meddle(self) -> None:
        self._meddles = True

    def wait(self, until: Callable[[], bool], seconds: float = 5.0) -> bool:
        end = self.now() + seconds
        while not until() and self.now() < end:
            self._run(0.005)
        return until()

    def now(self) -> float:
        return self.system.clock.now()

    def _run(self, seconds: float) -> None:
        self.platform.dispatch()
        if self._meddles and self.clipboard.owns():
            self._meddles = False
            text = self.system.clipboard.others_read(codes.CF_UNICODETEXT, self._tool)
            assert text is not None
            self.system.clipboard.others_copy(self._tool, {codes.CF_UNICODETEXT: text})
        self.system.clock.run_until(self.now() + seconds)
        self.platform.dispatch()


def _number(world: FakeClipboardWorld, name: str) -> int:
    if name == TEXT:
        return codes.CF_UNICODETEXT
    return world.system.clipboard.number_of(name)


def _to(name: str, data: bytes) -> bytes:
    return text_bytes(data.decode()) if name == TEXT else data


def _from(name: str, data: bytes) -> bytes:
    return data[:-2].decode("utf-16-le").encode() if name == TEXT else data


class TestWindowsClipboard(ClipboardContract):
    @pytest.fixture
    def world(self) -> ClipboardWorld:
        return FakeClipboardWorld()


def test_who_opens_the_clipboard_for_no_window_stays_unknown() -> None:
    world = FakeClipboardWorld()
    reads: list[Reader] = []
    world.clipboard.publish(Clip("ours"), world.target, reads.append, lambda _: None)
    assert world.system.clipboard.others_read(codes.CF_UNICODETEXT, None)
    assert reads == [Reader.UNKNOWN]
