"""Reminders by the clocks of a real program: in time, and silent otherwise."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from qtdesk.core.promises import Promise
from qtdesk.core.promises.promises import Made, Promises
from qtdesk.core.promises.wall_clock import ComputerClock
from qtdesk.ui.clock import QtClock
from tests.fake_promises import FakeKeptPromises

SOON = timedelta(milliseconds=300)
LATE = timedelta(seconds=60)


def test_what_is_due_is_told_by_the_clocks_of_the_program(qtbot: QtBot) -> None:
    clock, wall = QtClock(), ComputerClock()
    told: list[tuple[Promise, ...]] = []
    moments = []

    def tell(due: tuple[Promise, ...]) -> None:
        moments.append(wall.now())
        told.append(due)

    promises = Promises(FakeKeptPromises(), clock, wall, lambda: None, tell)
    promises.start()
    assert clock._calls == {}
    due = wall.now() + SOON
    promises.make(Made("催发货", due))
    assert len(clock._calls) == 1
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert due <= moments[0] < due + LATE
    assert [each.matter for each in told[0]] == ["催发货"]
    # Told, and still to be kept: nothing is looked at any more.
    assert clock._calls == {}
