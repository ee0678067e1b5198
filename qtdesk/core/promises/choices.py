"""The moments that are offered with one key, for a promise and for a reminder."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from qtdesk.core.ports import WallClock

EVENING = time(20)
MORNING = time(10)
_SOON = timedelta(minutes=15)
"""An evening that is nearer is none any more."""


class Offer(StrEnum):
    """What each of them is called by."""

    TEN_MINUTES = "ten_minutes"
    HALF_HOUR = "half_hour"
    HOUR = "hour"
    TWO_HOURS = "two_hours"
    TONIGHT = "tonight"
    TOMORROW_EVENING = "tomorrow_evening"
    """In place of the evening of today, once that is there."""
    TOMORROW = "tomorrow"


_AFTER = {
    Offer.TEN_MINUTES: timedelta(minutes=10),
    Offer.HALF_HOUR: timedelta(minutes=30),
    Offer.HOUR: timedelta(hours=1),
    Offer.TWO_HOURS: timedelta(hours=2),
}


class Choice(NamedTuple):
    """One moment that can be chosen."""

    offer: Offer
    moment: datetime


def moments_to_promise(wall: WallClock) -> tuple[Choice, ...]:
    """Five of them, for the digits 1 to 5."""
    now = wall.now()
    tonight = wall.on(now.date(), EVENING)
    evening = Choice(Offer.TONIGHT, tonight)
    if tonight - now < _SOON:
        later = wall.on(now.date() + timedelta(days=1), EVENING)
        evening = Choice(Offer.TOMORROW_EVENING, later)
    soon = (Offer.HALF_HOUR, Offer.HOUR, Offer.TWO_HOURS)
    return (*(_after(each, now) for each in soon), evening, _tomorrow(wall))


def moments_to_snooze(wall: WallClock) -> tuple[Choice, ...]:
    """Three of them, for the digits 1 to 3."""
    now = wall.now()
    soon = (Offer.TEN_MINUTES, Offer.HOUR)
    return (*(_after(each, now) for each in soon), _tomorrow(wall))


def _after(offer: Offer, now: datetime) -> Choice:
    return Choice(offer, now + _AFTER[offer])


def _tomorrow(wall: WallClock) -> Choice:
    day = wall.now().date() + timedelta(days=1)
    return Choice(Offer.TOMORROW, wall.on(day, MORNING))
