"""Fills a small disk with records, and tries everything on it; run by a fault test."""

import sys
from collections.abc import Callable
from pathlib import Path

from qtdesk.core.errors import StoreError
from qtdesk.core.ports.records import Question
from qtdesk.storage.records.kept import KeptRecords
from tests.sample_records import NOVEMBER, record

ALL = 1 << 40


def main() -> None:
    folder = Path(sys.argv[1])
    kept = KeptRecords(folder, lambda: NOVEMBER)
    acknowledged: list[str] = []
    while works(lambda: kept.add(record(f"66{len(acknowledged):04}", NOVEMBER))):
        acknowledged.append(f"66{len(acknowledged):04}")
    assert len(acknowledged) > 50, acknowledged
    state = (folder / "2026-11.jsonl").read_bytes()
    assert holds(kept, acknowledged)
    # There is no room to write the month anew either, and nothing is harmed by it.
    assert not works(lambda: kept.forget(acknowledged[0]))
    assert not works(lambda: kept.expire(NOVEMBER.date().replace(year=2027)))
    assert (folder / "2026-11.jsonl").read_bytes() == state
    for path in folder.glob("index.db*"):
        path.unlink()
    # In memory, as there is no room for a file.
    kept.close()
    assert holds(kept, acknowledged)
    sys.stdout.write("end\n")


def works(act: Callable[[], object]) -> bool:
    """False where a full disk was told of."""
    try:
        act()
    except StoreError as error:
        if "space" not in str(error):
            raise
        return False
    return True


def holds(kept: KeptRecords, orders: list[str]) -> bool:
    found = kept.find(Question(limit=ALL)).records
    return sorted(each.original.order for each in found) == orders


if __name__ == "__main__":
    main()
