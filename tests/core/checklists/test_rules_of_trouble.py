"""What the lists for trouble must never do, such as paying for a review.

The limits are tried to the minute, from both sides.
"""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from qtdesk.core.checklists import CHINA, Check, Verdict
from qtdesk.core.errors import ChecklistError
from qtdesk.core.records import OutputTarget
from qtdesk.core.rules import ContactRule
from tests.checking_room import NOW, Room, order_text, shipped_rules
from tests.core.checklists.trouble_walks import UNPAID, WALKS, at
from tests.core.lint.shipped_packs import named, shipped

IN_NEW_YORK = timezone(timedelta(hours=-5))
REMINDERS = {"remind_1", "remind_2", "remind_3"}


def texts(room: Room, check: Check) -> dict[str, str]:
    """Everything that the list says now, whole or not."""
    return {m.output.id: m.filling.draft for m in room.standing(check).texts}


def contact(**changes: Any) -> ContactRule:
    known = shipped_rules().contact
    assert known is not None
    return replace(known, **changes)


@pytest.mark.parametrize("checklist", WALKS)
def test_a_label_beside_a_value_is_not_cut(checklist: str) -> None:
    """The window has room for six characters there."""
    for item in Room().checks.checklist(checklist).items:
        if item.shown and not item.type.is_tick:
            assert len(item.label.zh) <= 6, item.label


# --- reminders to pay -------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        (at(22, 21, 59), False),
        (at(22, 22), True),
        (at(22, 23, 59), True),
        (at(23), True),
        (at(23, 8, 59), True),
        (at(23, 9), False),
        (at(22, 22).astimezone(IN_NEW_YORK), True),
        (at(23, 9).astimezone(IN_NEW_YORK), False),
    ],
)
def test_nobody_is_reminded_at_night(moment: datetime, *, quiet: bool) -> None:
    room = Room(now=moment)
    check = room.begin(UNPAID, "CL-09", J03=True)
    assert ("quiet_hours" in room.rules(check, "J06")) is quiet
    assert bool(REMINDERS & texts(room, check).keys()) is not quiet
    timers = {timer.id: timer.at for timer in room.standing(check).timers}
    assert timers.get("awake") == (at(23, 9) if quiet else None)


def test_no_reason_lets_a_reminder_go_out_at_night() -> None:
    room = Room(now=at(22, 23))
    check = room.begin(UNPAID, "CL-09", J03=True)
    check = room.checks.override(check, "J06", "买家让我现在提醒")
    assert not REMINDERS & texts(room, check).keys()


def test_what_was_sent_before_the_night_may_be_finished_in_it() -> None:
    room = Room(now=at(22, 21, 59))
    check = room.checks.gave(room.begin(UNPAID, "CL-09", J03=True), "remind_1")
    room.now = at(22, 22, 5)
    assert room.standing(check).may_finish


@pytest.mark.parametrize(
    ("rule", "earlier", "reminds"),
    [
        (3, 0, True),
        (3, 2, True),
        (3, 3, False),
        (3, 9, False),
        (2, 1, True),
        (2, 2, False),
        # A shop cannot allow itself more than three.
        (5, 2, True),
        (5, 3, False),
    ],
)
def test_three_reminders_at_most(rule: int, earlier: int, *, reminds: bool) -> None:
    rules = replace(shipped_rules(), contact=contact(reminders=Decimal(rule)))
    room = Room(rules=rules)
    check = room.checks.begin(UNPAID, "CL-09", earlier)
    check = room.answer(check, J08="go_on", J03=True)
    assert bool(REMINDERS & texts(room, check).keys()) is reminds
    assert ("limit_reached" in room.rules(check, "J07")) is not reminds


def test_a_reminder_wants_a_look_at_the_order_first() -> None:
    room = Room()
    check = room.begin(UNPAID, "CL-09")
    assert not REMINDERS & texts(room, check).keys()
    assert room.verdict(check, "J03") is Verdict.TODO
    assert not room.standing(check).may_finish


