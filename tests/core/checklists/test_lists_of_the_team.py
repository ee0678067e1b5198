"""Lists of shifts, leads and visits at their edges: due times, quiet hours, scores."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from qtdesk.core.checklists import CHINA, Verdict
from qtdesk.core.orders import FieldName
from tests.checking_room import Room, order_text, shipped_lists


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=CHINA)


def value(room: Room, checklist: str, entry: str, **answers: Any) -> Any:
    found = room.standing(room.begin("", checklist, **answers)).entry(entry)
    return found.value if found is not None else None


# --- 回访 -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "since", "due"),
    [
        ("plain", "12T15:20", "15T15:20"),
        ("regular", "12T15:20", "15T15:20"),
        ("vip", "12T15:20", "19T15:20"),
        ("plain", "12T00:00", "15T00:00"),
    ],
)
def test_a_visit_is_due_in_three_days_and_a_vips_every_week(
    level: str, since: str, due: str
) -> None:
    room = Room(now=at("13T10:00"))
    answers = {"K04": level, "K05": at(since)}
    assert value(room, "CL-13", "K06", **answers) == at(due)


def test_it_is_overdue_the_minute_after() -> None:
    for now, told in (("15T15:20", []), ("15T15:21", ["visit_overdue"])):
        room = Room(now=at(now))
        check = room.begin("", "CL-13", K04="plain", K05=at("12T15:20"))
        assert room.rules(check, "K06") == told


@pytest.mark.parametrize(
    ("now", "quiet"),
    [("14T21:59", False), ("14T22:00", True), ("15T08:59", True), ("15T09:00", False)],
)
def test_nobody_is_visited_in_quiet_hours(now: str, quiet: bool) -> None:
    room = Room(now=at(now))
    check = room.begin("", "CL-13", K04="plain", K05=at("12T15:20"))
    standing = room.standing(check)
    assert (room.verdict(check, "K07") is Verdict.STOP) is quiet
    assert (standing.text("opening") is None) is quiet
    # Who has answered already was awake.
    check = room.answer(check, K08="yes", K13=True)
    assert room.standing(check).may_finish


def test_a_vip_is_visited_again_in_a_week_at_a_good_hour() -> None:
    room = Room(now=at("14T10:00"))
    check = room.begin("", "CL-13", K04="vip", K05=at("12T15:20"), K08="yes")
    (timer,) = room.standing(check).timers
    assert (timer.id, timer.at) == ("again", at("21T09:00"))


def test_nobody_is_asked_more_than_three_things() -> None:
    asked = [
        output.id
        for output in Room().checks.checklist("CL-13").outputs
        if "？" in output.template
    ]
    # Of each pair a buyer reads one.
    assert asked == ["opening", "opening_phone", "ask_good", "ask_bad"]


# --- 每周点评 --------------------------------------------------------------------

TALKS = [f"P1{n}" for n in range(1, 9)]
FIVE = [f"P6{n}" for n in range(1, 6)]


@pytest.mark.parametrize(
    ("of", "done", "score"),
    [
        ("10", "10", 100),
        ("10", "0", 0),
        ("10", "8", 80),
        ("3", "2", 66),
        ("1", "1", 100),
    ],
)
def test_the_score_of_talks_is_the_part_that_was_done(
    of: str, done: str, score: int
) -> None:
    answers = {"P10": of} | dict.fromkeys(TALKS, done)
    assert value(Room(), "CL-18", "P19", **answers) == Decimal(score)


def test_there_is_no_score_before_all_marks_are_given() -> None:
    assert value(Room(), "CL-18", "P19", **dict.fromkeys(TALKS[1:], "10")) is None


@pytest.mark.parametrize(
    ("marks", "score"),
    [("ggggg", 100), ("fffff", 50), ("bbbbb", 0), ("gfbgg", 70), ("gggg ", None)],
)
def test_the_score_of_the_mystery_customer(marks: str, score: int | None) -> None:
    words = {"g": "good", "f": "fair", "b": "bad", " ": None}
    answers = dict(zip(FIVE, map(words.__getitem__, marks), strict=True))
    found = value(Room(), "CL-18", "P67", P60="yes", **answers)
    assert found == (None if score is None else Decimal(score))


@pytest.mark.parametrize("wrong", ["11", "-1", "2.5"])
def test_more_than_there_are_cannot_be_right(wrong: str) -> None:
    room = Room()
    check = room.begin("", "CL-18", P13=wrong)
    assert room.rules(check, "P13") == ["of_all"]
    assert room.verdict(check, "P13") is Verdict.STOP


# --- 开班 / 收班, 新人, 活动 ---------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "which"),
    [("14T08:50", "open"), ("14T13:59", "open"), ("14T14:00", "close")],
)
def test_the_hour_says_which_end_of_the_shift_it_is(now: str, which: str) -> None:
    assert value(Room(now=at(now)), "CL-17", "N01") == which


@pytest.mark.parametrize(
    ("scores", "result"),
    [
        (("80", "6", "8", "5", "5"), "pass"),
        (("79", "6", "8", "5", "5"), "again"),
        (("80", "5", "8", "5", "5"), "again"),
        (("80", "6", "7", "5", "5"), "again"),
        (("80", "6", "8", "4", "5"), "again"),
        (("80", "6", "8", "5", "4"), "again"),
        (("80", "6", "11", "5", "5"), None),
    ],
)
def test_who_is_below_one_limit_is_trained_again(
    scores: tuple[str, ...], result: str | None
) -> None:
    items = ("Q15", "Q20", "Q30", "Q31", "Q32")
    answers = dict(zip(items, scores, strict=True))
    assert value(Room(), "CL-19", "Q40", **answers) == result


@pytest.mark.parametrize(
    ("shown", "wrong"), [("280", False), ("280.01", False), ("280.02", True)]
)
def test_a_promotion_waits_until_the_checkout_agrees(shown: str, wrong: bool) -> None:
    room = Room()
    check = room.begin("", "CL-20", S30="320", S31="280", S32=shown)
    assert (room.rules(check, "S32") == ["wrong_price"]) is wrong


# --- lists about no order --------------------------------------------------------

NO_ORDER = ("CL-00", "CL-14", "CL-15", "CL-17", "CL-18", "CL-19", "CL-20")


def test_which_lists_are_about_no_order() -> None:
    about_none = [each.id for each in shipped_lists() if not each.reads_order]
    assert set(NO_ORDER) <= set(about_none)
    assert "CL-01" not in about_none
    assert "CL-13" not in about_none


def test_what_was_copied_is_not_read_by_a_list_about_no_order() -> None:
    room = Room()
    for checklist in NO_ORDER:
        assert room.checks.begin(order_text(), checklist).reading is None
    read = room.checks.begin(order_text(), "CL-13").reading
    assert read is not None
    assert read.value(FieldName.ORDER)


def test_a_list_about_no_order_goes_on_where_it_was_left() -> None:
    room = Room()
    one, other = (room.checks.begin("", "CL-18") for _ in range(2))
    assert one.goes_on_in(other)
    assert not one.goes_on_in(room.checks.begin("", "CL-17"))
    # Without an order nobody knows that two of these are about the same.
    one, other = (room.checks.begin("", "CL-13") for _ in range(2))
    assert not one.goes_on_in(other)
    one, other = (room.checks.begin(order_text(), "CL-13") for _ in range(2))
    assert one.goes_on_in(other)
    assert not one.goes_on_in(room.checks.begin(order_text(qty="3"), "CL-13"))


def test_a_usual_day_is_a_day_whatever_the_hour() -> None:
    room = Room(now=at("14T23:30"))
    found = value(room, "CL-14", "L07", L01="price", L06="yes")
    assert type(found) is type(at("14T00:00").date())
    assert found == at("14T00:00").date() + timedelta(days=7)


# --- rows in the shop's tables ------------------------------------------------------


def test_a_visit_leaves_a_row_once_the_buyer_has_answered() -> None:
    room = Room()
    known = {"K04": "vip", "K05": at("20T15:20"), "K07": "phone"}
    silent = room.begin(order_text(), "CL-13", **known, K08="silent")
    assert room.checks.rows(silent) == ()
    check = room.begin(order_text(), "CL-13", **known, K08="no", K10="领口紧")
    (row,) = room.checks.rows(check)
    assert (row.table, row.source) == ("visits", "CL-13")
    told = {key: row.cells[key] for key in ("level", "channel", "satisfied", "opinion")}
    assert told == {
        "level": "vip",
        "channel": "phone",
        "satisfied": "no",
        "opinion": "领口紧",
    }
    assert row.cells["due_on"] == at("27T00:00").date()
    assert row.cells["again_on"] == at("29T00:00").date()
    for answer in ("yes", "fair"):
        check = room.begin(order_text(), "CL-13", **known, K08=answer)
        assert room.checks.rows(check)[0].cells["satisfied"] == answer


def test_a_lost_enquiry_leaves_a_row() -> None:
    room = Room()
    (row,) = room.checks.rows(room.begin("", "CL-14", L01="price"))
    assert row.cells == {"reason": "price", "customer": "new"}
    check = room.begin("", "CL-14", L01="other", L02="到店看", L05="云朵", L06="yes")
    (row,) = room.checks.rows(check)
    assert (row.table, row.cells["tell_next"], row.cells["buyer"]) == (
        "lost",
        True,
        "云朵",
    )
    assert row.cells["follow_on"] == at("29T00:00").date()


def test_a_review_leaves_a_row_and_the_mystery_customer_another() -> None:
    room = Room()
    review: dict[str, Any] = dict.fromkeys(TALKS, "8") | {
        "P01": "same", "P02": "没人用", "P20": "0", "P30": "2", "P31": "price",
        "P60": "no", "P70": "甲", "P71": "乙",
    }  # fmt: skip
    assert room.checks.rows(room.begin("", "CL-18", **(review | {"P71": None}))) == ()
    (row,) = room.checks.rows(room.begin("", "CL-18", **review))
    assert (row.table, row.cells["kind"], row.cells["reviewed"]) == (
        "weekly",
        "chats",
        "全组",
    )
    assert (row.cells["score"], row.cells["kept_promises"]) == (80, 8)
    assert (row.cells["top_loss"], row.cells["effect"]) == ("价格", "没变化")
    mystery = review | {"P60": "yes"} | dict.fromkeys(FIVE, "fair")
    chats, secret = room.checks.rows(room.begin("", "CL-18", **mystery))
    assert chats.uid != secret.uid
    assert (secret.cells["kind"], secret.cells["score"]) == ("secret", 50)
