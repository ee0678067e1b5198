"""When a phrase holds, to the minute, and how that is told."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.phrases import ALWAYS, Promotion, Validity
from qtdesk.core.phrases.validity import out_of_time

MOMENT = datetime(2026, 11, 11, 18, 0)  # noqa: DTZ001 - the agent's own time
_MOMENTS = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001 - bounds have no zone
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001 - bounds have no zone
)


@pytest.mark.parametrize(
    ("validity", "told"),
    [
        (ALWAYS, ""),
        (Validity(ends="2026-11-11"), ""),
        (Validity(ends="2026-11-10"), "Over since 11/10"),
        (Validity(ends="2026-11-11T18:00"), "Over since 11/11 18:00"),
        (Validity(ends="2026-11-11T18:01"), ""),
        (Validity(begins="2026-11-11"), ""),
        (Validity(begins="2026-11-12"), "From 11/12 on"),
        (Validity(begins="2026-11-11T18:00"), ""),
        (Validity(begins="2026-11-11T18:01"), "From 11/11 18:01 on"),
        (Validity(revoked=""), "Not to be used any more"),
        (Validity(ends="2020-01-01", revoked="法务"), "Not to be used any more: 法务"),
        (Validity(promotion=True), "No promotion is on"),
    ],
)
def test_why_not(validity: Validity, told: str) -> None:
    assert str(validity.refusal(MOMENT, promotion=False)) == told


def test_a_promotion_that_is_on_lets_its_phrases_be_used() -> None:
    assert not Validity(promotion=True).refusal(MOMENT, promotion=True)
    assert Promotion("双11", ends="2026-11-11").is_on(MOMENT)
    assert not Promotion("双11", begins="2026-11-12").is_on(MOMENT)
    assert not Promotion("").is_on(MOMENT)


@given(_MOMENTS, _MOMENTS, st.booleans())
def test_it_is_over_from_one_minute_on_and_for_ever(
    ends: datetime, moment: datetime, whole_day: bool
) -> None:
    written = ends.isoformat(timespec="minutes")[: 10 if whole_day else 16]
    end = datetime.fromisoformat(written)
    if whole_day:
        end += timedelta(days=1)
    assert bool(out_of_time("", written, moment)) is (moment >= end)


@given(_MOMENTS, _MOMENTS, st.booleans())
def test_it_is_too_early_until_one_minute_and_never_after(
    begins: datetime, moment: datetime, whole_day: bool
) -> None:
    written = begins.isoformat(timespec="minutes")[: 10 if whole_day else 16]
    begin = datetime.fromisoformat(written)
    assert bool(out_of_time(written, "", moment)) is (moment < begin)
