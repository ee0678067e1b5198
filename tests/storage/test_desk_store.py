import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest

from qtdesk.core.errors import StoreError
from qtdesk.core.ports import Store
from qtdesk.core.words import words
from qtdesk.storage import tables
from qtdesk.storage.store import DeskStore

_T = TypeVar("_T")


class ByHand:
    """A background that works when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        self.waiting.append(lambda: done(work()))

    def work(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def _port(store: Store) -> Store:
    return store


def _kept(folder: Path) -> dict[str, Any]:
    found = json.loads((folder / "desk.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def test_settings_are_kept_at_once(tmp_path: Path) -> None:
    store = _port(DeskStore(tmp_path, ByHand()))
    assert store.settings() == {}
    store.save_settings({"theme": "dark", "hotkey": "ctrl+1"})
    store.save_settings({"theme": "light"})
    assert DeskStore(tmp_path, ByHand()).settings() == {"theme": "light"}


def test_recent_phrases_never_wait_for_the_disk(tmp_path: Path) -> None:
    background = ByHand()
    store = DeskStore(tmp_path, background)
    for key in ("shop/a", "shop/b", "shop/a"):
        store.add_recent(key)
    assert store.recent() == ("shop/a", "shop/b")
    assert list(tmp_path.iterdir()) == []
    assert len(background.waiting) == 1
    background.work()
    assert DeskStore(tmp_path, ByHand()).recent() == ("shop/a", "shop/b")


def test_a_phrase_used_during_the_writing_is_written_after(tmp_path: Path) -> None:
    background = ByHand()
    store = DeskStore(tmp_path, background)
    store.add_recent("shop/a")
    write = store.flush

    def write_and_use() -> None:
        write()
        store.flush = write  # type: ignore[method-assign]
        store.add_recent("shop/b")

    store.flush = write_and_use  # type: ignore[method-assign]
    background.work()
    assert DeskStore(tmp_path, ByHand()).recent() == ("shop/b", "shop/a")


def test_fifty_recent_phrases_are_kept(tmp_path: Path) -> None:
    store = DeskStore(tmp_path, ByHand())
    for number in range(60):
        store.add_recent(f"shop/{number}")
    store.flush()
    recent = DeskStore(tmp_path, ByHand()).recent()
    assert len(recent) == 50
    assert recent[0] == "shop/59"


def test_a_failing_disk_is_told_at_the_end_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise StoreError(words("{name} is too big: {n}", name=path.name, n=len(data)))

    background = ByHand()
    store = DeskStore(tmp_path, background)
    with monkeypatch.context() as patch:
        patch.setattr(tables, "write_atomically", full)
        store.add_recent("shop/a")
        background.work()
        with pytest.raises(StoreError):
            store.flush()
        with pytest.raises(StoreError):
            store.save_settings({"theme": "dark"})
    assert store.settings() == {}
    store.add_recent("shop/b")
    background.work()
    assert DeskStore(tmp_path, ByHand()).recent() == ("shop/b", "shop/a")


@pytest.mark.parametrize("damage", [b"", b"\0\0\0", b'{"settings"', b"[]", b"null"])
def test_a_damaged_file_comes_back_from_its_backup(
    tmp_path: Path, damage: bytes
) -> None:
    store = DeskStore(tmp_path, ByHand())
    store.save_settings({"theme": "dark"})
    store.save_settings({"theme": "light"})
    (tmp_path / "desk.json").write_bytes(damage)
    assert DeskStore(tmp_path, ByHand()).settings() == {"theme": "dark"}
    assert (tmp_path / "desk.json.damaged-1").read_bytes() == damage
    assert _kept(tmp_path)["settings"] == {"1": {"theme": "dark"}}


def test_a_missing_file_comes_back_from_its_backup(tmp_path: Path) -> None:
    store = DeskStore(tmp_path, ByHand())
    store.save_settings({"theme": "dark"})
    store.save_settings({"theme": "light"})
    (tmp_path / "desk.json").unlink()
    assert DeskStore(tmp_path, ByHand()).settings() == {"theme": "dark"}


def test_damage_without_backup_is_told_once_and_nothing_deleted(
    tmp_path: Path,
) -> None:
    (tmp_path / "desk.json").write_bytes(b"junk")
    (tmp_path / "desk.json.bak").write_bytes(b"more junk")
    with pytest.raises(StoreError, match="damaged"):
        DeskStore(tmp_path, ByHand())
    assert DeskStore(tmp_path, ByHand()).settings() == {}
    assert (tmp_path / "desk.json.damaged-1").read_bytes() == b"junk"
    assert (tmp_path / "desk.json.bak.damaged-1").read_bytes() == b"more junk"


def test_a_damaged_file_never_becomes_the_backup(tmp_path: Path) -> None:
    store = DeskStore(tmp_path, ByHand())
    store.save_settings({"theme": "dark"})
    (tmp_path / "desk.json").write_bytes(b"")
    store.save_settings({"theme": "light"})
    backup = json.loads((tmp_path / "desk.json.bak").read_bytes())
    assert backup["settings"] == {"1": {"theme": "dark"}}


def test_notes_are_kept_at_once(tmp_path: Path) -> None:
    store = DeskStore(tmp_path, ByHand())
    assert store.note("keys_token") == ""
    store.save_note("keys_token", "restore-1")
    store.save_note("keys_token", "restore-2")
    store.save_settings({"theme": "dark"})
    again = DeskStore(tmp_path, ByHand())
    assert again.note("keys_token") == "restore-2"
    assert again.settings() == {"theme": "dark"}
