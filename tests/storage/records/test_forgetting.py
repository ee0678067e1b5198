"""What is forgotten is in no file any more; what names people goes when it is due."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from qtdesk.core.errors import StoreError
from qtdesk.core.ports.records import Question
from qtdesk.core.records import Personal
from qtdesk.storage.journal.lines import Mark, Put
from qtdesk.storage.records import removal
from qtdesk.storage.records.kept import KeptRecords
from tests.sample_records import NOVEMBER, OCTOBER, correction, record
from tests.storage.records.folders import Clock, files_with, lines_of, opened

ORDER = "330012345678901234"
SECRETS = (ORDER, "小鱼儿_88", "张小三", "13800138000", "文一西路969号", "看错了")


@pytest.fixture
def clock() -> Clock:
    return Clock(OCTOBER)


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "records"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "records"


@pytest.fixture
def kept(folder: Path, copies: Path, clock: Clock) -> KeptRecords:
    """Two years, in which one order was checked, corrected and mentioned."""
    kept = opened(folder, clock, copies)
    plain = Personal(buyer="别人", note="没什么")
    for number in range(20):
        kept.add(record(f"77000000{number:02}", personal=plain))
    one = record(ORDER)
    kept.add(one)
    note = Personal(buyer="别人", note=f"与 {ORDER} 合并，不是 9{ORDER}")
    kept.add(record("7700000099", personal=note))
    clock.time = NOVEMBER
    kept.correct(correction(one, NOVEMBER, order="990012345678901234"))
    kept.add(record("7700000100", NOVEMBER, personal=plain))
    return kept


def test_no_file_holds_it_any_more(
    kept: KeptRecords, folder: Path, copies: Path, tmp_path: Path
) -> None:
    kept.find(Question(order=ORDER))
    shutil.copytree(folder, copies, ignore=shutil.ignore_patterns("index*", "*lock"))
    (folder / "2026-10.jsonl.tmp").write_bytes(b"left by a kill " + ORDER.encode())
    assert files_with(tmp_path, *SECRETS) == [
        "backups/records/2026-10.jsonl",
        "backups/records/2026-11.jsonl",
        "records/2026-10.jsonl",
        "records/2026-10.jsonl.tmp",
        "records/2026-11.jsonl",
    ]
    removed = kept.forget(ORDER)
    assert (removed.records, removed.corrections, removed.mentions) == (1, 1, 1)
    assert (removed.files, removed.out_of_reach) == (4, ())
    # A number that merely contains it is another order's.
    for path in (folder, copies):
        data = (path / "2026-10.jsonl").read_bytes()
        assert data.count(ORDER.encode()) == data.count(f"9{ORDER}".encode()) == 1
        (path / "2026-10.jsonl").write_bytes(data.replace(f"9{ORDER}".encode(), b""))
    assert files_with(tmp_path, *SECRETS, "990012345678901234") == []


def test_what_remains_is_as_it_was(kept: KeptRecords) -> None:
    before = {k.original.uid: k for k in kept.find(Question(limit=99)).records}
    kept.forget(ORDER)
    after = {k.original.uid: k for k in kept.find(Question(limit=99)).records}
    gone = [k for uid, k in before.items() if uid not in after]
    assert [k.original.order for k in gone] == [ORDER]
    changed = [k.original for uid, k in after.items() if k != before[uid]]
    assert [each.order for each in changed] == ["7700000099"]
    assert changed[0].personal is not None
    assert changed[0].personal.note == f"与 **** 合并，不是 9{ORDER}"
    assert all(month.sound for month in kept.months())


def test_no_id_comes_twice(folder: Path, clock: Clock) -> None:
    kept = opened(folder, clock)
    for order in (ORDER, ORDER, ORDER, ORDER, "7700000001"):
        kept.add(record(order))
    assert kept.forget(ORDER).records == 4
    for number in range(6):
        kept.add(record(f"880000000{number}"))
    changes = [each for line in lines_of(folder / "2026-10.jsonl") for each in line]
    ids = [each.id for each in changes if isinstance(each, Put)]
    assert len(set(ids)) == len(ids) == 7


def test_a_line_tells_that_something_went_and_not_what(
    kept: KeptRecords, folder: Path, clock: Clock
) -> None:
    old_seal = lines_of(folder / "2026-10.jsonl")[-1][0]
    clock.time += timedelta(days=1)
    kept.forget(ORDER)
    head, *_, told, seal = (line[0] for line in lines_of(folder / "2026-10.jsonl"))
    assert isinstance(head, Mark)
    assert isinstance(old_seal, Mark)
    assert isinstance(seal, Mark)
    assert head.values["generation"] == 2
    assert told == Mark(
        "removed",
        {
            "why": "forgotten",
            "at": clock.time.isoformat(),
            "gone": {"records": 1},
            "altered": {"records": 1},
            "damaged": 0,
            "missing": 0,
            "seal_before": old_seal.values["sha256"],
        },
    )
    assert seal.name == "seal"
    assert [month.sealed for month in kept.months()] == [True, False]


def test_damaged_pieces_of_it_go_and_others_are_kept(
    kept: KeptRecords, folder: Path, tmp_path: Path
) -> None:
    path = folder / "2026-10.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    about = next(n for n, line in enumerate(lines) if b'"' + ORDER.encode() in line)
    damaged_other = lines[3].replace(b"7700000002", b"7700000O02")
    # The number itself is hit: it is known by what else the record told.
    damaged_own = lines[about].replace(ORDER.encode(), b"\0" * len(ORDER))
    kept.add(record(ORDER, NOVEMBER))
    lines[3] = damaged_other
    path.write_bytes(b"".join([*lines, damaged_own]))
    removed = kept.forget(ORDER)
    assert removed.damaged == 1
    assert files_with(tmp_path, "13800138000") == []
    aside = folder / "2026-10.jsonl.quarantine"
    assert aside.read_bytes() == damaged_other
    assert kept.months()[0].damaged == 1
    assert kept.months()[0].missing >= 1


def test_short_numbers_are_not_looked_for_in_texts(kept: KeptRecords) -> None:
    kept.add(record("12", NOVEMBER))
    removed = kept.forget("12")
    assert (removed.records, removed.mentions) == (1, 0)


def test_a_number_written_in_two_ways(kept: KeptRecords, tmp_path: Path) -> None:
    kept.add(record("Ab-12345678", NOVEMBER, personal=Personal(note="x")))
    kept.add(record("ＡＢ-12345678", NOVEMBER, personal=Personal(note="x")))
    assert kept.forget("ab-12345678").records == 2
    assert files_with(tmp_path, "Ab-12345678", "ＡＢ-12345678", "ab-12345678") == []


# --- what breaks off -----------------------------------------------------------------


def test_it_is_finished_by_the_next_start(
    kept: KeptRecords,
    folder: Path,
    copies: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(removal, "rewrite", full)
        with pytest.raises(StoreError, match="No space left"):
            kept.forget(ORDER)
    assert files_with(folder, ORDER)
    again = opened(folder, clock, copies)
    again.add(record("7700000101", NOVEMBER))
    assert again.find(Question(order=ORDER)).records == ()
    assert "forgetting" not in {path.name for path in folder.iterdir()}


def test_what_cannot_be_finished_is_no_reason_to_keep_nothing(
    kept: KeptRecords,
    folder: Path,
    copies: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(*_: object) -> None:
        raise OSError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(removal, "rewrite", refused)
        with pytest.raises(StoreError):
            kept.forget(ORDER)
        again = opened(folder, clock, copies)
        again.add(record("7700000101", NOVEMBER))
    assert len(again.find(Question(order="7700000101")).records) == 1
    assert (folder / "forgetting").exists()


# --- what is personal and due --------------------------------------------------------


def test_verdicts_stay_and_names_go(
    kept: KeptRecords, folder: Path, copies: Path, tmp_path: Path
) -> None:
    shutil.copytree(folder, copies, ignore=shutil.ignore_patterns("*lock"))
    due = OCTOBER.date() + timedelta(days=1)
    removed = kept.expire(due)
    assert (removed.records, removed.corrections, removed.files) == (22, 0, 2)
    held = ("小鱼儿_88", "张小三", "13800138000", "文一西路", "没什么", "合并")
    november = ["backups/records/2026-11.jsonl", "records/2026-11.jsonl"]
    assert files_with(tmp_path, *held) == november
    (of_order,) = kept.find(Question(order=ORDER)).records
    assert of_order.original.personal is None
    assert of_order.original.items == record().items
    assert kept.find(Question(buyer="小鱼儿_88")).records == ()
    assert all(month.sound for month in kept.months())
    generation = lines_of(folder / "2026-10.jsonl")[0]
    assert kept.expire(due).files == 0
    assert lines_of(folder / "2026-10.jsonl")[0] == generation


def test_within_a_month_it_goes_by_the_day(folder: Path, clock: Clock) -> None:
    kept = opened(folder, clock)
    for days in range(5):
        kept.add(record(str(days), OCTOBER + timedelta(days=days)))
    kept.expire(OCTOBER.date() + timedelta(days=2))
    found = kept.find(Question(buyer="小鱼儿_88")).records
    assert [k.original.order for k in found] == ["4", "3", "2"]


def test_damaged_pieces_go_with_their_month(
    kept: KeptRecords, folder: Path, tmp_path: Path
) -> None:
    path = folder / "2026-10.jsonl"
    data = path.read_bytes()
    path.write_bytes(data.replace(f'"{ORDER}"'.encode(), b'"33001234567890123X"'))
    half = kept.expire(OCTOBER.date() + timedelta(days=1))
    assert half.damaged == 0
    assert files_with(tmp_path, "13800138000") == ["records/2026-10.jsonl.quarantine"]
    whole = kept.expire(date(2026, 11, 1))
    assert (whole.damaged, whole.records) == (1, 0)
    assert files_with(tmp_path, "13800138000") == []
    assert kept.months()[0].damaged == 0
    assert kept.months()[0].missing >= 1
