"""What an agent has still to do, as lines: for a hand-over, and for its list.

Names only what finds a matter again: the end of an order's number, never a buyer.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from qtdesk.core.promises.hand_over_text import (
    NUMBER_LENGTH,
    HandOver,
    lines_of,
    written,
)
from qtdesk.core.promises.promise import Promise, plain_matter
from qtdesk.core.promises.promises import Made, Promises

if TYPE_CHECKING:
    # Loaded with the first check, not with the desk.
    from qtdesk.core.checklists import Check, Value
    from qtdesk.core.checks import Checks

_TAIL = 4
_LANGUAGE = "zh_CN"
"""Of a hand-over, which is a text for a group of agents and not for this window."""
_ANSWER = "答复买家"
"""What was promised where nobody said what."""
_MOST = 40
"""Checks that are named one by one; nobody reads further in a chat."""


class OpenWork:
    """Promises and checks under way of one agent."""

    def __init__(
        self, checks: "Checks", promises: Promises, last_taker: Callable[[], str]
    ) -> None:
        """`last_taker` tells who had the shift after this agent's last one."""
        self._checks, self._promises = checks, promises
        self._last_taker = last_taker
        self._steps: dict[str, tuple[Check, str]] = {}
        """What is next in each check, as of the check it was asked for."""
        self._asked = False

    def known(self, check: "Check") -> "Mapping[str, Value]":
        """The values that expressions of `check` may ask for, by name.

        None while they are gathered: a list that asks for all checks is one of them.
        """
        if self._asked:
            return {}
        self._asked = True
        try:
            return self._gathered(check)
        finally:
            self._asked = False

    def _gathered(self, check: "Check") -> "Mapping[str, Value]":
        mine = self._promises.mine
        now = self._promises.wall.now()
        number = check.uid[:NUMBER_LENGTH]
        made = tuple(map(self._made, mine))
        hand_over = HandOver(number, now.replace(second=0, microsecond=0), made)
        lines = tuple(self._lines_of_checks(check))
        more = f"另有 {len(lines) - _MOST} 张"
        open_checks = lines if len(lines) <= _MOST else (*lines[:_MOST], more)
        return {
            "open_promises": lines_of(hand_over),
            "promise_count": Decimal(len(mine)),
            "overdue_count": Decimal(sum(each.is_overdue(now) for each in mine)),
            "open_checks": open_checks,
            "check_count": Decimal(len(lines)),
            "hand_over_number": number,
            "hand_over_text": written(hand_over),
            "last_taker": self._last_taker(),
        }

    def _made(self, promise: Promise) -> Made:
        check = self._check(promise.check)
        step = self._next_of(check) if check is not None else promise.next_step
        who = (promise.buyer, promise.tail)
        return Made(promise.matter or _ANSWER, promise.due, *who, next_step=step)

    def _check(self, uid: str) -> "Check | None":
        return next((each for each in self._checks.under_way if each.uid == uid), None)

    def _lines_of_checks(self, besides: "Check") -> Iterator[str]:
        for check in self._checks.under_way:
            if check.checklist.id != besides.checklist.id:
                name = check.checklist.name.said(_LANGUAGE)
                tail = tail_of(check)
                named = f"尾号{tail} {name}" if tail else name
                step = self._next_of(check)
                yield f"{named}：{step}" if step else named

    def _next_of(self, check: "Check") -> str:
        known, step = self._steps.get(check.uid, (None, ""))
        engine = self._checks.engine
        if known is not check and engine is not None:
            following = engine.standing(check, _LANGUAGE).next
            # The list's word for it: what stands there may be the buyer's.
            label = following.item.label.said(_LANGUAGE) if following else ""
            step = plain_matter(label)
            self._steps[check.uid] = (check, step)
        return step


def tail_of(check: "Check") -> str:
    """The end of the order's number of `check`; empty where it has none."""
    from qtdesk.core.orders import FieldName  # noqa: PLC0415 - there with a check

    for item in check.checklist.items:
        told = check.values.get(item.id)
        if item.name == "order" and isinstance(told, str):
            return told[-_TAIL:]
    reading = check.reading
    return reading.value(FieldName.ORDER)[-_TAIL:] if reading is not None else ""


def buyer_of(check: "Check") -> str:
    """The buyer's name as the check has it; empty where it has none."""
    from qtdesk.core.orders import FieldName  # noqa: PLC0415 - there with a check

    for item in check.checklist.items:
        told = check.values.get(item.id)
        if item.name == "buyer" and isinstance(told, str):
            return told
    reading = check.reading
    return reading.value(FieldName.BUYER) if reading is not None else ""
