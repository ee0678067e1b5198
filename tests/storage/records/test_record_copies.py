"""A second copy of each month, and the way back from it."""

from pathlib import Path

import pytest

from qtdesk.core.errors import StoreError
from qtdesk.core.ports.records import Question
from qtdesk.storage.records import copies as copies_module
from qtdesk.storage.records.kept import KeptRecords
from tests.sample_records import NOVEMBER, OCTOBER, correction, record
from tests.storage.records.folders import Clock, files_with, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "records"


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "records"


@pytest.fixture
def kept(folder: Path, copies: Path) -> KeptRecords:
    kept = opened(folder, Clock(OCTOBER), copies)
    one = record("5501")
    for each in (one, record("5502"), record("5503")):
        kept.add(each)
    kept.correct(correction(one, OCTOBER, order="5504"))
    return kept


def names(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.jsonl")}


def damage(folder: Path) -> None:
    path = folder / "2026-10.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"5502"', b'"55O2"'))


def test_only_what_is_new_is_copied(
    kept: KeptRecords, folder: Path, copies: Path
) -> None:
    assert kept.back_up() == 1
    assert names(copies) == names(folder)
    assert kept.back_up() == 0
    kept.add(record("5505", NOVEMBER))
    assert kept.back_up() == 1
    assert names(copies) == names(folder)


def test_what_is_damaged_takes_the_place_of_nothing(
    kept: KeptRecords, folder: Path, copies: Path
) -> None:
    kept.back_up()
    good = names(copies)
    damage(folder)
    kept.add(record("5505"))
    assert kept.back_up() == 0
    assert names(copies) == good


def test_what_was_damaged_comes_back(kept: KeptRecords, folder: Path) -> None:
    kept.back_up()
    before = {k.original.uid: k for k in kept.find(Question()).records}
    damage(folder)
    assert len(kept.find(Question()).records) == 2
    assert kept.mend() == 1
    assert {k.original.uid: k for k in kept.find(Question()).records} == before
    assert kept.mend() == 0
    # That something was lost there stays to be seen.
    assert kept.months()[0].damaged == 1


def test_a_month_that_vanished_comes_back(
    kept: KeptRecords, folder: Path, copies: Path
) -> None:
    kept.back_up()
    before = {k.original.uid: k for k in kept.find(Question()).records}
    (folder / "2026-10.jsonl").unlink()
    later = opened(folder, Clock(NOVEMBER), copies)
    assert later.find(Question()).records == ()
    assert later.mend() == 4
    assert {k.original.uid: k for k in later.find(Question()).records} == before


def test_what_was_forgotten_does_not_come_back(
    kept: KeptRecords, tmp_path: Path
) -> None:
    kept.back_up()
    kept.forget("5502")
    assert kept.mend() == 0
    assert files_with(tmp_path, "5502") == []
    assert kept.back_up() == 0


def test_a_copy_that_comes_back_other_is_told(
    kept: KeptRecords, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_badly(path: Path, data: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data[:-1])

    monkeypatch.setattr(copies_module, "write_atomically", write_badly)
    with pytest.raises(StoreError, match="came back other"):
        kept.back_up()
    assert names(copies) == {}
