"""The contracts once more, on Windows itself, with real programs around."""

import struct
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Clip, Reader, Typed
from qtdesk.platforms.listener.windows_hook import KeyboardHook
from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.formats import (
    HTML_NAME,
    PNG_NAME,
    number_of,
    text_bytes,
)
from qtdesk.platforms.windows.front import Front
from qtdesk.platforms.windows.witness import RawWitness
from tests.contracts.clipboard_contract import ClipboardContract, ClipboardWorld
from tests.contracts.desktop_contract import DesktopContract, World
from tests.png_files import SIGNATURE, chunk, head, png

if sys.platform != "win32":
    raise pytest.skip.Exception("this is Windows' own", allow_module_level=True)

from tests.platforms.windows.real_windows import KEYS, PAUSE_S, Program, RealWindows

pytestmark = pytest.mark.alone
TEXT = "CF_UNICODETEXT"
_BITS = {"ctrl": codes.MOD_CONTROL, "alt": codes.MOD_ALT, "shift": codes.MOD_SHIFT}


@pytest.fixture
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealWindows]:
    folder = tmp_path_factory.getbasetemp() / "programs"
    folder.mkdir(exist_ok=True)
    windows = RealWindows(folder)
    yield windows
    windows.close()


class RealDesktopWorld:
    """The contract's words, said to real programs."""

    def __init__(self, windows: RealWindows) -> None:
        self._windows = windows
        self.platform = windows.platform

    def open(self, app: str, title: str) -> Any:
        program = self._windows.program(app)
        program.handle = program.ask("open", title)
        assert self._in_front(program.handle)
        return program

    def close(self, window: Program) -> None:
        window.ask("close")

    def focus(self, window: Program) -> None:
        assert self._in_front(window.handle)

    def rename(self, window: Program, title: str) -> None:
        window.ask("rename", title)

    def chords(self, window: Program) -> list[str]:
        self.pause()
        return list(window.ask("chords"))

    def hold(self, key: str) -> None:
        self._windows.key(key, down=True)

    def let_go(self, key: str) -> None:
        self._windows.key(key, down=False)

    def tap(self, combo: str) -> None:
        self._windows.tap(combo)

    @contextmanager
    def taken(self, combo: Combo) -> Iterator[None]:
        bits = sum(_BITS[name] for name in combo.modifiers)
        other = self._windows.program("Other")
        assert other.ask("hotkey", bits, KEYS[combo.key])
        yield

    def run(self, until: Callable[[], object]) -> bool:
        return self._windows.wait(until)

    def pause(self) -> None:
        self._windows.wait(lambda: False, PAUSE_S)

    def _in_front(self, handle: int) -> bool:
        """Bring it there until it stays: a window that was there may come back once."""
        desktop = self._windows.win32.desktop
        for _ in range(10):
            Front(self._windows.win32).take(handle)
            if not self._windows.wait(lambda: desktop.foreground() != handle, PAUSE_S):
                return True
        return False


class RealClipboardWorld:
    """The contract's words, said to real programs around the one clipboard."""

    text_format = TEXT
    html_format, picture_format = HTML_NAME, PNG_NAME

    def __init__(self, windows: RealWindows) -> None:
        self._windows = windows
        self.clipboard = windows.platform.clipboard
        self._owner = windows.program("Owner")
        self._reader = windows.program("Reader")
        self._chat = windows.program("Chat")
        handle = self._chat.ask("open", "buyer")
        desktop = windows.win32.desktop
        assert windows.wait(lambda: desktop.foreground() == handle)
        target = windows.platform.windows.front()
        assert target is not None
        self.target = target
        calls = windows.win32.clipboard
        assert windows.wait(lambda: calls.open(0))
        calls.empty()
        calls.close()

    def copy(self, formats: Mapping[str, bytes]) -> None:
        stamp = self.clipboard.stamp()
        native = {
            str(self._number(name)): _to(name, data).hex()
            for name, data in formats.items()
        }
        self._owner.ask("copy", native)
        assert self.wait(lambda: self.clipboard.stamp() != stamp)

    def hang(self) -> None:
        self._owner.ask("hang")

    def die(self) -> None:
        self._owner.end()

    def read(self, name: str, *, by_target: bool = False) -> bytes | None:
        program = self._chat if by_target else self._reader
        told = program.ask("read", self._number(name))
        return None if told is None else _from(name, bytes.fromhex(told))

    def look(self) -> tuple[str, ...]:
        name_of = self._windows.win32.clipboard.name_of
        return tuple(
            TEXT if number == codes.CF_UNICODETEXT else name_of(number)
            for number in self._reader.ask("look")
        )

    def meddle(self) -> None:
        self._reader.ask("meddle")

    def wait(self, until: Callable[[], bool], seconds: float = 5.0) -> bool:
        return self._windows.wait(until, seconds)

    def now(self) -> float:
        return self._windows.clock.now()

    def _number(self, name: str) -> int:
        return number_of(name, self._windows.win32.clipboard.number_of)


