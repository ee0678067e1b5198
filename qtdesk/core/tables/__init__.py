"""The shop's tables: what they are, their rows, and which of them are asked for.

No file and no window: rows are kept by an adapter of `qtdesk.core.ports.tables`.
"""

from qtdesk.core.tables.asking import AGENT, DAY, Found, RowQuestion, found_among
from qtdesk.core.tables.cells import cell_from, text_of, usual_cell
from qtdesk.core.tables.masking import masked
from qtdesk.core.tables.row import Cell, Earlier, Removal, Row, new_row
from qtdesk.core.tables.table import (
    Column,
    ColumnType,
    Option,
    Private,
    Retention,
    Table,
)
from qtdesk.core.tables.written import fields_of_row, row_from

__all__ = [
    "AGENT",
    "DAY",
    "Cell",
    "Column",
    "ColumnType",
    "Earlier",
    "Found",
    "Option",
    "Private",
    "Removal",
    "Retention",
    "Row",
    "RowQuestion",
    "Table",
    "cell_from",
    "fields_of_row",
    "found_among",
    "masked",
    "new_row",
    "row_from",
    "text_of",
    "usual_cell",
]
