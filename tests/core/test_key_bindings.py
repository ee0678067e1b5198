"""Named combinations: one by one, and none in the way of another."""

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.key_bindings import KeyBindings
from tests.fakes import FakeHotkeys

PANEL = "ctrl+alt+space"


class Desk:
    """Bindings over a fake system, with everything that was pressed."""

    def __init__(self) -> None:
        self.system = FakeHotkeys()
        self.pressed: list[str] = []
        self.changes = 0
        self.keys = KeyBindings(self.system, lambda: PANEL, self._on_changed)

    def _on_changed(self) -> None:
        self.changes += 1

    def bind(self, name: str, combo: str) -> None:
        self.keys.bind(name, combo, lambda: self.pressed.append(name))

    def move(self, name: str, combo: str) -> None:
        self.keys.move(name, combo, lambda: self.pressed.append(name))

    def registered(self) -> set[str]:
        return {str(combo) for combo in self.system.registered}

    def press(self, combo: str) -> None:
        self.system.registered[Combo.parse(combo)]()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_each_press_goes_to_its_own_name_and_opens_nothing(desk: Desk) -> None:
    desk.bind("a", "ctrl+alt+1")
    desk.bind("b", "ctrl+alt+2")
    desk.press("ctrl+alt+2")
    assert desk.pressed == ["b"]
    assert not desk.system.opening


def test_one_that_is_taken_stops_no_other_and_tells_why(desk: Desk) -> None:
    desk.system.taken.add(Combo.parse("ctrl+alt+1"))
    desk.bind("a", "ctrl+alt+1")
    desk.bind("b", "ctrl+alt+2")
    first, second = desk.keys.all
    assert first.problem is not None
    assert not first.active
    assert second.active
    assert desk.registered() == {"ctrl+alt+2"}


@pytest.mark.parametrize("combo", ["ctrl+alt+1", PANEL])
def test_a_combination_means_one_thing(desk: Desk, combo: str) -> None:
    desk.bind("a", "ctrl+alt+1")
    desk.bind("b", combo)
    binding = desk.keys.of("b")
    assert binding is not None
    assert binding.problem is not None
    with pytest.raises(HotkeyError):
        desk.move("b", combo)
    desk.press("ctrl+alt+1")
    assert desk.pressed == ["a"]


def test_the_panel_may_not_take_one_that_is_bound(desk: Desk) -> None:
    desk.bind("a", "ctrl+alt+1")
    with pytest.raises(HotkeyError):
        desk.keys.refuse_if_used("ctrl+alt+1")
    desk.keys.refuse_if_used("ctrl+alt+2")


def test_a_move_that_is_refused_leaves_the_old_one(desk: Desk) -> None:
    desk.bind("a", "ctrl+alt+1")
    desk.system.taken.add(Combo.parse("ctrl+alt+9"))
    with pytest.raises(HotkeyError):
        desk.move("a", "ctrl+alt+9")
    assert desk.registered() == {"ctrl+alt+1"}
    desk.move("a", "ctrl+alt+2")
    assert desk.registered() == {"ctrl+alt+2"}
    binding = desk.keys.of("a")
    assert binding is not None
    assert (binding.combo, binding.active) == ("ctrl+alt+2", True)


def test_one_that_was_taken_is_had_by_asking_again(desk: Desk) -> None:
    combo = Combo.parse("ctrl+alt+1")
    desk.system.taken.add(combo)
    desk.bind("a", "ctrl+alt+1")
    desk.system.taken.clear()
    desk.move("a", "ctrl+alt+1")
    assert desk.registered() == {"ctrl+alt+1"}


def test_a_pause_gives_all_back_and_remembers_them(desk: Desk) -> None:
    desk.bind("a", "ctrl+alt+1")
    desk.bind("b", "ctrl+alt+2")
    desk.keys.pause()
    assert desk.registered() == set()
    desk.bind("c", "ctrl+alt+3")
    desk.move("b", "ctrl+alt+4")
    assert desk.registered() == set()
    desk.keys.unbind("a")
    desk.keys.resume()
    assert desk.registered() == {"ctrl+alt+3", "ctrl+alt+4"}


def test_what_is_unbound_or_closed_is_free(desk: Desk) -> None:
    desk.bind("a", "ctrl+alt+1")
    desk.bind("b", "ctrl+alt+2")
    desk.keys.unbind("a")
    desk.keys.unbind("a")
    assert desk.registered() == {"ctrl+alt+2"}
    desk.keys.close()
    assert desk.registered() == set()


def test_a_desktop_that_asks_about_each_is_asked_about_none() -> None:
    class Asking(FakeHotkeys):
        def watch(self, told: object) -> None:
            del told

    keys = KeyBindings(Asking(), lambda: PANEL, lambda: None)
    keys.bind("a", "ctrl+alt+1", lambda: None)
    binding = keys.of("a")
    assert binding is not None
    assert binding.problem is not None


def test_what_is_lent_is_taken_back_and_nothing_is_taken_meanwhile(desk: Desk) -> None:
    desk.bind("a", "ctrl+alt+1")
    desk.system.taken.add(Combo.parse("ctrl+alt+9"))
    desk.bind("b", "ctrl+alt+9")
    desk.keys.lend()
    changes = desk.changes
    desk.bind("c", "ctrl+alt+3")
    assert desk.registered() == set()
    desk.keys.take_back()
    assert desk.registered() == {"ctrl+alt+1", "ctrl+alt+3"}
    assert desk.changes > changes
    taken = desk.keys.of("b")
    assert taken is not None
    assert taken.problem is not None
