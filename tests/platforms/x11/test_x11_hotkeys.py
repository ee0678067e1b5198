import time
from collections.abc import Iterator

import pytest
from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.ports import Pressed, Stroke
from qtdesk.platforms.x11.typeahead import LONGEST_S
from tests.desktop.layouts import layout
from tests.desktop.x11_world import PASTE, X11World
from tests.desktop.xserver import XServer

_HOTKEY = Combo.parse("ctrl+alt+space")
_CTRL, _ALT, _SPACE = 37, 64, 65
_CODES = dict(zip("qwertyuiop", range(24, 34), strict=True)) | {
    **dict(zip("asdfghjkl", range(38, 47), strict=True)),
    **dict(zip("zxcvbnm", range(52, 59), strict=True)),
    **{digit: code for code, digit in enumerate("1234567890", 10)},
    " ": 65,
}


@pytest.fixture(scope="module")
def server() -> Iterator[XServer]:
    with XServer() as server:
        yield server


@pytest.fixture
def world(server: XServer) -> Iterator[X11World]:
    with X11World(server.display) as world:
        yield world


@pytest.fixture
def presses(world: X11World) -> list[float]:
    """Register the hotkey; when it was pressed is in this list."""
    presses: list[float] = []
    world.backend.hotkeys.register(_HOTKEY, lambda: presses.append(world.clock.now()))
    return presses


def _press_hotkey(world: X11World) -> None:
    world.keys.tap(_CTRL, _ALT, _SPACE)


def _typed(world: X11World) -> str:
    return "".join(stroke.text for stroke in world.strokes if stroke.down)


def _goes_to(world: X11World, client: object, code: int = 38) -> bool:
    """Whether a key now goes to `client` and nowhere else."""
    world.keys.tap(code)
    world.for_a_while(0.02)
    return bool(client.pressed()[-1:] == [code])  # type: ignore[attr-defined]


def test_a_press_of_a_fraction_of_a_millisecond_counts(
    world: X11World, presses: list[float]
) -> None:
    _press_hotkey(world)
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
    _press_hotkey(world)
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
    world.keys.tap(_CTRL, _SPACE)
    world.keys.tap(_SPACE)
    world.keys.tap(_CTRL, _ALT, 50, _SPACE)
    world.for_a_while(0.05)
    assert not presses
    assert client.pressed().count(_SPACE) == 3


def test_no_key_behind_the_hotkey_reaches_the_window_in_front(
    world: X11World, presses: list[float]
) -> None:
    client = world.client()
    world.target(client)
    world.hear_strokes()
    text = "qwertyuiop asdfghjkl zxcvbnm 1234567890 " * 5
    display = Display(world.name)
    for code in (_CTRL, _ALT):
        xtest.fake_input(display, X.KeyPress, code)
    xtest.fake_input(display, X.KeyPress, _SPACE)
    for code in (_SPACE, _ALT, _CTRL):
        xtest.fake_input(display, X.KeyRelease, code)
    for letter in text:
        # The third argument is a delay in the server, in milliseconds.
        xtest.fake_input(display, X.KeyPress, _CODES[letter], 1)
        xtest.fake_input(display, X.KeyRelease, _CODES[letter])
    display.flush()
    assert world.run(lambda: len(_typed(world)) == len(text))
    display.close()
    assert _typed(world) == text
    world.backend.type_ahead.release()
    assert set(client.pressed()) == {_CTRL, _ALT}
    assert [stroke.down for stroke in world.strokes] == [True, False] * len(text)
    assert presses


def test_keys_wait_while_we_are_slow(world: X11World, presses: list[float]) -> None:
    client = world.client()
    world.target(client)
    _press_hotkey(world)
    for letter in "tuikuan":
        world.keys.tap(_CODES[letter])
    # Nobody has looked at the connection so far: the server keeps the keys.
    world.for_a_while(0.0)
    assert set(client.pressed()) == {_CTRL, _ALT}
    assert world.run(lambda: presses)
    world.for_a_while(0.02)
    world.hear_strokes()
    assert _typed(world) == "tuikuan"


def test_release_hands_over_first_and_gives_the_keyboard_back(
    world: X11World, presses: list[float]
) -> None:
    client = world.client()
    world.target(client)
    world.hear_strokes()
    _press_hotkey(world)
    assert world.run(lambda: presses)
    for letter in "abc":
        world.keys.tap(_CODES[letter])
    world.backend.type_ahead.release()
    assert _typed(world) == "abc"
    assert _goes_to(world, client)
    assert _typed(world) == "abc"
    world.backend.type_ahead.release()


