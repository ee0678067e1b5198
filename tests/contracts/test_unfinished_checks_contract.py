from collections.abc import Iterator
from pathlib import Path

import pytest

from qtdesk.core.ports.checks import UnfinishedChecks
from qtdesk.storage.agent_data import AgentData
from qtdesk.storage.unfinished_checks import KeptChecks
from tests.checking_room import FakeUnfinished, Room, order_text
from tests.contracts.unfinished_checks_contract import UnfinishedChecksContract


class TestFake(UnfinishedChecksContract):
    @pytest.fixture
    def unfinished(self) -> UnfinishedChecks:
        return FakeUnfinished()


class TestKeptChecks(UnfinishedChecksContract):
    @pytest.fixture
    def unfinished(self, tmp_path: Path) -> Iterator[UnfinishedChecks]:
        data = AgentData(tmp_path / "data")
        yield KeptChecks(data)
        data.flush()

    def test_a_crash_costs_no_answer(self, tmp_path: Path) -> None:
        room = Room()
        check = room.answer(room.begin(order_text(message="要顺丰")), V21__1=True)
        data = AgentData(tmp_path / "crashed")
        room.checks.keep(check)
        KeptChecks(data).keep(check.uid, room.kept.kept[check.uid])
        # No flush and no end: whatever was acknowledged is on the disk.
        data.journal.close()
        again = AgentData(tmp_path / "crashed")
        room.kept.kept = {check.uid: KeptChecks(again).all()[0]}
        assert room.checks.unfinished() == (check,)
        again.flush()

    def test_the_oldest_go_where_there_are_too_many(self, tmp_path: Path) -> None:
        data = AgentData(tmp_path / "many")
        kept = KeptChecks(data)
        for number in range(203):
            kept.keep(str(number), {"n": number})
        assert [each["n"] for each in kept.all()] == list(range(3, 203))
        data.flush()
