"""When a phrase may be used: from a day, until a day, in a promotion, or never.

Days and times are those of the agent's own clock, compared as they are written; what
reads a book sees to it that they are written so. Knows no clock itself.
"""

import re
from datetime import datetime
from typing import NamedTuple

from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words

_DAY, _MINUTE = len("2026-11-11"), len("2026-11-11T18:00")
_WRITTEN = (
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
    r"(?:[T ]\s*(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?::\d{2})?)?"
)


class Validity(NamedTuple):
    """What is said in a book of when a phrase holds; as it stands, always."""

    begins: str = ""
    """First day, as `2026-11-01`, or with a time, as `2026-11-01T18:00`."""
    ends: str = ""
    """Last day, which still counts, or the time from which it is over."""
    revoked: str | None = None
    """Why it must not be used any more, perhaps without a word; None where it may."""
    promotion: bool = False
    """Whether it holds only while the book's promotion is on."""

    def refusal(self, moment: datetime, *, promotion: bool) -> Words:
        """Why it must not be used at `moment`; no words where it may.

        `promotion` tells whether the promotion of the book is on then.
        """
        if self.revoked is not None:
            return _revoked(self.revoked)
        refused = out_of_time(self.begins, self.ends, moment)
        if not refused and self.promotion and not promotion:
            return no_promotion()
        return refused


ALWAYS = Validity()


def read_moment(written: str) -> str | None:
    """A day or minute as people write it, in the form of `Validity`; None if unfit."""
    found = re.fullmatch(_WRITTEN, written)
    if found is None:
        return None
    year, month, day, hour, minute = (int(part or 0) for part in found.groups())
    try:
        moment = datetime(year, month, day, hour, minute)  # noqa: DTZ001 - the agent's own
    except ValueError:
        return None
    return moment.isoformat(timespec="minutes")[: _MINUTE if found["hour"] else _DAY]


def stricter(one: Validity, other: Validity) -> Validity:
    """What holds only while both do; reasons of the `other` are told first."""
    # A day begins and ends with its first and last minute.
    begins = max(one.begins, other.begins, key=lambda day: day.ljust(_MINUTE, " "))
    ends = [day for day in (other.ends, one.ends) if day]
    return Validity(
        begins,
        min(ends, key=lambda day: day.ljust(_MINUTE, "~"), default=""),
        one.revoked if other.revoked is None else other.revoked,
        one.promotion or other.promotion,
    )


class Promotion(NamedTuple):
    """What a book says of a promotion, once for all of its phrases."""

    name: str = ""
    rule: str = ""
    end: str = ""
    """How its end is told to buyers; the day of `ends` where this is empty."""
    coupon: str = ""
    gift: str = ""
    begins: str = ""
    """As in `Validity`."""
    ends: str = ""

    def is_on(self, moment: datetime) -> bool:
        return bool(self.name) and not out_of_time(self.begins, self.ends, moment)


def out_of_time(begins: str, ends: str, moment: datetime) -> Words:
    """Why `moment` is too early or too late; no words where it is neither."""
    now = moment.strftime("%Y-%m-%dT%H:%M")
    if begins and now[: len(begins)] < begins:
        return words(
            QT_TRANSLATE_NOOP("core", "From {month}/{day}{clock} on"), **_told(begins)
        )
    # A day counts to its end; a time is when something else begins.
    over = now[:_DAY] > ends if len(ends) <= _DAY else now >= ends
    if ends and over:
        return words(
            QT_TRANSLATE_NOOP("core", "Over since {month}/{day}{clock}"), **_told(ends)
        )
    return NO_WORDS


def no_promotion() -> Words:
    """A phrase needs a promotion, and there is none."""
    return words(QT_TRANSLATE_NOOP("core", "No promotion is on"))


def _revoked(reason: str) -> Words:
    if not reason:
        return words(QT_TRANSLATE_NOOP("core", "Not to be used any more"))
    return words(
        QT_TRANSLATE_NOOP("core", "Not to be used any more: {reason}"), reason=reason
    )


def _told(written: str) -> dict[str, str]:
    _, month, day = written[:_DAY].split("-")
    clock = f" {written[_DAY + 1 :]}" if len(written) > _DAY else ""
    return {"month": str(int(month)), "day": str(int(day)), "clock": clock}
