"""Letters that went elsewhere behind the hotkey are suspected, never overlooked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.combos import Combo
from tests.platforms.windows.windows_scene import ALT, CTRL, SPACE, Scene

HOTKEY = Combo.parse("ctrl+alt+space")
KEYS = (CTRL, ALT, SPACE)
LETTERS = [ord(letter) for letter in "ABCDEFGH"]
REPEATS = 4


class Opening(Scene):
    """A chat in front; the hotkey opens a window of ours, as the panel does."""

    def __init__(self) -> None:
        super().__init__()
        self.platform.hotkeys.register(HOTKEY, self._pressed)

    def _pressed(self) -> None:
        self.system.open(self.system.own, "qtdesk")

    def press_hotkey(self) -> None:
        for key in KEYS:
            self.system.key(key, down=True)

    def let_go(self) -> None:
        for key in reversed(KEYS):
            self.system.key(key, down=False)

    def missed(self) -> bool:
        return self.platform.type_ahead.may_have_missed()


@pytest.fixture
def opening() -> Opening:
    return Opening()


def test_nothing_is_missed_before_the_first_press(opening: Opening) -> None:
    assert not opening.missed()


def test_fingers_that_leave_the_hotkey_before_our_eyes_are_trusted(
    opening: Opening,
) -> None:
    opening.press_hotkey()
    opening.run(0.01)
    assert opening.missed()  # nothing is known yet
    opening.let_go()
    opening.system.tap(ord("T"))
    opening.run(0.01)
    assert not opening.missed()


def test_fingers_that_left_too_early_are_not(opening: Opening) -> None:
    opening.press_hotkey()
    opening.let_go()
    opening.system.tap(ord("T"))
    opening.run(0.01)
    opening.system.tap(ord("U"))
    assert opening.missed()


@pytest.mark.parametrize("first_seen", range(1, 3))
def test_one_key_of_the_hotkey_is_enough(opening: Opening, first_seen: int) -> None:
    opening.press_hotkey()
    for number, key in enumerate((SPACE, ALT, CTRL)):
        if number == first_seen:
            opening.run(0.01)
        opening.system.key(key, down=False)
    opening.run(0.01)
    assert not opening.missed()


def test_a_key_of_the_hotkey_that_is_typed_later_proves_nothing(
    opening: Opening,
) -> None:
    opening.press_hotkey()
    opening.let_go()
    opening.run(0.01)
    for key in KEYS:
        opening.system.tap(key)
    assert opening.missed()


def test_a_hotkey_that_is_held_and_repeats_is_trusted(opening: Opening) -> None:
    opening.press_hotkey()
    opening.run(0.01)
    for _ in range(REPEATS):
        opening.system.key(CTRL, down=True)
    opening.let_go()
    assert not opening.missed()


def test_a_letter_that_only_goes_up_before_our_eyes_was_missed(
    opening: Opening,
) -> None:
    opening.press_hotkey()
    opening.system.key(ord("T"), down=True)
    opening.run(0.01)
    opening.let_go()
    opening.system.key(ord("T"), down=False)
    assert opening.missed()


def test_a_letter_that_is_typed_with_the_hotkey_is_doubtful(opening: Opening) -> None:
    opening.press_hotkey()
    opening.run(0.01)
    opening.system.tap(ord("T"))
    opening.let_go()
    assert opening.missed()


def test_a_combination_of_its_own_is_not(opening: Opening) -> None:
    opening.press_hotkey()
    opening.run(0.01)
    opening.let_go()
    opening.system.tap(CTRL, ord("A"))
    assert not opening.missed()


def test_a_press_that_an_input_method_keeps_is_not_missed(opening: Opening) -> None:
    opening.press_hotkey()
    opening.run(0.01)
    opening.let_go()
    # Windows tells of another key going down, and of the real one going up.
    opening.system.key(0xE5, down=True)
    opening.system.key(ord("T"), down=False)
    opening.system.key(ord("U"), down=False)
    assert not opening.missed()


def test_the_next_press_begins_anew(opening: Opening) -> None:
    opening.press_hotkey()
    opening.let_go()
    opening.run(0.01)
    assert opening.missed()
    opening.system.to_front(opening.chat)
    opening.press_hotkey()
    opening.run(0.01)
    opening.let_go()
    assert not opening.missed()


def test_nobody_looks_any_more_at_the_end(opening: Opening) -> None:
    opening.press_hotkey()
    opening.run(0.01)
    opening.platform.close()
    assert opening.system._own_key is None


@given(
    st.lists(st.sampled_from(LETTERS), max_size=4, unique=True),
    st.integers(0, 7),
    st.sampled_from([CTRL, ALT, SPACE]),
)
def test_who_lifts_the_fingers_before_typing_loses_nothing_unseen(
    letters: list[int], served_at: int, last_up: int
) -> None:
    """Whenever the front becomes ours: all letters come to us, or it is suspected."""
    opening = Opening()
    opening.press_hotkey()
    ups = [key for key in KEYS if key != last_up] + [last_up]
    hands = [(key, False) for key in ups]
    hands += [(letter, down) for letter in letters for down in (True, False)]
    ours: list[int] = []
    for number, (key, down) in enumerate(hands):
        if number == served_at:
            opening.run(0.01)
        if down and opening.system.foreground() != opening.chat.handle:
            ours.append(key)
        opening.system.key(key, down=down)
    opening.run(0.01)
    assert ours == letters or opening.missed()
