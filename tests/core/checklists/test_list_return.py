"""CL-08 at its edges: the seven days to the minute, and whose word counts."""

from datetime import datetime, timedelta, timezone
from itertools import product
from typing import Any

import pytest

from qtdesk.core.checklists import CHINA, Verdict
from tests.checking_room import Room

WHOLE = {"E07": "yes", "E08": "yes", "E09": "yes", "E10": "yes"}


def result(**answers: Any) -> Any:
    room = Room(now=datetime(2026, 12, 30, 12, tzinfo=CHINA))
    check = room.begin("", "CL-08", **answers)
    entry = room.standing(check).entry("E00")
    assert entry is not None
    return entry.value


@pytest.mark.parametrize(
    ("signed", "applied", "expected"),
    [
        # The example of the trade: signed on the 12th at 15:20, until the 20th at 0:00.
        ("2026-11-12 15:20", "2026-11-19 23:59", "ok"),
        ("2026-11-12 15:20", "2026-11-20 00:00", "no"),
        ("2026-11-12 00:00", "2026-11-19 23:59", "ok"),
        ("2026-11-12 00:00", "2026-11-20 00:00", "no"),
        ("2026-11-12 23:59", "2026-11-19 23:59", "ok"),
        ("2026-11-12 23:59", "2026-11-20 00:00", "no"),
        ("2026-11-13 00:00", "2026-11-20 23:59", "ok"),
        ("2026-12-24 10:00", "2027-01-01 00:00", "no"),
        ("2026-02-25 10:00", "2026-03-04 23:59", "ok"),
        ("2026-02-25 10:00", "2026-03-05 00:00", "no"),
        ("2028-02-25 10:00", "2028-03-03 23:59", "ok"),
    ],
)
def test_seven_days_to_the_minute(signed: str, applied: str, expected: str) -> None:
    assert result(E02=signed, E03=applied, E04="no_reason", **WHOLE) == expected


def test_the_days_are_those_of_china_wherever_the_clock_stands() -> None:
    in_new_york = timezone(timedelta(hours=-5))
    room = Room()
    # 12 November 15:20 in China.
    signed = datetime(2026, 11, 12, 2, 20, tzinfo=in_new_york)
    check = room.begin("", "CL-08", E02=signed, E04="no_reason")
    (timer,) = room.standing(check).timers
    assert timer.at == datetime(2026, 11, 20, tzinfo=CHINA)
    end = room.standing(check).entry("E03b")
    assert end is not None
    assert end.text == "11月20日 00:00"
    assert timer.left_s == (timer.at - room.now).total_seconds() < 0


@pytest.mark.parametrize("reason", ["quality", "wrong", "short", "broken", "different"])
def test_what_is_the_shops_part_knows_no_seven_days(reason: str) -> None:
    late = {"E02": "2026-11-01 10:00", "E03": "2026-11-25 10:00"}
    assert result(**late, E04=reason) == "check"
    assert result(**late, E04=reason, E04b=True) == "ok"


def test_an_agreement_counts_only_if_it_was_marked_and_made() -> None:
    base = {"E02": "2026-11-18 10:00", "E03": "2026-11-20 10:00", "E04": "no_reason"}
    for kind in ("health", "activated", "flawed"):
        assert result(**base, **WHOLE, E06=kind) == "check"
        assert result(**base, **WHOLE, E06=kind, E06b="yes") == "no"
        assert result(**base, **WHOLE, E06=kind, E06b="no") == "ok"


def test_every_state_of_the_goods() -> None:
    base = {"E02": "2026-11-18 10:00", "E03": "2026-11-20 10:00", "E04": "no_reason"}
    for states in product(("yes", "no", None), repeat=4):
        goods = dict(zip(WHOLE, states, strict=True))
        expected = "no" if "no" in states else "check" if None in states else "ok"
        assert result(**base, **goods) == expected


def test_gift_and_invoice_do_not_keep_goods_from_coming_back() -> None:
    base = {"E02": "2026-11-18 10:00", "E03": "2026-11-20 10:00", "E04": "no_reason"}
    assert result(**base, **WHOLE, E11="no", E12="no") == "ok"


def test_a_result_that_is_not_settled_cannot_be_finished() -> None:
    room = Room()
    check = room.begin("", "CL-08", E02="2026-11-18 10:00", E04="no_reason")
    entry = room.standing(check).entry("E00")
    assert entry is not None
    assert (entry.verdict, entry.blocks, entry.editable) == (Verdict.STOP, True, False)
    assert "完好" in str(entry.findings[0].say)


def test_postage_follows_the_reason() -> None:
    room = Room()
    base = {"E02": "2026-11-18 10:00", "E03": "2026-11-20 10:00"}
    for more, expected in (
        ({"E04": "no_reason", **WHOLE}, "buyer"),
        ({"E04": "no_reason", "E13": True, **WHOLE}, "insurance"),
        ({"E04": "wrong", "E04b": True}, "shop"),
        ({"E04": "wrong", "E04b": True, "E13": True}, "shop"),
    ):
        check = room.begin("", "CL-08", **base, **more)
        entry = room.standing(check).entry("E14")
        assert entry is not None
        assert entry.value == expected


def test_every_source_has_its_day() -> None:
    sources = Room().checks.checklist("CL-08").sources
    assert len(sources) == 3
    assert all(source.as_of == "2026-11-21" for source in sources)
