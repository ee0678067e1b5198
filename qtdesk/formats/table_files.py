"""Rows of the shop's tables as files for other programs; see `sheets`."""

from collections.abc import Sequence
from pathlib import Path

from qtdesk.core.tables import DAY, ColumnType, Row, Table
from qtdesk.core.tables.columns import ID, columns_of, lines, titles
from qtdesk.formats.sheets import Head, write_sheet

_WIDTHS = {ColumnType.TEXT: 24, ColumnType.DATETIME: 17, ColumnType.CHOICE: 14}
_WIDTH = 12
_OWN_WIDTHS = {DAY: 17, ID: 34}


def write_rows(path: Path, table: Table, rows: Sequence[Row], language: str) -> int:
    """Write `rows` to `path` in the format that its suffix names; how many.

    Raises:
        StoreError: there is no such format, or the file could not be written.
    """
    heads = [
        Head(title, _width(table, column), _is_ours(table, column))
        for title, column in zip(
            titles(table, language), columns_of(table), strict=True
        )
    ]
    return write_sheet(path, heads, list(lines(rows, table, language)))


def _width(table: Table, column: str) -> int:
    own = table.by_id.get(column)
    if own is None:
        return _OWN_WIDTHS.get(column, _WIDTH)
    return _WIDTHS.get(own.type, _WIDTH)


def _is_ours(table: Table, column: str) -> bool:
    """Days, amounts and ticks are made by us, and may be reckoned with."""
    own = table.by_id.get(column)
    if own is None:
        return column == DAY
    return own.type not in (ColumnType.TEXT, ColumnType.CHOICE)
