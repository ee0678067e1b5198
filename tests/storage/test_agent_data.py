"""The agent's data survive crashes, full disks, damage, and files that go away."""

import importlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from qtdesk.core.errors import StoreError
from qtdesk.core.ports import Backup, Condition
from qtdesk.storage import backups, saving
from qtdesk.storage.agent_data import PREVIOUS
from qtdesk.storage.backups import worth_keeping
from qtdesk.storage.journal.contents import Tables
from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal_storage import JournalStorage
from qtdesk.storage.journal_tables import open_tables
from qtdesk.storage.migrations import SCHEMA, migrate
from tests.storage.data_room import Room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    yield made
    made.crash()


_NOBODY = 65534


def _condition(room: Room) -> Condition:
    assert room.data is not None
    return room.data.state.condition


def _refuse(monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    def write(_file: int, _data: bytes) -> int:
        raise error

    monkeypatch.setattr(os, "write", write)


_FULL = OSError(28, "No space left on device")


# --- from the files of before --------------------------------------------------


def _old_files(folder: Path) -> None:
    desk = {
        "settings": {"1": {"theme": "dark"}},
        "recent": {"1": {"keys": ["shop/b", "shop/a"]}},
        "notes": {"1": {"keys_token": "restore-1"}},
    }
    (folder / "desk.json").write_text(json.dumps(desk), "utf-8")
    sources = {"sources": {"1": {"paths": ["/share/书.yaml"]}}}
    (folder / "sources.json").write_text(json.dumps(sources), "utf-8")


def test_files_of_before_are_taken_over_once(room: Room) -> None:
    _old_files(room.folder)
    store = room.open()
    assert store.settings() == {"theme": "dark"}
    assert store.recent() == ("shop/b", "shop/a")
    assert store.note("keys_token") == "restore-1"
    assert store.safekeeping.state.condition is Condition.SAFE
    store.safekeeping.start()
    room.background.work()
    assert (room.folder / "desk.json").exists()
    store.save_settings({"theme": "light"})
    room.background.work()
    again = room.open()
    assert again.settings() == {"theme": "light"}
    assert again.recent() == ("shop/b", "shop/a")
    assert room.data is not None
    assert room.data.tables.only("sources") == {"paths": ["/share/书.yaml"]}


def test_a_damaged_file_of_before_comes_from_its_backup(room: Room) -> None:
    _old_files(room.folder)
    (room.folder / "desk.json").rename(room.folder / "desk.json.bak")
    (room.folder / "desk.json").write_bytes(b'{"settings"')
    assert room.open().settings() == {"theme": "dark"}


@pytest.mark.parametrize("junk", [b"", b"\0\0", b"[]", b"null", b'{"settings": 3}'])
def test_rubbish_of_before_keeps_nobody_from_starting(room: Room, junk: bytes) -> None:
    (room.folder / "desk.json").write_bytes(junk)
    store = room.open()
    assert store.settings() == {}
    store.save_settings({"theme": "dark"})
    room.background.work()
    assert room.open().settings() == {"theme": "dark"}
    assert (room.folder / "desk.json").read_bytes() == junk


def test_nothing_is_made_before_there_is_something_to_keep(room: Room) -> None:
    room.open().safekeeping.start()
    room.background.work()
    assert list(room.folder.iterdir()) == []


# --- what cannot be written ----------------------------------------------------


def test_a_full_disk_is_told_and_everything_is_kept(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.fill()
    store = room.open()
    before = room.journal.read_bytes()
    with monkeypatch.context() as patch:
        _refuse(patch, _FULL)
        store.save_settings({"theme": "auto"})
        store.add_recent("shop/new")
        room.background.work()
        assert store.settings() == {"theme": "auto"}
        assert [state.condition for state in room.told] == [Condition.UNSAVED]
        assert room.told[0].unsaved == 2
        assert "No space left" in str(room.told[0].problem)
        assert room.journal.read_bytes() == before
        room.background.pass_time()
        assert len(room.told) == 1
    room.background.pass_time()
    assert room.told[-1].condition is Condition.SAFE
    assert not room.emergency.exists()
    assert room.settings() == {"theme": "auto"}


def test_it_is_tried_again_after_a_while(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = room.open()
    with monkeypatch.context() as patch:
        _refuse(patch, _FULL)
        store.save_settings({"theme": "auto"})
        room.background.work()
    assert [seconds for seconds, _ in room.background.timers] == [saving.RETRY_S]


def test_what_could_not_be_saved_survives_a_crash(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.fill()
    store = room.open()
    with monkeypatch.context() as patch:
        _refuse(patch, _FULL)
        store.save_settings({"theme": "auto"})
        store.add_recent("shop/new")
        room.background.work()
    store = room.open()
    assert store.settings() == {"theme": "auto"}
    assert store.recent() == ("shop/new", "shop/light", "shop/dark")
    room.background.work()
    assert not room.emergency.exists()
    assert room.settings() == {"theme": "auto"}


def test_what_made_its_way_after_all_is_not_done_twice(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.fill()
    store = room.open()
    with monkeypatch.context() as patch:
        _refuse(patch, _FULL)
        store.save_settings({"theme": "auto"})
        room.background.work()
    kept = room.emergency.read_bytes()
    room.background.pass_time()
    store.save_settings({"theme": "dark"})
    room.background.work()
    room.crash()
    room.emergency.write_bytes(kept)
    store = room.open()
    assert store.settings() == {"theme": "dark"}
    assert room.data is not None
    assert room.data.state.unsaved == 0


def test_what_does_not_go_with_the_journal_is_put_aside(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.fill()
    store = room.open()
    with monkeypatch.context() as patch:
        _refuse(patch, _FULL)
        store.save_settings({"theme": "auto"})
        room.background.work()
    room.crash()
    kept = room.emergency.read_bytes()
    room.emergency.unlink()
    room.open().save_settings({"theme": "dark"})
    room.background.work()
    room.crash()
    room.emergency.write_bytes(kept)
    assert room.open().settings() == {"theme": "dark"}
    assert (room.folder / "agent.jsonl.unsaved-1").read_bytes() == kept
    assert not room.emergency.exists()


def test_the_end_says_what_could_not_be_saved(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = room.open()
    _refuse(monkeypatch, _FULL)
    store.save_settings({"theme": "auto"})
    room.background.waiting.clear()
    with pytest.raises(StoreError, match="No space left"):
        store.flush()


def test_a_deleted_file_comes_back_from_memory(room: Room) -> None:
    room.fill()
    store = room.open()
    store.safekeeping.start()
    room.background.work()
    try:
        room.journal.unlink()
    except PermissionError:
        pytest.skip("this system keeps open files in their place")
    store.add_recent("shop/new")
    room.background.work()
    room.background.pass_time()
    assert room.told[-1].condition is Condition.SAFE
    again = room.open()
    assert again.recent() == ("shop/new", "shop/light", "shop/dark")


@pytest.fixture
def nobody() -> Iterator[Path]:
    """A folder of somebody whom rights concern, and their hat to be worn meanwhile."""
    if sys.platform == "win32":
        pytest.skip("rights are others there")
    with TemporaryDirectory() as folder:
        if os.geteuid() != 0:
            yield Path(folder)
            return
        # Whatever is loaded late must be readable: it is loaded now.
        importlib.import_module("filelock")
        os.chown(folder, _NOBODY, _NOBODY)
        os.seteuid(_NOBODY)
        try:
            yield Path(folder)
        finally:
            os.seteuid(0)


def test_a_folder_that_is_read_only(nobody: Path) -> None:
    room = Room(nobody)
    room.fill()
    room.folder.chmod(0o500)
    for path in room.folder.iterdir():
        if path.is_file():
            path.chmod(0o400)
    try:
        store = room.open()
        store.add_recent("shop/new")
        room.background.work()
        assert store.recent() == ("shop/new", "shop/light", "shop/dark")
        assert _condition(room) is Condition.UNSAVED
        assert "ermission" in str(room.told[-1].problem)
    finally:
        room.crash()
        room.folder.chmod(0o700)
    # Read only it is still not lost.
    assert room.settings() == {"theme": "light"}


def test_a_folder_out_of_reach(room: Room) -> None:
    room.folder.rmdir()
    store = room.open()
    store.safekeeping.start()
    store.save_settings({"theme": "dark"})
    room.background.work()
    assert store.settings() == {"theme": "dark"}
    assert room.told[0].condition is Condition.READ_ONLY
    assert "out of reach" in str(room.told[0].problem)
    assert not room.folder.exists()


def test_a_file_that_cannot_be_read(room: Room) -> None:
    room.journal.mkdir()
    store = room.open()
    store.safekeeping.start()
    store.save_settings({"theme": "dark"})
    room.background.work()
    assert _condition(room) is Condition.READ_ONLY
    assert not room.open_now().readable


def test_a_second_program_reads_and_is_told(room: Room) -> None:
    room.fill()
    other = open_tables(Journal(room.journal))
    other.put_only("settings", {"theme": "auto"})
    store = room.open()
    store.add_recent("shop/new")
    room.background.work()
    assert _condition(room) is Condition.READ_ONLY
    assert store.settings() == {"theme": "auto"}
    other.put_only("settings", {"theme": "dark"})
    other.close()
    room.background.pass_time()
    assert _condition(room) is Condition.SAFE
    # What the other one did meanwhile is there, and so is ours.
    assert room.data is not None
    uses = room.data.tables.table("uses").all()
    assert "shop/new" in [row["phrase"] for row in uses]
    assert store.settings() == {"theme": "dark"}
    assert room.open().recent()[0] == "shop/new"


def test_a_later_version_is_read_only(room: Room) -> None:
    later = open_tables(Journal(room.journal, schema=99))
    later.put_only("settings", {"theme": "dark"})
    later.close()
    before = room.journal.read_bytes()
    store = room.open()
    store.safekeeping.start()
    assert store.settings() == {"theme": "dark"}
    store.save_settings({"theme": "light"})
    room.background.work()
    assert room.told[0].condition is Condition.READ_ONLY
    assert room.journal.read_bytes() == before


# --- files that are gone -------------------------------------------------------


def _delete(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _zero(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


@pytest.mark.parametrize("harm", [_delete, _empty, _zero])
def test_a_lost_file_is_never_begun_anew_in_silence(
    room: Room, harm: Callable[[Path], None]
) -> None:
    room.fill()
    harm(room.journal)
    before = {path: path.read_bytes() for path in room.folder.rglob("*.jsonl")}
    store = room.open()
    store.safekeeping.start()
    assert room.told[0].condition is Condition.GONE
    store.save_settings({"theme": "auto"})
    room.background.work()
    room.background.pass_time()
    store.safekeeping.start()
    room.background.work()
    assert {p: p.read_bytes() for p in room.folder.rglob("*.jsonl")} == before
    assert not room.emergency.exists()
    with pytest.raises(StoreError, match="missing"):
        room.open_now().tables.put_only("settings", {"theme": "auto"})


@pytest.mark.parametrize("trace", ["agent.born", "backups"])
def test_one_trace_is_enough(room: Room, trace: str) -> None:
    room.fill()
    for path in room.folder.iterdir():
        if path.name != trace:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    room.open()
    assert _condition(room) is Condition.GONE


def _backups(room: Room) -> tuple[Backup, ...]:
    found: list[tuple[Backup, ...]] = []
    assert room.data is not None
    room.data.find_backups(found.append)
    room.background.work()
    return found[0]


def _restore(room: Room, name: str) -> StoreError | None:
    told: list[StoreError | None] = []
    assert room.data is not None
    room.data.restore(name, told.append)
    room.background.work()
    return told[0]


def test_a_backup_is_restored(room: Room) -> None:
    room.fill()
    room.journal.unlink()
    store = room.open()
    found = _backups(room)
    assert [backup.sound for backup in found] == [True, True]
    assert found[0].name == "2026-11-23.jsonl"
    assert _restore(room, found[0].name) is None
    assert room.told[-1].condition is Condition.RESTORED
    # Until the next start nothing that is in memory may spoil it.
    store.save_settings({"theme": "spoilt"})
    room.background.work()
    store = room.open()
    assert store.settings() == {"theme": "light"}
    assert store.safekeeping.state.condition is Condition.SAFE
    store.save_settings({"theme": "auto"})
    room.background.work()
    assert room.settings() == {"theme": "auto"}


def test_a_good_file_that_is_replaced_is_kept(room: Room) -> None:
    room.fill()
    before = room.journal.read_bytes()
    room.open()
    assert _restore(room, "2026-11-22.jsonl") is None
    assert (room.folder / "agent.jsonl.replaced-1").read_bytes() == before
    assert room.open().settings() == {"theme": "dark"}


def test_the_generation_before_is_a_backup_too(room: Room) -> None:
    room.fill()
    room.open().safekeeping.start()
    assert room.data is not None
    room.background.work()
    room.data.storage.rewrite()
    room.journal.write_bytes(b"")
    room.open()
    assert _backups(room)[-1].name == PREVIOUS
    assert _restore(room, PREVIOUS) is None
    assert room.open().settings() == {"theme": "light"}


@pytest.mark.parametrize("name", ["2020-01-01.jsonl", "../agent.jsonl", ""])
def test_a_backup_that_is_not_there(room: Room, name: str) -> None:
    room.fill()
    before = room.journal.read_bytes()
    room.open()
    assert "no backup" in str(_restore(room, name))
    assert room.journal.read_bytes() == before
    assert _condition(room) is Condition.SAFE


def test_a_backup_with_nothing_in_it(room: Room) -> None:
    room.fill()
    (room.folder / "backups" / "2026-11-22.jsonl").write_bytes(b"junk\n")
    before = room.journal.read_bytes()
    room.open()
    assert "nothing in it" in str(_restore(room, "2026-11-22.jsonl"))
    assert room.journal.read_bytes() == before


def test_the_agent_may_begin_anew(room: Room) -> None:
    room.fill()
    room.journal.write_bytes(b"rubbish")
    store = room.open()
    store.save_settings({"theme": "auto"})
    room.background.work()
    store.safekeeping.begin_anew()
    room.background.work()
    assert room.told[-1].condition is Condition.SAFE
    assert (room.folder / "agent.jsonl.gone-1").read_bytes() == b"rubbish"
    again = room.open()
    assert again.settings() == {"theme": "auto"}
    assert again.recent() == ()
    assert len(_backups(room)) >= 2


def test_damage_is_told_with_its_count(room: Room) -> None:
    room.fill()
    data = bytearray(room.journal.read_bytes())
    data[data.index(b"shop/dark")] ^= 1
    room.journal.write_bytes(bytes(data))
    store = room.open()
    store.safekeeping.start()
    assert room.told[0].damaged == 1
    assert room.told[0].condition is Condition.SAFE
    assert store.recent() == ("shop/light",)


# --- backups -------------------------------------------------------------------


def test_one_backup_a_day(room: Room) -> None:
    store = room.open()
    for theme in ("a", "b", "c"):
        store.save_settings({"theme": theme})
        room.background.work()
    room.a_day_later()
    store.save_settings({"theme": "d"})
    room.background.work()
    names = sorted(path.name for path in (room.folder / "backups").iterdir())
    assert names == ["2026-11-22.jsonl", "2026-11-23.jsonl"]


def test_a_backup_that_comes_back_otherwise_pushes_none_out(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.fill()
    folder = room.folder / "backups"
    before = sorted(folder.iterdir())

    def other(path: Path, data: bytes) -> None:
        path.write_bytes(data[:-9] + b"x" + data[-8:])

    store = room.open()
    monkeypatch.setattr(backups, "write_atomically", other)
    monkeypatch.setattr(backups, "DAYS", 0)
    store.save_settings({"theme": "auto"})
    room.background.work()
    assert sorted(folder.iterdir()) == before
    assert _condition(room) is Condition.SAFE


def test_emptied_data_push_no_backup_out(room: Room) -> None:
    room.fill()
    room.open()
    assert room.data is not None
    room.data.tables.drop_tables()
    room.background.work()
    assert len(list((room.folder / "backups").iterdir())) == 2


def test_which_backups_are_kept() -> None:
    today = date(2026, 11, 22)
    days = [today - timedelta(days=n) for n in range(500)]
    paths = {Path(f"{day}.jsonl"): day for day in days}
    kept = worth_keeping(paths, paths.__getitem__)
    assert {Path(f"{day}.jsonl") for day in days[:7]} <= kept
    weeks = {paths[path].isocalendar()[:2] for path in kept}
    months = {(paths[path].year, paths[path].month) for path in kept}
    assert len(weeks) >= 8
    assert len(months) >= 12
    assert 7 + 6 + 9 <= len(kept) <= 7 + 8 + 12


# --- older layouts -------------------------------------------------------------


def _rename(tables: Tables) -> Tables:
    return {"new": tables["old"]}


def test_an_older_layout_is_taken_over_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "agent.jsonl"
    old = open_tables(Journal(path, schema=1))
    old.table("old").insert({"n": 1})
    old.close()
    before = path.read_bytes()

    def steps(schema: int, tables: Tables) -> Tables:
        return migrate(schema, tables, {1: _rename, 2: lambda same: same})

    for _ in range(2):
        storage = JournalStorage(Journal(path, schema=3), steps)
        assert storage.read() == {"new": {"1": {"n": 1}}}
        with storage.changing():
            pass
        storage.close()
    assert (tmp_path / "agent.jsonl.schema-1-1").read_bytes() == before
    assert JournalStorage(Journal(path)).contents.schema == 3


def test_the_present_layout_needs_no_step() -> None:
    assert migrate(SCHEMA, {"a": {}}) == {"a": {}}
