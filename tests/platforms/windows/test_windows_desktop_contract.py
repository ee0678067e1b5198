"""The Windows backend keeps the desktop's contract, on a Windows of plain Python."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from qtdesk.core.combos import Combo
from qtdesk.platforms.windows import WindowsDesktop, codes
from tests.contracts.desktop_contract import DesktopContract, World
from tests.fakes import FakeClock
from tests.platforms.windows.fake_windows import FakeWindows, Window

_KEYS = {
    "ctrl": codes.VK_LCONTROL,
    "alt": codes.VK_LMENU,
    "shift": codes.VK_LSHIFT,
    "super": codes.VK_LWIN,
    "enter": codes.VK_RETURN,
    "space": 0x20,
}
_BITS = {"ctrl": codes.MOD_CONTROL, "alt": codes.MOD_ALT, "shift": codes.MOD_SHIFT}


class FakeWorld:
    """Hands and programs on a Windows of plain Python."""

    def __init__(self) -> None:
        self.system = FakeWindows(FakeClock())
        self.platform = WindowsDesktop(self.system.win32, self.system.clock)

    def open(self, app: str, title: str) -> Any:
        program = self.system.start(rf"C:\Programs\{app}.exe")
        return self.system.open(program, title)

    def close(self, window: Window) -> None:
        self.system.close_window(window)

    def focus(self, window: Window) -> None:
        self.system.to_front(window)

    def rename(self, window: Window, title: str) -> None:
        window.title = title

    def chords(self, window: Window) -> list[str]:
        return [chord.replace("0x56", "v") for chord in window.chords]

    def hold(self, key: str) -> None:
        self.system.key(_key(key), down=True)

    def let_go(self, key: str) -> None:
        self.system.key(_key(key), down=False)

    def tap(self, combo: str) -> None:
        self.system.tap(*map(_key, combo.split("+")))

    @contextmanager
    def taken(self, combo: Combo) -> Iterator[None]:
        bits = sum(_BITS[name] for name in combo.modifiers)
        self.system.taken.add((bits, _key(combo.key)))
        yield

    def run(self, until: Callable[[], object]) -> bool:
        self._for(1.0)
        return bool(until())

    def pause(self) -> None:
        self._for(0.05)

    def _for(self, seconds: float) -> None:
        clock = self.system.clock
        end = clock.now() + seconds
        while clock.now() < end:
            self.platform.dispatch()
            clock.run_until(min(clock.now() + 0.005, end))
        self.platform.dispatch()


def _key(name: str) -> int:
    return _KEYS.get(name) or ord(name.upper())


class TestWindowsDesktop(DesktopContract):
    @pytest.fixture(params=["told of new fronts", "never told"])
    def world(self, request: pytest.FixtureRequest) -> World:
        world = FakeWorld()
        world.system.tells_fronts = request.param == "told of new fronts"
        return world
