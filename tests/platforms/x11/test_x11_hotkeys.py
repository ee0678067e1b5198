import time

import pytest
from Xlib import XK, X

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.platforms.x11.hotkeys import X11Hotkeys
from qtdesk.platforms.x11.typeahead import LONGEST_S
from tests.desktop.layouts import layout
from tests.desktop.x11_world import ALT, CTRL, HOTKEY, SPACE, X11World
from tests.desktop.xserver import XServer


@pytest.fixture
def presses(world: X11World) -> list[float]:
    return world.register_hotkey()


def test_a_press_of_a_fraction_of_a_millisecond_counts(
    world: X11World, presses: list[float]
) -> None:
    world.press_hotkey()
    assert world.run(lambda: presses)
    world.for_a_while(0.05)
    assert len(presses) == 1


@pytest.mark.parametrize(
    "locks",
    [(XK.XK_Caps_Lock,), (XK.XK_Num_Lock,), (XK.XK_Caps_Lock, XK.XK_Num_Lock)],
)
def test_locks_do_not_hide_the_hotkey(
    world: X11World, presses: list[float], locks: tuple[int, ...]
) -> None:
    codes = [world.keys.code(lock) for lock in locks]
    for code in codes:
        world.keys.tap(code)
    world.press_hotkey()
    pressed = world.run(lambda: presses)
    world.backend.type_ahead.release()
    for code in codes:
        world.keys.tap(code)
    assert pressed


def test_other_combinations_are_left_alone(
    world: X11World, presses: list[float]
) -> None:
    client = world.client()
    world.target(client)
    world.keys.tap(CTRL, SPACE)
    world.keys.tap(SPACE)
    world.keys.tap(CTRL, ALT, 50, SPACE)
    world.for_a_while(0.05)
    assert not presses
    assert client.pressed().count(SPACE) == 3


def test_a_second_press_fires_and_releases_cleanly(
    world: X11World, presses: list[float]
) -> None:
    client = world.client()
    world.target(client)
    for count in range(1, 5):
        world.press_hotkey()
        assert world.run(lambda count=count: len(presses) == count)  # type: ignore[misc]
        if count % 2:
            world.backend.type_ahead.release()
    world.backend.type_ahead.release()
    assert world.keys_go_to(client)


@pytest.mark.parametrize("released", [True, False])
def test_a_held_hotkey_fires_once(
    world: X11World, presses: list[float], released: bool
) -> None:
    client = world.client()
    world.target(client)
    world.keys.down(CTRL, ALT, SPACE)
    assert world.run(lambda: presses)
    if released:
        world.backend.type_ahead.release()
    world.for_a_while(LONGEST_S + 0.3)
    assert len(presses) == 1
    world.keys.up(SPACE, ALT, CTRL)
    world.for_a_while(0.05)
    assert client.pressed().count(SPACE) == 0
    assert world.keys_go_to(client)
    world.press_hotkey()
    assert world.run(lambda: len(presses) == 2)
    world.backend.type_ahead.release()


def test_a_second_press_right_behind_the_first_counts(
    world: X11World, presses: list[float]
) -> None:
    for count in (1, 2, 3, 4):
        world.keys.down(CTRL, ALT, SPACE)
        assert world.run(lambda count=count: len(presses) == count)  # type: ignore[misc]
        # From here on its release goes to the window with the focus, unseen.
        world.backend.type_ahead.release()
        world.keys.up(SPACE, ALT, CTRL)


def test_a_hotkey_let_go_after_the_release_fires_again(
    world: X11World, presses: list[float]
) -> None:
    for count in (1, 2, 3):
        world.keys.down(CTRL, ALT, SPACE)
        assert world.run(lambda count=count: len(presses) == count)  # type: ignore[misc]
        world.backend.type_ahead.release()
        world.keys.up(SPACE, ALT, CTRL)
        world.for_a_while(0.06)


def test_a_letter_hotkey_follows_the_layout(server: XServer, world: X11World) -> None:
    presses: list[int] = []
    world.backend.hotkeys.register(Combo.parse("ctrl+k"), lambda: presses.append(1))
    for names, group, code in (
        ("us", 0, 45),
        ("dvorak", 0, 55),
        ("us,dvorak", 1, 55),
        ("us,ru", 1, 45),
        ("ru", 0, 45),
    ):
        with layout(server, world.keys, names, group):
            world.for_a_while(0.05)
            presses.clear()
            world.keys.tap(CTRL, code)
            assert world.run(lambda: presses, 1.0), names
            world.backend.type_ahead.release()