def test_the_keyboard_comes_back_by_itself(
    world: X11World, presses: list[float]
) -> None:
    client = world.client()
    world.target(client)
    _press_hotkey(world)
    assert world.run(lambda: presses)
    world.for_a_while(LONGEST_S - 0.3)
    assert not _goes_to(world, client)
    world.for_a_while(0.5)
    assert _goes_to(world, client)


def test_a_second_press_fires_and_releases_cleanly(
    world: X11World, presses: list[float]
) -> None:
    client = world.client()
    world.target(client)
    for count in range(1, 5):
        _press_hotkey(world)
        assert world.run(lambda count=count: len(presses) == count)  # type: ignore[misc]
        if count % 2:
            world.backend.type_ahead.release()
    world.backend.type_ahead.release()
    assert _goes_to(world, client)


def test_a_second_press_under_way_at_the_release_still_fires(
    world: X11World, presses: list[float]
) -> None:
    world.hear_strokes()
    _press_hotkey(world)
    assert world.run(lambda: presses)
    world.keys.tap(_CODES["a"])
    _press_hotkey(world)
    world.backend.type_ahead.release()
    assert _typed(world) == "a"
    assert world.run(lambda: len(presses) == 2)
    world.backend.type_ahead.release()


@pytest.mark.parametrize("released", [True, False])
def test_a_held_hotkey_fires_once(
    world: X11World, presses: list[float], released: bool
) -> None:
    client = world.client()
    world.target(client)
    world.keys.down(_CTRL, _ALT, _SPACE)
    assert world.run(lambda: presses)
    if released:
        world.backend.type_ahead.release()
    world.for_a_while(LONGEST_S + 0.3)
    assert len(presses) == 1
    world.keys.up(_SPACE, _ALT, _CTRL)
    world.for_a_while(0.05)
    assert client.pressed().count(_SPACE) == 0
    assert _goes_to(world, client)
    _press_hotkey(world)
    assert world.run(lambda: len(presses) == 2)
    world.backend.type_ahead.release()


def test_a_hotkey_let_go_after_the_release_fires_again(
    world: X11World, presses: list[float]
) -> None:
    for count in (1, 2, 3):
        world.keys.down(_CTRL, _ALT, _SPACE)
        assert world.run(lambda count=count: len(presses) == count)  # type: ignore[misc]
        world.backend.type_ahead.release()
        world.keys.up(_SPACE, _ALT, _CTRL)
        world.for_a_while(0.06)


def test_a_remainder_of_the_hotkey_does_not_spoil_the_first_letters(
    world: X11World, presses: list[float]
) -> None:
    world.hear_strokes()
    world.keys.down(_CTRL, _ALT, _SPACE)
    assert world.run(lambda: presses)
    world.keys.tap(_CODES["a"])
    world.keys.up(_SPACE, _ALT, _CTRL)
    world.keys.tap(_CODES["b"])
    world.keys.tap(_CTRL, _CODES["c"])
    world.keys.tap(50, _CODES["d"])
    world.backend.type_ahead.release()
    assert [stroke for stroke in world.strokes if stroke.down] == [
        Stroke(True, "a", "a"),
        Stroke(True, "b", "b"),
        Stroke(True, "c", "", ("ctrl",)),
        Stroke(True, "d", "D", ("shift",)),
    ]


def test_a_key_held_before_the_hotkey_leaves_no_stroke(
    world: X11World, presses: list[float]
) -> None:
    world.hear_strokes()
    world.keys.down(_CODES["j"])
    _press_hotkey(world)
    assert world.run(lambda: presses)
    world.keys.up(_CODES["j"])
    world.keys.tap(36)
    world.backend.type_ahead.release()
    assert world.strokes == [Stroke(True, "enter"), Stroke(False, "enter")]


def test_named_keys_keep_their_names(world: X11World, presses: list[float]) -> None:
    world.hear_strokes()
    _press_hotkey(world)
    assert world.run(lambda: presses)
    keysyms = (XK.XK_Down, XK.XK_BackSpace, XK.XK_Tab, XK.XK_Escape, XK.XK_KP_Enter)
    for keysym in keysyms:
        world.keys.tap(world.keys.code(keysym))
    world.backend.type_ahead.release()
    names = [(stroke.key, stroke.text) for stroke in world.strokes if stroke.down]
    assert names == [
        ("down", ""),
        ("backspace", ""),
        ("tab", ""),
        ("escape", ""),
        ("enter", ""),
    ]


