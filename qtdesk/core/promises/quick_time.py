"""A moment as agents write it in a hurry: 明天10点, 30分钟后, 30m, 20:00, 今晚, 周五.

Reads a text and answers with one moment ahead, or with none. It guesses nothing of
what it does not know: whoever asks shows the moment before it is taken.
"""

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from qtdesk.core.ports import WallClock
from qtdesk.core.promises.choices import EVENING, MORNING

LONGEST = 40
"""Characters of a text that can be a moment."""
_FARTHEST = timedelta(days=366)
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_NUMBER = r"(?:\d{1,4}|[零一二两三四五六七八九十]{1,3}|半)"
_UNITS = {
    **dict.fromkeys(("天", "day", "days", "d"), timedelta(days=1)),
    **dict.fromkeys(("小时", "钟头", "hour", "hours", "h"), timedelta(hours=1)),
    **dict.fromkeys(
        ("分钟", "分", "minutes", "mins", "min", "m"), timedelta(minutes=1)
    ),
    "刻钟": timedelta(minutes=15),
}
_STEP = rf"({_NUMBER})个?(半)?({'|'.join(sorted(_UNITS, key=len, reverse=True))})(半)?"
_LATER = re.compile(rf"(?:in|过)?((?:{_STEP})+)(?:之后|以后|之内|后|内|later)?")
_STEPS = re.compile(_STEP)

_WEEK = "一二三四五六日"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = (
    r"(?P<near>大后天?|今天?|明天?|后天?|today|tomorrow|tonight)"
    rf"|(?P<next>下)?(?:周|星期|礼拜)(?P<week>[{_WEEK}天])"
    rf"|(?P<weekday>{'|'.join(_WEEKDAYS)})[a-z]*?"
    r"|(?:(?P<year>\d{4})[-/年])?(?P<month>\d{1,2})[-/月](?P<of_month>\d{1,2})[日号]?"
    r"|(?P<alone>\d{1,2})[日号]"
)
_PERIOD = r"(?P<period>凌晨|早上|上午|中午|下午|傍晚|晚上|早|晚|morning|noon|evening)"
_HOUR = (
    rf"(?:(?P<hour>{_NUMBER})(?P<said>[点时:]|(?=[ap]m))"
    rf"(?:(?P<part>半|一刻|三刻)|(?P<minute>{_NUMBER})分?)?(?P<half>[ap]m)?)"
)
_AT = re.compile(rf"(?:(?:{_DAY})(?:at)?)?{_PERIOD}?{_HOUR}?钟?(?:之前|以前|前)?")
_NEAR = {
    **dict.fromkeys(("今", "今天", "today", "tonight"), 0),
    **dict.fromkeys(("明", "明天", "tomorrow"), 1),
    **dict.fromkeys(("后", "后天"), 2),
    **dict.fromkeys(("大后", "大后天"), 3),
}
_OF_PERIOD = {
    "凌晨": time(1),
    **dict.fromkeys(("早", "早上", "morning"), time(9)),
    "上午": MORNING,
    **dict.fromkeys(("中午", "noon"), time(12)),
    "下午": time(15),
    "傍晚": time(18),
    **dict.fromkeys(("晚", "晚上", "evening"), EVENING),
}
_AFTERNOON = frozenset({"中午", "noon", "下午", "傍晚", "晚", "晚上", "evening"})
_PARTS = {"半": 30, "一刻": 15, "三刻": 45}


def moment_in(text: str, wall: WallClock) -> datetime | None:
    """The moment that `text` names; None where it names none, or one that is past.

    A time without a day is the next one; a day without a time is its morning.
    """
    plain = unicodedata.normalize("NFKC", text[: LONGEST + 1]).casefold()
    plain = re.sub(r"\s+", "", plain)
    if not plain or len(plain) > LONGEST:
        return None
    now = wall.now()
    try:
        found = _later(plain, wall, now) or _at(plain, wall, now)
    except (ValueError, OverflowError):
        # Such as the 31st of February.
        return None
    return found if found is not None and now < found <= now + _FARTHEST else None


