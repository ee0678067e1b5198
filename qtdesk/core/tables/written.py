"""Rows as plain JSON values, and back; the version is written in each of them.

What a newer version wrote is refused as a whole. Columns that a table does not have
any more stay in the row.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from qtdesk.core.checklists.values import as_json, from_json
from qtdesk.core.tables.row import Cell, Earlier, Removal, Row

VERSION = 1

Fields = dict[str, Any]


def fields_of_row(row: Row) -> Fields:
    """`row` as JSON values; its table is told by where it lies."""
    told: Fields = {
        "v": VERSION,
        "uid": row.uid,
        "made": row.made.isoformat(),
        "agent": row.agent,
        "cells": {name: as_json(cell) for name, cell in row.cells.items()},
    }
    if row.source:
        told["source"] = row.source
    if row.earlier:
        told["earlier"] = [_of_earlier(each) for each in row.earlier]
    if row.removed is not None:
        told["removed"] = [row.removed.at.isoformat(), row.removed.by]
    if row.let_go:
        told["let_go"] = True
    return told


def row_from(table: str, fields: Mapping[str, Any]) -> Row:
    """The row of `table` that was written as `fields`.

    Raises:
        ValueError: a later version wrote it, or these are not the fields of a row.
    """
    if fields.get("v") != VERSION:
        raise ValueError("of another version")
    try:
        removed = fields.get("removed")
        return Row(
            str(fields["uid"]),
            table,
            _moment(fields["made"]),
            str(fields["agent"]),
            _cells(fields["cells"]),
            str(fields.get("source", "")),
            tuple(map(_to_earlier, fields.get("earlier", ()))),
            None if removed is None else Removal(_moment(removed[0]), str(removed[1])),
            fields.get("let_go") is True,
        )
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise ValueError("not a row") from error


def _of_earlier(earlier: Earlier) -> Fields:
    cells = {name: as_json(cell) for name, cell in earlier.cells.items()}
    return {"at": earlier.at.isoformat(), "by": earlier.by, "cells": cells}


def _to_earlier(told: Mapping[str, Any]) -> Earlier:
    cells = {str(name): _cell(cell) for name, cell in told["cells"].items()}
    return Earlier(_moment(told["at"]), str(told["by"]), cells)


def _cells(told: Mapping[str, Any]) -> dict[str, Cell]:
    read = {str(name): _cell(cell) for name, cell in told.items()}
    return {name: cell for name, cell in read.items() if cell is not None}


def _cell(told: Any) -> Cell | None:
    value = from_json(told)
    if isinstance(value, tuple):
        raise TypeError("a cell has one value")
    return value


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without its distance from UTC")
    return moment
