import pytest
from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

from qtdesk.core.ports import Pressed, Stroke
from qtdesk.platforms.x11.typeahead import LONGEST_S
from tests.desktop.layouts import layout
from tests.desktop.x11_world import ALT, CTRL, LETTERS, PASTE, SPACE, X11World
from tests.desktop.xserver import XServer


@pytest.fixture
def presses(world: X11World) -> list[float]:
    return world.register_hotkey()


def test_no_key_behind_the_hotkey_reaches_the_window_in_front(
    world: X11World, presses: list[float]
) -> None:
    client = world.client()
    world.target(client)
    world.hear_strokes()
    text = "qwertyuiop asdfghjkl zxcvbnm 1234567890 " * 5
    display = Display(world.name)
    for code in (CTRL, ALT):
        xtest.fake_input(display, X.KeyPress, code)
    xtest.fake_input(display, X.KeyPress, SPACE)
    for code in (SPACE, ALT, CTRL):
        xtest.fake_input(display, X.KeyRelease, code)
    for letter in text:
        # The third argument is a delay in the server, in milliseconds.
        xtest.fake_input(display, X.KeyPress, LETTERS[letter], 1)
        xtest.fake_input(display, X.KeyRelease, LETTERS[letter])
    display.flush()
    assert world.run(lambda: len(world.typed()) == len(text))
    display.close()
    assert world.typed() == text
    world.backend.type_ahead.release()
    assert set(client.pressed()) == {CTRL, ALT}
    assert [stroke.down for stroke in world.strokes] == [True, False] * len(text)
    assert presses


def test_keys_wait_while_we_are_slow(world: X11World, presses: list[float]) -> None:
    client = world.client()
    world.target(client)
    world.press_hotkey()
    for letter in "tuikuan":
        world.keys.tap(LETTERS[letter])
    # Nobody has looked at the connection so far: the server keeps the keys.
    world.for_a_while(0.0)
    assert set(client.pressed()) == {CTRL, ALT}
    assert world.run(lambda: presses)
    world.for_a_while(0.02)
    world.hear_strokes()
    assert world.typed() == "tuikuan"


def test_release_hands_over_first_and_gives_the_keyboard_back(
    world: X11World, presses: list[float]
) -> None:
    client = world.client()
    world.target(client)
    world.hear_strokes()
    world.press_hotkey()
    assert world.run(lambda: presses)
    for letter in "abc":
        world.keys.tap(LETTERS[letter])
    world.backend.type_ahead.release()
    assert world.typed() == "abc"
    assert world.keys_go_to(client)
    assert world.typed() == "abc"
    world.backend.type_ahead.release()


def test_the_keyboard_comes_back_by_itself(
    world: X11World, presses: list[float]
) -> None:
    client = world.client()
    world.target(client)
    world.press_hotkey()
    assert world.run(lambda: presses)
    world.for_a_while(LONGEST_S - 0.3)
    assert not world.keys_go_to(client)
    world.for_a_while(0.5)
    assert world.keys_go_to(client)


def test_a_second_press_under_way_at_the_release_still_fires(
    world: X11World, presses: list[float]
) -> None:
    world.hear_strokes()
    world.press_hotkey()
    assert world.run(lambda: presses)
    world.keys.tap(LETTERS["a"])
    world.press_hotkey()
    world.backend.type_ahead.release()
    assert world.typed() == "a"
    assert world.run(lambda: len(presses) == 2)
    world.backend.type_ahead.release()


def test_keys_behind_a_second_press_are_left_for_its_own_opening(
    world: X11World, presses: list[float]
) -> None:
    client = world.client()
    world.target(client)
    world.hear_strokes()
    world.press_hotkey()
    assert world.run(lambda: presses)
    # All of this waits when the first opening ends, as with an Enter before it.
    world.keys.tap(LETTERS["a"])
    world.press_hotkey()
    world.keys.tap(LETTERS["b"])
    world.backend.type_ahead.release()
    assert world.typed() == "a"
    world.keys.tap(LETTERS["c"])
    assert world.run(lambda: len(presses) == 2 and world.typed() == "abc")
    assert set(client.pressed()) <= {CTRL, ALT}
    world.backend.type_ahead.release()
    assert world.keys_go_to(client)


def test_a_remainder_of_the_hotkey_does_not_spoil_the_first_letters(
    world: X11World, presses: list[float]
) -> None:
    world.hear_strokes()
    world.keys.down(CTRL, ALT, SPACE)
    assert world.run(lambda: presses)
    world.keys.tap(LETTERS["a"])
    world.keys.up(SPACE, ALT, CTRL)
    world.keys.tap(LETTERS["b"])
    world.keys.tap(CTRL, LETTERS["c"])
    world.keys.tap(50, LETTERS["d"])
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
    world.keys.down(LETTERS["j"])
    world.press_hotkey()
    assert world.run(lambda: presses)
    world.keys.up(LETTERS["j"])
    world.keys.tap(36)
    world.backend.type_ahead.release()
    assert world.strokes == [Stroke(True, "enter"), Stroke(False, "enter")]


def test_named_keys_keep_their_names(world: X11World, presses: list[float]) -> None:
    world.hear_strokes()
    world.press_hotkey()
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
        world.press_hotkey()
        assert world.run(lambda: presses)
        for chord in codes:
            world.keys.tap(*chord)
        world.backend.type_ahead.release()
    assert world.typed() == text


def test_a_chord_is_struck_even_while_typing_ahead(
    world: X11World, presses: list[float]
) -> None:
    client = world.client()
    _, target = world.target(client)
    world.press_hotkey()
    assert world.run(lambda: presses)
    assert world.backend.keyboard.press(PASTE, target) is Pressed.SENT
    assert client.pressed()[-2:] == [CTRL, 55]
