"""What a journal tells: tables of documents, and how changes make them.

A document is never changed in place, only exchanged for another, so that whoever took
hold of one keeps what it was. Knows no files.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, assert_never

from qtdesk.storage.journal.lines import (
    Change,
    Dropped,
    Emptied,
    Mark,
    Put,
    Removal,
)

Documents = dict[str, dict[str, Any]]
"""By their numbers, written as text, as TinyDB has it."""
Tables = dict[str, Documents]


def apply(tables: Tables, changes: Iterable[Change]) -> None:
    """Do `changes` to `tables`."""
    for change in changes:
        match change:
            case Put(table, number, fields):
                tables.setdefault(table, {})[str(number)] = dict(fields)
            case Removal(table, number):
                tables.setdefault(table, {}).pop(str(number), None)
            case Emptied(table):
                tables[table] = {}
            case Dropped(table):
                tables.pop(table, None)
            case Mark():
                pass
            case _:
                assert_never(change)


def as_written(changes: Iterable[Change]) -> tuple[Change, ...]:
    """`changes` as they come back from JSON, sharing nothing with the caller's values.

    Raises:
        TypeError: a value is of a kind that JSON does not have.
        ValueError: JSON has no way to write a value.
    """
    return tuple(
        change._replace(fields=json.loads(json.dumps(change.fields, allow_nan=False)))
        if isinstance(change, Put)
        else change
        for change in changes
    )


def documents(tables: Tables) -> Iterator[Change]:
    """The changes that make `tables` from nothing, one for each document."""
    for name, rows in tables.items():
        if not rows:
            yield Emptied(name)
        for number, fields in rows.items():
            yield Put(name, int(number), fields)


def differences(
    old: Mapping[str, Documents], new: Mapping[str, Mapping[Any, Mapping[str, Any]]]
) -> Iterator[Change]:
    """The changes that make `new` from `old`."""
    for name in old:
        if name not in new:
            yield Dropped(name)
    for name, rows in new.items():
        before = old.get(name)
        if not rows and (before is None or before):
            yield Emptied(name)
        else:
            yield from _differences_in(name, before or {}, rows)


def _differences_in(
    name: str, old: Documents, new: Mapping[Any, Mapping[str, Any]]
) -> Iterator[Change]:
    kept = {str(number) for number in new}
    for number in old:
        if number not in kept:
            yield Removal(name, int(number))
    for number, fields in new.items():
        if not same(old.get(str(number)), fields):
            yield Put(name, int(number), fields)


def same(one: Mapping[str, Any] | None, other: Mapping[str, Any]) -> bool:
    """Whether both are written alike; 1 and True, which are equal, are not."""
    if one is other:
        return True
    return one is not None and json.dumps(one) == json.dumps(other)


def own(fields: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of a document in which the caller may do what they like."""
    return {name: _own(value) for name, value in fields.items()}


def _own(value: Any) -> Any:
    match value:
        case dict():
            return own(value)
        case list():
            return [_own(item) for item in value]
        case _:
            return value
