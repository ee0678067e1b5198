"""The sheet of an audit: which marks there are, and what a row of it comes to.

The table `audits` is the sheet: each of its columns that takes just these answers is a
mark, so that a shop with a table of its own has marks of its own.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from qtdesk.core.audit.known import known_of
from qtdesk.core.audit.sampling import Draw
from qtdesk.core.records import Record
from qtdesk.core.tables import Cell, Column, Row, Table, new_row

TABLE = "audits"
_TAIL = 4
"""Digits by which people know an order."""


class Answer(StrEnum):
    """What a lead says of one mark."""

    MET = "met"
    MISSED = "missed"
    NA = "na"
    """It does not apply to this order, and counts neither way."""


class Score(NamedTuple):
    """Marks met, of those that count."""

    met: int
    asked: int


_ANSWERS = frozenset(answer.value for answer in Answer)


def marks_of(table: Table) -> tuple[Column, ...]:
    """The marks of the sheet, in their order."""
    return tuple(
        column
        for column in table.columns
        if {option.id for option in column.options} == _ANSWERS
    )


def new_audit(record: Record, draw: Draw, table: Table, now: datetime, by: str) -> Row:
    """The row of `record`, with the marks that the record itself answers.

    It has the record's name in its own: a record is audited once.
    """
    known = known_of(record)
    cells: dict[str, Cell] = {
        "reviewed": record.agent,
        "checked_on": record.day,
        "order": record.order[-_TAIL:],
        "record": record.uid,
        "sample": draw.name,
        **{
            mark.id: known[mark.id].answer
            for mark in marks_of(table)
            if mark.id in known
        },
    }
    there = {name: cell for name, cell in cells.items() if name in table.by_id}
    uid = f"audit-{record.uid}"
    return new_row(TABLE, now, by, with_score(there, table), uid=uid)


def decided(
    row: Row, mark: str, answer: Answer | None, table: Table
) -> dict[str, Cell]:
    """The cells of `row` with one mark decided; None takes that back."""
    cells = dict(row.cells)
    cells.pop(mark, None)
    if answer is not None:
        cells[mark] = answer.value
    return with_score(cells, table)


def with_score(cells: Mapping[str, Cell], table: Table) -> dict[str, Cell]:
    """`cells` with what the marks in them come to."""
    score = _reckoned(cells, marks_of(table))
    return {**cells, "met": Decimal(score.met), "asked": Decimal(score.asked)}


def score_of(row: Row, table: Table) -> Score:
    """What the marks of `row` come to, as far as they are decided."""
    return _reckoned(row.cells, marks_of(table))


def is_open(row: Row, table: Table) -> bool:
    """Whether something of `row` is still to be decided."""
    return any(mark.id not in row.cells for mark in marks_of(table))


def _reckoned(cells: Mapping[str, Cell], marks: Iterable[Column]) -> Score:
    said = [cells.get(mark.id) for mark in marks]
    met = said.count(Answer.MET.value)
    return Score(met, met + said.count(Answer.MISSED.value))
