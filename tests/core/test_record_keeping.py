from datetime import date, timedelta
from typing import Any

from qtdesk.core.errors import StoreError
from qtdesk.core.ports.records import Question, Removed
from qtdesk.core.record_keeping import AGAIN_S, FIRST_S, RecordKeeping
from qtdesk.core.words import Words
from tests.fake_books import AtOnce
from tests.fake_records import FakeRecords
from tests.fakes import FakeClock
from tests.sample_records import NOVEMBER, OCTOBER, record


class Watched(FakeRecords):
    """Tells what was asked of it; may refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.sealed = 0
        self.refuses = False

    def seal(self) -> int:
        self.sealed += 1
        if self.refuses:
            raise StoreError(Words("The disk is full."))
        return 0

    def expire(self, before: date) -> Removed:
        self.before = before
        return super().expire(before)


class World:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.records = Watched()
        self.days = 90
        self.today = NOVEMBER.date()
        self.opened = 0
        self.tidied: list[tuple[date, int]] = []
        keeping = RecordKeeping(
            self.open,
            self.clock,
            AtOnce(),
            lambda: self.today,
            lambda: self.days,
            self.tidy_rows,
        )
        keeping.start()

    def tidy_rows(self, today: date, days: int) -> None:
        self.tidied.append((today, days))

    def open(self) -> Watched:
        self.opened += 1
        return self.records

    def names(self) -> list[Any]:
        found = self.records.find(Question()).records
        return [kept.original.order for kept in found if kept.original.personal]


def test_nothing_happens_while_the_program_starts() -> None:
    world = World()
    world.clock.run_until(FIRST_S - 1)
    assert world.opened == 0
    world.clock.run_until(FIRST_S)
    assert world.records.sealed == 1
    assert world.records.before == date(2026, 8, 7)


def test_names_go_on_their_day() -> None:
    world = World()
    world.records.add(record("old", OCTOBER))
    world.records.add(record("new", NOVEMBER))
    world.days = 33
    world.clock.run_until(FIRST_S)
    assert world.names() == ["new", "old"]
    world.today += timedelta(days=1)
    world.clock.run_until(FIRST_S + AGAIN_S)
    assert world.names() == ["new"]


def test_the_setting_holds_at_once() -> None:
    world = World()
    world.records.add(record("old", OCTOBER))
    world.clock.run_until(FIRST_S)
    world.days = 30
    world.clock.run_until(FIRST_S + AGAIN_S)
    assert world.names() == []


def test_what_fails_is_tried_again() -> None:
    world = World()
    world.records.refuses = True
    world.clock.run_until(FIRST_S + 2 * AGAIN_S)
    assert world.records.sealed == 3
