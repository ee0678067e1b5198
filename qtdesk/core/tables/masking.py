"""Rows as others may see them: who a buyer is cannot be read any more."""

from dataclasses import replace

from qtdesk.core.records.masking import masked_name, masked_phone
from qtdesk.core.records.record import MASKED
from qtdesk.core.tables.row import Cell, Row
from qtdesk.core.tables.table import Private, Table

_HIDDEN = MASKED * 4


def masked(row: Row, table: Table, *, words_too: bool = False) -> Row:
    """`row` without names, numbers and addresses, and without what it said before.

    `words_too` hides what somebody wrote freely as well, for tables that are handed on.
    """
    cells = {
        name: _mask(cell, table.by_id[name].private, words_too=words_too)
        if name in table.by_id
        else _HIDDEN
        for name, cell in row.cells.items()
    }
    return replace(row, cells=cells, earlier=())


def _mask(cell: Cell, private: Private | None, *, words_too: bool) -> Cell:
    match private:
        case None:
            return cell
        case Private.NAME:
            return masked_name(str(cell))
        case Private.PHONE:
            return masked_phone(str(cell))
        case Private.WORDS if not words_too:
            return cell
        case _:
            return _HIDDEN
