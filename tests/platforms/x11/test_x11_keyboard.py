import threading
from collections.abc import Iterator

import pytest
from Xlib import XK, X, error
from Xlib.display import Display

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Pressed
from tests.desktop.layouts import layout
from tests.desktop.x11_world import PASTE, PhysicalKeys, X11World
from tests.desktop.xserver import XServer

_V = 55
_CYRILLIC_EM = (0x6CD, 0x6ED)


@pytest.fixture
def world(world: X11World) -> Iterator[X11World]:
    yield world
    world.keys.up(*reversed(world.keys._held))
    assert world.keys.are_down() == []


def test_the_chord_arrives_as_if_typed(world: X11World) -> None:
    client = world.client()
    window, target = world.target(client)
    assert world.backend.keyboard.press(PASTE, target) is Pressed.SENT
    control = world.keys.code(XK.XK_Control_L)
    got = [(key.down, key.keycode) for key in client.received()]
    assert got == [(True, control), (True, _V), (False, _V), (False, control)]
    assert [key.state & 0xFF for key in client.keys] == [0, 4, 4, 4]
    assert not any(key.send_event for key in client.keys)
    assert client.pressed(window) == [control, _V]


def test_no_key_goes_to_another_window_or_conversation(world: X11World) -> None:
    client, other = world.client(), world.client(app="Other")
    window, target = world.target(client)
    world.target(other)
    assert world.backend.keyboard.press(PASTE, target) is Pressed.NOT_FRONT
    client.activate(window)
    world.target_in_front(window)
    client.rename(window, "李四")
    client.display.sync()
    assert world.backend.keyboard.press(PASTE, target) is Pressed.OTHER_CONVERSATION
    window.destroy()
    client.display.sync()
    assert world.backend.keyboard.press(PASTE, target) is Pressed.NOT_FRONT
    assert client.received() == []
    assert other.received() == []


@pytest.mark.parametrize(
    ("keysym", "name"),
    [
        (XK.XK_Return, "enter"),
        (XK.XK_KP_Enter, "enter"),
        (XK.XK_Control_L, "ctrl"),
        (XK.XK_Control_R, "ctrl"),
        (XK.XK_Alt_L, "alt"),
        (XK.XK_Alt_R, "alt"),
        (XK.XK_Shift_L, "shift"),
        (XK.XK_Shift_R, "shift"),
        (XK.XK_Super_L, "super"),
    ],
)
def test_nothing_is_pressed_while_a_key_is_held(
    world: X11World, keysym: int, name: str
) -> None:
    client = world.client()
    _, target = world.target(client)
    code = world.keys.code(keysym)
    world.keys.down(code)
    assert world.backend.keyboard.held() == {name}
    assert world.backend.keyboard.press(PASTE, target) is Pressed.KEYS_HELD
    assert world.keys.are_down() == [code]
    world.keys.up(code)
    assert world.backend.keyboard.held() == frozenset()
    assert world.backend.keyboard.press(PASTE, target) is Pressed.SENT
    assert client.pressed()[-2:] == [world.keys.code(XK.XK_Control_L), _V]


def test_the_chord_s_own_key_must_be_up(world: X11World) -> None:
    _, target = world.target(world.client())
    world.keys.down(_V)
    assert world.backend.keyboard.press(PASTE, target) is Pressed.KEYS_HELD
    assert world.keys.are_down() == [_V]


def test_other_keys_and_locks_do_not_matter(world: X11World) -> None:
    client = world.client()
    _, target = world.target(client)
    locks = [world.keys.code(XK.XK_Caps_Lock), world.keys.code(XK.XK_Num_Lock)]
    for lock in locks:
        world.keys.tap(lock)
    world.keys.down(world.keys.code(XK.XK_a))
    assert world.backend.keyboard.held() == frozenset()
    assert world.backend.keyboard.press(PASTE, target) is Pressed.SENT
    world.keys.up(world.keys.code(XK.XK_a))
    for lock in locks:
        world.keys.tap(lock)


def test_modifiers_held_a_moment_delay_the_chord_only(world: X11World) -> None:
    client = world.client()
    _, target = world.target(client)
    world.keys.down(world.keys.code(XK.XK_Control_L), world.keys.code(XK.XK_Alt_L))
    world.clock.call_later(0.4, lambda: world.keys.up(*reversed(world.keys._held)))
    answers: list[Pressed] = []

    def try_once() -> bool:
        answers.append(world.backend.keyboard.press(PASTE, target))
        return answers[-1] is Pressed.SENT

    assert world.run(try_once)
    assert set(answers[:-1]) == {Pressed.KEYS_HELD}
    assert client.pressed()[-2:] == [world.keys.code(XK.XK_Control_L), _V]