@pytest.mark.parametrize(
    ("pace", "earlier", "due"),
    [
        ("quick", 0, at(22, 15, 50)),
        ("quick", 1, at(22, 16, 20)),
        ("quick", 2, at(22, 17, 20)),
        ("medium", 0, at(22, 17, 20)),
        ("medium", 1, at(22, 20)),
        ("medium", 2, at(23, 13, 20)),
        ("letter", 0, at(25, 15, 20)),
        ("letter", 1, at(29, 15, 20)),
        ("letter", 2, datetime(2026, 12, 6, 15, 20, tzinfo=CHINA)),
    ],
)
def test_each_reminder_has_its_time(pace: str, earlier: int, due: datetime) -> None:
    room = Room()
    check = room.checks.begin(UNPAID, "CL-09", earlier, preset=pace)
    if pace == "medium":
        check = room.answer(check, J04b="2026-11-23 15:20")
    entry = room.standing(check).entry("J07b")
    assert entry is not None
    assert entry.value == due
    for moment, early in ((due - timedelta(minutes=1), True), (due, False)):
        room.now = moment
        assert ("too_early" in room.rules(check, "J07b")) is early


@pytest.mark.parametrize(
    ("ordered", "evening"),
    [
        ("2026-11-22 09:00:00", at(22, 20)),
        ("2026-11-22 17:59:00", at(22, 20)),
        # So late in the day that the next evening is meant.
        ("2026-11-22 18:00:00", at(23, 20)),
        ("2026-11-22 23:30:00", at(23, 20)),
    ],
)
def test_the_evening_is_one_that_leaves_time(ordered: str, evening: datetime) -> None:
    room = Room()
    check = room.checks.begin(order_text(time=ordered), "CL-09", 1, preset="medium")
    entry = room.standing(check).entry("J07b")
    assert entry is not None
    assert entry.value == evening


# --- reviews and complaints -------------------------------------------------------

ABOUT = ("好评", "评价", "差评", "五星", "追评", "这条评论", "评分", "晒图")
WANTED = ("改", "删", "撤掉", "修改", "改成", "给", "写", "", "麻烦把")
FAVOURS = ("返您10元", "退您20元", "送个小礼物", "发红包给您", "补优惠券", "给您免单")
BARGAIN = st.builds(
    lambda *parts: "".join(parts),
    st.sampled_from(("您", "亲，您", "如果", "先", "")),
    st.sampled_from(WANTED),
    st.sampled_from(ABOUT),
    st.sampled_from(("，我", "后", "就", "了，马上", " ")),
    st.sampled_from(FAVOURS),
)


@settings(max_examples=150, deadline=None)
@given(finding=BARGAIN, reply=BARGAIN)
def test_no_text_pays_for_a_review(finding: str, reply: str) -> None:
    room = Room()
    answers = {"F02": "bad", "F05": "quality", "F06": "ours", "F07": "part",
               "F07b": "10", "F05b": finding, "F10": reply}  # fmt: skip
    check = room.begin(order_text(item=finding), "CL-03", **answers)
    assert room.verdict(check, "F05b") is Verdict.STOP
    assert room.verdict(check, "F10") is Verdict.STOP
    said = texts(room, check)
    assert "step_3" not in said
    assert "public_reply" not in said
    for text in said.values():
        assert "review" not in named(shipped().check(text))


@pytest.mark.parametrize(
    "reply",
    [
        "陈静您好，已为您处理",
        "您的订单4012345678901234567已退款",
        "请联系13800138005",
        "tb_qiqi88您好，已为您处理",
    ],
)
def test_an_answer_in_public_tells_nobody_who_it_was(reply: str) -> None:
    room = Room()
    check = room.begin(order_text(), "CL-03", F02="bad", F10=reply)
    assert "reply_tells_who" in room.rules(check, "F10")
    assert "public_reply" not in texts(room, check)


def test_the_six_steps_come_in_their_order() -> None:
    room = Room()
    answers = {"F01": "开线了", "F02": "bad", "F05": "quality", "F05b": "线没锁好",
               "F06": "ours", "F07": "exchange"}  # fmt: skip
    check = room.begin(order_text(), "CL-03", **answers)
    steps = [
        made.output.id
        for made in room.standing(check).texts
        if made.output.target is OutputTarget.BUYER
    ]
    assert steps == ["step_1", "step_3", "step_4", "step_5", "step_6"]
    asked = room.begin(order_text(), "CL-03", F02="bad", F05="quality")
    assert list(texts(room, asked))[:2] == ["step_1", "step_2"]


