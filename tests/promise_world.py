"""Promises in a world whose two clocks do what they like, each on its own."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qtdesk.core.promises.promises import Promises
from tests.fake_promises import FakeKeptPromises
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from qtdesk.core.promises import Promise

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
"""Where clocks change twice a year."""
MOMENT = datetime(2026, 11, 22, 14, 5, tzinfo=SHANGHAI)


class FakeWallClock:
    """Goes along with a running clock, unless somebody sets it."""

    def __init__(self, running: FakeClock, start: datetime = MOMENT) -> None:
        self._running = running
        self._zone = start.tzinfo
        self._offset = start.astimezone(UTC) - timedelta(seconds=running.now())

    def now(self) -> datetime:
        passed = timedelta(seconds=self._running.now())
        return (self._offset + passed).astimezone(self._zone)

    def on(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at.replace(tzinfo=None), self._zone)

    def set_forward(self, step: timedelta) -> None:
        """Somebody sets the clock; a negative step is back."""
        self._offset += step

    def sleep(self, length: timedelta) -> None:
        """The computer sleeps: the wall goes on, what runs stands still."""
        self._offset += length


class PromiseWorld:
    """One agent's promises, and what was told of them."""

    def __init__(self, start: datetime = MOMENT) -> None:
        self.clock = FakeClock()
        self.wall = FakeWallClock(self.clock, start)
        self.kept = FakeKeptPromises()
        self.told: list[tuple[Promise, ...]] = []
        self.changes = 0
        self.promises = self._open()

    def _open(self) -> Promises:
        return Promises(
            self.kept, self.clock, self.wall, self._on_changed, self.told.append
        )

    def _on_changed(self) -> None:
        self.changes += 1

    def restart(self, closed: timedelta = timedelta()) -> None:
        """The program ends, and is started again after `closed`."""
        self.promises.close()
        self.wall.sleep(closed)
        self.promises = self._open()
        self.promises.start()

    def run(self, length: timedelta) -> None:
        """Let both clocks go on."""
        self.clock.run_until(self.clock.now() + length.total_seconds())

    @property
    def said(self) -> list[str]:
        """What was told of, one matter after the other."""
        return [each.matter for message in self.told for each in message]
