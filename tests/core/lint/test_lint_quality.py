"""How well the packs do, on sentences written before them, and on our own books."""

import pytest

from docs.lint_figures import (
    FREE,
    FRESH,
    HALVES,
    PAGE,
    Judged,
    judged,
    page,
    sentences,
    total,
)
from qtdesk.core.book_check import Gravity
from tests.core.book_check.checked_books import findings_of_shipped
from tests.core.lint.shipped_packs import reading

BOOKS = ("general-zh-CN", "apparel-zh-CN.yaml", "general-en-US.yaml")


@pytest.mark.parametrize("half", HALVES)
def test_nearly_all_bad_sentences_are_caught(half: str) -> None:
    found = total(judged(half))
    assert found.bad >= 100
    assert found.caught / found.bad >= 0.97


@pytest.mark.parametrize("half", HALVES)
def test_hardly_any_good_sentence_is_objected_to(half: str) -> None:
    found = total(judged(half))
    assert found.good >= 100
    assert found.blocked / found.good <= 0.02
    assert found.warned / found.good <= 0.02


def test_freely_worded_sentences_are_no_reason_to_object_to_good_ones() -> None:
    apart, tuned = (total(judged(half)) for half in FREE)
    assert min(apart.bad, apart.good, tuned.bad, tuned.good) >= 40
    assert apart.warned / apart.good <= 0.05
    assert tuned.warned / tuned.good <= 0.03
    assert tuned.caught / tuned.bad >= 0.9


def test_those_written_later_are_taken_no_worse() -> None:
    fresh = total(judged(FRESH))
    assert min(fresh.bad, fresh.good) == 60
    assert fresh.caught / fresh.bad >= 0.8
    assert fresh.warned / fresh.good <= 0.05


def test_every_pack_is_judged_by_both_halves() -> None:
    packs = {pack.id for pack in reading().packs.packs}
    for half in HALVES:
        by_pack = judged(half)
        assert set(by_pack) == packs
        assert all(min(each.bad, each.good) >= 9 for each in by_pack.values())


def test_no_sentence_stands_in_both_halves() -> None:
    all_of = {
        half: {text for kind in ("good", "bad") for _, text in sentences(half, kind)}
        for half in (*HALVES, *FREE, FRESH)
    }
    assert sum(len(all_of[half]) for half in HALVES) >= 400
    together = set().union(*all_of.values())
    assert len(together) == sum(map(len, all_of.values()))


def test_the_figures_of_the_page_are_of_these_packs() -> None:
    written = PAGE.read_text("utf-8")
    assert written == page(written), "run python -m docs.lint_figures"
    assert "| **all** |" in written


def test_figures_add_up() -> None:
    one, two = Judged(1, 1, 2, 1, 0), Judged(3, 0, 1, 1, 1)
    assert total({"a": one, "b": two}) == Judged(4, 1, 3, 2, 1)


@pytest.mark.parametrize("name", BOOKS)
def test_the_shipped_books_hold_to_their_own_rules(name: str) -> None:
    found = findings_of_shipped(name)
    assert [each for each in found if each.gravity >= Gravity.WARNING] == []
