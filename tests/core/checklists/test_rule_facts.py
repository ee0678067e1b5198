"""What expressions learn of the rules: limits, quiet hours to the minute, returns."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from qtdesk.core.checklists import CHINA, ShopFacts
from qtdesk.core.checklists.rule_facts import RULE_ARITIES, RuleFacts
from qtdesk.core.errors import AnswerError
from qtdesk.core.rules import (
    ContactRule,
    PlatformRule,
    ReturnClass,
    ReturnKind,
    ReturnTable,
    RuleBook,
)
from tests.checking_room import Room, order_text

DAY = date(2026, 11, 21)
RULE = PlatformRule(
    "", DAY, "x", comp_rate=Decimal("0.05"), comp_min=Decimal(5), comp_cap=Decimal(30)
)
CONTACT = ContactRule(DAY, "x")
TABLE = ReturnTable(
    DAY,
    "x",
    (
        ReturnClass("服装", ReturnKind.APPLIES, "吊牌还在"),
        ReturnClass("鲜花", ReturnKind.FRESH),
        ReturnClass("美妆", ReturnKind.HEALTH),
    ),
)


def facts(book: RuleBook | None = None, day: date = DAY) -> RuleFacts:
    book = book or RuleBook((RULE,), CONTACT, TABLE)
    return RuleFacts(book, ShopFacts(), datetime.combine(day, time(12), CHINA))


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=CHINA)


@pytest.mark.parametrize(
    ("price", "expected"),
    [("20", "5"), ("100", "5"), ("100.10", "5.01"), ("600", "30"), ("601", "30")],
)
def test_compensation_stays_between_its_limits(price: str, expected: str) -> None:
    found = facts().functions["rule_compensation"](Decimal(price))
    assert found == Decimal(expected)


def test_without_a_rate_nobody_knows_the_compensation() -> None:
    unknown = RuleBook((replace(RULE, comp_rate=None),))
    assert facts(unknown).functions["rule_compensation"](Decimal(100)) is None
    assert facts(RuleBook()).functions["rule_compensation"](Decimal(100)) is None
    with pytest.raises(TypeError):
        facts().functions["rule_compensation"]("much")


@pytest.mark.parametrize(
    ("moment", "quiet", "awake"),
    [
        ("22T21:59", False, "22T21:59"),
        ("22T22:00", True, "23T09:00"),
        ("22T23:59", True, "23T09:00"),
        ("23T00:00", True, "23T09:00"),
        ("23T08:59", True, "23T09:00"),
        ("23T09:00", False, "23T09:00"),
    ],
)
def test_quiet_hours_to_the_minute(moment: str, quiet: bool, awake: str) -> None:
    ask = facts().functions
    assert ask["rule_quiet"](at(moment)) is quiet
    assert ask["rule_awake"](at(moment)) == at(awake)
    # They are China's, wherever the agent's clock stands.
    far = at(moment).astimezone(timezone(timedelta(hours=-5)))
    assert ask["rule_quiet"](far) is quiet
    assert ask["rule_awake"](far) == at(awake)


def test_quiet_hours_within_one_day() -> None:
    noon = replace(CONTACT, quiet_from=time(12), quiet_to=time(14))
    ask = facts(RuleBook((RULE,), noon)).functions
    assert [ask["rule_quiet"](at(f"22T{t}")) for t in ("11:59", "13:00", "14:00")] == [
        False,
        True,
        False,
    ]
    assert ask["rule_awake"](at("22T13:00")) == at("22T14:00")


def test_without_rules_nothing_is_quiet_and_nothing_known() -> None:
    ask = facts(RuleBook())
    assert set(ask.known().values()) == {None}
    assert ask.functions["rule_quiet"](at("22T23:00")) is None
    assert ask.functions["rule_awake"](at("22T23:00")) == at("22T23:00")
    assert ask.functions["rule_awake"](None) is None
    for name in ("class", "kind", "standard"):
        assert ask.functions[f"rule_return_{name}"]("服装") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("服装", ("applies", "applies", "吊牌还在")),
        ("鲜花", ("excluded", "fresh", None)),
        ("美妆", ("confirm", "health", None)),
        ("飞机", (None, None, None)),
        (None, (None, None, None)),
    ],
)
def test_what_the_table_says_of_goods(name: Any, expected: tuple[Any, ...]) -> None:
    ask = facts().functions
    parts = ("class", "kind", "standard")
    assert tuple(ask[f"rule_return_{part}"](name) for part in parts) == expected


def test_a_rule_is_overdue_after_a_year() -> None:
    assert facts(day=date(2027, 11, 21)).known()["rule_overdue"] is False
    later = facts(day=date(2027, 11, 22)).known()
    assert later["rule_overdue"] is True
    assert later["rule_returns_overdue"] is True


def test_every_function_takes_what_it_says() -> None:
    assert facts().functions.keys() == RULE_ARITIES.keys()


def test_a_check_of_an_order_tells_that_the_hours_are_old() -> None:
    for year, told in ((2026, False), (2028, True)):
        room = Room(now=datetime(year, 11, 22, 16, tzinfo=CHINA))
        check = room.begin(order_text(time=f"{year}-11-22 10:00:00"))
        assert ("rule_overdue" in room.rules(check, "V25")) is told


SEEN = {"E02": "2026-11-18 10:00", "E03": "2026-11-20 10:00", "E04": "no_reason"}
WHOLE = {"E07": "yes", "E08": "yes", "E09": "yes", "E10": "yes"}


@pytest.mark.parametrize(
    ("goods", "answers", "result"),
    [
        ("服装", {}, "ok"),
        ("生鲜果蔬", {}, "no"),
        ("图书", {}, "ok"),
        ("定制刻字饰品", {}, "no"),
        # What the table says is only the usual answer; the agent's own goes first.
        ("音像制品和软件", {"E05": "none"}, "ok"),
        ("手机", {}, "check"),
        ("手机", {"E06b": "no"}, "ok"),
        ("手机", {"E06b": "yes"}, "no"),
        ("美妆护肤", {"E06": "none"}, "ok"),
    ],
)
def test_the_class_of_goods_answers_what_the_law_asks(
    goods: str, answers: dict[str, str], result: str
) -> None:
    room = Room()
    check = room.begin("", "CL-08", **SEEN, **WHOLE, E04c=goods, **answers)
    entry = room.standing(check).entry("E00")
    assert entry is not None
    assert entry.value == result


def test_the_class_says_what_whole_means_and_when_it_is_old() -> None:
    room = Room()
    check = room.begin("", "CL-08", **SEEN, E04c="服装")
    (finding,) = room.standing(check).entry("E04c").findings  # type: ignore[union-attr]
    assert "吊牌没剪" in str(finding.say)
    room = Room(now=datetime(2028, 1, 1, tzinfo=CHINA))
    check = room.begin("", "CL-08", **SEEN, E04c="服装")
    assert room.rules(check, "E04c") == ["class_says", "classes_overdue"]


@pytest.mark.parametrize(
    ("item", "noted"),
    [("订制戒指", True), ("定制刻字杯", True), ("圆领T恤", False)],
)
def test_goods_that_the_hours_may_not_be_for_are_noted(item: str, noted: bool) -> None:
    room = Room()
    check = room.begin(order_text(item=item))
    assert ("maybe_no_rule" in room.rules(check, "V25")) is noted
    assert room.standing(check).may_finish


def test_figures_that_nobody_compared_are_told_before_they_are_promised() -> None:
    for platform, noted in (("", True), ("taobao", False)):
        room = Room(ShopFacts(platform=platform))
        check = room.begin("", "CL-20")
        assert ("rule_unverified" in room.rules(check, "S10")) is noted
    room = Room(ShopFacts(ship_hours=Decimal(24)))
    assert room.rules(room.begin("", "CL-20"), "S10") == []


def test_a_part_of_a_name_is_enough_where_only_one_has_it() -> None:
    room = Room()
    check = room.begin("", "CL-08", **SEEN, E04c="电脑")
    assert check.values["E04c"] == "电脑平板"
    # What is a name itself is that one, whatever else it is a part of.
    assert room.begin("", "CL-08", **SEEN, E04c="手机").values["E04c"] == "手机"
    for vague in ("定", "船"):
        with pytest.raises(AnswerError):
            room.begin("", "CL-08", **SEEN, E04c=vague)
