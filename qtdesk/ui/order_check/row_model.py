"""The rows of a check as Qt's lists want them, with what a screen reader says.

Knows what is said in a row, not where it stands.
"""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from qtdesk.core.checklists import Entry, Finding, Verdict
from qtdesk.ui.order_check.rows import Row, RowKind
from qtdesk.ui.words import tell

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class RowModel(QAbstractListModel):
    """Holds the rows; made anew after each step of the check."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def take(self, rows: tuple[Row, ...]) -> None:
        """Show these rows from now on."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, entry: str) -> int:
        """Where the entry of that id stands by itself; -1 where it does not."""
        for number, row in enumerate(self._rows):
            if row.entry is not None and row.entry.id == entry:
                return number
        return -1

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self.row(index.row())
        if row is None or row.kind is RowKind.BLOCK:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.label(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.entry is not None:
            return row.entry.help or None
        return None

    def label(self, row: Row) -> str:
        """What stands on the left."""
        names = {
            RowKind.PLACE: self.tr("Address"),
            RowKind.USUAL: self.tr("As usual"),
            RowKind.EMPTY: self.tr("Nothing in"),
        }
        return names.get(row.kind, row.label)

    def value(self, row: Row) -> str:
        """What stands beside the label."""
        entry = row.entry
        if entry is None or not entry.item.type.is_tick:
            return row.value
        return self.tr("Done") if entry.value is True else ""

    def remark(self, row: Row) -> str:
        """What is to be said below the value: what is wrong, and what to do."""
        entry = row.entry
        if entry is None:
            return row.second
        if entry.reason:
            return self.tr("Let pass: {reason}").format(reason=entry.reason)
        plain = not entry.item.missing and (entry.item.type.is_tick or entry.choices)
        if not entry.findings or (entry.verdict is Verdict.TODO and plain):
            # Its empty ring, and what it offers, say that already.
            return ""
        return said(entry.findings[0])

    def _spoken(self, row: Row) -> str:
        parts = [self.label(row), self.value(row)]
        if row.kind is not RowKind.BLOCK:
            parts += [self._verdict(row.entry), self.remark(row)]
        return ", ".join(filter(None, parts))

    def _verdict(self, entry: Entry | None) -> str:
        if entry is None:
            return ""
        names = {
            Verdict.OK: self.tr("in order"),
            Verdict.NOTE: self.tr("a note"),
            Verdict.TODO: self.tr("to do"),
            Verdict.WARN: self.tr("to look at"),
            Verdict.STOP: self.tr("to put right"),
        }
        return "" if entry.reason else names[entry.verdict]


def said(finding: Finding) -> str:
    """What is wrong and what to do, in the agent's language."""
    return " → ".join(filter(None, (tell(finding.say), tell(finding.remedy))))
