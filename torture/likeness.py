"""Random operations, whose results must be those of TinyDB with its own storage."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from tinydb import TinyDB, where
from tinydb.operations import delete, increment
from tinydb.table import Document, Table

from torture.subjects import STOCK, Subject
from torture.verdict import Verdict

_TABLES = ("_default", "orders", "空")
_FIELDS = ("a", "b", "c")
_LOOK = 50
"""Operations after which everything is compared, and both are opened anew."""

Act = Callable[[TinyDB], Any]


def compare(subject: Subject, folder: Path, operations: int, seed: int = 1) -> Verdict:
    """Do as many operations to both, and compare what each returns and leaves."""
    verdict = Verdict("random operations", subject.name, promised=subject.promised)
    rnd = random.Random(seed)  # noqa: S311 - trials, the same each time
    place = folder / "likeness"
    place.mkdir(parents=True)
    # Nothing is cut here, so that nobody need wait for the disk.
    with mock.patch("os.fsync"):
        ours, stock = subject.open(place), STOCK.open(place)
        for number in range(operations):
            act = _act(rnd)
            verdict.trials += 1
            verdict.lost += _outcome(act, ours) != _outcome(act, stock)
            if number % _LOOK == 0:
                ours.close()
                stock.close()
                ours, stock = subject.open(place), STOCK.open(place)
                verdict.lost += _all(ours) != _all(stock)
        ours.close()
        stock.close()
    return verdict


def _act(rnd: random.Random) -> Act:
    table, field = rnd.choice(_TABLES), rnd.choice(_FIELDS)
    number, value = rnd.randint(1, 40), _value(rnd)
    fields = {name: _value(rnd) for name in rnd.sample(_FIELDS, rnd.randint(0, 3))}
    acts: tuple[tuple[int, Callable[[Table], Any]], ...] = (
        (30, lambda rows: rows.insert(fields)),
        (5, lambda rows: rows.insert(Document(fields, number))),
        (5, lambda rows: rows.insert_multiple([fields, {field: value}])),
        (10, lambda rows: rows.update(fields, where(field) == value)),
        (5, lambda rows: rows.update(fields, doc_ids=[number, number + 1])),
        (2, lambda rows: rows.update(increment(field), where(field).exists())),
        (2, lambda rows: rows.update(delete(field), where(field).exists())),
        (2, lambda rows: rows.update_multiple([(fields, where(field) == value)])),
        (10, lambda rows: rows.upsert(fields, where(field) == value)),
        (5, lambda rows: rows.upsert(Document(fields, number))),
        (10, lambda rows: rows.remove(where(field) == value)),
        (5, lambda rows: rows.remove(doc_ids=[number])),
        (10, lambda rows: rows.search(where(field) == value)),
        (5, lambda rows: rows.get(doc_id=number)),
        (5, lambda rows: (len(rows), rows.count(where(field).exists()))),
        (1, lambda rows: rows.truncate()),
    )
    chosen = rnd.choices([act for _, act in acts], [share for share, _ in acts])[0]
    if rnd.random() < 1 / 200:
        return lambda db: db.drop_table(table)
    return lambda db: chosen(db.table(table))


def _value(rnd: random.Random) -> Any:
    return rnd.choice([None, True, 0, 1, 2.5, "", "亲", "x" * 40, [1, [2]], {"k": [3]}])


def _outcome(act: Act, tables: TinyDB) -> str:
    try:
        return repr(act(tables))
    except (ValueError, KeyError, TypeError) as error:
        return repr(error)


def _all(tables: TinyDB) -> dict[str, list[tuple[int, str]]]:
    return {
        name: [(row.doc_id, repr(row)) for row in tables.table(name)]
        for name in tables.tables()
    }
