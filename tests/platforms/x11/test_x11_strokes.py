"""What physical keys do to a text, read from raw events, and what was last."""

from collections.abc import Iterator

import pytest
from Xlib import XK, X

from qtdesk.core.abbreviations import Away, Back, Stroke, Text, Why
from qtdesk.core.combos import Combo
from qtdesk.core.ports import Pressed, Typed
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.facts import Facts
from qtdesk.platforms.x11.keyboard import X11Keyboard
from qtdesk.platforms.x11.keymap import Keymap
from qtdesk.platforms.x11.raw_input import GENERIC_EVENT, RawInput, RawKey
from qtdesk.platforms.x11.seizure import Seizure
from qtdesk.platforms.x11.strokes import StrokeReader
from qtdesk.platforms.x11.typeahead import X11TypeAhead
from qtdesk.platforms.x11.witness import RawWitness
from tests.desktop.layouts import layout
from tests.desktop.x11_world import CTRL, LETTERS, PASTE, SHIFT, SPACE, X11World
from tests.desktop.xserver import XServer

_BACKSPACE, _LEFT, _ALT_GR, _CAPS, _SEMICOLON, _COMMA = 22, 113, 108, 66, 47, 59
_A = LETTERS["a"]


class Ear:
    """A second connection beside a world, as the listener has one."""

    def __init__(self, world: X11World) -> None:
        self.world = world
        self.connection = Connection(world.clock, world.name)
        self.keymap = Keymap(self.connection)
        self.reader = StrokeReader(self.connection, self.keymap)
        self.raw = RawInput(self.connection)
        self.heard: list[Stroke] = []
        self.connection.listen(GENERIC_EVENT, self._on_event)
        self.keymap.watch(self._on_other_layout)
        self.layouts = 0
        """How often the layout seemed to change."""
        self.raw.want(wanted=True)
        self.connection.display.sync()

    def _on_event(self, event: object) -> None:
        raw = self.raw.read(event)  # type: ignore[arg-type]  # Xlib's own
        assert raw is not None
        self.heard += self.reader.read(raw)

    def _on_other_layout(self) -> None:
        self.layouts += 1
        self.reader.resync()

    def hear(self) -> list[Stroke]:
        """Everything since the last time, without times."""
        self.connection.display.sync()
        self.connection.dispatch()
        heard, self.heard = self.heard, []
        return [stroke._replace(at=0.0) for stroke in heard]

    def texts(self) -> str:
        return "".join(s.character for s in self.hear() if isinstance(s, Text))


@pytest.fixture(scope="module")
def server() -> Iterator[XServer]:
    with XServer() as server:
        yield server


@pytest.fixture
def ear(server: XServer) -> Iterator[Ear]:
    with X11World(server.display) as world:
        made = Ear(world)
        yield made
        made.connection.close()


def test_letters_in_their_order_however_quick(ear: Ear) -> None:
    for letter in "hello world" * 5:
        ear.world.keys.tap(LETTERS[letter])
    assert ear.texts() == "hello world" * 5


def test_shift_counts_for_its_own_key_only(ear: Ear) -> None:
    ear.hear()
    layouts = ear.layouts
    for _ in range(20):
        ear.world.keys.tap(SHIFT, _SEMICOLON)
        ear.world.keys.tap(_SEMICOLON)
    assert ear.texts() == ":;" * 20
    assert ear.layouts == layouts


def test_caps_lock(ear: Ear) -> None:
    ear.world.keys.tap(_CAPS)
    assert ear.texts() == ""
    ear.world.keys.tap(_A)
    ear.world.keys.tap(_SEMICOLON)
    ear.world.keys.tap(_CAPS)
    assert ear.texts() == "A;"
    ear.world.keys.tap(_A)
    assert ear.texts() == "a"


def test_what_is_no_text(ear: Ear) -> None:
    ear.world.keys.tap(_BACKSPACE)
    ear.world.keys.tap(_LEFT)
    ear.world.keys.tap(CTRL, _A)
    assert ear.hear() == [
        Back(0.0),
        Away(Why.NAVIGATION, 0.0),
        *(Away(Why.SHORTCUT, 0.0), Away(Why.SHORTCUT, 0.0)),
    ]


def test_another_layout(ear: Ear, server: XServer) -> None:
    with layout(server, ear.world.keys, "de"):
        ear.hear()
        ear.world.keys.tap(SHIFT, _COMMA)
        ear.world.keys.tap(_ALT_GR, LETTERS["q"])
        assert ear.texts() == ";@"
    with layout(server, ear.world.keys, "us,ru", 1):
        ear.hear()
        ear.world.keys.tap(_A)
        assert ear.texts() == "ф"


def test_a_key_held_until_it_repeats(ear: Ear) -> None:
    ear.world.keys.down(_A)
    ear.world.for_a_while(ear.keymap.repeat_delay_ms / 1000 + 0.05)
    ear.world.keys.tap(LETTERS["b"])
    ear.world.keys.up(_A)
    assert ear.hear() == [Text("a", 0.0), Away(Why.REPEAT, 0.0), Text("b", 0.0)]


