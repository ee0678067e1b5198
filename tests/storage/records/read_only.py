"""Reads and tries to write where nothing can be written; run by a fault test."""

import sys
from datetime import date
from pathlib import Path

from qtdesk.core.errors import StoreError
from qtdesk.core.ports.records import Question
from qtdesk.storage.records.kept import KeptRecords
from tests.sample_records import NOVEMBER, record


def main() -> None:
    kept = KeptRecords(Path(sys.argv[1]), lambda: NOVEMBER)
    order = sys.argv[2]
    tell_found(kept, order)
    for act in (
        lambda: kept.add(record("1", NOVEMBER)),
        lambda: kept.forget(order),
        lambda: kept.expire(date(2100, 1, 1)),
    ):
        try:
            act()
        except StoreError as error:
            if "Read-only" not in str(error):
                raise
            sys.stdout.write("refused\n")
    tell_found(kept, order)


def tell_found(kept: KeptRecords, order: str) -> None:
    if kept.find(Question(order=order)).records:
        sys.stdout.write("found\n")


if __name__ == "__main__":
    main()
