"""Keys that are held, locked, or elsewhere on this keyboard."""

import time
from collections.abc import Iterator

import pytest

from tests.desktop.desk_session import HOTKEY
from tests.desktop.fault_scene import PASTED, SHORT, Scene, Stage
from tests.desktop.layouts import layout
from tests.desktop.x11_world import PhysicalKeys

_RETURN = 36
_LOCKS = {"CapsLock": 0xFFE5, "NumLock": 0xFF7F}


@pytest.fixture
def keys(stage: Stage) -> Iterator[PhysicalKeys]:
    keyboard = PhysicalKeys(stage.server.display)
    yield keyboard
    keyboard.close()


@pytest.mark.parametrize("modifier", ["ctrl", "shift", "alt", "super"])
def test_a_modifier_held_for_a_moment_is_waited_for(
    scene: Scene, modifier: str
) -> None:
    scene.choose_and_hold(modifier)
    time.sleep(0.4)  # how long a person holds a key is what is simulated
    assert scene.chat.pastes() == []
    scene.hands.up(modifier)
    assert scene.end() == PASTED
    assert _presses_of_v(scene) == [4]
    scene.check(chat=[SHORT], seen=frozenset({"Shift_L", "Super_L"}))


def test_a_modifier_held_for_good_leaves_a_copy(scene: Scene) -> None:
    scene.choose_and_hold("ctrl")
    begun = time.monotonic()
    assert scene.end() == ("copied", "keys_held", "replaced")
    assert time.monotonic() - begun < 2
    time.sleep(max(0, begun + 3 - time.monotonic()))  # it is held for three seconds
    scene.hands.up("ctrl")
    scene.check(chat=[], clipboard=SHORT)


def test_enter_held_long_pastes_once_and_sends_nothing(scene: Scene) -> None:
    scene.desk.open_panel()
    scene.hands.type("short")
    scene.hands.tap("enter", hold_s=1.2)
    assert scene.end() == PASTED
    scene.check(chat=[SHORT])


def test_a_long_press_of_the_hotkey_opens_once(scene: Scene) -> None:
    scene.hands.tap(HOTKEY, hold_s=2.5)
    scene.hands.type("short")
    scene.hands.tap("enter")
    assert scene.end() == PASTED
    scene.check(chat=[SHORT])


@pytest.mark.parametrize("lock", _LOCKS)
def test_a_lock_changes_nothing(scene: Scene, keys: PhysicalKeys, lock: str) -> None:
    code = keys.code(_LOCKS[lock])
    keys.tap(code)
    try:
        scene.desk.choose("short")
        assert scene.end() == PASTED
    finally:
        keys.tap(code)
    scene.check(chat=[SHORT], seen=frozenset({"Caps_Lock", "Num_Lock"}))


@pytest.mark.parametrize(
    ("names", "group"), [("de", 0), ("fr", 0), ("ru", 0), ("us,ru", 1), ("cn", 0)]
)
def test_another_layout_while_running(
    scene: Scene, keys: PhysicalKeys, names: str, group: int
) -> None:
    # Letters that all Latin layouts have at the same place; a Russian agent has
    # used the phrase before, so that it is the first without a query.
    query = "" if "ru" in names else "sho"
    with layout(scene.server, keys, names, group):
        scene.desk.open_panel()
        scene.hands.type(query)
        scene.hands.tap("enter")
        assert scene.end() == PASTED
        arrived = scene.chat.wait_for("paste")
        assert len(arrived) == 1
    scene.desk.choose("short")
    assert scene.end() == PASTED
    assert scene.chat.wait_for("paste", 2)[-1]["text"] == SHORT
    assert "Return" not in set(scene.chat.keys())
    assert scene.hands.keys_down() == set()


def _presses_of_v(scene: Scene) -> list[int]:
    """The modifiers in effect at each press of the chord's letter."""
    return [
        report["state"]
        for report in scene.chat.reports("key")
        if report["down"] and report["key"] == "v"
    ]