def _to(name: str, data: bytes) -> bytes:
    return text_bytes(data.decode()) if name == TEXT else data


def _from(name: str, data: bytes) -> bytes:
    if name != TEXT:
        return data
    return data.decode("utf-16-le").partition("\0")[0].encode()


class TestRealDesktop(DesktopContract):
    @pytest.fixture
    def world(self, windows: RealWindows) -> World:
        return RealDesktopWorld(windows)


class TestRealClipboard(ClipboardContract):
    @pytest.fixture
    def world(self, windows: RealWindows) -> ClipboardWorld:
        return RealClipboardWorld(windows)


def test_the_witness_sees_keys_of_the_devices(windows: RealWindows) -> None:
    chat = windows.program("Chat")
    handle = chat.ask("open", "buyer")
    desktop = windows.win32.desktop
    assert windows.wait(lambda: desktop.foreground() == handle)
    target = windows.platform.windows.front()
    assert target is not None
    keys = windows.win32.keys
    typed = Typed("", 1, target, (0, keys.scan_code(KEYS["space"], keys.layout(0))))
    witness = RawWitness(windows.win32)
    assert not witness.is_last(typed)
    witness.watch()
    windows.tap("space")
    assert windows.wait(lambda: witness.is_last(typed))
    windows.tap("a")
    assert windows.wait(lambda: not witness.is_last(typed))
    witness.watch()
    assert not witness.is_last(typed)
    witness.close()


def test_a_hook_is_let_go_and_taken_again(windows: RealWindows) -> None:
    """While it is let go other keys cannot come between those of one call."""
    chat = windows.program("Chat")
    handle = chat.ask("open", "buyer")
    assert windows.wait(lambda: windows.win32.desktop.foreground() == handle)
    names: list[str] = []
    hook = KeyboardHook()
    for _ in range(3):
        names.clear()
        for _ in range(2):
            assert hook.start(lambda event: names.append(event.key.name))
        windows.tap("a")
        assert windows.wait(lambda: names == ["a", "a"]), names
        hook.stop()
        hook.stop()
        windows.tap("b")
        assert not windows.wait(lambda: len(names) > 2, PAUSE_S)


def test_a_picture_is_there_for_programs_that_read_no_png(windows: RealWindows) -> None:
    world = RealClipboardWorld(windows)
    reads: list[Reader] = []
    picture = Clip(picture=png(3, 2, b"\xc0\x20\x10"))
    clipboard = world.clipboard
    gives: list[Callable[[], bool]] = [
        lambda: clipboard.publish(picture, None, reads.append, lambda _: None),
        lambda: clipboard.keep(picture),
    ]
    for give in gives:
        assert give()
        dib = world.read("CF_DIB")
        assert dib is not None
        told = struct.unpack_from("<IiiHHI", dib)
        assert told == (40, 3, 2, 1, 24, 0)
        row = b"\x10\x20\xc0" * 3 + bytes(3)
        assert dib[40 : 40 + 24] == row * 2
    assert len(reads) == 1


def test_transparent_pixels_are_white_and_the_first_row_is_the_last(
    windows: RealWindows,
) -> None:
    clear, red = b"\0\0\0\0", b"\xff\0\0\xff"
    drawn = chunk(b"IDAT", zlib.compress(b"\0" + clear + b"\0" + red))
    picture = SIGNATURE + head(1, 2, colour=6) + drawn + chunk(b"IEND", b"")
    dib = windows.win32.pictures.dib(picture)
    assert dib is not None
    assert dib[40:] == b"\0\0\xff\0" + b"\xff\xff\xff\0"


def test_what_is_no_picture_has_no_pixels(windows: RealWindows) -> None:
    for data in (b"", b"hello", png()[:20]):
        assert windows.win32.pictures.dib(data) is None
    # A large one in no time, for somebody waits.
    assert len(windows.win32.pictures.dib(png(2000, 1500)) or b"") == 40 + 9_000_000
