import sys
import time as system_time
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from qtdesk.core.ports import WallClock
from qtdesk.core.ports.promises import KeptPromises
from qtdesk.core.promises.wall_clock import ComputerClock
from qtdesk.storage.agent_data import AgentData
from qtdesk.storage.kept_promises import PromiseTable
from tests.contracts.kept_promises_contract import KeptPromisesContract
from tests.contracts.wall_clock_contract import WallClockContract
from tests.fake_promises import FakeKeptPromises
from tests.fakes import FakeClock
from tests.promise_world import FakeWallClock


class TestFakeKept(KeptPromisesContract):
    @pytest.fixture
    def kept(self) -> KeptPromises:
        return FakeKeptPromises()


class TestPromiseTable(KeptPromisesContract):
    @pytest.fixture
    def kept(self, tmp_path: Path) -> Iterator[KeptPromises]:
        data = AgentData(tmp_path / "data")
        yield PromiseTable(data)
        data.flush()

    def test_a_crash_costs_none(self, tmp_path: Path) -> None:
        data = AgentData(tmp_path / "crashed")
        kept = PromiseTable(data)
        kept.keep("a", {"n": 1})
        kept.keep("b", {"n": 2})
        kept.keep("a", {"n": 3})
        # No flush and no end: whatever was acknowledged is on the disk.
        data.journal.close()
        again = AgentData(tmp_path / "crashed")
        table = PromiseTable(again)
        assert table.all() == ({"n": 3}, {"n": 2})
        table.keep("b", {"n": 4})
        assert table.all() == ({"n": 3}, {"n": 4})
        again.flush()


class TestFakeWall(WallClockContract):
    @pytest.fixture
    def wall(self) -> WallClock:
        return FakeWallClock(FakeClock())


def _tell_the_zone() -> None:
    """Make the program see what `TZ` says now, where systems have that."""
    if sys.platform != "win32":
        system_time.tzset()


@pytest.mark.skipif(
    sys.platform == "win32", reason="this system has one zone a program"
)
class TestComputerClock(WallClockContract):
    @pytest.fixture(params=["Asia/Shanghai", "Europe/Berlin", "America/New_York"])
    def wall(
        self, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[WallClock]:
        monkeypatch.setenv("TZ", request.param)
        _tell_the_zone()
        yield ComputerClock()
        monkeypatch.undo()
        _tell_the_zone()

    def test_summer_time_counts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TZ", "Europe/Berlin")
        _tell_the_zone()
        wall = ComputerClock()
        before, after = (wall.on(date(2026, 10, day), time(10)) for day in (24, 25))
        assert after.timestamp() - before.timestamp() == 25 * 3600
        monkeypatch.undo()
        _tell_the_zone()
