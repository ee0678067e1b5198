"""What expressions of a checklist may call: plain functions over values.

Closed and documented in docs/checklists.md. Each takes what is not there, and answers
with nothing then. What asks the order or the shop is in `order_facts`.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from qtdesk.core.checklists.expressions import Arity
from qtdesk.core.checklists.operations import LONGEST_TEXT, ExpressionError
from qtdesk.core.checklists.values import (
    CHINA,
    Value,
    is_empty,
    moment_from,
    number_from,
    shown,
)
from qtdesk.core.records.masking import masked_name, masked_phone
from qtdesk.core.templates.moments import is_form, written

_MOBILE = re.compile(r"1[3-9]\d{9}")
_MOBILE_WITHIN = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_LANDLINE = re.compile(r"(?:(?:010|02\d)-?\d{8}|0[3-9]\d{2}-?\d{7,8})(?:-\d{1,6})?")
_ABROAD = re.compile(r"\+(?:852|853|886)[ -]?\d{6,10}")
_HIDDEN = re.compile(r"\*|[xX]{3}")
_TAX = re.compile(r"[0-9A-Z]{15}|[0-9A-Z]{17,18}|[0-9A-Z]{20}")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}", re.ASCII)
_ORDER = re.compile(r"\d{6}-\d{15}|\d{12,22}")
_HOUSE = re.compile(
    r"\d|号|栋|幢|楼|室|单元|村|组|队|屯|厂|公司|大厦|中心|广场|学校|大学|中学|小学|医院|"
    r"小区|花园|公寓|宿舍|园区|店|酒店|市场|银行|局|院"
)


def _text(value: Value) -> str:
    return value.strip() if isinstance(value, str) else ""


def _moment(value: Value) -> datetime | None:
    if isinstance(value, datetime):
        return value.astimezone(CHINA)
    if isinstance(value, date):
        return datetime.combine(value, time(), CHINA)
    if value is None:
        return None
    raise TypeError("this is no moment")


def _later(value: Value, amount: Value, unit: timedelta) -> Value:
    moment = _moment(value)
    if moment is None or amount is None:
        return None
    if not isinstance(amount, Decimal):
        raise TypeError("this is no number")
    return moment + unit * float(amount)


def _next_midnight(value: Value) -> Value:
    moment = _moment(value)
    if moment is None:
        return None
    return datetime.combine(moment.date() + timedelta(days=1), time(), CHINA)


def _hours_between(first: Value, last: Value) -> Value:
    begin, end = _moment(first), _moment(last)
    if begin is None or end is None:
        return None
    minutes = (end - begin) // timedelta(minutes=1)
    return Decimal(minutes) / 60


def _written(value: Value, form: Value) -> Value:
    moment = _moment(value)
    if moment is None:
        return None
    if not is_form(_text(form)):
        raise ExpressionError("types", "wrote")
    return written(moment, "date", _text(form), chinese=True)


def _whole(value: Value) -> Value:
    """Full units, as for hours that have begun to count."""
    if value is None:
        return None
    if not isinstance(value, Decimal):
        raise TypeError("this is no number")
    return value.to_integral_value(rounding="ROUND_FLOOR")


def _near(one: Value, other: Value, within: Value) -> Value:
    if one is None or other is None:
        return None
    if not (
        isinstance(one, Decimal)
        and isinstance(other, Decimal)
        and isinstance(within, Decimal)
    ):
        raise TypeError("these are no numbers")
    return abs(one - other) <= within


def _joined(parts: Value, between: Value) -> Value:
    if not isinstance(parts, tuple):
        return shown(parts)
    said = [shown(part) for part in parts if not is_empty(part)]
    return _text_of_size((between if isinstance(between, str) else "").join(said))


def _text_of_size(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise ExpressionError("large")
    return text


def _count(value: Value) -> Value:
    if isinstance(value, tuple):
        return Decimal(sum(not is_empty(each) for each in value))
    return Decimal(0 if is_empty(value) else 1)


def _mentions(text: Value, parts: Value) -> Value:
    """Whether one of `parts` stands in `text`, or in one of its texts."""
    texts = text if isinstance(text, tuple) else (text,)
    looked_for = parts if isinstance(parts, tuple) else (parts,)
    return any(
        bool(_text(part)) and _text(part).casefold() in _text(each).casefold()
        for each in texts
        for part in looked_for
    )


def _fits(pattern: "re.Pattern[str]") -> Callable[[Value], Value]:
    return lambda value: pattern.fullmatch(_text(value)) is not None


def _has_house(value: Value) -> Value:
    return _HOUSE.search(_text(value)) is not None


def _number(value: Value) -> Value:
    return value if isinstance(value, Decimal) else number_from(_text(value))


def _moment_of(value: Value) -> Value:
    if isinstance(value, date):
        return _moment(value)
    # The year never depends on now here: a rule must not change at New Year's Eve.
    text = _text(value)
    return (
        moment_from(text, datetime(1, 1, 1, tzinfo=CHINA))
        if text[:4].isdecimal()
        else None
    )


def _end_of(text: Value, amount: Value) -> Value:
    if not isinstance(amount, Decimal):
        raise TypeError("this is no number")
    size = int(amount)
    return _text(text)[-size:] if size > 0 else ""


_Function = Callable[..., Value]
_TABLE: dict[str, tuple[int, _Function]] = {
    "has": (1, lambda value: not is_empty(value)),
    "count": (1, _count),
    "length": (1, lambda value: Decimal(len(_text(value)))),
    "digits": (1, lambda value: Decimal(sum(map(str.isdecimal, _text(value))))),
    "mentions": (2, _mentions),
    "begins": (2, lambda text, head: _text(text).startswith(_text(head) or "\0")),
    "end": (2, _end_of),
    "text": (1, shown),
    "join": (2, _joined),
    "number": (1, _number),
    "whole": (1, _whole),
    "near": (3, _near),
    "moment": (1, _moment_of),
    "hours_after": (2, lambda moment, n: _later(moment, n, timedelta(hours=1))),
    "minutes_after": (2, lambda moment, n: _later(moment, n, timedelta(minutes=1))),
    "days_after": (2, lambda moment, n: _later(moment, n, timedelta(days=1))),
    "next_midnight": (1, _next_midnight),
    "hours_between": (2, _hours_between),
    "wrote": (2, _written),
    "hidden": (1, lambda value: _HIDDEN.search(_text(value)) is not None),
    "is_mobile": (1, _fits(_MOBILE)),
    "is_landline": (1, _fits(_LANDLINE)),
    "is_overseas_phone": (1, _fits(_ABROAD)),
    "is_tax_number": (1, _fits(_TAX)),
    "is_mail": (1, _fits(_MAIL)),
    "is_order_number": (1, _fits(_ORDER)),
    "has_house": (1, _has_house),
    "holds_phone": (1, lambda value: _MOBILE_WITHIN.search(_text(value)) is not None),
    "masked_phone": (1, lambda value: masked_phone(_text(value))),
    "masked_name": (1, lambda value: masked_name(_text(value))),
}

PLAIN: Mapping[str, _Function] = {name: does for name, (_, does) in _TABLE.items()}
PLAIN_ARITIES: Mapping[str, Arity] = {
    name: Arity(count, count) for name, (count, _) in _TABLE.items()
}
