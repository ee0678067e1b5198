"""The chord and the ping in programs as agents have them."""

from pathlib import Path

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Clip, Pressed, Reader, Sight
from tests.desktop.layouts import layout
from tests.desktop.programs import private
from tests.desktop.x11_world import PASTE, X11World
from tests.desktop.xserver import XServer
from tests.session_bus import SessionBus

_PROGRAMS = {
    "mousepad": (["mousepad"], PASTE, "Mousepad"),
    "featherpad": (["featherpad"], PASTE, "FeatherPad"),
    "xterm": (["xterm", "-e", "cat"], Combo.parse("shift+insert"), "XTerm"),
}
_LAYOUTS = (
    *(("us", 0), ("de", 0), ("fr", 0), ("ru", 0), ("dvorak", 0)),
    *(("us,ru", 1), ("us,dvorak", 1)),
)


@pytest.mark.desktop
@pytest.mark.parametrize("name", _PROGRAMS)
def test_every_layout_pastes(name: str, tmp_path: Path) -> None:
    argv, chord, app = _PROGRAMS[name]
    with SessionBus() as bus, XServer() as server, X11World(server.display) as world:
        address = {"DBUS_SESSION_BUS_ADDRESS": bus.address}
        server.start(argv, env={**private(tmp_path), **address})
        windows, keyboard = world.backend.windows, world.backend.keyboard
        assert world.run(windows.front, 30.0)
        primary = world.backend.primary
        assert primary is not None
        clipboard = primary if chord.key == "insert" else world.backend.clipboard
        for names, group in _LAYOUTS:
            with layout(server, world.keys, names, group):
                target = windows.front()
                assert target is not None
                assert target.app == app
                reads: list[Reader] = []
                clipboard.publish(Clip("您好"), target, reads.append, lambda *_: None)
                # Programs look at a new clipboard by themselves, and at the layout.
                world.for_a_while(0.4)
                reads.clear()
                assert keyboard.press(chord, target) is Pressed.SENT
                assert world.run(lambda reads=reads: Reader.TARGET in reads), names  # type: ignore[misc]
                assert windows.sight(target) is Sight.FRONT
        target = windows.front()
        assert target is not None
        answers: list[int] = []
        asked = windows.ping(target, lambda: answers.append(1))
        assert asked is (name != "xterm")
        assert world.run(lambda: answers or not asked)
        # A program that cannot be asked is still there: the question was not sent.
        assert windows.sight(target) is Sight.FRONT
        assert world.keys.are_down() == []