@pytest.mark.parametrize(
    ("names", "group", "codes", "text"),
    [
        ("us", 0, [(24,), (50, 24), (66,), (24,), (50, 24), (66,)], "qQQq"),
        ("de", 0, [(29,), (47,), (50, 47), (108, 24)], "zöÖ@"),
        ("fr", 0, [(24,), (10,), (50, 10), (108, 26)], "a&1€"),
        ("us,ru", 1, [(24,), (50, 24), (41,)], "йЙа"),
        ("us,il", 1, [(38,)], "ש"),
        ("us", 0, [(77,), (87,), (88,), (77,), (87,)], "12"),
    ],
)
def test_strokes_type_what_the_layout_says(
    server: XServer,
    world: X11World,
    presses: list[float],
    names: str,
    group: int,
    codes: list[tuple[int, ...]],
    text: str,
) -> None:
    world.hear_strokes()
    with layout(server, world.keys, names, group):
        world.for_a_while(0.05)
        _press_hotkey(world)
        assert world.run(lambda: presses)
        for chord in codes:
            world.keys.tap(*chord)
        world.backend.type_ahead.release()
    assert _typed(world) == text


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
            world.keys.tap(_CTRL, code)
            assert world.run(lambda: presses, 1.0), names
            world.backend.type_ahead.release()


def test_a_taken_combination_is_refused_in_words(server: XServer) -> None:
    with X11World(server.display) as first, X11World(server.display) as second:
        first.backend.hotkeys.register(_HOTKEY, lambda: None)
        with pytest.raises(HotkeyError, match="taken by another program"):
            second.backend.hotkeys.register(_HOTKEY, lambda: None)
        first.backend.hotkeys.unregister(_HOTKEY)
        second.backend.hotkeys.register(_HOTKEY, lambda: None)


def test_a_refused_registration_leaves_nothing_grabbed(
    server: XServer, world: X11World
) -> None:
    del server
    other = world.client()
    root = other.display.screen().root
    # Only with CapsLock: the others would be granted.
    root.grab_key(_SPACE, X.LockMask | 12, False, X.GrabModeAsync, X.GrabModeAsync)
    other.display.sync()
    with pytest.raises(HotkeyError):
        world.backend.hotkeys.register(_HOTKEY, lambda: None)
    world.target(other)
    world.keys.tap(_CTRL, _ALT, _SPACE)
    assert _SPACE in other.pressed()


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
    _press_hotkey(world)
    world.for_a_while(0.05)
    assert not presses
    menu.display.ungrab_keyboard(X.CurrentTime)
    menu.display.sync()
    _press_hotkey(world)
    assert world.run(lambda: presses)


def test_an_unregistered_hotkey_is_an_ordinary_key(
    world: X11World, presses: list[float]
) -> None:
    client = world.client()
    world.target(client)
    world.backend.hotkeys.unregister(_HOTKEY)
    world.backend.hotkeys.unregister(_HOTKEY)
    _press_hotkey(world)
    world.for_a_while(0.05)
    assert not presses
    assert _SPACE in client.pressed()


def test_the_window_in_front_is_still_known_when_the_hotkey_fires(
    world: X11World,
) -> None:
    window, target = world.target(world.client())
    seen: list[object] = []
    world.backend.hotkeys.register(
        _HOTKEY, lambda: seen.append(world.backend.windows.front())
    )
    _press_hotkey(world)
    assert world.run(lambda: seen)
    assert seen == [target]
    assert target.window == window.id


def test_a_chord_is_struck_even_while_typing_ahead(
    world: X11World, presses: list[float]
) -> None:
    client = world.client()
    _, target = world.target(client)
    _press_hotkey(world)
    assert world.run(lambda: presses)
    assert world.backend.keyboard.press(PASTE, target) is Pressed.SENT
    assert client.pressed()[-2:] == [_CTRL, 55]


def test_from_press_to_thaw_takes_a_few_milliseconds(
    world: X11World, presses: list[float]
) -> None:
    times = []
    for count in range(1, 21):
        begun = time.monotonic()
        _press_hotkey(world)
        assert world.run(lambda count=count: len(presses) == count)  # type: ignore[misc]
        times.append(presses[-1] - begun)
        world.backend.type_ahead.release()
    assert sorted(times)[10] < 0.01
