from collections.abc import Iterator
from pathlib import Path

import pytest

from qtdesk.core.ports.records import Records
from qtdesk.storage.records.kept import KeptRecords
from tests.contracts.records_contract import RecordsContract
from tests.fake_records import FakeRecords
from tests.sample_records import NOVEMBER


class TestKeptRecords(RecordsContract):
    @pytest.fixture
    def records(self, tmp_path: Path) -> Iterator[Records]:
        kept = KeptRecords(tmp_path / "records", lambda: NOVEMBER)
        yield kept
        kept.close()


class TestFakeRecords(RecordsContract):
    @pytest.fixture
    def records(self) -> Records:
        return FakeRecords()
