import sys
from pathlib import Path

import pytest

from qtdesk.core.ports import Indexes
from qtdesk.storage.indexes import DiskIndexes
from tests.fake_books import FakeIndexes


def on_disk(folder: Path) -> Indexes:
    return DiskIndexes(folder, folder / "readings.txt")


@pytest.fixture(params=[on_disk, lambda _: FakeIndexes()], ids=["disk", "fake"])
def indexes(request: pytest.FixtureRequest, tmp_path: Path) -> Indexes:
    made: Indexes = request.param(tmp_path)
    return made


def test_what_is_saved_is_opened(indexes: Indexes) -> None:
    assert indexes.open("a") is None
    assert indexes.save("a", b"one")
    assert indexes.save("b", b"two")
    assert bytes(indexes.open("a") or b"") == b"one"


def test_others_are_taken_away(indexes: Indexes) -> None:
    indexes.keep_only(["a"])
    for name in ("a", "b", "c"):
        indexes.save(name, name.encode())
    indexes.keep_only(["a", "never"])
    assert [indexes.open(name) is not None for name in "abc"] == [True, False, False]


def test_what_is_being_written_is_left_alone(tmp_path: Path) -> None:
    indexes = on_disk(tmp_path)
    indexes.save("a", b"one")
    (half,) = (tmp_path / "indexes").iterdir()
    begun = [half.with_name(f"{name}{half.suffix}.tmp") for name in ("a", "gone")]
    for path in begun:
        path.touch()
    indexes.keep_only(["a"])
    assert [path.exists() for path in begun] == [True, False]


def test_the_table_is_read_and_an_empty_file_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "readings.txt").write_bytes(b"table")
    indexes = on_disk(tmp_path)
    assert indexes.readings() == b"table"
    indexes.save("a", b"")
    assert indexes.open("a") is None


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file stays")
def test_an_index_in_use_outlives_its_file(tmp_path: Path) -> None:
    indexes = on_disk(tmp_path)
    indexes.save("a", b"one")
    opened = indexes.open("a")
    indexes.keep_only([])
    assert bytes(opened or b"") == b"one"
    assert indexes.open("a") is None


def test_a_folder_that_is_none_costs_nothing_but_the_index(tmp_path: Path) -> None:
    (tmp_path / "indexes").write_text("not a folder")
    indexes = on_disk(tmp_path)
    assert not indexes.save("a", b"one")
    assert indexes.open("a") is None
    indexes.keep_only([])
