import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.ports import Stroke
from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.typeahead import LONGEST_S
from tests.platforms.windows.windows_scene import ALT, CTRL, SPACE, Scene

HOTKEY = Combo.parse("ctrl+alt+space")
GRAVE = Combo.parse("ctrl+grave")
RUSSIAN = 0x0419


class Hotkey(Scene):
    """The chat in front, and a hotkey that opens something."""

    def __init__(self) -> None:
        super().__init__()
        self.presses = 0
        self.strokes: list[Stroke] = []
        self.platform.hotkeys.register(HOTKEY, self._pressed)
        self.platform.type_ahead.listen(self.strokes.append)

    def _pressed(self) -> None:
        self.presses += 1

    def typed(self) -> str:
        return "".join(stroke.text for stroke in self.strokes if stroke.down)


@pytest.fixture
def scene() -> Hotkey:
    return Hotkey()


def test_a_taken_combination_is_named(scene: Hotkey) -> None:
    scene.system.taken.add((codes.MOD_CONTROL, 0xC0))
    with pytest.raises(HotkeyError, match=r"Ctrl\+Grave is taken"):
        scene.platform.hotkeys.register(GRAVE, lambda: None)


def test_a_combination_that_windows_refuses_is_named(scene: Hotkey) -> None:
    scene.system.refused.add(0x7B)
    with pytest.raises(HotkeyError, match="Windows keeps"):
        scene.platform.hotkeys.register(Combo.parse("f12"), lambda: None)


def test_what_people_type_is_refused(scene: Hotkey) -> None:
    with pytest.raises(HotkeyError, match="lost for typing"):
        scene.platform.hotkeys.register(Combo.parse("shift+a"), lambda: None)


def test_holding_the_hotkey_is_one_press(scene: Hotkey) -> None:
    for key in (CTRL, ALT, *(SPACE,) * 5):
        scene.system.key(key, down=True)
    scene.run(0.01)
    assert scene.presses == 1
    assert scene.strokes == []


def test_keys_behind_the_hotkey_never_reach_the_chat(scene: Hotkey) -> None:
    scene.system.key(CTRL, down=True)
    scene.system.key(ALT, down=True)
    scene.system.key(SPACE, down=True)
    scene.run(0.001)
    # The fingers leave the hotkey only while the next keys go down.
    scene.system.key(ord("T"), down=True)
    for key in (SPACE, ALT, CTRL, ord("T")):
        scene.system.key(key, down=False)
    scene.system.tap(ord("K"))
    scene.run(0.01)
    assert scene.typed() == "tk"
    assert scene.chat.chords == []


def test_shift_pressed_behind_the_hotkey_counts(scene: Hotkey) -> None:
    scene.system.tap(CTRL, ALT, SPACE)
    scene.run(0.01)
    scene.system.tap(codes.VK_LSHIFT, ord("T"))
    scene.run(0.01)
    down = next(stroke for stroke in scene.strokes if stroke.down)
    assert down == Stroke(True, "t", "T", ("shift",))


def test_what_was_down_before_is_nobody_s_business(scene: Hotkey) -> None:
    scene.system.key(ord("A"), down=True)
    scene.system.tap(CTRL, ALT, SPACE)
    scene.run(0.01)
    scene.system.key(ord("A"), down=True)
    scene.system.key(ord("A"), down=False)
    scene.run(0.01)
    assert scene.strokes == []


def test_the_chat_is_known_although_we_took_the_front(scene: Hotkey) -> None:
    scene.system.tells_fronts = False
    scene.open("notes", "notes")
    scene.system.to_front(scene.chat)
    scene.system.tap(CTRL, ALT, SPACE)
    scene.run(0.01)
    assert scene.platform.windows.front() is None
    recent = scene.platform.windows.recent()
    assert recent is not None
    assert recent.window == scene.chat.handle


@pytest.mark.parametrize("released", [True, False])
def test_the_keyboard_goes_back_to_the_chat(scene: Hotkey, released: bool) -> None:
    scene.system.tap(CTRL, ALT, SPACE)
    scene.run(0.01)
    assert scene.system.front is not scene.chat
    if released:
        scene.platform.type_ahead.release()
    scene.run(0.01 if released else LONGEST_S)
    assert scene.system.front is scene.chat


def test_the_panel_keeps_the_front_at_the_release(scene: Hotkey) -> None:
    scene.system.tap(CTRL, ALT, SPACE)
    scene.run(0.01)
    panel = scene.system.open(scene.system.own, "qtdesk")
    scene.platform.type_ahead.release()
    assert scene.system.front is panel


def test_the_open_panel_keeps_the_front_at_another_press(scene: Hotkey) -> None:
    panel = scene.system.open(scene.system.own, "qtdesk")
    scene.system.tap(CTRL, ALT, SPACE)
    scene.run(0.01)
    assert scene.presses == 1
    assert scene.system.front is panel


def test_a_press_before_the_panel_is_open_begins_anew(scene: Hotkey) -> None:
    for letter in "AB":
        scene.system.tap(CTRL, ALT, SPACE)
        scene.run(0.01)
        scene.system.tap(ord(letter))
        scene.run(0.01)
    assert scene.presses == 2
    assert scene.typed() == "ab"
    scene.platform.type_ahead.release()
    assert scene.system.front is scene.chat


def test_a_front_that_is_refused_keeps_nothing(scene: Hotkey) -> None:
    scene.system.locked_hard = True
    scene.system.tap(CTRL, ALT, SPACE)
    scene.run(0.01)
    assert scene.presses == 1
    scene.system.tap(ord("T"))
    scene.run(0.01)
    assert scene.strokes == []


def test_a_game_is_not_disturbed(scene: Hotkey) -> None:
    scene.system.exclusive = True
    scene.system.tap(CTRL, ALT, SPACE)
    scene.run(0.01)
    assert scene.presses == 0
    assert scene.system.front is scene.chat


def test_what_was_typed_before_the_lock_is_forgotten(scene: Hotkey) -> None:
    scene.system.tap(CTRL, ALT, SPACE)
    scene.run(0.01)
    scene.system.tell_session(codes.WTS_SESSION_LOCK)
    scene.run(0.01)
    scene.system.tap(ord("T"))
    scene.run(0.01)
    assert scene.strokes == []


def test_a_sign_follows_the_layout_of_the_window_in_front(scene: Hotkey) -> None:
    presses: list[int] = []
    scene.platform.hotkeys.register(GRAVE, lambda: presses.append(1))
    other = scene.open("notes", "notes")
    scene.system.layouts[RUSSIAN] = {"`": 0xDF}
    other.program.layout = RUSSIAN
    scene.system.to_front(scene.chat)
    scene.run(0.01)
    scene.system.tap(CTRL, 0xC0)
    scene.run(0.01)
    scene.platform.type_ahead.release()
    scene.system.to_front(other)
    scene.run(0.01)
    scene.system.tap(CTRL, 0xC0)
    scene.run(0.01)
    assert len(presses) == 1
    scene.system.tap(CTRL, 0xDF)
    scene.run(0.01)
    assert len(presses) == 2


def test_everything_is_given_back_at_the_end(scene: Hotkey) -> None:
    scene.platform.close()
    assert scene.system.hotkeys == {}
    own = [w for w in scene.system.windows.values() if w.program is scene.system.own]
    assert own == []
