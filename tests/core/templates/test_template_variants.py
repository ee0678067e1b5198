"""Variants take turns: what is promised to the buyer, and what is kept of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.templates import Variants
from qtdesk.core.templates.variants import MOST_REMEMBERED

_BUYERS = st.lists(st.sampled_from(["", "云朵", "小鹿", "8821"]), max_size=40)


@given(_BUYERS, st.integers(2, 5))
def test_no_buyer_gets_the_same_twice_running(buyers: list[str], count: int) -> None:
    variants = Variants()
    last: dict[str, int] = {}
    for buyer in buyers:
        turn = variants.turn("b/p", count, buyer)
        assert 0 <= turn < count
        assert turn != last.get(buyer)
        assert turn == variants.turn("b/p", count, buyer)
        variants = variants.after("b/p", turn, buyer)
        last[buyer] = turn


def turns(variants: Variants, rounds: int, count: int, buyer: str = "") -> list[int]:
    found = []
    for _ in range(rounds):
        found.append(variants.turn("b/p", count, buyer))
        variants = variants.after("b/p", found[-1], buyer)
    return found


def test_each_has_its_turn() -> None:
    assert turns(Variants(), 5, 3) == [0, 1, 2, 0, 1]
    assert sorted(turns(Variants(), 4, 4, "云朵")) == [0, 1, 2, 3]
    assert turns(Variants(), 2, 1, "云朵") == [0, 0]


def test_buyers_begin_at_different_ones_and_always_at_the_same() -> None:
    first = [Variants().turn("b/p", 3, f"买家{n}") for n in range(30)]
    assert set(first) == {0, 1, 2}
    assert first == [Variants().turn("b/p", 3, f"买家{n}") for n in range(30)]


def test_phrases_do_not_disturb_each_other() -> None:
    variants = Variants().after("b/other", 0)
    assert variants.turn("b/p", 3) == 0


def test_a_new_edition_may_have_fewer() -> None:
    assert Variants().after("b/p", 4).turn("b/p", 2) == 0
    assert Variants().pin("b/p", 4).turn("b/p", 2) == 0


def test_a_pinned_one_stays_until_it_is_let_go() -> None:
    pinned = Variants().pin("b/p", 2)
    assert turns(pinned, 3, 4, "云朵") == [2, 2, 2]
    assert pinned.turn("b/other", 4) == 0
    freed = pinned.after("b/p", 2).pin("b/p", None)
    assert freed.turn("b/p", 4) == 3


def test_the_state_can_be_kept() -> None:
    variants = Variants().after("b/p", 1, "云朵").after("b/q", 0).pin("b/r", 3)
    text = variants.as_text()
    assert Variants.from_text(text) == variants
    assert "云朵" not in text
    assert "b/p" not in text


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "1", "null", '{"last": 1, "pinned": []}', "[" * 100_000),
        '{"last": {"x": 1, "01234567": "1"}, "pinned": {"b/p": -1, "b/q": true}}',
    ],
)
def test_anything_else_is_a_beginning(text: str) -> None:
    assert Variants.from_text(text) == Variants()


def test_old_turns_are_forgotten_first() -> None:
    variants = Variants()
    for number in range(MOST_REMEMBERED + 2):
        variants = variants.after(f"b/{number}", 1)
    kept = json.loads(variants.as_text())["last"]
    assert len(kept) == MOST_REMEMBERED
    assert variants.turn("b/0", 3) == 0
    assert variants.turn("b/2", 3) == 2


def test_buyers_are_in_no_log() -> None:
    assert "last" not in repr(Variants().after("b/p", 1, "云朵"))
