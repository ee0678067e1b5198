"""What the record answers by itself, what is left to the lead, what it comes to."""

import dataclasses
from decimal import Decimal

import pytest

from qtdesk.core.audit import (
    Answer,
    Draw,
    Score,
    decided,
    is_open,
    known_of,
    marks_of,
    new_audit,
    score_of,
)
from qtdesk.core.records import ItemResult, ItemVerdict, Output, OutputTarget, Verdict
from qtdesk.core.tables import Row
from tests.sample_records import OCTOBER, record
from tests.sample_rows import LOST, NOW, SHIPPED

SHEET = SHIPPED["audits"]
DRAW = Draw(OCTOBER.date(), OCTOBER.date(), 2, 7)
OK = ItemVerdict.OK
REMARK, BUYER = OutputTarget.REMARK, OutputTarget.BUYER


def test_the_sheet_has_the_marks_of_the_trade() -> None:
    assert [mark.id for mark in marks_of(SHEET)] == [
        *("confirmed_first", "answer_seen", "as_ordered", "wishes_handled"),
        *("remark_complete", "promise_recorded", "override_sensible"),
        *("words_kept", "time_kept"),
    ]
    assert marks_of(LOST) == ()


@pytest.mark.parametrize(
    ("mark", "more", "answer"),
    [
        ("confirmed_first", {}, "met"),
        ("confirmed_first", {"outputs": (Output("confirmed", BUYER),)}, "missed"),
        ("confirmed_first", {"outputs": ()}, "missed"),
        ("confirmed_first", {"outputs": (), "verdict": Verdict.STOPPED}, "na"),
        ("answer_seen", {"items": (ItemResult("V28", OK, answer="yes"),)}, "met"),
        (
            "answer_seen",
            {"items": (ItemResult("V28", OK, answer="waiting"),)},
            "missed",
        ),
        ("answer_seen", {"items": (ItemResult("V28", OK, answer="silent"),)}, None),
        ("answer_seen", {"items": ()}, None),
        ("wishes_handled", {}, "na"),
        (
            "wishes_handled",
            {"items": (ItemResult("V21", ItemVerdict.NOT_ASKED),)},
            "na",
        ),
        ("wishes_handled", {"items": (ItemResult("V21.1", OK, answer="yes"),)}, "met"),
        (
            "wishes_handled",
            {
                "items": (
                    ItemResult("V21.1", OK, answer="yes"),
                    ItemResult("V21.2", ItemVerdict.STOP, answer="no"),
                )
            },
            "missed",
        ),
        ("remark_complete", {}, None),
        ("remark_complete", {"outputs": (Output("remark_kd", REMARK),)}, "met"),
        ("promise_recorded", {}, None),
        ("promise_recorded", {"outputs": (Output("remark_cj", REMARK),)}, "met"),
        (
            "promise_recorded",
            {"items": (ItemResult("V16", ItemVerdict.WARN, ("adjust_not_noted",)),)},
            "missed",
        ),
        ("override_sensible", {}, None),
        ("override_sensible", {"items": ()}, "na"),
        ("time_kept", {"items": (ItemResult("V25", OK, answer="rule"),)}, "na"),
        ("time_kept", {"items": (ItemResult("V25", OK, answer="day"),)}, None),
    ],
)
def test_what_a_record_says_of_itself(
    mark: str, more: dict[str, object], answer: str | None
) -> None:
    known = known_of(record(**more)).get(mark)  # type: ignore[arg-type]  # as `record`
    assert (known.answer if known else None) == answer
    if known is not None:
        assert known.how.zh
        assert known.how.en


def audited() -> Row:
    return new_audit(record(uid="a" * 32), DRAW, SHEET, NOW, "组长")


def test_a_row_names_the_order_and_not_the_buyer() -> None:
    row = audited()
    assert row.uid == f"audit-{'a' * 32}"
    assert row.agent == "组长"
    assert row.cells["reviewed"] == "小王"
    assert row.cells["order"] == "1234"
    assert "小鱼儿" not in str(row.cells)
    assert "330012345678901234" not in str(row.cells)


def test_marks_are_decided_and_taken_back() -> None:
    row = audited()
    assert score_of(row, SHEET) == Score(1, 1)
    cells = decided(row, "as_ordered", Answer.MISSED, SHEET)
    row = row.changed(cells, NOW, "组长")
    assert score_of(row, SHEET) == Score(1, 2)
    assert (cells["met"], cells["asked"]) == (Decimal(1), Decimal(2))
    assert decided(row, "as_ordered", None, SHEET) == audited().cells
    assert score_of(
        dataclasses.replace(row, cells=decided(row, "time_kept", Answer.NA, SHEET)),
        SHEET,
    ) == Score(1, 2)


def test_a_row_is_open_until_all_is_decided() -> None:
    row = audited()
    for mark in marks_of(SHEET):
        assert is_open(row, SHEET)
        row = row.changed(decided(row, mark.id, Answer.MET, SHEET), NOW, "组长")
    assert not is_open(row, SHEET)
    assert score_of(row, SHEET) == Score(9, 9)
