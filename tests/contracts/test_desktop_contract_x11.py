from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from Xlib import XK

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Platform
from tests.contracts.desktop_contract import DesktopContract, World
from tests.desktop.raw_client import RawClient
from tests.desktop.x11_world import X11World
from tests.desktop.xserver import XServer

_KEYSYMS = {
    "ctrl": XK.XK_Control_L,
    "alt": XK.XK_Alt_L,
    "shift": XK.XK_Shift_L,
    "super": XK.XK_Super_L,
    "enter": XK.XK_Return,
    "space": XK.XK_space,
}
_BITS = {"ctrl": 4, "alt": 8, "shift": 1, "super": 64}


class ContractWorld:
    """Raw programs on a private server, each window a program of its own."""

    platform: Platform
    _clients: dict[int, RawClient]

    def __init__(self, world: X11World) -> None:
        self._world = world
        self.platform = world.backend
        self._clients = {}

    def open(self, app: str, title: str) -> Any:
        client = self._world.client(app=app)
        window = client.open(title)
        self._clients[window.id] = client
        self._world.target_in_front(window)
        return window

    def close(self, window: Any) -> None:
        window.destroy()
        self._clients[window.id].display.sync()

    def focus(self, window: Any) -> None:
        self._clients[window.id].activate(window)
        self._world.target_in_front(window)

    def rename(self, window: Any, title: str) -> None:
        client = self._clients[window.id]
        client.rename(window, title)
        client.display.sync()

    def chords(self, window: Any) -> list[str]:
        client = self._clients[window.id]
        chords = []
        for key in client.received():
            keysym = client.display.keycode_to_keysym(key.keycode, 0)
            names = [name for name, bit in _BITS.items() if key.state & bit]
            if key.down and names and keysym not in _KEYSYMS.values():
                chords.append("+".join((*names, XK.keysym_to_string(keysym) or "")))
        return chords

    def hold(self, key: str) -> None:
        self._world.keys.down(self._code(key))

    def let_go(self, key: str) -> None:
        self._world.keys.up(self._code(key))

    def tap(self, combo: str) -> None:
        self._world.keys.tap(*(self._code(key) for key in combo.split("+")))

    @contextmanager
    def taken(self, combo: Combo) -> Iterator[None]:
        with X11World(self._world.name) as other:
            other.backend.hotkeys.register(combo, lambda: None)
            yield

    def run(self, until: Callable[[], object]) -> bool:
        return self._world.run(until)

    def pause(self) -> None:
        self._world.for_a_while(0.05)

    def _code(self, key: str) -> int:
        return self._world.keys.code(_KEYSYMS.get(key) or XK.string_to_keysym(key))


@pytest.fixture(scope="module")
def server() -> Iterator[XServer]:
    with XServer() as server:
        yield server


class TestX11(DesktopContract):
    @pytest.fixture
    def world(self, server: XServer) -> Iterator[World]:
        with X11World(server.display) as world:
            yield ContractWorld(world)
