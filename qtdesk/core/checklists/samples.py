"""Answers that nobody gave, so that a lead sees what becomes of a list.

For previews only: a check with them is never kept and never recorded.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from qtdesk.core.checklists.check import Check
from qtdesk.core.checklists.checklist import ItemType
from qtdesk.core.checklists.standing import Entry, Standing, Verdict
from qtdesk.core.checklists.values import Value
from qtdesk.core.errors import AnswerError

_ROUNDS = 4
"""An answer may open further questions, and those some more."""
_NUMBERS = {ItemType.NUMBER: "1", ItemType.MONEY: "10"}


def with_samples(
    check: Check,
    standing: Callable[[Check], Standing],
    answer: Callable[[Check, str, Value], Check],
    now: datetime,
) -> Check:
    """`check` with an answer to all that must have one, or that a text wants.

    `standing` and `answer` are those of `OrderChecks`.
    """
    for _ in range(_ROUNDS):
        before, stands = check, standing(check)
        wanted = {want.key for made in stands.texts for want in made.filling.wants}
        for entry in stands.entries:
            due = entry.required or entry.verdict is Verdict.TODO
            if not due and entry.item.name not in wanted:
                continue
            # What the list refuses has to be answered by hand.
            with suppress(AnswerError):
                check = _answered(check, entry, answer, now)
        if check is before:
            break
    return check


def _answered(
    check: Check,
    entry: Entry,
    answer: Callable[[Check, str, Value], Check],
    now: datetime,
) -> Check:
    open_ = entry.editable and entry.value in (None, "", False)
    if not open_ or entry.id in check.values:
        return check
    return answer(check, entry.id, _sample(entry, now))


def _sample(entry: Entry, now: datetime) -> Value:
    kind = entry.item.type
    if kind.is_tick:
        return True
    if entry.choices:
        return entry.choices[0].id
    if kind in (ItemType.DATE, ItemType.DATETIME):
        return now.strftime("%Y-%m-%d %H:%M")
    if kind in _NUMBERS:
        return _NUMBERS[kind]
    # Says of itself what should stand there.
    return f"〔{entry.label}〕"
