"""Views of the stages, over the books that are shipped and over a team's own."""

import pytest

from qtdesk import formats, paths
from qtdesk.core.combos import Combo
from qtdesk.core.phrases import CANONICAL_STAGES, Shelf, Stage
from qtdesk.core.settings import declarations
from qtdesk.core.stage_views import KEYS, VIEWS, stages_of
from tests.fake_books import phrase

EVERY = [Stage(key, f"title of {key}") for key in CANONICAL_STAGES]


def test_every_view_can_be_chosen_in_the_settings() -> None:
    assert tuple(VIEWS) == declarations()["stage_view"].choices


@pytest.mark.parametrize(
    ("view", "count"), [("all", 13), ("seven", 7), ("eight", 8), ("guide", 8)]
)
def test_a_view_has_as_many_lines_as_its_name_says(view: str, count: int) -> None:
    lines = stages_of(view, EVERY)
    assert len(lines) == count
    assert len({line.key for line in lines}) == count


def test_a_stage_keeps_the_title_of_the_book_unless_the_view_has_another() -> None:
    titles = {line.key: str(line.title) for line in stages_of("eight", EVERY)}
    assert titles["greet"] == "title of greet"
    assert titles["ship"] == "Courier"


def test_the_eight_kinds_of_phrases_leave_none_out() -> None:
    lines = stages_of("phrases", EVERY)
    gathered = [stage for line in lines for stage in line.stages]
    assert sorted(gathered) == sorted(CANONICAL_STAGES)


def test_a_stage_that_no_book_has_is_not_shown() -> None:
    lines = stages_of("seven", [Stage("greet", "招呼"), Stage("verify", "核实")])
    assert [line.key for line in lines] == ["greet", "verify"]


@pytest.mark.parametrize("view", VIEWS)
def test_a_stage_of_the_team_stands_behind_those_of_the_trade(view: str) -> None:
    lines = stages_of(view, [Stage("internal", "内部 {x}"), *EVERY])
    assert lines[-1].stages == ("internal",)
    assert str(lines[-1].title) == "内部 {x}"
    assert lines[-1].holds(phrase(1, stage="internal"))


def test_promotions_are_told_from_other_recommendations() -> None:
    lines = {line.key: line for line in stages_of("guide", EVERY)}
    promoted = phrase(1, stage="recommend", situation="满减和赠品")
    plain = phrase(2, stage="recommend", situation="单品推荐")
    asked = phrase(3, stage="ask", situation="预算")
    assert [lines["promotions"].holds(one) for one in (promoted, plain, asked)] == [
        *(True, False, False)
    ]
    assert [lines["ask"].holds(one) for one in (promoted, plain, asked)] == [
        *(False, True, True)
    ]


@pytest.mark.parametrize("view", ["all", "phrases"])
def test_no_phrase_of_the_shipped_book_is_out_of_reach(view: str) -> None:
    book = formats.read_book(paths.phrasebooks() / "general-zh-CN")
    shelf = Shelf()
    shelf.place("shipped", book)
    lines = stages_of(view, shelf.stages())
    for one in book.phrases:
        assert sum(line.holds(one) for line in lines) == 1, one.id


def test_the_guide_s_promotions_are_in_the_shipped_book() -> None:
    book = formats.read_book(paths.phrasebooks() / "general-zh-CN")
    line = next(line for line in VIEWS["guide"] if line.key == "promotions")
    assert sum(map(line.holds, book.phrases)) >= 5


def test_each_key_of_a_stage_is_a_key() -> None:
    assert len(KEYS) == len(CANONICAL_STAGES)
    assert [Combo.parse(f"ctrl+alt+{key}").key for key in KEYS] == list(KEYS)
