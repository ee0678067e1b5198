"""The files themselves: what lies in them, and how much harm they take."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tinydb import where

from qtdesk.core.errors import StoreError
from qtdesk.core.ports.records import MonthState, Question
from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal.lines import Line, Mark, Put, encode, read
from qtdesk.storage.journal_tables import open_tables
from qtdesk.storage.records.kept import KeptRecords
from qtdesk.storage.records.segment import SCHEMA
from tests.sample_records import CHINA, NOVEMBER, OCTOBER, correction, record
from tests.storage.records.folders import Clock, lines_of, opened


@pytest.fixture
def clock() -> Clock:
    return Clock(OCTOBER)


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> KeptRecords:
    return opened(tmp_path, clock)


def test_a_month_is_a_journal_with_a_head(kept: KeptRecords, tmp_path: Path) -> None:
    one = record()
    kept.add(one)
    kept.correct(correction(one, OCTOBER))
    head, first, second = lines_of(tmp_path / "2026-10.jsonl")
    versions = {"format": 1, "schema": 1}
    told = {"month": "2026-10", "before": "", "generation": 1}
    assert head == (Mark("journal", {**versions, **told}),)
    (put,) = first
    assert isinstance(put, Put)
    assert (put.table, put.id, put.fields["uid"]) == ("records", 2, one.uid)
    (put,) = second
    assert isinstance(put, Put)
    assert (put.table, put.id, put.fields["record"]) == ("corrections", 3, one.uid)
    assert not (tmp_path / "index.db").exists()


def test_the_month_before_gets_its_seal(
    kept: KeptRecords, tmp_path: Path, clock: Clock
) -> None:
    kept.add(record())
    clock.time = NOVEMBER
    kept.add(record(made=NOVEMBER))
    (seal,) = lines_of(tmp_path / "2026-10.jsonl")[-1]
    assert isinstance(seal, Mark)
    assert (seal.name, seal.values["lines"]) == ("seal", 2)
    assert seal.values["at"] == NOVEMBER.isoformat()
    head = lines_of(tmp_path / "2026-11.jsonl")[0][0]
    assert isinstance(head, Mark)
    assert head.values["before"] == "2026-10"
    assert [month.sealed for month in kept.months()] == [True, False]


def test_nothing_is_added_below_a_seal(
    kept: KeptRecords, tmp_path: Path, clock: Clock
) -> None:
    kept.add(record())
    clock.time = NOVEMBER
    assert kept.seal() == 1
    sealed = (tmp_path / "2026-10.jsonl").read_bytes()
    for made in (OCTOBER, OCTOBER - timedelta(days=90), NOVEMBER):
        kept.add(record(made=made))
    assert (tmp_path / "2026-10.jsonl").read_bytes() == sealed
    assert [(m.month, m.records) for m in kept.months()] == [
        ("2026-10", 1),
        ("2026-11", 3),
    ]
    assert len(list(kept.of_month(2026, 10))) == 2


def test_a_clock_that_ran_ahead_costs_nothing(
    kept: KeptRecords, tmp_path: Path, clock: Clock
) -> None:
    kept.add(record("1"))
    ahead = datetime(2031, 5, 1, tzinfo=CHINA)
    clock.time = ahead
    kept.add(record("2", ahead))
    clock.time = OCTOBER
    kept.add(record("3"))
    clock.time = NOVEMBER
    kept.add(record("4", NOVEMBER))
    assert all(month.sound for month in kept.months())
    orders = [k.original.order for k in kept.of_month(2026, 10)]
    assert orders == ["1", "3"]
    assert (tmp_path / "2026-11.jsonl").exists()


@pytest.mark.parametrize("rest", [b"0", b"\0" * 3000, b"6f0c3a91 [7,{", b"\n\n"])
def test_what_broke_off_does_not_swallow_what_follows(
    kept: KeptRecords, tmp_path: Path, clock: Clock, rest: bytes
) -> None:
    path = tmp_path / "2026-10.jsonl"
    kept.add(record("1"))
    with path.open("ab") as file:
        file.write(rest)
    kept.add(record("2"))
    clock.time = NOVEMBER
    kept.seal()
    (state,) = kept.months()
    assert (state.records, state.sealed, state.altered) == (2, True, False)
    assert state.missing == 0
    assert len(kept.find(Question()).records) == 2


@pytest.mark.parametrize("begun", [b"", b"\0" * 100, b"1234"])
def test_a_file_that_was_only_begun(
    kept: KeptRecords, tmp_path: Path, begun: bytes
) -> None:
    (tmp_path / "2026-10.jsonl").write_bytes(begun)
    kept.add(record())
    assert len(kept.find(Question()).records) == 1
    marks = [line[0] for line in lines_of(tmp_path / "2026-10.jsonl")]
    assert [type(mark) for mark in marks] == [Mark, Put]


def test_damage_costs_the_lines_it_hit_and_is_counted(
    kept: KeptRecords, tmp_path: Path
) -> None:
    for number in range(50):
        kept.add(record(f"1000{number:02}"))
    assert len(kept.find(Question(limit=99)).records) == 50
    path = tmp_path / "2026-10.jsonl"
    data = bytearray(path.read_bytes())
    middle = data.index(b"100020")
    data[middle] ^= 1
    path.write_bytes(data)
    found = kept.find(Question(limit=99)).records
    assert len(found) == 49
    assert kept.find(Question(order="100020")).records == ()
    (state,) = kept.months()
    assert (state.records, state.damaged, state.missing) == (49, 1, 1)
    assert not state.sound
    assert path.read_bytes() == data


def test_a_seal_tells_of_any_change(kept: KeptRecords, tmp_path: Path) -> None:
    for number in range(9):
        kept.add(record(str(number)))
    later = opened(tmp_path, Clock(NOVEMBER))
    later.seal()
    path = tmp_path / "2026-10.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    for harmed in (
        b"".join(lines[:3] + lines[4:]),
        b"".join([*lines, encode(99, [Mark("more", {})])]),
        b"".join([*lines[:3], encode(4, [Mark("else", {})]), *lines[4:]]),
    ):
        path.write_bytes(harmed)
        (state,) = later.months()
        assert state.altered
        assert not state.sound
    path.write_bytes(b"".join(lines))
    assert later.months()[0].sound


def test_a_month_that_vanished_is_missed(
    kept: KeptRecords, tmp_path: Path, clock: Clock
) -> None:
    kept.add(record())
    clock.time = NOVEMBER
    kept.add(record(made=NOVEMBER))
    (tmp_path / "2026-10.jsonl").unlink()
    lost, there = kept.months()
    assert lost == MonthState("2026-10", lost=True)
    assert there.sound
    assert len(kept.find(Question()).records) == 1


# --- from the future ---------------------------------------------------------------

NEWER_HEAD = encode(1, [Mark("journal", {"format": 1, "schema": 2})])
NEWER_FORMAT = encode(1, [Mark("journal", {"format": 2, "schema": 1})])


@pytest.mark.parametrize("head", [NEWER_HEAD, NEWER_FORMAT])
def test_a_month_of_a_newer_program_is_left_alone(
    kept: KeptRecords, tmp_path: Path, clock: Clock, head: bytes
) -> None:
    path = tmp_path / "2026-10.jsonl"
    fields = {"uid": "u", "order": "330012345678901234", "made": "2026-10-01T00:00"}
    path.write_bytes(head + encode(2, [Put("records", 2, {**fields, "personal": {}})]))
    before = path.read_bytes()
    with pytest.raises(StoreError, match="later version"):
        kept.add(record())
    clock.time = NOVEMBER
    kept.add(record(made=NOVEMBER))
    assert kept.seal() == 0
    removed = kept.forget("330012345678901234")
    assert removed.records == 1
    assert removed.out_of_reach == ("2026-10.jsonl",)
    assert kept.expire(date(2100, 1, 1)).out_of_reach == ("2026-10.jsonl",)
    assert path.read_bytes() == before
    assert [m.newer for m in kept.months()] == [True, False]
    assert kept.find(Question()).records == ()


def test_a_newer_line_among_ours_is_not_lost(kept: KeptRecords, tmp_path: Path) -> None:
    one = record()
    kept.add(one)
    path = tmp_path / "2026-10.jsonl"
    newer = {"v": 2, "uid": "n", "order": one.order, "made": OCTOBER.isoformat()}
    with path.open("ab") as file:
        file.write(encode(3, [Put("records", 3, newer)]))
    before = path.read_bytes()
    assert [k.original for k in kept.find(Question()).records] == [one]
    removed = kept.forget(one.order)
    assert (removed.records, removed.out_of_reach) == (0, ("2026-10.jsonl",))
    assert path.read_bytes() == before
    assert kept.months()[0].newer


# --- TinyDB --------------------------------------------------------------------------


def test_tinydb_opens_a_month(kept: KeptRecords, tmp_path: Path) -> None:
    one, other = record("1"), record("2")
    kept.add(one)
    kept.add(other)
    kept.correct(correction(one, OCTOBER, order="3"))
    tables = open_tables(Journal(tmp_path / "2026-10.jsonl", SCHEMA))
    rows = tables.table("records")
    assert len(rows) == 2
    (found,) = rows.search(where("order") == "2")
    assert found["uid"] == other.uid
    (fixed,) = tables.table("corrections").all()
    assert fixed["record"] == one.uid
    tables.close()
    kept.add(record("4"))
    assert len(kept.find(Question()).records) == 3


def test_lines_are_plain_json(kept: KeptRecords, tmp_path: Path) -> None:
    kept.add(record())
    for line in (tmp_path / "2026-10.jsonl").read_bytes().splitlines():
        assert json.loads(line[9:])
    with (tmp_path / "2026-10.jsonl").open("rb") as file:
        assert all(isinstance(piece, Line) for piece in read(file))


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    path = tmp_path / "records"
    path.write_text("no folder")
    kept = opened(path, Clock(NOVEMBER))
    with pytest.raises(StoreError, match="could not be saved"):
        kept.add(record())
    with pytest.raises(StoreError, match="cannot be read"):
        kept.find(Question())
    assert path.read_text() == "no folder"
