"""How many actions a case takes, counted through the steps that the window takes.

A key or a click is one action: copying the order, the two clicks that open a list from
the dock, each arrow down to an entry, an answer, Enter, a hotkey. What is typed counts
by characters. What the agent does in other programs does not count. The panel opens a
list with one key more: its own, the slash and a digit.
"""

from typing import Any

import pytest

from qtdesk.core.records import OutputTarget
from qtdesk.ui.order_check.next_step import Step, StepKind, next_step, texts_for
from qtdesk.ui.order_check.rows import rows_of
from tests.checking_room import Room, order_text

ORDER = order_text(qty="1", price="128.00")
PARCEL = ORDER + "\n快递单号：SF1234567890123"


class Agent:
    """Works one check by keys, and counts them."""

    def __init__(self, text: str, checklist: str, preset: str = "") -> None:
        self.room = Room()
        self.actions = 1 + 2
        """The copy; the dock's button, and the list."""
        self.check = self.room.checks.begin(text, checklist, preset=preset)
        self.place = ""
        """The entry that the window stands at; none while it is away."""
        self._come()

    def back(self) -> None:
        """Press the key for the check at hand, after a paste has put it away."""
        self.actions += 1
        self._come()

    def enter(self) -> Step:
        """What Enter does; a paste puts the window away."""
        self.actions += 1
        step = next_step(self.room.standing(self.check))
        if step.kind is StepKind.PASTE and step.text is not None:
            self.check = self.room.checks.gave(self.check, step.text.output.id)
        return step

    def says(self) -> str:
        """Press Enter, and tell which text was pasted."""
        step = self.enter()
        assert step.kind is StepKind.PASTE, step
        assert step.text is not None
        return step.text.output.id

    def answer(self, entry: str, value: Any, keys: int = 1) -> None:
        """Go to `entry` and answer it with so many keys."""
        standing = self.room.standing(self.check)
        rows = rows_of(standing, self.check.checklist, "zh_CN")
        ids = [row.entry.id if row.entry is not None else "" for row in rows]
        behind = ids[ids.index(self.place) + 1 : ids.index(entry) + 1]
        self.actions += sum(map(bool, behind)) + keys
        self.check = self.room.checks.set(self.check, entry, value)
        self._come()

    def give(self, target: OutputTarget) -> None:
        """Press the hotkey for remarks or the warehouse, or the letter for a copy."""
        self.actions += 1
        found = texts_for(self.room.standing(self.check), target)
        assert found
        for made in found:
            self.check = self.room.checks.gave(self.check, made.output.id)

    def finish(self) -> None:
        """Come back and end it."""
        self.back()
        assert self.enter().kind is StepKind.FINISH
        self.room.checks.finish(self.check)

    def _come(self) -> None:
        wanted = self.room.standing(self.check).next
        self.place = wanted.id if wanted is not None else ""


def out_of_stock() -> Agent:
    agent = Agent(ORDER, "CL-05")
    assert agent.says() == "buyer_sorry"
    agent.back()
    agent.answer("C05", "refund")
    assert agent.says() == "buyer_refund"
    agent.give(OutputTarget.REMARK)
    return agent


def short_delivery() -> Agent:
    agent = Agent(ORDER, "CL-02", "short")
    assert agent.says() == "ask_evidence"
    agent.back()
    agent.answer("B06", value=True)
    assert agent.says() == "buyer_plan"
    agent.give(OutputTarget.WAREHOUSE)
    agent.give(OutputTarget.REMARK)
    return agent


def stuck_parcel() -> Agent:
    agent = Agent(PARCEL, "CL-06")
    agent.answer("D03", "stuck")
    agent.give(OutputTarget.COURIER)
    assert agent.says() == "buyer_asked"
    agent.give(OutputTarget.REMARK)
    return agent


def reminder() -> Agent:
    agent = Agent(ORDER, "CL-09", "quick")
    agent.answer("J03", value=True)
    assert agent.says() == "remind_1"
    agent.finish()
    return agent


def ordered_twice() -> Agent:
    agent = Agent(ORDER, "CL-22", "twice")
    agent.answer("M02", "4012345678901239999", keys=3)  # F2, Ctrl+V, Enter
    assert agent.says() == "ask"
    agent.back()
    agent.answer("M07", "cancel")
    agent.answer("M04", "not_printed")
    assert agent.says() == "buyer_cancel"
    agent.give(OutputTarget.REMARK)
    return agent


@pytest.mark.parametrize(
    ("case", "aim"),
    [
        (out_of_stock, 8),
        (short_delivery, 10),
        (stuck_parcel, 8),
        (reminder, 8),
        (ordered_twice, 12),
    ],
)
def test_a_case_takes_no_more_actions_than_was_meant(case: Any, aim: int) -> None:
    assert case().actions <= aim


def test_out_of_stock_ends_with_the_page_and_two_more_keys() -> None:
    agent = out_of_stock()
    before = agent.actions
    agent.back()
    agent.answer("C07", value=True)
    assert agent.enter().kind is StepKind.FINISH
    assert agent.actions - before == 3
    record = agent.room.checks.finish(agent.check)
    assert record.checklist == "CL-05"
