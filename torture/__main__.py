"""`python -m torture store|orders [--short] [--json FILE]`: torture, print what came.

The exit code is 1 where a promise was broken. The store's runs where processes can be
forked.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from torture import orders
from torture.damage import KINDS, damage
from torture.full_disk import fill_the_disk
from torture.kills import kill_while_writing
from torture.likeness import compare
from torture.power import cut_the_power
from torture.subjects import COMPACTING, JOURNAL, STOCK
from torture.verdict import Verdict, table
from torture.writers import write_from_two


class Amount(NamedTuple):
    """How much of each."""

    kills: int
    cuts: int
    offsets: int
    records: int
    damages: int
    damaged_records: int
    operations: int


FULL = Amount(2000, 2000, 120, 1000, 20, 5000, 15_000)
SHORT = Amount(32, 100, 12, 40, 2, 1500, 500)


def trials(amount: Amount, folder: Path) -> Iterator[Callable[[], Verdict]]:
    """Every torture for every store, each in a folder of its own."""
    ours = (JOURNAL, COMPACTING)
    for subject in (*ours, STOCK):
        share = 4 if subject is STOCK else len(ours)
        place = folder / str(len(list(folder.iterdir())))
        place.mkdir()
        yield partial(kill_while_writing, subject, place, amount.kills // share)
        yield partial(cut_the_power, subject, place, amount.cuts // share)
        yield partial(fill_the_disk, subject, place, amount.offsets)
        if subject.promised:
            yield partial(compare, subject, place, amount.operations)
    for subject in (JOURNAL, STOCK):
        place = folder / str(len(list(folder.iterdir())))
        place.mkdir()
        yield partial(write_from_two, subject, place, amount.records)
        for kind in KINDS:
            yield partial(
                damage, subject, place, kind, amount.damages, amount.damaged_records
            )


def _read_orders(count: int) -> int:
    def told(number: int) -> None:
        print(f"[torture] {number} texts", file=sys.stderr, flush=True)

    came = orders.read_them(count, told)
    print(f"{came.texts} texts, the slowest in {came.slowest_s * 1000:.0f} ms")
    for failure in came.failures:
        print(failure)
    return 1 if came.failures else 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py torture", description=__doc__)
    parser.add_argument("what", choices=["store", "orders"])
    parser.add_argument("--short", action="store_true", help="a few trials of each")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep all figures")
    asked = parser.parse_args()
    if asked.what == "orders":
        return _read_orders(orders.SHORT if asked.short else orders.FULL)
    if sys.platform == "win32":
        parser.error("processes cannot be forked on this system")
    found: list[Verdict] = []
    with tempfile.TemporaryDirectory() as folder:
        for trial in trials(SHORT if asked.short else FULL, Path(folder)):
            found.append(trial())
            last = found[-1]
            line = f"[torture] {last.torture}, {last.store}: {last.trials} trials"
            print(line, file=sys.stderr, flush=True)
    print(table(found))
    if asked.json:
        text = json.dumps([each.as_data() for each in found], indent=2)
        asked.json.write_text(text + "\n", encoding="utf-8")
    return 0 if all(each.kept for each in found) else 1


if __name__ == "__main__":
    sys.exit(main())