def test_a_hotkey_whose_key_stays_is_never_let_go(
    world: X11World, presses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    given_back: list[int] = []
    hotkeys = world.backend.hotkeys
    assert isinstance(hotkeys, X11Hotkeys)
    root = hotkeys._connection.root
    monkeypatch.setattr(root, "ungrab_key", lambda code, _mask: given_back.append(code))
    other = world.client().display
    spare = other.display.info.max_keycode
    was = other.get_keyboard_mapping(spare, 1)
    for symbols in ([(XK.XK_F35,) * len(was[0])], was):
        other.change_keyboard_mapping(spare, symbols)
        other.sync()
        world.for_a_while(0.05)
        presses.clear()
        world.keys.tap(CTRL, ALT, SPACE)
        assert world.run(lambda: presses, 1.0)
        world.backend.type_ahead.release()
    assert not given_back


def test_a_taken_combination_is_refused_in_words(server: XServer) -> None:
    with X11World(server.display) as first, X11World(server.display) as second:
        first.backend.hotkeys.register(HOTKEY, lambda: None)
        with pytest.raises(HotkeyError, match="taken by another program"):
            second.backend.hotkeys.register(HOTKEY, lambda: None)
        first.backend.hotkeys.unregister(HOTKEY)
        second.backend.hotkeys.register(HOTKEY, lambda: None)


def test_a_refused_registration_leaves_nothing_grabbed(
    server: XServer, world: X11World
) -> None:
    del server
    other = world.client()
    root = other.display.screen().root
    # Only with CapsLock: the others would be granted.
    root.grab_key(SPACE, X.LockMask | 12, False, X.GrabModeAsync, X.GrabModeAsync)
    other.display.sync()
    with pytest.raises(HotkeyError):
        world.backend.hotkeys.register(HOTKEY, lambda: None)
    world.target(other)
    world.keys.tap(CTRL, ALT, SPACE)
    assert SPACE in other.pressed()


@pytest.mark.parametrize("combo", ["a", "shift+a", "space", "shift+5", "enter", "up"])
def test_what_people_type_is_no_hotkey(world: X11World, combo: str) -> None:
    with pytest.raises(HotkeyError, match="lost for typing"):
        world.backend.hotkeys.register(Combo.parse(combo), lambda: None)


def test_a_missing_key_is_no_hotkey(world: X11World) -> None:
    with pytest.raises(HotkeyError, match="no key for"):
        world.backend.hotkeys.register(Combo.parse("f24"), lambda: None)


@pytest.mark.parametrize("combo", ["f9", "pause", "shift+f2"])
def test_some_keys_may_stand_alone(world: X11World, combo: str) -> None:
    presses: list[int] = []
    parsed = Combo.parse(combo)
    world.backend.hotkeys.register(parsed, lambda: presses.append(1))
    code = {"f9": 75, "pause": 127, "f2": 68}[parsed.key]
    world.keys.tap(*([50] if parsed.modifiers else []), code)
    assert world.run(lambda: presses)


def test_a_seized_keyboard_keeps_its_keys(
    world: X11World, presses: list[float]
) -> None:
    menu = world.client(app="Menu")
    root = menu.display.screen().root
    root.grab_keyboard(False, X.GrabModeAsync, X.GrabModeAsync, X.CurrentTime)
    menu.display.sync()
    world.press_hotkey()
    world.for_a_while(0.05)
    assert not presses
    menu.display.ungrab_keyboard(X.CurrentTime)
    menu.display.sync()
    world.press_hotkey()
    assert world.run(lambda: presses)


def test_an_unregistered_hotkey_is_an_ordinary_key(
    world: X11World, presses: list[float]
) -> None:
    client = world.client()
    world.target(client)
    world.backend.hotkeys.unregister(HOTKEY)
    world.backend.hotkeys.unregister(HOTKEY)
    world.press_hotkey()
    world.for_a_while(0.05)
    assert not presses
    assert SPACE in client.pressed()


def test_the_window_in_front_is_still_known_when_the_hotkey_fires(
    world: X11World,
) -> None:
    window, target = world.target(world.client())
    seen: list[object] = []
    world.backend.hotkeys.register(
        HOTKEY, lambda: seen.append(world.backend.windows.front())
    )
    world.press_hotkey()
    assert world.run(lambda: seen)
    assert seen == [target]
    assert target.window == window.id


def test_from_press_to_thaw_takes_a_few_milliseconds(
    world: X11World, presses: list[float]
) -> None:
    times = []
    for count in range(1, 21):
        begun = time.monotonic()
        world.press_hotkey()
        assert world.run(lambda count=count: len(presses) == count)  # type: ignore[misc]
        times.append(presses[-1] - begun)
        world.backend.type_ahead.release()
    assert sorted(times)[10] < 0.01
