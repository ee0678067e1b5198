"""What an agent types or an order says, as the value an item has.

Takes what people write, "12元" and "11月20日 15:20" too; what fits no value of the item
is refused in words, or, from an order, not taken.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import assert_never

from qtdesk.core.checklists.checklist import Item, ItemType
from qtdesk.core.checklists.values import Value, moment_from, number_from
from qtdesk.core.errors import AnswerError
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Characters that no text for a chat window may have."""
LONGEST = 2_000
"""Characters of one answer."""


def answer_from(  # noqa: PLR0911 - one for each kind of answer
    item: Item, given: Value, now: datetime, choices: Callable[[], tuple[str, ...]]
) -> Value:
    """The value that `given` means to `item`; None for an answer taken back.

    `choices` are the ids of what is offered now.

    Raises:
        AnswerError: `given` is no answer to it.
    """
    if given is None or given == "":
        return None
    match item.type:
        case ItemType.TICK | ItemType.IMAGE_NOTE:
            return _tick(given)
        case ItemType.CHOICE:
            return _choice(given, choices())
        case ItemType.TEXT | ItemType.PARSED | ItemType.PHONE:
            return _text(given)
        case ItemType.NUMBER | ItemType.MONEY:
            return _number(item, given)
        case ItemType.DATE:
            moment = _moment(given, now)
            return moment.date() if isinstance(moment, datetime) else moment
        case ItemType.DATETIME:
            return _moment(given, now)
    assert_never(item.type)


def value_from_order(item: Item, text: str, now: datetime) -> Value:
    """What an order says to `item`; None where it says nothing that fits."""
    if not text:
        return None
    try:
        return answer_from(item, text, now, lambda: (text,))
    except AnswerError:
        return None


def _tick(given: Value) -> Value:
    switches = {"true": True, "yes": True, "1": True, "是": True, "有": True}
    switches |= {"false": False, "no": False, "0": False, "否": False, "无": False}
    if isinstance(given, bool):
        return given
    found = switches.get(given.casefold()) if isinstance(given, str) else None
    if found is None:
        raise _unfit(QT_TRANSLATE_NOOP("core", "This is answered by yes or no."))
    return found


def _choice(given: Value, choices: tuple[str, ...]) -> Value:
    """The answer of that name, or the only one that has `given` in its name."""
    if isinstance(given, str) and given in choices:
        return given
    fitting = [each for each in choices if isinstance(given, str) and given in each]
    if len(fitting) == 1:
        return fitting[0]
    raise _unfit(QT_TRANSLATE_NOOP("core", "This is none of the answers offered here."))


def _text(given: Value) -> Value:
    if not isinstance(given, str):
        raise _unfit(QT_TRANSLATE_NOOP("core", "This is answered by a text."))
    if len(given) > LONGEST:
        raise AnswerError(
            words(
                QT_TRANSLATE_NOOP("core", "A text has {most} characters at most here."),
                most=LONGEST,
            )
        )
    return _UNFIT.sub("", given.replace("\r\n", "\n")).strip() or None


def _number(item: Item, given: Value) -> Value:
    number = number_from(given) if isinstance(given, str) else given
    if not isinstance(number, Decimal) or not number.is_finite():
        raise _unfit(
            QT_TRANSLATE_NOOP("core", "This is answered by an amount, such as 12.50.")
            if item.type is ItemType.MONEY
            else QT_TRANSLATE_NOOP("core", "This is answered by a number, such as 2.")
        )
    return number


def _moment(given: Value, now: datetime) -> date:
    moment = moment_from(given, now) if isinstance(given, str) else given
    if isinstance(moment, datetime) and moment.tzinfo is None:
        moment = None
    if not isinstance(moment, date):
        raise _unfit(
            QT_TRANSLATE_NOOP(
                "core", "This is answered by a time, such as 2026-11-20 15:20."
            )
        )
    return moment


def _unfit(template: str) -> AnswerError:
    return AnswerError(
        words(QT_TRANSLATE_NOOP("core", "This answer does not fit.")), Words(template)
    )