def test_a_seized_keyboard_gets_no_chord(world: X11World) -> None:
    client, locker = world.client(), world.client(app="Locker")
    _, target = world.target(client)
    root = locker.display.screen().root
    root.grab_keyboard(False, X.GrabModeAsync, X.GrabModeAsync, X.CurrentTime)
    locker.display.sync()
    assert world.backend.keyboard.press(PASTE, target) is Pressed.REFUSED
    assert "locker" in str(world.backend.keyboard.obstacle(target))
    locker.display.ungrab_keyboard(X.CurrentTime)
    locker.display.sync()
    assert locker.received() == []
    assert client.received() == []
    assert not world.backend.keyboard.obstacle(target)
    assert world.backend.keyboard.press(PASTE, target) is Pressed.SENT


def test_a_focus_thief_never_gets_a_chord(world: X11World) -> None:
    client, thief = world.client(), world.client(app="Thief")
    window, target = world.target(client)
    trap, _ = world.target(thief)
    ended = threading.Event()

    def steal(display: Display) -> None:
        while not ended.wait(0.001):
            for prey in (trap.id, window.id):
                display.create_resource_object("window", prey).set_input_focus(
                    X.RevertToParent, X.CurrentTime
                )
                display.sync()

    display = Display(world.name)
    display.set_error_handler(lambda *_: None)
    thread = threading.Thread(target=steal, args=(display,))
    thread.start()
    try:
        answers = [world.backend.keyboard.press(PASTE, target) for _ in range(400)]
    finally:
        ended.set()
        thread.join()
        display.close()
    assert thief.pressed() == []
    assert len(client.pressed()) == 2 * answers.count(Pressed.SENT)
    assert set(answers) == {Pressed.SENT, Pressed.NOT_FRONT}


def test_an_unknown_key_is_refused(world: X11World) -> None:
    client = world.client()
    _, target = world.target(client)
    chord = Combo(("ctrl",), "f24")
    assert world.backend.keyboard.press(chord, target) is Pressed.REFUSED
    assert client.received() == []


def test_a_fault_half_way_leaves_nothing_down(
    world: X11World, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = world.client()
    _, target = world.target(client)
    keyboard = world.backend.keyboard
    fake = keyboard._fake  # type: ignore[attr-defined]

    def fail(event_type: int, keycode: int) -> None:
        fake(event_type, keycode)
        if event_type == X.KeyPress and keycode == _V:
            raise error.ConnectionClosedError("test")

    monkeypatch.setattr(keyboard, "_fake", fail)
    with pytest.raises(error.ConnectionClosedError):
        keyboard.press(PASTE, target)
    assert world.keys.are_down() == []
    # The server listens to everybody again.
    client.display.sync()


@pytest.mark.parametrize(
    ("names", "group", "keycode"),
    [
        ("us", 0, _V),
        ("de", 0, _V),
        ("fr", 0, _V),
        ("dvorak", 0, 60),
        ("us,ru", 0, _V),
        ("us,ru", 1, _V),
        ("dvorak,ru", 1, 60),
        ("us,dvorak", 0, _V),
        ("us,dvorak", 1, 60),
        ("us,ru,fr,dvorak", 3, 60),
    ],
)
def test_the_chord_follows_the_layout(
    server: XServer, world: X11World, names: str, group: int, keycode: int
) -> None:
    client = world.client()
    _, target = world.target(client)
    with layout(server, world.keys, names, group):
        assert world.backend.keyboard.press(PASTE, target) is Pressed.SENT
        assert client.pressed()[-1] == keycode
        insert = Combo.parse("shift+insert")
        assert world.backend.keyboard.press(insert, target) is Pressed.SENT
        assert client.pressed()[-1] == 118


def test_a_layout_without_latin_letters_is_lent_the_chord_s(
    server: XServer, world: X11World
) -> None:
    client = world.client()
    _, target = world.target(client)
    with layout(server, world.keys, "ru"):
        assert world.backend.keyboard.press(PASTE, target) is Pressed.SENT
        assert client.pressed()[-1] == _V
        assert _symbols(world) == [*_CYRILLIC_EM, XK.XK_v, XK.XK_V]
        world.backend._keymap.take_back()
        assert _symbols(world)[2:] != [XK.XK_v, XK.XK_V]
    assert world.backend.keyboard.press(PASTE, target) is Pressed.SENT
    assert _symbols(world)[:2] == [XK.XK_v, XK.XK_V]


def test_what_was_lent_is_taken_back_at_the_end(server: XServer) -> None:
    keys = PhysicalKeys(server.display)
    with layout(server, keys, "ru"):
        with X11World(server.display) as world:
            lent = _symbols(world)
        display = Display(server.display)
        left = [display.keycode_to_keysym(_V, column) for column in range(4)]
        display.close()
    keys.close()
    assert lent == [*_CYRILLIC_EM, XK.XK_v, XK.XK_V]
    assert left[:2] == list(_CYRILLIC_EM)
    assert XK.XK_v not in left


def _symbols(world: X11World) -> list[int]:
    """The first four symbols of the key that is V on a US keyboard."""
    display = world.client().display
    return [int(display.keycode_to_keysym(_V, column)) for column in range(4)]
