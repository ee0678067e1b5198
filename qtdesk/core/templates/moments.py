"""Moments in words: the part of the day, dates and times, in Chinese and English.

Written out here and not by the system's locale, which on an agent's computer may be
any, while the language of a text is its book's.
"""

import re
from datetime import datetime, timedelta

from qtdesk.core.templates.grammar import Shift

# Until this hour; domain report of the shops' own greetings by time of day.
_CHINESE_DAYPARTS = (
    (5, "夜深了"),
    (8, "早上好"),
    (11, "上午好"),
    (13, "中午好"),
    (18, "下午好"),
    (24, "晚上好"),
)
# English has no greeting for the night and none for noon.
_ENGLISH_DAYPARTS = (
    (5, "Good evening"),
    (12, "Good morning"),
    (18, "Good afternoon"),
    (24, "Good evening"),
)
_CHINESE_WEEKDAYS = tuple(f"星期{day}" for day in "一二三四五六日")
_ENGLISH_WEEKDAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
    "Sunday",
)
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_FORMS = {
    "date": ("M月D日", "MMMM D"),
    "time": ("HH:mm", "HH:mm"),
    "weekday": ("W", "W"),
}
_UNITS = {
    **dict.fromkeys(("", "d", "天", "日"), timedelta(days=1)),
    **dict.fromkeys(("w", "周"), timedelta(weeks=1)),
    **dict.fromkeys(("h", "小时", "时"), timedelta(hours=1)),
    **dict.fromkeys(("m", "min", "分", "分钟"), timedelta(minutes=1)),
}
_LETTERS = r"[A-Za-z]+"
_SIGN = r"YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|mm|m|W"


def is_unit(text: str) -> bool:
    """Whether a shift may count in `text`."""
    return text in _UNITS


def is_form(text: str) -> bool:
    """Whether `text` says how a moment is written: all its letters are signs."""
    runs = re.findall(_LETTERS, text)
    return bool(text) and all(re.fullmatch(f"(?:{_SIGN})+", run) for run in runs)


def daypart(moment: datetime, *, chinese: bool) -> str:
    """The greeting of the hour."""
    parts = _CHINESE_DAYPARTS if chinese else _ENGLISH_DAYPARTS
    return next(words for until, words in parts if moment.hour < until)


def shifted(moment: datetime, shift: Shift | None) -> datetime:
    """`moment` moved by a shift in a known unit."""
    return moment if shift is None else moment + shift.amount * _UNITS[shift.unit]


def written(moment: datetime, key: str, form: str | None, *, chinese: bool) -> str:
    """`moment` as `form` wants it, or as is usual for the placeholder `key`."""
    form = form or _FORMS[key][0 if chinese else 1]
    signs = _signs(moment, chinese=chinese)
    return re.sub(
        _LETTERS,
        lambda run: re.sub(_SIGN, lambda sign: signs[sign[0]], run[0]),
        form,
    )


def day(moment: datetime, later: int, *, chinese: bool) -> str:
    """The day that is so many days `later`, as texts have it."""
    return written(moment + timedelta(days=later), "date", None, chinese=chinese)


def end(ends: str, *, chinese: bool) -> str:
    """When something ends, as texts have it; `ends` is an ISO day or minute, or empty.

    Raises:
        ValueError: `ends` is neither.
    """
    if not ends:
        return ""
    moment = datetime.fromisoformat(ends)
    told = day(moment, 0, chinese=chinese)
    return f"{told} {moment:%H:%M}" if "T" in ends else told


def _signs(moment: datetime, *, chinese: bool) -> dict[str, str]:
    month = _ENGLISH_MONTHS[moment.month - 1]
    weekdays = _CHINESE_WEEKDAYS if chinese else _ENGLISH_WEEKDAYS
    return {
        "YYYY": f"{moment.year:04}",
        "YY": f"{moment.year % 100:02}",
        "MMMM": f"{moment.month}月" if chinese else month,
        "MMM": f"{moment.month}月" if chinese else month[:3],
        "MM": f"{moment.month:02}",
        "M": str(moment.month),
        "DD": f"{moment.day:02}",
        "D": str(moment.day),
        "HH": f"{moment.hour:02}",
        "H": str(moment.hour),
        "mm": f"{moment.minute:02}",
        "m": str(moment.minute),
        "W": weekdays[moment.weekday()],
    }
