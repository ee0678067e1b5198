import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.search.habits import HALF_LIFE_S, MOST_FELT, MOST_KEPT, Habits

NOW = 1_800_000_000.0


def test_a_use_counts_half_after_a_half_life() -> None:
    habits = Habits()
    habits.use("a", NOW)
    assert habits.uses("a", NOW) == pytest.approx(1)
    assert habits.uses("a", NOW + HALF_LIFE_S) == pytest.approx(0.5)
    assert habits.uses("b", NOW) == 0


@given(st.lists(st.floats(0, 20 * HALF_LIFE_S), min_size=1, max_size=30))
def test_uses_add_up_in_any_order(ages: list[float]) -> None:
    habits = Habits()
    for age in ages:
        habits.use("a", NOW - age)
    wanted = sum(0.5 ** (age / HALF_LIFE_S) for age in ages)
    assert habits.uses("a", NOW) == pytest.approx(wanted)


def test_bonuses_grow_with_use_to_an_end_and_fade() -> None:
    habits = Habits()
    habits.use("once", NOW)
    for _ in range(4):
        habits.use("four", NOW)
    for _ in range(500):
        habits.use("many", NOW)
    habits.use("old", NOW - 20 * HALF_LIFE_S)
    habits.pin("pinned")
    assert habits.bonuses(NOW) == {"once": 2, "four": 4, "many": 7, "pinned": 15}


def test_what_is_kept_goes_on_in_the_next_run() -> None:
    habits = Habits()
    habits.use("a", NOW)
    habits.pin("b")
    habits.pin("a")
    habits.unpin("never")
    again = Habits(habits.levels, habits.pins)
    assert again.bonuses(NOW) == habits.bonuses(NOW)
    assert again.pins == ("b", "a")


def test_the_least_used_is_forgotten() -> None:
    habits = Habits()
    for number in range(MOST_KEPT + 1):
        habits.use(f"p{number}", NOW + number)
    assert len(habits.levels) == MOST_KEPT
    assert "p0" not in habits.levels


def test_what_is_taken_over_is_the_most_used() -> None:
    today = NOW / HALF_LIFE_S
    levels = {f"p{number}": today + number / 1e6 for number in range(MOST_KEPT + 1)}
    habits = Habits()
    habits.take_over(levels, ["pinned"], NOW)
    assert habits.levels == {key: levels[key] for key in list(levels)[1:]}
    felt = habits.bonuses(NOW)
    assert len(felt) == MOST_FELT + 1
    assert {"pinned", f"p{MOST_KEPT}"} < set(felt)
    assert "p1" not in felt


def test_a_use_tells_the_level_to_be_kept() -> None:
    habits = Habits()
    assert habits.use("a", NOW) == NOW / HALF_LIFE_S
    assert habits.use("a", NOW) == pytest.approx(NOW / HALF_LIFE_S + 1)


def test_a_change_is_noticed() -> None:
    habits = Habits()
    seen = {habits.edition}
    habits.use("a", NOW)
    assert habits.edition not in seen
    seen.add(habits.edition)
    habits.pin("a")
    assert habits.edition not in seen
