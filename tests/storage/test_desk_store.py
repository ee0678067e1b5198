from collections.abc import Iterator
from pathlib import Path

import pytest

from qtdesk.core.ports import Store
from tests.storage.data_room import Room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    yield made
    made.crash()


def _port(store: Store) -> Store:
    return store


def test_settings_are_kept(room: Room) -> None:
    store = _port(room.open())
    assert store.settings() == {}
    store.save_settings({"theme": "dark", "hotkey": "ctrl+1"})
    store.save_settings({"theme": "light"})
    assert store.settings() == {"theme": "light"}
    room.background.work()
    assert room.open().settings() == {"theme": "light"}


def test_nothing_waits_for_the_disk(room: Room) -> None:
    store = room.open()
    store.save_settings({"theme": "dark"})
    for key in ("shop/a", "shop/b", "shop/a"):
        store.add_recent(key)
    store.save_note("keys_token", "restore-1")
    assert store.recent() == ("shop/a", "shop/b")
    assert list(room.folder.iterdir()) == []
    assert len(room.background.waiting) == 1
    room.background.work()
    assert room.open().recent() == ("shop/a", "shop/b")


def test_levels_are_kept_and_older_uses_have_none(room: Room) -> None:
    store = _port(room.open())
    store.add_recent("shop/old")
    store.add_recent("shop/a", 1488.123456)
    store.add_recent("shop/a", 1489.0)
    store.add_recent("shop/b", 1490.123456)
    store.add_recent("shop/b")
    kept = {"shop/a": 1489.0, "shop/b": 1490.1235}
    assert store.levels() == kept
    room.background.work()
    assert room.open().levels() == kept


def test_what_is_changed_during_the_writing_is_written_after(room: Room) -> None:
    store = room.open()
    assert room.data is not None
    append = room.data.journal.append

    def append_and_change(changes: object) -> None:
        room.data.journal.append = append  # type: ignore[union-attr, method-assign]
        store.add_recent("shop/b")
        append(changes)  # type: ignore[arg-type]

    room.data.journal.append = append_and_change  # type: ignore[method-assign]
    store.add_recent("shop/a")
    room.background.work()
    assert room.open().recent() == ("shop/b", "shop/a")


def test_fifty_recent_phrases_are_shown_and_all_are_counted(room: Room) -> None:
    store = room.open()
    for number in range(60):
        store.add_recent(f"shop/{number}")
    store.add_recent("shop/7")
    room.background.work()
    recent = room.open().recent()
    assert len(recent) == 50
    assert recent[:2] == ("shop/7", "shop/59")
    assert room.data is not None
    uses = {row["phrase"]: row["count"] for row in room.data.tables.table("uses")}
    assert len(uses) == 60
    assert (uses["shop/7"], uses["shop/8"]) == (2, 1)


def test_notes_are_kept(room: Room) -> None:
    store = room.open()
    assert store.note("keys_token") == ""
    store.save_note("keys_token", "restore-1")
    store.save_note("keys_token", "restore-2")
    store.save_note("other", "x")
    store.save_settings({"theme": "dark"})
    room.background.work()
    again = room.open()
    assert again.note("keys_token") == "restore-2"
    assert again.settings() == {"theme": "dark"}


def test_the_end_writes_what_still_waits(room: Room) -> None:
    store = room.open()
    store.add_recent("shop/a")
    # As at the end: the background does nothing any more.
    room.background.waiting.clear()
    store.flush()
    assert room.open().recent() == ("shop/a",)


def test_own_phrases_are_kept_in_their_order_and_changed_in_place(room: Room) -> None:
    store = _port(room.open())
    assert list(store.own_phrases()) == []
    for key in ("~mine/a", "shop/b", "~mine/c"):
        store.save_own_phrase(key, {"mine": {"title": key}, "gone": True})
    store.save_own_phrase("~mine/a", {"mine": {"title": "又"}})
    store.remove_own_phrase("shop/b")
    store.remove_own_phrase("shop/none")
    kept = [
        {"key": "~mine/a", "mine": {"title": "又"}},
        {"key": "~mine/c", "mine": {"title": "~mine/c"}, "gone": True},
    ]
    assert list(store.own_phrases()) == kept
    room.background.work()
    assert list(room.open().own_phrases()) == kept
