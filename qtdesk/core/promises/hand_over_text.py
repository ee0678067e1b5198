"""A hand-over as lines for a group chat, which people read and qtdesk reads back.

One line for each promise: number, time, whom, what, next step. Chat programs change
spaces and line ends and put names and times around a message: none of that matters
here. A line that is missing or cannot be read is told, never passed over.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from qtdesk.core.errors import HandOverError
from qtdesk.core.promises.promise import plain_matter
from qtdesk.core.promises.promises import Made
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

NUMBER_LENGTH = 8
"""Characters of a hand-over's uid by which it goes in a chat."""
_BETWEEN, _END = "｜", "；"
_SPACE = r"[\s\u200b\ufeff]"
_HEAD = re.compile(
    rf"【待办{_SPACE}*([0-9]+){_SPACE}*条】{_SPACE}*[#＃]{_SPACE}*([0-9a-f]{{{NUMBER_LENGTH}}})"
    rf"{_SPACE}*([0-9]{{4}}-[0-9][0-9]-[0-9][0-9]){_SPACE}*([0-9][0-9])[:：]([0-9][0-9]){_SPACE}*([+-][0-9][0-9])[:：]?([0-9][0-9])"
)
_FOOT = re.compile(r"【待办完】")
_LINE = re.compile(
    rf"(?:(?<=[；;])|(?<=\s)|^|(?<=[>\u200b\ufeff]))([0-9]{{1,4}}){_SPACE}*[｜|]{_SPACE}*"
    rf"(?:([0-9]{{4}})-)?([0-9][0-9])-([0-9][0-9]){_SPACE}*([0-9][0-9])[:：]([0-9][0-9]){_SPACE}*[｜|]"
)
_AROUND = re.compile(r"[\s；;\u200b\ufeff]+\Z")
_QUOTED = re.compile(r"(?m)^[ \t]*(?:[>＞][ \t]*)+")
_TAIL = re.compile(r"尾号([0-9]{1,8})")
_FAR = timedelta(days=150)
"""From here on a line has its year."""
_MOST_TOLD = 5


class HandOver(NamedTuple):
    """What a hand-over says."""

    number: str
    """The beginning of its uid."""
    made: datetime
    promises: tuple[Made, ...]

    def __repr__(self) -> str:
        """Without what was promised, which no log may hold."""
        return f"HandOver({self.number!r}, {len(self.promises)} promises)"


def written(hand_over: HandOver) -> str:
    """`hand_over` as lines for a group chat."""
    made = hand_over.made
    zone = f"{made:%z}"
    head = f"【待办{len(hand_over.promises)}条】#{hand_over.number}"
    return "\n".join(
        (
            f"{head} {made:%Y-%m-%d %H:%M} {zone[:3]}:{zone[3:5]}",
            *(
                f"{number}{_BETWEEN}{line}{_END}"
                for number, line in enumerate(lines_of(hand_over), 1)
            ),
            "【待办完】",
        )
    )


def lines_of(hand_over: HandOver) -> tuple[str, ...]:
    """A line for each promise, without numbers."""
    return tuple(_line(each, hand_over.made) for each in hand_over.promises)


def _line(promise: Made, made: datetime) -> str:
    due = promise.due.astimezone(made.tzinfo)
    form = "%m-%d %H:%M" if abs(due - made) < _FAR else "%Y-%m-%d %H:%M"
    tail = f"尾号{promise.tail}" if promise.tail else ""
    who = " ".join(filter(None, (tail, promise.buyer)))
    said = [f"{due:{form}}", who, promise.matter]
    return _BETWEEN.join((*said, promise.next_step) if promise.next_step else said)


def read(text: str) -> HandOver:
    """The hand-over in `text`, whatever a chat program did to its spaces.

    Raises:
        HandOverError: there is none in it, or not all of it; its words say what.
    """
    text = _QUOTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    head = _HEAD.search(text)
    if head is None:
        raise HandOverError(
            words(QT_TRANSLATE_NOOP("core", "There is no hand-over in this text.")),
            hint=words(
                QT_TRANSLATE_NOOP(
                    "core",
                    "Copy the whole message of the shift before, then try again.",
                )
            ),
        )
    foot = _FOOT.search(text, head.end())
    body = text[head.end() : foot.start() if foot else len(text)]
    made = _made(head)
    found = dict(_lines(body, made))
    count = int(head[1])
    missing = [number for number in range(1, count + 1) if number not in found]
    if foot is None or missing or len(found) != count:
        raise _incomplete(count, missing)
    return HandOver(head[2], made, tuple(found[n] for n in range(1, count + 1)))


def _made(head: "re.Match[str]") -> datetime:
    _, _, day, hour, minute, zone, zone_minutes = head.groups()
    try:
        return datetime.fromisoformat(f"{day}T{hour}:{minute}{zone}:{zone_minutes}")
    except ValueError as error:
        raise _unreadable(
            words(QT_TRANSLATE_NOOP("core", "Its first line was changed."))
        ) from error


def _lines(body: str, made: datetime) -> Iterator[tuple[int, Made]]:
    starts = list(_LINE.finditer(body))
    ends = [each.start() for each in starts[1:]] + [len(body)] * bool(starts)
    for start, end in zip(starts, ends, strict=True):
        number = int(start[1])
        parts = re.split(r"[｜|]", _AROUND.sub("", body[start.end() : end]))
        due = _due(start, made)
        if due is None or len(parts) < 2:  # noqa: PLR2004 - whom and what
            raise _unreadable(
                words(
                    QT_TRANSLATE_NOOP("core", "Line {number} was changed."),
                    number=number,
                )
            )
        who, matter, *rest = (" ".join(part.split()) for part in parts)
        tail = _TAIL.match(who)
        buyer = _TAIL.sub("", who, count=1).strip() if tail else who
        next_step = plain_matter(" ".join(rest))
        yield (
            number,
            Made(matter, due, buyer, tail[1] if tail else "", next_step=next_step),
        )


def _due(start: "re.Match[str]", made: datetime) -> datetime | None:
    _, year, month, day, hour, minute = start.groups()
    years = [int(year)] if year else [made.year - 1, made.year, made.year + 1]
    found = []
    for each in years:
        try:
            at = (int(month), int(day), int(hour), int(minute))
            found.append(datetime(each, *at, tzinfo=made.tzinfo))
        except ValueError:
            # Such as the 29th of February of another year.
            continue
    return min(found, key=lambda due: abs(due - made), default=None)


def _incomplete(count: int, missing: Sequence[int]) -> HandOverError:
    told = ", ".join(map(str, missing[:_MOST_TOLD]))
    more = "…" if len(missing) > _MOST_TOLD else ""
    what = words(
        QT_TRANSLATE_NOOP("core", "Missing of {count} lines: {lines}."),
        count=count,
        lines=told + more,
    )
    if not missing:
        what = words(QT_TRANSLATE_NOOP("core", "Its end is missing, or a line is odd."))
    return HandOverError(
        words(QT_TRANSLATE_NOOP("core", "This hand-over is not complete.")),
        what,
        words(QT_TRANSLATE_NOOP("core", "Copy the whole message; nothing was taken.")),
    )


def _unreadable(what: Words) -> HandOverError:
    return HandOverError(
        words(QT_TRANSLATE_NOOP("core", "This hand-over cannot be read.")),
        what,
        words(QT_TRANSLATE_NOOP("core", "Ask for it once more; nothing was taken.")),
    )
