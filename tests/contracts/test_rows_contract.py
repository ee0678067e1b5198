from pathlib import Path

import pytest

from qtdesk.core.ports.tables import Rows
from qtdesk.storage.rows.kept import KeptRows
from tests.contracts.rows_contract import RowsContract
from tests.fake_rows import FakeRows


class TestKeptRows(RowsContract):
    @pytest.fixture
    def rows(self, tmp_path: Path) -> Rows:
        return KeptRows(tmp_path / "rows", tmp_path / "copies")


class TestFakeRows(RowsContract):
    @pytest.fixture
    def rows(self) -> Rows:
        return FakeRows()
