"""Rows as a table on the screen; a click on a title asks for another order."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from qtdesk.core.tables import AGENT, DAY, Row, Table, masked, text_of
from qtdesk.core.tables.columns import TITLES
from qtdesk.ui.translations import language_now

_Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 32
_WIDEST = 260
"""Of a column, until somebody draws it wider."""
_DISPLAYED = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class RowModel(QAbstractTableModel):
    """Rows of one table, with what is private masked unless asked otherwise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._table: Table | None = None
        self._rows: Sequence[Row] = ()
        self._shown: Sequence[Row] = ()
        self.columns: tuple[str, ...] = ()

    def take(self, table: Table, rows: Sequence[Row], *, unmasked: bool) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._table, self._rows = table, rows
        self._shown = rows if unmasked else [masked(row, table) for row in rows]
        ends = () if table.lasting else (DAY,)
        self.columns = (*ends, *table.by_id, AGENT)
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """The row as it is kept."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        displayed = role == Qt.ItemDataRole.DisplayRole
        if not displayed or orientation != Qt.Orientation.Horizontal or not self._table:
            return None
        column = self.columns[section]
        own = self._table.by_id.get(column)
        title = own.label if own is not None else TITLES[column]
        return title.said(language_now())

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._shown[index.row()]
        if role in _DISPLAYED:
            return self._text(row, self.columns[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (self._text(row, column) for column in self.columns)
            return ", ".join(filter(None, said))
        return None

    def _text(self, row: Row, column: str) -> str:
        if column == DAY:
            return f"{row.made:%Y-%m-%d %H:%M}"
        if column == AGENT:
            return row.agent
        own = self._table.by_id[column] if self._table is not None else None
        if own is None:
            return ""
        return " ".join(text_of(own, row.cells.get(column), language_now()).split())


class RowTable(QTableView):
    """One row is chosen at a time; arrows move, and Tab leaves."""

    def __init__(self, model: RowModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def fit(self) -> None:
        """Columns as wide as what stands in them, within reason."""
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in range(self.model().columnCount()):
            wanted = max(self.sizeHintForColumn(column), head.sectionSizeHint(column))
            head.resizeSection(column, min(wanted + 12, _WIDEST))
