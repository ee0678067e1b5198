from pathlib import Path

import pytest

from qtdesk.core.ports.tables import Rows
from qtdesk.storage.agent_data import AgentData
from qtdesk.storage.rows.kept import KeptRows
from qtdesk.storage.rows.lasting import LastingRows
from tests.contracts.rows_contract import RowsContract
from tests.fake_rows import FakeRows
from tests.sample_rows import a_loss


class TestKeptRows(RowsContract):
    @pytest.fixture
    def rows(self, tmp_path: Path) -> Rows:
        return KeptRows(tmp_path / "rows", tmp_path / "copies")


class TestLastingRows(RowsContract):
    """All of them in one table; only the watch has nothing to break off."""

    @pytest.fixture
    def rows(self, tmp_path: Path) -> Rows:
        return LastingRows(AgentData(tmp_path))

    def test_whoever_watches_can_break_off(self, rows: Rows) -> None:
        rows.put([a_loss()])
        assert list(rows.of("lost", watch=lambda _done, _whole: False)) == []


class TestFakeRows(RowsContract):
    @pytest.fixture
    def rows(self) -> Rows:
        return FakeRows()
