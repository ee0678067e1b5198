"""Cells: what people write, what is shown, and back again."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.checklists import CHINA
from qtdesk.core.errors import AnswerError
from qtdesk.core.tables import (
    Cell,
    Column,
    ColumnType,
    Row,
    cell_from,
    fields_of_row,
    new_row,
    row_from,
    text_of,
)
from qtdesk.core.tables.cells import LONGEST, cell_of
from tests.sample_rows import CELLS, NOW, RETURNS, SHIPPED

COLUMN = RETURNS.by_id
LANGUAGES = ("zh_CN", "en")


@pytest.mark.parametrize(
    ("column", "text", "cell"),
    [
        ("order", "  123\r\n4 ", "123\n4"),
        ("order", "\x00\x1f ", None),
        ("kind", "换货", "exchange"),
        ("kind", "Refund Alone", "refund"),
        ("kind", "return", "return"),
        ("within_seven", "是", True),
        ("within_seven", "YES", True),
        ("within_seven", "否", None),
        ("refund", "¥1,280.50元", Decimal("1280.50")),
        ("received_on", "2026/11/5", date(2026, 11, 5)),
        ("received_on", "11月5日", date(2026, 11, 5)),
        (
            "window_end",
            "2026-11-22 15:20",
            datetime(2026, 11, 22, 15, 20, tzinfo=CHINA),
        ),
        ("window_end", "", None),
    ],
)
def test_what_people_write(column: str, text: str, cell: Cell | None) -> None:
    assert cell_from(COLUMN[column], text, NOW) == cell


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("kind", "扔了", "退货退款"),
        ("within_seven", "maybe", "yes or no"),
        ("refund", "a lot", "12.50"),
        ("received_on", "2026-13-40", "2026-11-22"),
        ("window_end", "soon", "15:20"),
        ("order", "x" * (LONGEST + 1), "Shorten"),
    ],
)
def test_what_fits_no_cell_is_refused_in_words(
    column: str, text: str, said: str
) -> None:
    with pytest.raises(AnswerError) as caught:
        cell_from(COLUMN[column], text, NOW)
    assert said in str(caught.value)
    assert COLUMN[column].label.zh in str(caught.value)
    assert text not in str(caught.value)


@pytest.mark.parametrize(
    ("column", "value", "cell"),
    [
        ("order", Decimal(12), "12"),
        ("order", None, None),
        ("order", ("顺丰", "袋子"), "顺丰；袋子"),
        ("kind", "return", "return"),
        ("kind", "something of a list's own", "something of a list's own"),
        ("within_seven", False, None),
        ("within_seven", True, True),
        ("refund", "12元", Decimal(12)),
        ("refund", True, None),
        ("received_on", NOW, NOW.date()),
        ("received_on", "soon", None),
        ("window_end", NOW, NOW),
        ("window_end", date(2026, 11, 5), datetime(2026, 11, 5, tzinfo=CHINA)),
    ],
)
def test_what_a_check_found(column: str, value: Cell | None, cell: Cell | None) -> None:
    assert cell_of(COLUMN[column], value) == cell


def test_a_day_is_chinas_day() -> None:
    late = datetime(2026, 11, 22, 20, tzinfo=UTC)
    assert cell_of(COLUMN["received_on"], late) == date(2026, 11, 23)
    assert text_of(COLUMN["window_end"], late, "en") == "2026-11-23 04:00"


MINUTES = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis wants it without
    datetime(2100, 1, 1),  # noqa: DTZ001 - the same
    timezones=st.just(CHINA),
).map(lambda moment: moment.replace(second=0, microsecond=0))
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


def cells_of(column: Column) -> st.SearchStrategy[Cell | None]:
    kinds: dict[ColumnType, st.SearchStrategy[Cell]] = {
        ColumnType.TEXT: WORDS.map(str.strip).filter(bool),
        ColumnType.CHOICE: st.sampled_from([o.id for o in column.options] or ["-"]),
        ColumnType.TICK: st.just(True),
        ColumnType.DATE: st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        ColumnType.DATETIME: MINUTES,
        ColumnType.MONEY: st.decimals(-(10**9), 10**9, places=2),
        ColumnType.NUMBER: st.integers(0, 10**9).map(Decimal),
    }
    return st.none() | kinds[column.type]


@st.composite
def rows(draw: st.DrawFn) -> Row:
    table = draw(st.sampled_from(sorted(SHIPPED.values(), key=lambda t: t.id)))
    cells = {column.id: draw(cells_of(column)) for column in table.columns}
    made = draw(MINUTES)
    full = {name: cell for name, cell in cells.items() if cell is not None}
    return new_row(table.id, made, draw(WORDS), full, draw(WORDS))


@given(rows(), st.sampled_from(LANGUAGES))
def test_what_is_shown_is_read_back(row: Row, language: str) -> None:
    for name, column in SHIPPED[row.table].by_id.items():
        cell = row.cells.get(name)
        assert cell_from(column, text_of(column, cell, language), NOW) == cell


@given(rows(), rows())
def test_a_row_is_written_and_read_back(row: Row, other: Row) -> None:
    changed = row.changed(other.cells, NOW, "王主管")
    gone = changed.taken_away(NOW, "小李").without({"buyer"})
    for each in (row, changed, gone):
        assert row_from(each.table, fields_of_row(each)) == each


def test_a_change_remembers_what_was_there() -> None:
    row = new_row("returns", NOW, "小李", CELLS)
    assert row.changed(CELLS, NOW, "小李") is row
    later = NOW + timedelta(hours=1)
    changed = row.changed({**CELLS, "kind": "refund", "state": "done"}, later, "王主管")
    (before,) = changed.earlier
    assert (before.at, before.by) == (later, "王主管")
    assert before.cells == {"kind": "return", "state": None}
    assert changed.touched == later
    assert changed.taken_away(NOW, "x").brought_back() == changed
    gone = changed.without({"kind", "note"})
    assert gone.let_go
    assert gone.earlier[0].cells == {"state": None}
    assert not {"kind", "note"} & set(gone.cells)


def test_nothing_of_a_row_is_in_a_log() -> None:
    row = new_row("returns", NOW, "小李", CELLS).changed({}, NOW, "小李")
    assert "4012345678901234567" not in repr(row)
    assert "买家" not in repr(row)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"v": 2},
        {"v": 1, "uid": "a"},
        {"v": 1, "uid": "a", "made": "soon", "agent": "", "cells": {}},
        {"v": 1, "uid": "a", "made": "2026-11-22", "agent": "", "cells": {}},
        {"v": 1, "uid": "a", "made": NOW.isoformat(), "agent": "", "cells": 3},
        {"v": 1, "uid": "a", "made": NOW.isoformat(), "agent": "", "cells": {"a": []}},
    ],
)
def test_what_is_no_row_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        row_from("lost", fields)