def _later(text: str, wall: WallClock, now: datetime) -> datetime | None:
    found = _LATER.fullmatch(text)
    if found is None:
        return None
    days, rest = 0, timedelta()
    for number, half, unit, half_after in _STEPS.findall(found[1]):
        amount = 0.5 if number == "半" else float(_number(number))
        amount += 0.5 * bool(half) + 0.5 * bool(half_after)
        step = _UNITS[unit] * amount
        whole = step // timedelta(days=1) if _UNITS[unit].days else 0
        days, rest = days + whole, rest + step - timedelta(days=whole)
    # A day later is the same time of the next day, also where the clocks change.
    start = wall.on(now.date() + timedelta(days=days), now.time()) if days else now
    return start + rest


def _at(text: str, wall: WallClock, now: datetime) -> datetime | None:
    found = _AT.fullmatch(text)
    if found is None:
        return None
    said = found.groupdict()
    tonight = said["near"] == "tonight"
    period = said["period"] or ("evening" if tonight else "")
    day = _day(said, now.date())
    if said["hour"] is None:
        return wall.on(day or now.date(), _OF_PERIOD.get(period, MORNING))
    hour, minute = _number(said["hour"]), _minute(said)
    afternoon = period in _AFTERNOON or said["half"] == "pm"
    extra, hour = _hour(hour, period, said["half"], afternoon=afternoon)
    at = time(hour, minute)
    if day is not None:
        return wall.on(day + timedelta(days=extra), at)
    open_half = not period and not said["half"] and said["said"] != ":"
    return _next(wall, now, at, later=open_half, extra=extra)


def _next(
    wall: WallClock, now: datetime, at: time, *, later: bool, extra: int
) -> datetime:
    """The next time that clocks show `at`; 3点 said at noon is in the afternoon."""
    today = now.date() + timedelta(days=extra)
    tries = [wall.on(today, at)]
    if later and 0 < at.hour < 12:  # noqa: PLR2004 - hours of half a day
        tries.append(wall.on(today, at.replace(hour=at.hour + 12)))
    ahead = (each for each in tries if each > now)
    return next(ahead, wall.on(today + timedelta(days=1), at))


def _hour(
    hour: int, period: str, half: str | None, *, afternoon: bool
) -> tuple[int, int]:
    """Days to add, and the hour of the day: 晚上12点 is the next day's beginning."""
    noon = 12
    if hour == noon and period in {"晚", "晚上", "evening"}:
        return 1, 0
    if hour == noon and (half == "am" or period == "凌晨"):
        return 0, 0
    early = period in {"中午", "noon"} and hour >= noon - 2
    if afternoon and hour < noon and not early:
        return 0, hour + noon
    return (1, 0) if hour == 2 * noon else (0, hour)


def _minute(said: dict[str, str | None]) -> int:
    part, minute = said["part"], said["minute"]
    if part:
        return _PARTS[part]
    return _number(minute) if minute else 0


def _day(said: dict[str, str | None], today: date) -> date | None:
    if said["near"]:
        return today + timedelta(days=_NEAR[said["near"]])
    if said["week"] or said["weekday"]:
        return _weekday(said, today)
    if said["month"]:
        return _of_year(said, today)
    if said["alone"]:
        of_month = _number(said["alone"])
        if of_month >= today.day:
            return today.replace(day=of_month)
        first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
        return first.replace(day=of_month)
    return None


def _weekday(said: dict[str, str | None], today: date) -> date:
    week, name = said["week"], said["weekday"]
    number = _WEEKDAYS.index(name) if name else _WEEK.find(week or "")
    # 周天 is 周日.
    number = number if number >= 0 else len(_WEEK) - 1
    monday = today - timedelta(days=today.weekday())
    if said["next"]:
        return monday + timedelta(days=7 + number)
    day = monday + timedelta(days=number)
    return day if day >= today else day + timedelta(days=7)


def _of_year(said: dict[str, str | None], today: date) -> date:
    month, of_month = int(said["month"] or 0), int(said["of_month"] or 0)
    if said["year"]:
        return date(int(said["year"]), month, of_month)
    day = date(today.year, month, of_month)
    return day if day >= today else date(today.year + 1, month, of_month)


def _number(text: str) -> int:
    """A number in digits or in Chinese, up to 99.

    Raises:
        ValueError: it is none.
    """
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS[sign]) for sign in ones if sign in _DIGITS))
    high = _number(tens) if tens else 1
    return high * 10 + (_number(ones) if ones else 0)
