"""Sheets taken in: nothing is lost, nothing masked comes back, nothing stands twice."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.errors import AnswerError
from qtdesk.core.tables import Row, Table, masked
from qtdesk.core.tables.columns import lines, titles
from qtdesk.core.tables.importing import Importer, Line, Plan
from qtdesk.core.tables.retention import kept_on
from tests.core.tables.test_table_cells import LANGUAGES, rows
from tests.sample_rows import LOST, NOW, RETURNS, SHIPPED, a_loss, a_return


def sheet(table: Table, those: Sequence[Row], language: str = "zh_CN") -> list[Line]:
    told = [titles(table, language), *lines(those, table, language)]
    return list(enumerate(told, 1))


def plan(
    table: Table, told: Sequence[Line], there: Sequence[Row] = (), days: int = 0
) -> Plan:
    kept = kept_on(NOW.date(), SHIPPED, days) if days else lambda row: row
    return Importer(table, NOW, "王主管", kept).plan(told, there)


@given(st.lists(rows(), max_size=5), st.sampled_from(LANGUAGES))
def test_what_is_exported_comes_back_as_it_was(made: list[Row], language: str) -> None:
    for table in SHIPPED.values():
        those = [row for row in made if row.table == table.id]
        told = sheet(table, those, language)
        again = plan(table, told, those)
        wanting = {
            row.uid
            for row in those
            for column in table.columns
            if column.required and column.id not in row.cells
        }
        assert again.changed == again.new == ()
        assert again.same == len(those) - len(wanting)
        fresh = plan(table, told)
        assert {row.uid: row.cells for row in fresh.new} == {
            row.uid: row.cells for row in those if row.uid not in wanting
        }
        assert len(fresh.refused) == len(wanting)


def test_a_line_without_an_id_is_new_once() -> None:
    told: list[Line] = [
        (1, ["流失原因", "日期", "说明"]),
        (2, ["价格", "2026-11-20", "贵"]),
        (3, ["价格", "2026-11-20", "贵"]),
        (4, ["价格", "2026-11-21", "贵"]),
        (5, ["", "", ""]),
    ]
    first = plan(LOST, told)
    assert len(first.new) == 2
    assert first.same == 1
    assert [row.day.day for row in first.new] == [20, 21]
    assert {row.agent for row in first.new} == {"王主管"}
    again = plan(LOST, told, first.new)
    assert (again.new, again.changed, again.same) == ((), (), 3)


def test_what_is_other_is_changed_and_remembered() -> None:
    row = a_return()
    other = row.changed({**row.cells, "kind": "exchange"}, NOW, "x")
    result = plan(RETURNS, sheet(RETURNS, [other]), [row])
    (changed,) = result.changed
    assert changed.cells == other.cells
    assert changed.made == row.made
    assert changed.earlier[-1].by == "王主管"
    assert changed.earlier[-1].cells == {"kind": "return"}


def test_columns_that_a_sheet_does_not_have_stay() -> None:
    row = a_return()
    told: list[Line] = [(1, ["编号", "类型", "状态"]), (2, [row.uid, "换货", ""])]
    (changed,) = plan(RETURNS, told, [row]).changed
    assert changed.cells == {**row.cells, "kind": "exchange"}


def test_an_empty_cell_empties_and_a_short_line_has_empty_ends() -> None:
    row = a_return()
    told: list[Line] = [(1, ["编号", "类型", "说明"]), (2, [row.uid, "换货"])]
    (changed,) = plan(RETURNS, told, [row]).changed
    assert "note" not in changed.cells


def test_a_masked_cell_never_takes_the_place_of_what_it_hides() -> None:
    row = a_loss(buyer="云朵8821", note="说贵")
    told = sheet(LOST, [masked(row, LOST, words_too=True)])
    assert plan(LOST, told, [row]).same == 1
    place = titles(LOST, "zh_CN").index("流失原因")
    told[1][1][place] = "尺码"  # type: ignore[index]  # the lists of this test
    (changed,) = plan(LOST, told, [row]).changed
    assert changed.cells == {**row.cells, "reason": "size"}


def test_what_may_not_be_kept_any_more_does_not_come_back() -> None:
    row = a_loss(200)
    gone = row.without(LOST.private)
    assert plan(LOST, sheet(LOST, [row]), [gone], days=90).same == 1
    (new,) = plan(LOST, sheet(LOST, [row]), [], days=90).new
    assert new.let_go
    assert "buyer" not in new.cells


def test_a_row_that_was_taken_away_comes_back() -> None:
    row = a_loss()
    gone = row.taken_away(NOW, "小李")
    (changed,) = plan(LOST, sheet(LOST, [row]), [gone]).changed
    assert changed.removed is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["扔了", "", ""], "does not fit"),
        (["", "2026-11-20", ""], "is empty"),
        (["价格", "昨天", ""], "does not fit"),
        (["价格", "", "../../etc"], "none of ours"),
        (["价格", "", "same"], "twice"),
    ],
)
def test_what_cannot_be_taken_has_its_line_and_a_reason(
    line: list[str], said: str
) -> None:
    told: list[Line] = [
        (1, ["流失原因", "日期", "编号"]),
        (2, ["价格", "", "same"]),
        (7, line),
    ]
    result = plan(LOST, told)
    assert len(result.new) == 1
    (refused,) = result.refused
    assert refused.line == 7
    assert said in str(refused.why)
    assert str(refused.hint)


@pytest.mark.parametrize("told", [[], [(1, ["a", "b"]), (2, ["1", "2"])]])
def test_a_sheet_without_a_known_column_is_none(told: list[Line]) -> None:
    with pytest.raises(AnswerError) as caught:
        plan(LOST, told)
    assert "流失原因" in str(caught.value)


def test_unknown_columns_are_told() -> None:
    told: list[Line] = [(1, ["reason", "我的列", ""]), (2, ["price", "x", "y"])]
    assert plan(LOST, told).unknown == ("我的列",)


def test_a_rows_own_day_comes_from_the_sheet() -> None:
    told: list[Line] = [(1, ["reason", "Day"]), (2, ["price", "2026-10-05 09:30"])]
    (new,) = plan(LOST, told).new
    assert f"{new.made:%Y-%m-%d %H:%M}" == "2026-10-05 09:30"
    assert new.made.utcoffset() == timedelta(hours=8)
