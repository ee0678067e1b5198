"""The sheet of one order: a line for each mark, decided by a key.

Knows the marks and their answers; whoever shows it keeps them.
"""

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from qtdesk.core.audit import Answer, known_of, marks_of
from qtdesk.core.auditing import Audit
from qtdesk.core.tables import Column, Table
from qtdesk.ui.translations import language_now

_Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 26
SIGNS = {Answer.MET.value: "1", Answer.MISSED.value: "0", Answer.NA.value: "–"}
"""What an answer is written as, and nearly the key that gives it."""
_KEYS = {
    Qt.Key.Key_1: Answer.MET,
    Qt.Key.Key_0: Answer.MISSED,
    Qt.Key.Key_Minus: Answer.NA,
    Qt.Key.Key_Backspace: None,
    Qt.Key.Key_Delete: None,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Part(IntEnum):
    ANSWER = 0
    MARK = 1
    HOW = 2


class MarkModel(QAbstractTableModel):
    """Marks of one order as rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._audit: Audit | None = None
        self._marks: tuple[Column, ...] = ()
        self._how: dict[str, tuple[str, str]] = {}

    def take(self, audit: Audit | None, table: Table | None) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._audit = audit
        self._marks = marks_of(table) if table is not None and audit else ()
        self._how = {}
        if audit is not None and audit.record is not None:
            language = language_now()
            known = known_of(audit.record.current)
            self._how = {m: (k.answer, k.how.said(language)) for m, k in known.items()}
        self.endResetModel()

    def mark(self, row: int) -> str:
        """The id of the mark in that row; empty where there is none."""
        return self._marks[row].id if 0 <= row < len(self._marks) else ""

    @property
    def first_open(self) -> int:
        """The row of the first mark that is to be decided; else the first."""
        cells = self._audit.row.cells if self._audit is not None else {}
        open_ones = (n for n, m in enumerate(self._marks) if m.id not in cells)
        return next(open_ones, 0)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._marks)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(_Part)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        mark = self._marks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(mark, _Part(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return mark.help.said(language_now())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            answer = mark.option(self._answer(mark))
            said = answer.label.said(language_now()) if answer else self.tr("open")
            name = self._text(mark, _Part.MARK)
            return ", ".join(filter(None, (name, said, self._text(mark, _Part.HOW))))
        centred = index.column() == _Part.ANSWER
        if role == Qt.ItemDataRole.TextAlignmentRole and centred:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _answer(self, mark: Column) -> str:
        cells = self._audit.row.cells if self._audit is not None else {}
        return str(cells.get(mark.id, ""))

    def _text(self, mark: Column, part: _Part) -> str:
        answer = self._answer(mark)
        match part:
            case _Part.ANSWER:
                return SIGNS.get(answer, "·")
            case _Part.MARK:
                return mark.label.said(language_now())
            case _Part.HOW:
                known, how = self._how.get(mark.id, ("", ""))
                # What the lead decided otherwise is not explained by the record.
                return how if known == answer else ""


class MarkTable(QTableView):
    """1, 0 and - decide, Backspace takes back, Enter goes to the next order."""

    decided = Signal(str, object)  # id of the mark, Answer or None
    next_wanted = Signal()

    def __init__(self, model: MarkModel) -> None:
        super().__init__()
        self.setModel(model)
        self._model = model
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        head = self.horizontalHeader()
        head.hide()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_Part.HOW, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.next_wanted.emit()
        elif key in _KEYS and (mark := self._model.mark(self.currentIndex().row())):
            self.decided.emit(mark, _KEYS[key])
        else:
            super().keyPressEvent(event)