@pytest.mark.parametrize(
    ("level", "hours"), [("normal", 24), ("important", 4), ("major", 1)]
)
def test_a_complaint_is_answered_in_time(level: str, hours: int) -> None:
    room = Room()
    check = room.begin(order_text(), "CL-07", G05="quality", G06=level)
    limit = NOW + timedelta(hours=hours)
    (first, *_) = room.standing(check).timers
    assert (first.id, first.at) == ("first_answer", limit)
    for promised, late in ((limit, False), (limit + timedelta(minutes=1), True)):
        check = room.answer(check, G08=promised)
        assert ("answer_too_late" in room.rules(check, "G08")) is late
        assert ("taken" in texts(room, check)) is not late


AGREED = {"G03": "开线", "G05": "quality", "G09": "给您换一件", "G10": "yes"}
FOLLOWED = {**AGREED, "G04": True, "G11": True, "G12": True}


@pytest.mark.parametrize("missing", ["G10", "G11", "G12"])
def test_a_complaint_closes_with_all_three_and_not_before(missing: str) -> None:
    room = Room()
    whole = room.begin(order_text(), "CL-07", **FOLLOWED)
    assert room.standing(whole).may_finish
    part = room.checks.set(whole, missing, None)
    with pytest.raises(ChecklistError):
        room.checks.finish(part)


def test_a_complaint_that_is_not_agreed_stays_open() -> None:
    room = Room()
    answers = {**FOLLOWED, "G10": "no", "G10b": "2026-11-23 10:00"}
    check = room.begin(order_text(), "CL-07", **answers)
    assert room.standing(check).blocking == ()
    with pytest.raises(ChecklistError, match="回访"):
        room.checks.finish(check)


# --- goods and parcels ------------------------------------------------------------

SHORT = {"B03": "short", "B05": True, "B06": True, "B04": "2026-11-20 10:00"}


def test_after_sales_close_once_the_buyer_agreed_and_was_asked_again() -> None:
    room = Room()
    order = order_text(qty="1", price="128.00")
    for more, closes in (
        ({"B14": "yes"}, False),
        ({"B14": "no", "B14c": "2026-11-22 20:00", "B15": True}, False),
        ({"B14": "yes", "B15": True}, True),
    ):
        check = room.begin(order, "CL-02", **SHORT, **more)
        assert room.standing(check).blocking == ()
        assert room.standing(check).may_finish is closes


def test_a_promise_is_one_once_the_buyer_was_told() -> None:
    room = Room()
    check = room.begin(order_text(qty="1", price="128.00"), "CL-02", **SHORT)
    assert room.standing(check).timers == ()
    check = room.checks.gave(check, "buyer_plan")
    (timer,) = room.standing(check).timers
    assert (timer.label, timer.at) == ("给买家寄出补发", NOW + timedelta(hours=48))


def test_amends_are_told_only_within_what_may_be_given() -> None:
    room = Room()
    for checklist, answers, amount, agreed in (
        ("CL-05", {"C05": "refund"}, "C06", "C06b"),
        ("CL-21", {"L04": "stock", "L05": "2026-11-23 12:00"}, "L07", "L07b"),
    ):
        check = room.begin(order_text(), checklist, **answers, **{amount: "50"})
        assert not any("50元" in text for text in texts(room, check).values())
        assert not room.standing(check).may_finish
        check = room.answer(check, **{agreed: True})
        assert any("50元" in text for text in texts(room, check).values())


@pytest.mark.parametrize(
    ("moment", "late"), [(at(24, 10, 20), False), (at(24, 10, 21), True)]
)
def test_the_time_limit_for_shipping_is_kept_to_the_minute(
    moment: datetime, *, late: bool
) -> None:
    room = Room(now=moment)
    order = order_text(time="2026-11-22 10:20:00")
    check = room.begin(order, "CL-21", L04="stock", L05="2026-11-25 12:00")
    assert ("ship_overdue" in room.rules(check, "L02")) is late
    check = room.answer(check, L05=moment)
    assert ("promise_beyond_limit" in room.rules(check, "L05")) is late


def test_cash_on_delivery_is_not_settled_until_somebody_answers() -> None:
    room = Room()
    answers = {"N02": "6", "N01": True, "N06": True, "N03": "yes"}
    for phone, settled in (("yes", True), ("no", False), ("wrong", False)):
        check = room.begin(order_text(), "CL-12", **answers, N04=phone)
        assert room.standing(check).may_finish is settled
