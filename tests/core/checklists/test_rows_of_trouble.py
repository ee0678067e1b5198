"""What the lists for trouble leave in the shop's tables."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.checking_room import NOW, Room, order_text
from tests.core.checklists.trouble_walks import WALKS, at
from tests.core.checklists.walking import check_of

ORDER = order_text(qty="1", price="128.00")
SHORT = {"B03": "short", "B06": True, "B04": "2026-11-20 10:00"}
REVIEW = {"F01": "领口开线了", "F02": "bad", "F05": "logistics", "F05b": "路上淋了雨"}
COMPLAINT = {"G03": "客服不理人", "G05": "service"}


def row(checklist: str, *given: str, **answers: Any) -> dict[str, Any]:
    """The cells of the one row that comes of it."""
    room = Room()
    check = room.begin(ORDER, checklist, **answers)
    for output in given:
        check = room.checks.gave(check, output)
    (made,) = room.checks.rows(check)
    return dict(made.cells)


def test_an_after_sales_case_is_a_row_among_the_returns() -> None:
    cells = row("CL-02", **SHORT, B09="warehouse")
    assert cells == {
        "order": "4012345678901234567",
        "kind": "resend",
        "reason": "short",
        "liable": "warehouse",
        "within_seven": True,
        "window_end": at(28),
        "sent_sku": "圆领短袖T恤 颜色分类:白色 尺码:L",
        "state": "open",
    }
    assert row("CL-02", **SHORT, B14="yes", B15=True)["state"] == "done"
    back = row("CL-02", B03="quality", B06=True, B14="yes")
    assert (back["kind"], back["freight"], back["state"]) == (
        "return",
        "shop",
        "waiting",
    )
    paid = row("CL-02", B03="quality", B07="difference", B12="20", B13=NOW)
    assert (paid["kind"], paid["refund"]) == ("refund", Decimal(20))
    assert paid["note"] == "补差，不退货"


def test_a_review_is_a_row_with_its_six_steps() -> None:
    six = [f"step_{number}" for number in range(1, 7)]
    cells = row("CL-03", *six, **REVIEW, F07="exchange", F11="lead")
    steps = {"calmed", "found_out", "explained", "solved", "apologised", "thanked"}
    assert steps <= cells.keys()
    assert (cells["grade"], cells["cause"]) == ("bad", "shipping")
    assert cells["words"] == "领口开线了"
    assert (cells["plan"], cells["owner"]) == ("换货", "主管")
    assert cells["closed_on"] == NOW.date()
    begun = row("CL-03", F02="added")
    assert begun["grade"] == "later_bad"
    assert not (steps | {"closed_on", "cause"}) & begun.keys()
    evil = row("CL-03", F02="neutral", F03="rival", F12=True)
    assert (evil["cause"], evil["evidence"]) == ("malicious", True)


def test_a_complaint_is_a_row_from_the_first_word_to_the_last() -> None:
    cells = row("CL-07", **COMPLAINT)
    assert (cells["about"], cells["level"], cells["channel"]) == (
        "service",
        "plain",
        "chat",
    )
    assert cells["promised_at"] == NOW + timedelta(hours=24)
    assert not {"raised_to", "accepted", "closed_on"} & cells.keys()
    end = {"G09": "主管电话道歉", "G10": "yes", "G11": True, "G12": True}
    closed = row("CL-07", **COMPLAINT, **end, G02="public", G06b="authority")
    assert (closed["level"], closed["raised_to"]) == ("grave", "主管")
    assert (closed["channel"], closed["plan"]) == ("other", "主管电话道歉")
    assert closed["accepted"] is closed["told"] is closed["visited"] is True
    assert closed["closed_on"] == NOW.date()


def test_what_was_looked_at_only_leaves_no_row() -> None:
    room = Room()
    for checklist in ("CL-02", "CL-03", "CL-07"):
        assert room.checks.rows(room.begin(ORDER, checklist)) == ()


@pytest.mark.parametrize("checklist", ["CL-02", "CL-03", "CL-07"])
def test_a_row_that_is_written_has_what_its_table_asks_for(checklist: str) -> None:
    needed = {"CL-02": {"kind"}, "CL-03": {"grade"}, "CL-07": {"about", "level"}}
    for walk in WALKS[checklist]:
        room = Room(walk.shop)
        for made in room.checks.rows(check_of(room, checklist, walk)):
            assert needed[checklist] <= made.cells.keys(), walk.name
