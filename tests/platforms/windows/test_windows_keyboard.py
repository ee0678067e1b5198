import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Pressed
from qtdesk.platforms.windows.inputs import INPUT_SIZE, Key, chord_inputs, key_input
from tests.platforms.windows.fake_windows import ADMINISTRATOR
from tests.platforms.windows.windows_scene import CTRL, Scene, V

PASTE = Combo.parse("ctrl+v")
INSERT = Combo.parse("shift+insert")


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_inputs_are_laid_out_as_windows_wants_them() -> None:
    # Kind, padding; key, scan code, flags, time, padding; extra; rest of the union.
    down = "01000000 00000000 1100 1d00 00000000 00000000 00000000" + "00" * 16
    up = "01000000 00000000 1100 1d00 02000000 00000000 00000000" + "00" * 16
    ctrl = Key(0x11, 0x1D)
    assert INPUT_SIZE == 40
    assert key_input(ctrl, up=False) == bytes.fromhex(down)
    assert key_input(ctrl, up=True) == bytes.fromhex(up)


def test_a_chord_goes_down_in_order_and_up_in_the_opposite_one() -> None:
    ctrl, letter = Key(0x11, 0x1D), Key(0x56, 0x2F)
    assert chord_inputs([ctrl, letter]) == b"".join(
        [
            key_input(ctrl, up=False),
            key_input(letter, up=False),
            key_input(letter, up=True),
            key_input(ctrl, up=True),
        ]
    )


def test_insert_is_not_the_one_of_the_number_pad() -> None:
    down = "01000000 00000000 2d00 5200 01000000 00000000 00000000" + "00" * 16
    up = "01000000 00000000 2d00 5200 03000000 00000000 00000000" + "00" * 16
    insert = Key(0x2D, 0x52)
    assert key_input(insert, up=False) == bytes.fromhex(down)
    assert key_input(insert, up=True) == bytes.fromhex(up)


def test_the_chord_is_one_batch_that_leaves_no_key_down(scene: Scene) -> None:
    pressed = scene.platform.keyboard.press(INSERT, scene.target())
    assert pressed is Pressed.SENT
    assert len(scene.system.sent) == 1
    assert len(scene.system.sent[0]) == 4 * INPUT_SIZE
    assert scene.system.down == set()
    assert scene.chat.chords == ["shift+0x2d"]


@pytest.mark.parametrize("integrity", [ADMINISTRATOR, None])
def test_a_window_with_more_rights_gets_no_key_and_is_named(
    scene: Scene, integrity: int | None
) -> None:
    scene.chat.program.integrity = integrity
    told = scene.platform.keyboard.obstacle(scene.target())
    assert "administrator" in str(told)
    pressed = scene.platform.keyboard.press(PASTE, scene.target())
    assert pressed is Pressed.ELEVATED
    assert scene.system.sent == []


def test_an_administrator_pastes_into_the_windows_of_one(scene: Scene) -> None:
    scene.system.own.integrity = ADMINISTRATOR
    scene.chat.program.integrity = ADMINISTRATOR
    pressed = scene.platform.keyboard.press(PASTE, scene.target())
    assert pressed is Pressed.SENT


@pytest.mark.parametrize(
    ("through", "pressed"),
    [
        (0, Pressed.REFUSED),
        (1, Pressed.REFUSED),
        (2, Pressed.SENT),
        (3, Pressed.SENT),
    ],
)
def test_a_batch_cut_short_leaves_no_key_down(
    scene: Scene, through: int, pressed: Pressed
) -> None:
    scene.system.lets_through = through
    assert scene.platform.keyboard.press(PASTE, scene.target()) is pressed
    assert scene.system.down == set()


def test_the_letter_itself_may_not_be_held_either(scene: Scene) -> None:
    scene.system.key(V, down=True)
    pressed = scene.platform.keyboard.press(PASTE, scene.target())
    assert pressed is Pressed.KEYS_HELD


def test_both_keys_of_a_modifier_are_seen(scene: Scene) -> None:
    for key in (CTRL, CTRL + 1):
        scene.system.key(key, down=True)
        assert scene.platform.keyboard.held() == {"ctrl"}
        scene.system.key(key, down=False)
    assert scene.platform.keyboard.held() == frozenset()


def test_a_focus_thief_between_look_and_chord_gets_nothing(scene: Scene) -> None:
    target = scene.target()
    thief = scene.open("thief", "thief")
    assert scene.platform.keyboard.press(PASTE, target) is Pressed.NOT_FRONT
    assert thief.chords == []
    assert scene.system.sent == []
