"""The orders of a sample as a list: agent, day, end of the number, marks decided."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from qtdesk.core.audit import marks_of, score_of
from qtdesk.core.auditing import Audit
from qtdesk.core.tables import Table
from qtdesk.ui.translations import language_now

_Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 32


class _Column(IntEnum):
    AGENT = 0
    DAY = 1
    ORDER = 2
    DONE = 3
    SCORE = 4


_CELLS = {
    _Column.AGENT: "reviewed",
    _Column.DAY: "checked_on",
    _Column.ORDER: "order",
}
"""Columns of the table, whose titles these have."""


class SampleModel(QAbstractTableModel):
    """Orders as rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.audits: list[Audit] = []
        self._table: Table | None = None

    def take(self, audits: Sequence[Audit], table: Table | None) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.audits, self._table = list(audits), table
        self.endResetModel()

    def replace(self, number: int, audit: Audit) -> None:
        """Have another one in that row."""
        self.audits[number] = audit
        self.dataChanged.emit(
            self.index(number, 0), self.index(number, len(_Column) - 1)
        )

    def audit(self, number: int) -> Audit | None:
        return self.audits[number] if 0 <= number < len(self.audits) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.audits)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(_Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        displayed = role == Qt.ItemDataRole.DisplayRole
        if not displayed or orientation != Qt.Orientation.Horizontal:
            return None
        column = _Column(section)
        if column is _Column.DONE:
            return self.tr("Done")
        if column is _Column.SCORE:
            return self.tr("Score")
        own = self._table.by_id.get(_CELLS[column]) if self._table else None
        return own.label.said(language_now()) if own is not None else ""

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        audit = self.audits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(audit, _Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._text(audit, column) for column in _Column)
        return None

    def _text(self, audit: Audit, column: _Column) -> str:
        table = self._table
        cells = audit.row.cells
        if table is None:
            return ""
        match column:
            case _Column.DONE:
                marks = marks_of(table)
                done = sum(mark.id in cells for mark in marks)
                return f"{done}/{len(marks)}"
            case _Column.SCORE:
                score = score_of(audit.row, table)
                return f"{score.met}/{score.asked}"
            case _Column.ORDER:
                return f"…{cells.get('order', '')}"
            case _:
                return str(cells.get(_CELLS[column], ""))


class SampleTable(QTableView):
    """One order is chosen at a time; arrows move, and Tab leaves."""

    def __init__(self, model: SampleModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_Column.AGENT, QHeaderView.ResizeMode.Stretch)
