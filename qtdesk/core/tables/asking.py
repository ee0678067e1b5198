"""Which rows are asked for, and in which order they come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from qtdesk.core.checklists.values import CHINA
from qtdesk.core.records import plain
from qtdesk.core.tables.cells import text_of
from qtdesk.core.tables.row import Cell, Row
from qtdesk.core.tables.table import Table

DAY, AGENT = "day", "agent"
"""What every table has besides its own columns: to whom a row belongs, and when."""
NOT = "no"
"""The choice of a tick that is not set."""
_LANGUAGES = ("zh_CN", "en")
_NO_CHOICES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RowQuestion:
    """Which rows of one table are asked for; what is left empty does not matter."""

    table: str
    text: str = ""
    """What must stand in one of the cells, or in the name of who wrote the row."""
    first: date | None = None
    last: date | None = None
    """The rows' own days, and both of them with it."""
    chosen: Mapping[str, str] = field(default_factory=lambda: _NO_CHOICES)
    """Id of a column to the one choice, or to `yes` or `no`, that is wanted there."""
    sort: str = DAY
    """A column's id, `day` or `agent`."""
    descending: bool = True
    limit: int = 500


class Found(NamedTuple):
    """Rows that match."""

    rows: tuple[Row, ...]
    total: int
    """How many there are, shown or not."""


def found_among(rows: Iterable[Row], table: Table, question: RowQuestion) -> Found:
    """Those of `rows` that match `question`, sorted; rows taken away are none."""
    wanted = plain(question.text)
    hits = [row for row in rows if _matches(row, table, question, wanted)]
    hits.sort(key=lambda row: (row.made, row.uid), reverse=question.descending)
    if question.sort != DAY:
        # Empty cells come last, whichever way the others go.
        empty = [row for row in hits if _key(row, question.sort) is None]
        full = [row for row in hits if _key(row, question.sort) is not None]
        full.sort(
            key=lambda row: _key(row, question.sort) or (0, 0, ""),
            reverse=question.descending,
        )
        hits = full + empty
    return Found(tuple(hits[: question.limit]), len(hits))


def _matches(row: Row, table: Table, question: RowQuestion, wanted: str) -> bool:
    if row.removed is not None:
        return False
    if question.first is not None and row.day < question.first:
        return False
    if question.last is not None and row.day > question.last:
        return False
    for column, choice in question.chosen.items():
        cell = row.cells.get(column)
        is_tick = cell is None or cell is True
        if is_tick and choice in ("yes", NOT):
            if (cell is True) != (choice == "yes"):
                return False
        elif cell != choice:
            return False
    return not wanted or wanted in _said(row, table)


def _said(row: Row, table: Table) -> str:
    """All that can be found in `row`; a break keeps two cells apart."""
    parts = [row.agent, row.uid]
    for name, cell in row.cells.items():
        column = table.by_id.get(name)
        if column is None:
            parts.append(str(cell))
        elif column.options:
            parts += [text_of(column, cell, language) for language in _LANGUAGES]
        else:
            parts.append(text_of(column, cell, "zh_CN"))
    return "\n".join(plain(part) for part in parts)


def _key(row: Row, column: str) -> tuple[int, Decimal | float, str] | None:
    """What rows are sorted by: numbers and moments before texts, as they count."""
    cell: Cell | None = row.agent if column == AGENT else row.cells.get(column)
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return (0, Decimal(cell), "")
    if isinstance(cell, Decimal):
        return (0, cell, "")
    if isinstance(cell, datetime):
        return (0, cell.timestamp(), "")
    if isinstance(cell, date):
        start = datetime(cell.year, cell.month, cell.day, tzinfo=CHINA)
        return (0, start.timestamp(), "")
    return (1, 0, plain(cell))