def test_keys_that_were_down_before_are_known(ear: Ear) -> None:
    ear.world.keys.down(SHIFT)
    ear.reader.resync()
    ear.world.keys.tap(_SEMICOLON)
    ear.world.keys.up(SHIFT)
    assert ear.texts() == ":"


def test_a_seizure_is_seen_and_not_felt(ear: Ear) -> None:
    seizure = Seizure(ear.connection)
    client = ear.world.client()
    window, _ = ear.world.target(client)
    assert not seizure.is_there()
    window.grab_keyboard(False, X.GrabModeAsync, X.GrabModeAsync, X.CurrentTime)
    client.display.sync()
    assert seizure.is_there()
    client.display.ungrab_keyboard(X.CurrentTime)
    client.display.sync()
    assert not seizure.is_there()


class Replacing:
    """Codes typed into a window, replaced by one connection that does it all."""

    def __init__(self, ear: Ear) -> None:
        self.keys = ear.world.keys
        self.client = ear.world.client()
        self.window, self.target = ear.world.target(self.client)
        connection, keymap = ear.connection, ear.keymap
        self.witness = RawWitness(connection, keymap)
        type_ahead = X11TypeAhead(connection, keymap)
        facts = Facts(connection)
        self.keyboard = X11Keyboard(connection, facts, keymap, type_ahead)
        self.witness.watch()
        self.keys.tap(_A)
        self.keys.tap(SPACE)
        connection.display.sync()
        seen = RawKey(down=True, key=SPACE, time=0)
        connection.forget(GENERIC_EVENT, ear._on_event)
        connection.dispatch()
        (self.space,) = (
            raw
            for raw in self.witness._seen
            if isinstance(raw, RawKey) and raw._replace(time=0) == seen
        )

    def replace(self, chord: Combo | None = PASTE) -> Pressed:
        stamp = self.space.time, self.space.key
        typed = Typed("a", 2, self.target, stamp)
        return self.keyboard.replace(
            2, chord, self.target, lambda: self.witness.is_last(typed)
        )

    def names(self) -> list[str]:
        display = self.client.display
        return [
            XK.keysym_to_string(display.keycode_to_keysym(key.keycode, 0)) or "?"
            for key in self.client.received()
            if key.down
        ]


@pytest.fixture
def replacing(ear: Ear) -> Replacing:
    return Replacing(ear)


def test_it_erases_and_presses_the_chord(replacing: Replacing) -> None:
    assert replacing.replace() is Pressed.SENT
    codes = [key.keycode for key in replacing.client.received() if key.down]
    assert codes == [_A, SPACE, _BACKSPACE, _BACKSPACE, CTRL, LETTERS["v"]]


def test_it_erases_alone(replacing: Replacing) -> None:
    assert replacing.replace(None) is Pressed.SENT
    codes = [key.keycode for key in replacing.client.received() if key.down]
    assert codes == [_A, SPACE, _BACKSPACE, _BACKSPACE]


def test_a_key_behind_the_code_forbids_it(replacing: Replacing) -> None:
    replacing.keys.tap(SHIFT)
    replacing.keys.tap(LETTERS["b"])
    assert replacing.replace() is Pressed.TYPED_ON
    codes = [key.keycode for key in replacing.client.received() if key.down]
    assert codes == [_A, SPACE, SHIFT, LETTERS["b"]]


def test_a_modifier_behind_the_code_does_not(replacing: Replacing) -> None:
    replacing.keys.tap(SHIFT)
    assert replacing.replace() is Pressed.SENT


def test_a_held_modifier_does(replacing: Replacing) -> None:
    replacing.keys.down(SHIFT)
    assert replacing.replace() is Pressed.KEYS_HELD
    replacing.keys.up(SHIFT)
    assert replacing.replace() is Pressed.SENT


def test_a_space_that_repeats_forbids_it(ear: Ear, replacing: Replacing) -> None:
    replacing.keys.down(SPACE)
    ear.connection.display.sync()
    ear.connection.dispatch()
    replacing.space = next(
        raw
        for raw in reversed(replacing.witness._seen)
        if isinstance(raw, RawKey) and raw.down
    )
    ear.world.for_a_while(ear.keymap.repeat_delay_ms / 1000 + 0.05)
    assert replacing.replace() is Pressed.TYPED_ON
    replacing.keys.up(SPACE)
    assert replacing.replace() is Pressed.TYPED_ON


def test_what_was_not_seen_is_not_erased(replacing: Replacing) -> None:
    replacing.witness.forget()
    assert replacing.replace() is Pressed.TYPED_ON


def test_a_seized_keyboard_forbids_it(replacing: Replacing) -> None:
    replacing.window.grab_keyboard(
        False, X.GrabModeAsync, X.GrabModeAsync, X.CurrentTime
    )
    replacing.client.display.sync()
    assert replacing.replace() is Pressed.REFUSED
