"""An index may be gone, wrong, damaged or impossible: the answers are the same."""

import sqlite3
from pathlib import Path

import pytest

from qtdesk.core.ports.records import Question
from qtdesk.storage.records import index as index_module
from qtdesk.storage.records import index_file
from qtdesk.storage.records.kept import KeptRecords
from tests.sample_records import OCTOBER, record
from tests.storage.records.folders import Clock, opened

COUNT = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Records of which an index was made."""
    kept = opened(tmp_path, Clock(OCTOBER))
    for number in range(COUNT):
        kept.add(record(f"5500{number:04}"))
    assert found(kept) == COUNT
    kept.close()
    return tmp_path


def found(kept: KeptRecords) -> int:
    return len(kept.find(Question(limit=1000)).records)


def again(folder: Path) -> KeptRecords:
    return opened(folder, Clock(OCTOBER))


def change(folder: Path, statement: str) -> None:
    database = sqlite3.connect(folder / "index.db")
    with database:
        database.execute(statement)
    database.close()


def rows_in(folder: Path) -> int:
    database = sqlite3.connect(folder / "index.db")
    (count,) = database.execute("SELECT COUNT(*) FROM entries").fetchone()
    database.close()
    return int(count)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entries WHERE place % 3 = 0",
        "UPDATE entries SET place = place + 1",
        "UPDATE entries SET record = record + 1",
        "UPDATE entries SET segment = 7",
        "UPDATE segments SET name = '2026-09.jsonl'",
        "UPDATE segments SET trace = x'00', size = 1",
        "DELETE FROM segments",
        "DROP TABLE entries",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 2",
        "DELETE FROM salt",
    ],
)
def test_one_that_is_wrong_is_read_anew(folder: Path, statement: str) -> None:
    change(folder, statement)
    kept = again(folder)
    assert found(kept) == COUNT
    (one,) = kept.find(Question(order="55000007")).records
    assert kept.get(one.original.uid) == one


@pytest.mark.parametrize("cut", [0, 1, 100, 4096, 9000])
def test_one_that_was_cut_off(folder: Path, cut: int) -> None:
    path = folder / "index.db"
    path.write_bytes(path.read_bytes()[:cut])
    assert found(again(folder)) == COUNT
    assert rows_in(folder) == COUNT


def test_one_that_is_damaged_while_it_is_open(folder: Path) -> None:
    kept = again(folder)
    assert found(kept) == COUNT
    with (folder / "index.db").open("r+b") as file:
        file.write(b"\xff" * 12000)
    kept.add(record("77"))
    assert found(kept) == COUNT + 1


def test_a_folder_in_its_place(folder: Path) -> None:
    (folder / "index.db").unlink()
    (folder / "index.db").mkdir()
    assert found(again(folder)) == COUNT


def test_one_that_another_process_holds(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_file, "_BUSY_S", 0.05)
    holder = sqlite3.connect(folder / "index.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    kept = again(folder)
    kept.add(record("77"))
    assert found(kept) == COUNT + 1
    holder.execute("ROLLBACK")
    holder.close()
    # It was not thrown away: it is in use.
    assert rows_in(folder) == COUNT


def test_two_follow_the_same_segments(folder: Path) -> None:
    one, other = again(folder), again(folder)
    for number in range(10):
        one.add(record(f"6600{number:04}"))
        assert found(other) == COUNT + number + 1
        other.add(record(f"7700{number:04}"))
        assert found(one) == COUNT + number + 2
        other.forget(f"7700{number:04}")
        assert found(one) == COUNT + number + 1
    assert rows_in(folder) == COUNT + 10


def test_only_what_is_new_is_read(folder: Path) -> None:
    kept = again(folder)
    kept.add(record("77"))
    reached: list[float] = []

    def watch(done: int, total: int) -> bool:
        reached.append(done / total)
        return True

    assert kept.look_through(watch)
    assert reached
    assert reached[0] > 0.9
    reached.clear()
    assert kept.look_through(watch)
    assert reached == []


def test_a_segment_that_was_exchanged_is_read_anew(folder: Path) -> None:
    path = folder / "2026-10.jsonl"
    other = folder / "other"
    fresh = opened(other, Clock(OCTOBER))
    for number in range(COUNT):
        fresh.add(record(f"8800{number + 500:04}"))
    kept = again(folder)
    assert found(kept) == COUNT
    (other / "2026-10.jsonl").replace(path)
    # The new one first: of an old one it would be seen that it is not there.
    assert len(kept.find(Question(order="88000507")).records) == 1
    assert kept.find(Question(order="55000007")).records == ()


def test_breaking_off_keeps_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_module, "_STEP", 5)
    kept = opened(tmp_path, Clock(OCTOBER))
    for month in range(1, 7):
        for number in range(10):
            kept.add(record(f"{month}{number}", OCTOBER.replace(month=month)))
    told = 0

    def until_half(done: int, total: int) -> bool:
        nonlocal told
        told += 1
        return done < total / 2

    assert not kept.look_through(until_half)
    first = told
    told = 0
    assert kept.look_through(lambda done, total: not until_half(done, total) or True)
    assert told <= first + 1
    assert found(kept) == 60


def test_no_text_lies_in_it(folder: Path) -> None:
    kept = again(folder)
    found(kept)
    for path in folder.glob("index.db*"):
        data = path.read_bytes()
        for text in ("5500", "小鱼儿", "taobao", record().uid):
            assert text.encode() not in data


def test_looking_up_takes_the_look_ups(folder: Path) -> None:
    kept = again(folder)
    found(kept)
    database = sqlite3.connect(folder / "index.db")
    asked = (
        "EXPLAIN QUERY PLAN SELECT record FROM entries WHERE day IS NOT NULL AND"
        " record IN (SELECT record FROM entries WHERE {} = 1) ORDER BY day DESC"
    )
    for column in ("number", "ending", "buyer"):
        plan = database.execute(asked.format(column)).fetchall()
        assert not [row for row in plan if row[3].startswith("SCAN")], plan
    by_day = database.execute(
        "EXPLAIN QUERY PLAN SELECT record FROM entries WHERE day IS NOT NULL"
        " AND day >= 1 AND day <= 2 ORDER BY day DESC, made DESC"
    ).fetchall()
    assert "by_day" in by_day[0][3]
    database.close()
