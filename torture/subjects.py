"""The stores that are tortured: ours, and TinyDB with its own storage."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tinydb import TinyDB

from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal_storage import JournalStorage
from qtdesk.storage.journal_tables import JournalTables

State = dict[str, str]
"""What matters of a store: the note of each record, by its name."""


class Subject(NamedTuple):
    """One way to keep records in a folder."""

    name: str
    open: Callable[[Path], TinyDB]
    file: str
    promised: bool
    """Whether nothing may be lost; TinyDB as it comes promises less."""


def _journal(folder: Path) -> TinyDB:
    return JournalTables(JournalStorage(Journal(folder / "records.jsonl")))


def _compacting(folder: Path) -> TinyDB:
    return JournalTables(_OftenSmall(Journal(folder / "records.jsonl")))


def _stock(folder: Path) -> TinyDB:
    return TinyDB(folder / "records.json", encoding="utf-8")


class _OftenSmall(JournalStorage):
    """Writes its file anew after every fifteenth change."""

    changes = 0

    def _make_small(self) -> None:
        self.changes += 1
        if self.changes % 15 == 0:
            self.rewrite()


JOURNAL = Subject("journal", _journal, "records.jsonl", promised=True)
COMPACTING = Subject(
    "journal, often written anew", _compacting, "records.jsonl", promised=True
)
STOCK = Subject("TinyDB as it comes", _stock, "records.json", promised=False)


@contextlib.contextmanager
def opened(subject: Subject, folder: Path) -> Iterator[TinyDB]:
    """The store of `subject` in `folder`."""
    tables = subject.open(folder)
    try:
        yield tables
    finally:
        tables.close()


def state_of(tables: TinyDB) -> State:
    return {str(row["name"]): str(row["note"]) for row in tables.table("records")}


_SAID = ("尺码待确认，买家说明天再看", "ok", "ok")


def record(number: int, note: str = "") -> dict[str, Any]:
    """A record as an order check would leave one, some 650 bytes of it."""
    return {
        "name": f"r{number:08d}",
        "order": f"2026{number:012d}",
        "buyer": f"云朵{number % 997}的小店",
        "items": [{"id": n, "said": _SAID[n % 3]} for n in range(10)],
        "note": note,
    }
