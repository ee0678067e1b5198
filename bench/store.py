"""What it takes to keep a change for certain, and to open what was kept."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from bench.series import Series
from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal.reading import read_contents
from qtdesk.storage.journal_storage import JournalStorage
from qtdesk.storage.journal_tables import JournalTables

SIZES = {"1k": 1_000, "100k": 100_000, "1M": 1_000_000}
"""Documents that are there already."""
APPENDS = 1_000
MONTH = 10_000
"""Records of a busy month."""
OPENINGS = 5


def measure() -> list[Series]:
    """Inserts into stores of three sizes, and the opening of a month."""
    with tempfile.TemporaryDirectory() as folder:
        found = [_inserts(Path(folder), *size) for size in SIZES.items()]
        return [*found, *_openings(Path(folder))]


def _inserts(folder: Path, name: str, documents: int) -> Series:
    path = folder / f"{name}.jsonl"
    _fill(path, documents, _use)
    tables = JournalTables(JournalStorage(Journal(path)))
    uses = tables.table("records")
    uses.insert(_use(documents))  # opens the file for writing
    values = []
    for number in range(documents + 1, documents + 1 + APPENDS):
        began = time.perf_counter()
        uses.insert(_use(number))
        values.append((time.perf_counter() - began) * 1e3)
    tables.close()
    path.unlink()
    return Series(f"insert among {name}", "ms", values)


def _openings(folder: Path) -> list[Series]:
    path = folder / "month.jsonl"
    _fill(path, MONTH, _record)
    values = []
    for _ in range(OPENINGS):
        began = time.perf_counter()
        tables = JournalTables(JournalStorage(Journal(path)))
        values.append((time.perf_counter() - began) * 1e3)
        tables.close()
    size = read_contents(path).size / 2**20
    return [
        Series("open a month of 10k", "ms", values),
        Series("a month of 10k", "MiB", [size]),
    ]


def _fill(path: Path, documents: int, make: Callable[[int], dict[str, Any]]) -> None:
    """Write a journal without waiting for the disk at each line."""
    tables = {"records": {str(n + 1): make(n) for n in range(documents)}}
    with mock.patch("os.fsync"):
        journal = Journal(path)
        journal.open_for_writing()
        journal.rewrite(tables)
        journal.close()


def _use(number: int) -> dict[str, object]:
    return {"phrase": f"shop/p{number}", "count": number % 40, "last": number}


def _record(number: int) -> dict[str, object]:
    """As an order check leaves one, some 650 bytes of it."""
    said = ("尺码待确认，买家说明天再看", "ok")
    items = [{"id": n, "said": said[n % 2]} for n in range(9)]
    buyer = f"云朵{number % 997}的小店"
    return {"order": f"2026{number:012d}", "buyer": buyer, "items": items}
