from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.promises.choices import Offer, moments_to_promise, moments_to_snooze
from qtdesk.core.promises.quick_time import moment_in
from tests.fakes import FakeClock
from tests.promise_world import BERLIN, MOMENT, FakeWallClock

_SIGNS = (
    "今明后大天点时半刻分钟小个早晚上中下午周星期"
    "一二三四五六日十两0123456789:：.-/ pamhdn"
)


def at(text: str, now: datetime = MOMENT) -> str:
    found = moment_in(text, FakeWallClock(FakeClock(), now))
    return f"{found:%m-%d %H:%M}" if found is not None else ""


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("明天10点", "11-23 10:00"),
        ("30分钟后", "11-22 14:35"),
        ("30m", "11-22 14:35"),
        ("20:00", "11-22 20:00"),
        ("１５：３０", "11-22 15:30"),
        ("半小时", "11-22 14:35"),
        ("一个半小时后", "11-22 15:35"),
        ("1h30m", "11-22 15:35"),
        ("两小时", "11-22 16:05"),
        ("一刻钟", "11-22 14:20"),
        ("三天后", "11-25 14:05"),
        ("in 2 hours", "11-22 16:05"),
        ("今晚", "11-22 20:00"),
        ("今晚8点", "11-22 20:00"),
        ("tonight 9pm", "11-22 21:00"),
        ("明早9点半", "11-23 09:30"),
        ("后天下午3点", "11-24 15:00"),
        ("明天上午10点前", "11-23 10:00"),
        ("下午两点一刻", "11-22 14:15"),
        ("3点", "11-22 15:00"),
        ("8:30", "11-23 08:30"),
        ("晚上12点", "11-23 00:00"),
        ("24点", "11-23 00:00"),
        ("中午1点", "11-23 13:00"),
        ("周五", "11-27 10:00"),
        ("下周一10点", "11-23 10:00"),
        ("friday 10am", "11-27 10:00"),
        ("25号下午2点", "11-25 14:00"),
        ("12月1日", "12-01 10:00"),
        ("11-25 10:00", "11-25 10:00"),
        ("tomorrow 10:00", "11-23 10:00"),
    ],
)
def test_a_moment_is_read_as_agents_write_it(text: str, moment: str) -> None:
    assert at(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        *("", "  ", "45", "好的", "昨天", "今天10点", "10:65", "2月30日", "31号"),
        *("99999分钟", "2020-01-01", "明天" * 30, "400天后"),
    ],
)
def test_what_is_no_moment_ahead_is_none(text: str) -> None:
    assert at(text) == ""


@given(st.text(max_size=50) | st.text(_SIGNS, max_size=14))
def test_any_text_is_a_moment_ahead_or_none(text: str) -> None:
    wall = FakeWallClock(FakeClock())
    found = moment_in(text, wall)
    if found is not None:
        assert found.tzinfo is not None
        assert wall.now() < found <= wall.now() + timedelta(days=366)


def test_ten_tomorrow_is_ten_also_where_the_clocks_change() -> None:
    evening = datetime(2026, 10, 24, 20, 30, tzinfo=BERLIN)
    assert at("明天10点", evening) == "10-25 10:00"
    wall = FakeWallClock(FakeClock(), evening)
    tomorrow = moments_to_promise(wall)[-1].moment
    assert f"{tomorrow:%d %H:%M}" == "25 10:00"
    passed = tomorrow.timestamp() - evening.timestamp()
    assert passed == timedelta(hours=14, minutes=30).total_seconds()


def test_five_moments_are_offered_and_the_evening_is_always_ahead() -> None:
    wall = FakeWallClock(FakeClock())
    offered = moments_to_promise(wall)
    assert [f"{each.moment:%d %H:%M}" for each in offered] == [
        *("22 14:35", "22 15:05", "22 16:05", "22 20:00", "23 10:00")
    ]
    wall.set_forward(timedelta(hours=5, minutes=50))
    evening = moments_to_promise(wall)[3]
    assert evening.offer is Offer.TOMORROW_EVENING
    assert f"{evening.moment:%d %H:%M}" == "23 20:00"


def test_a_reminder_can_wait_ten_minutes_an_hour_or_until_tomorrow() -> None:
    offered = moments_to_snooze(FakeWallClock(FakeClock()))
    assert [f"{each.moment:%d %H:%M}" for each in offered] == [
        *("22 14:15", "22 15:05", "23 10:00")
    ]
