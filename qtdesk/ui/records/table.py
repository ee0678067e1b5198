"""The list of records: a row each, the verdict as a word in its colour.

Knows only what stands in a row; which records there are is told to it.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from qtdesk.core.records import KeptRecord, Verdict
from qtdesk.formats.record_table import COLUMNS, cells_of
from qtdesk.ui.pill_delegate import PillDelegate
from qtdesk.ui.theme import Appearance, Theme
from qtdesk.ui.translations import language_now

_Index = QModelIndex | QPersistentModelIndex
_TAIL = 4
_ROW_HEIGHT = 36


class _Column(IntEnum):
    MADE = 0
    ORDER = 1
    CHECKLIST = 2
    AGENT = 3
    VERDICT = 4


_KEYS = ("day", "order", "checklist", "agent", "verdict")
"""Columns of the exported table, whose titles these have."""


class RecordModel(QAbstractTableModel):
    """Records as rows, the newest first."""

    def __init__(self, parent: QWidget, name_of: Callable[[str], str]) -> None:
        """`name_of` tells the name of a checklist by its id."""
        super().__init__(parent)
        self._records: Sequence[KeptRecord] = ()
        self._name_of = name_of

    def take(self, records: Sequence[KeptRecord]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._records = records
        self.endResetModel()

    def record(self, row: int) -> KeptRecord | None:
        return self._records[row] if 0 <= row < len(self._records) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(_Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if (
            role != Qt.ItemDataRole.DisplayRole
            or orientation != Qt.Orientation.Horizontal
        ):
            return None
        titles = {column.key: column.titles for column in COLUMNS}
        return titles[_KEYS[section]][language_now()]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        kept = self._records[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return kept
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(kept, _Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._text(kept, column) for column in _Column)
        return None

    def _text(self, kept: KeptRecord, column: _Column) -> str:
        record = kept.current
        match column:
            case _Column.MADE:
                return f"{record.made:%Y-%m-%d %H:%M}"
            case _Column.ORDER:
                return f"…{record.order[-_TAIL:]}" if record.order else "–"
            case _Column.CHECKLIST:
                return self._name_of(record.checklist)
            case _Column.AGENT:
                return record.agent
            case _Column.VERDICT:
                return cells_of(record, 0, language_now())["verdict"]


class RecordTable(QTableView):
    """One row is chosen at a time; arrows move, and Tab leaves."""

    def __init__(self, model: RecordModel, appearance: Appearance) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pills = PillDelegate(
            self,
            _ROW_HEIGHT,
            lambda kept: colours_of(kept.current.verdict, appearance.theme),
        )
        self.setItemDelegateForColumn(_Column.VERDICT, pills)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_Column.CHECKLIST, QHeaderView.ResizeMode.Stretch)


def colours_of(verdict: Verdict, theme: Theme) -> tuple[QColor, QColor]:
    """Ground and ink of a verdict."""
    match verdict:
        case Verdict.PASSED:
            return theme.ok_bg, theme.ok
        case Verdict.PASSED_WITH_WARNINGS | Verdict.OVERRIDDEN:
            return theme.warn_bg, theme.warn
        case Verdict.STOPPED:
            return theme.stop_bg, theme.stop
