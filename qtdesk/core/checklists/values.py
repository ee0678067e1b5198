"""The values a checklist reckons with, and how people write and read them.

A closed union. Amounts and counts are decimals, moments know their distance from UTC;
what was written without one is China's time, which knows no summer time.
"""

import re
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from typing import Any

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")

Value = None | bool | str | Decimal | date | tuple["Value", ...]
"""`date` includes `datetime`. None is an answer that is not there."""

_NUMBER = re.compile(r"[+-]?\d{1,12}(?:\.\d{1,6})?")
_NOT_OF_A_NUMBER = re.compile(r"[\s,，¥￥元]")
_MOMENT = re.compile(
    r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?"
    r"(?:[ T]*(\d{1,2})[:：点](\d{1,2})?分?(?::\d{2})?)?"
)
_CENT = Decimal("0.01")


def is_empty(value: Value) -> bool:
    """Whether nothing was answered; a tick that is not set is nothing, too."""
    return value is None or value is False or value in ("", ())


def number_from(text: str) -> Decimal | None:
    """The number in `text`, which may have a currency; None where there is none."""
    plain = _NOT_OF_A_NUMBER.sub("", text)
    if not _NUMBER.fullmatch(plain):
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def moment_from(text: str, now: datetime) -> datetime | None:
    """The moment in `text`, as people and marketplaces write it; None where none is.

    Without a year it is the one of `now`, without a time of day the day's beginning.
    """
    text = text.strip()
    found = _MOMENT.fullmatch(text)
    try:
        if found is None:
            moment = datetime.fromisoformat(text)
            return moment if moment.tzinfo else moment.replace(tzinfo=CHINA)
        year, month, day, hour, minute = found.groups()
        return datetime(
            int(year or now.astimezone(CHINA).year),
            int(month),
            int(day),
            int(hour or 0),
            int(minute or 0),
            tzinfo=CHINA,
        )
    except ValueError:
        return None


def shown(value: Value) -> str:
    """`value` as it goes into a text: no cents where there are none."""
    if value is None or isinstance(value, bool):
        return "是" if value else ""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return _plain_number(value)
    if isinstance(value, datetime):
        local = value.astimezone(CHINA)
        return f"{local.month}月{local.day}日 {local:%H:%M}"
    if isinstance(value, date):
        return f"{value.month}月{value.day}日"
    return "；".join(filter(None, map(shown, value)))


def _plain_number(number: Decimal) -> str:
    if number == number.to_integral_value():
        return str(number.quantize(Decimal(1)))
    cents = number.quantize(_CENT)
    return str(cents if cents == number else number.normalize())


def as_json(value: Value) -> Any:
    """`value` as JSON; `from_json` has it back."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, Decimal):
        return {"number": str(value)}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return [as_json(each) for each in value]


def from_json(told: Any) -> Value:
    """What `as_json` wrote.

    Raises:
        ValueError: it wrote something else.
    """
    if told is None or isinstance(told, bool | str):
        return told
    if isinstance(told, list):
        return tuple(from_json(each) for each in told)
    if not isinstance(told, dict) or len(told) != 1:
        raise ValueError("not a value")
    ((kind, text),) = told.items()
    try:
        if kind == "number":
            return Decimal(text)
        if kind == "moment":
            return _with_distance(datetime.fromisoformat(text))
        if kind == "day":
            return date.fromisoformat(text)
    except (InvalidOperation, TypeError) as error:
        raise ValueError("not a value") from error
    raise ValueError("not a value")


def _with_distance(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time without its distance from UTC")
    return moment
