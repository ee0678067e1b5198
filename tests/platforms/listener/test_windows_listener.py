"""The Windows listener without Windows: its keys, its orders and its answers."""

import io
from collections.abc import Callable

import pytest

from qtdesk.core.abbreviations import Away, Back, Stroke, Text, Why
from qtdesk.platforms.listener.protocol import (
    Alive,
    Ask,
    CodeTyped,
    Deaf,
    GoOn,
    Listening,
    Message,
    Ping,
    PrefixTyped,
    encode,
)
from qtdesk.platforms.listener.windows import Ears, read_orders
from qtdesk.platforms.listener.windows_strokes import (
    PROBE,
    Heard,
    KeyPress,
    Scene,
    WindowsStrokes,
)

_HERE = Scene(7, clicked=False)


class Hall:
    never: frozenset[str] = frozenset()

    def open_to_codes(self) -> int:
        return 7

    def still_open(self) -> bool:
        return True


class World:
    """Windows, as far as the listener sees it."""

    def __init__(self, *, package: bool = True) -> None:
        self.package = package
        self.said: list[Message] = []
        self.probes = 0
        self.somebody = True
        self.call: Callable[[Heard], None] | None = None
        self.ears = Ears(Hall(), self, self._probe, self.said.append)

    def start(self, heard: Callable[[Heard], None]) -> bool:
        """The hook's."""
        self.call = heard
        return self.package

    def stop(self) -> None:
        """The hook's."""
        self.call = None

    def _probe(self) -> bool:
        if not self.somebody:
            return False
        self.probes += 1
        for down in (True, False):
            self.press("", down=down, number=-PROBE)
        return True

    def press(self, name: str, *, down: bool = True, number: int = 30) -> None:
        if self.call is not None:
            self.call(Heard(KeyPress(down, name, 1000, number), _HERE))

    def type(self, *names: str) -> None:
        for name in names:
            self.press(name)
            self.press(name, down=False)
            self.see_to_it()

    def order(self, *orders: Message) -> None:
        for order in orders:
            self.ears.note(encode(order))
        self.see_to_it()

    def see_to_it(self) -> None:
        while not self.ears._events.empty():
            self.ears.step()


def strokes(*names: str, scene: Scene = _HERE) -> list[Stroke]:
    reader = WindowsStrokes()
    found: list[Stroke] = []
    list(reader.read(KeyPress(True, "shift", 0, 1), _HERE))
    for name in names:
        down = not name.startswith("-")
        key = KeyPress(down, name.removeprefix("-"), 0, 1)
        found += reader.read(key, scene)
    return found


def test_what_keys_do() -> None:
    assert strokes("a", ";", "space", "backspace") == [
        *(Text("a", 0.0), Text(";", 0.0), Text(" ", 0.0), Back(0.0))
    ]
    assert strokes("left") == [Away(Why.NAVIGATION, 0.0)]
    assert strokes("enter", "-enter") == [Away(Why.NAVIGATION, 0.0)]
    assert strokes("shift", "caps lock") == []


def test_shortcuts_type_nothing() -> None:
    assert strokes("ctrl", "v", "-v", "-ctrl", "v") == [
        *(Away(Why.SHORTCUT, 0.0), Away(Why.SHORTCUT, 0.0), Text("v", 0.0))
    ]


def test_alt_gr_types() -> None:
    assert strokes("ctrl", "alt gr", "@")[-1] == Text("@", 0.0)


def test_clicks_and_other_windows_come_first() -> None:
    assert strokes("a", scene=Scene(7, clicked=True)) == [
        *(Away(Why.CLICK, 0.0), Text("a", 0.0))
    ]
    assert strokes("a", scene=Scene(8, clicked=False)) == [
        *(Away(Why.FOCUS, 0.0), Text("a", 0.0))
    ]


def test_keys_let_go_elsewhere_are_not_held_for_ever() -> None:
    reader = WindowsStrokes()
    list(reader.read(KeyPress(True, "windows", 0, 1), _HERE))
    elsewhere = Scene(9, clicked=False)
    found = list(reader.read(KeyPress(True, "a", 0, 1), elsewhere))
    assert found[-1] == Text("a", 0.0)


def test_a_code_is_told() -> None:
    world = World()
    world.order(Ask(";", ("vault",)))
    world.type(";", "h", "i", "space")
    assert world.said == [
        *(Listening(), PrefixTyped(7), CodeTyped("hi", 4, 7, 1000, 30))
    ]


def test_nobody_has_a_hook_while_a_code_is_erased() -> None:
    world = World()
    world.order(Ask(";", ()))
    world.type(";", "h", "i", "space")
    assert world.call is None
    world.type(";", "n", "o", "space")
    world.order(GoOn())
    assert world.call is not None
    world.type(";", "t", "h", "space")
    codes = [said.code for said in world.said if isinstance(said, CodeTyped)]
    assert codes == ["hi", "th"]


def test_a_ping_ends_the_wait_for_a_parent_that_says_nothing() -> None:
    world = World()
    world.order(Ask(";", ()))
    world.type(";", "h", "i", "space")
    world.order(Ping())
    world.see_to_it()
    assert world.call is not None
    assert world.said[-1] == Alive()


def test_without_the_package_it_says_so() -> None:
    world = World(package=False)
    world.order(Ask(";", ()))
    assert world.said == [Deaf("no-keyboard-package")]
    assert world.ears.over


def test_it_is_alive_only_if_the_hook_is_called() -> None:
    world = World()
    world.order(Ask(";", ()), Ping())
    world.see_to_it()
    assert (world.probes, world.said) == (1, [Listening(), Alive()])
    world.call = lambda _: None
    world.order(Ping())
    assert (world.probes, world.said) == (2, [Listening(), Alive()])


def test_no_key_is_pressed_where_nobody_is_at_the_keyboard() -> None:
    world = World()
    world.somebody = False
    world.order(Ask(";", ()), Ping())
    assert (world.probes, world.said) == (0, [Listening(), Alive()])


@pytest.mark.parametrize("sent", [b"", encode(Ask(";", ())) + b"what\n"])
def test_without_a_parent_it_ends(sent: bytes) -> None:
    world = World()
    read_orders(world.ears, io.BytesIO(sent))
    while not world.ears.over:
        world.ears.step()


def test_a_code_that_is_not_gone_on_with_is_forgotten() -> None:
    world = World()
    world.order(Ask(";", ()))
    world.press(";")
    world.see_to_it()
    ((_, forget),) = world.ears._timers
    world.ears._timers = [(0.0, forget)]
    world.ears.step()
    assert not world.ears._scribe._recogniser.armed
