"""Values of the file of rules: days, times of day, amounts, parts of a price.

Each is reported with its line where it does not fit, and something harmless stands in
for it. Knows no key.
"""

from datetime import date, time
from decimal import Decimal

from qtdesk.core.checklists.values import number_from
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words
from qtdesk.formats.fields import Fields

_NO_DAY = date(1, 1, 1)
"""Stands in for a day that cannot be read; the file is refused anyway."""
_SWITCHES = {"yes": True, "true": True, "no": False, "false": False}


def read_day(fields: Fields, key: str) -> date:
    """The day at `key`, which must be there."""
    written = fields.word(key, required=True)
    if not written:
        return _NO_DAY
    try:
        return date.fromisoformat(written)
    except ValueError:
        remedy = words(QT_TRANSLATE_NOOP("core", "Write a day such as 2026-11-21."))
        _report(fields, key, written, remedy)
        return _NO_DAY


def read_time(fields: Fields, key: str) -> time | None:
    """The time of day at `key`; None where there is none."""
    written = fields.word(key)
    if not written:
        return None
    try:
        return time.fromisoformat(written).replace(tzinfo=None)
    except ValueError:
        remedy = words(QT_TRANSLATE_NOOP("core", "Write a time such as “22:00”."))
        _report(fields, key, written, remedy)
        return None


def read_amount(fields: Fields, key: str) -> Decimal | None:
    """The number above zero at `key`; None where there is none."""
    written = fields.word(key)
    if not written:
        return None
    number = number_from(written)
    if number is None or number <= 0:
        remedy = words(QT_TRANSLATE_NOOP("core", "Write a number above zero."))
        _report(fields, key, written, remedy)
        return None
    return number


def read_part(fields: Fields, key: str) -> Decimal | None:
    """The part of a whole at `key`, 0.05 for five per cent; None where there is none.

    Five is refused: whoever writes it means five per cent.
    """
    number = read_amount(fields, key)
    if number is not None and number > 1:
        remedy = words(
            QT_TRANSLATE_NOOP("core", "Write a part of one: 0.05 is five per cent.")
        )
        _report(fields, key, fields.word(key) or "", remedy)
        return None
    return number


def read_switch(fields: Fields, key: str, *, usual: bool) -> bool:
    """Yes or no at `key`; `usual` where there is nothing."""
    written = fields.word(key)
    if not written:
        return usual
    if written.casefold() not in _SWITCHES:
        remedy = words(QT_TRANSLATE_NOOP("core", "Write yes or no."))
        _report(fields, key, written, remedy)
        return usual
    return _SWITCHES[written.casefold()]


def _report(fields: Fields, key: str, written: str, remedy: Words) -> None:
    what = words(
        QT_TRANSLATE_NOOP("core", "“{written}” cannot be the value of “{key}”."),
        written=written,
        key=key,
    )
    fields.report(fields.line_of(key), what, remedy, fatal=True)
