"""What is done to one row of a table: added, changed, taken away, and undone."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from qtdesk.core.errors import QtdeskError
from qtdesk.core.shop_tables import ShopTables
from qtdesk.core.tables import Cell, Row
from qtdesk.ui.tables.row_dialog import RowDialog
from qtdesk.ui.tables.shown import Shown


class RowActions(QObject):
    """The actions on the row that is chosen in a window of tables."""

    changed = Signal()
    refused = Signal(object)  # QtdeskError

    def __init__(self, tables: ShopTables, shown: Shown, window: QWidget) -> None:
        super().__init__(window)
        self._tables, self._shown, self._window = tables, shown, window
        self._before: Row | None = None
        """How the row that was changed last is to be again."""
        self.dialog: RowDialog | None = None

    @property
    def can_undo(self) -> bool:
        return self._before is not None

    def forget(self) -> None:
        """Undo nothing of what was done so far."""
        self._before = None

    @Slot()
    def add(self) -> None:
        """Ask for a new row of this table."""
        self._open(None)

    @Slot()
    def edit(self) -> None:
        """Ask for what is to be changed in the chosen row."""
        if self._shown.current is not None:
            self._open(self._shown.current)

    def _open(self, row: Row | None) -> None:
        table = self._shown.table
        if table is None:
            return
        served = (table, row, lambda: self._tables.now, self._shown.appearance)
        unmasked = self._shown.unmasked.isChecked()
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = RowDialog(*served, self._window, unmasked=unmasked)
        self.dialog.saved.connect(partial(self._on_saved, row))
        self.dialog.open()

    def _on_saved(self, row: Row | None, cells: Mapping[str, Cell]) -> None:
        table = self._shown.table
        if row is None and table is not None:
            self._tables.add(table, cells, self._on_added)
        elif row is not None:
            self._tables.change(row, cells, partial(self._on_changed, row))

    @Slot()
    def remove(self) -> None:
        """Take the chosen row away; `undo` brings it back."""
        row = self._shown.current
        if row is not None:
            self._tables.remove(row, partial(self._on_changed, row))

    @Slot()
    def undo(self) -> None:
        """Have the row that was changed last as it was before."""
        row, self._before = self._before, None
        if row is not None:
            self._tables.write(row, self._on_undone)

    def _on_added(self, answer: Row | QtdeskError) -> None:
        before = answer
        if isinstance(answer, Row):
            before = answer.taken_away(self._tables.now, self._tables.agent)
        self._on_changed(before, answer)

    def _on_changed(self, before: Row | QtdeskError, answer: Row | QtdeskError) -> None:
        if isinstance(answer, QtdeskError):
            self.refused.emit(answer)
            return
        self._before = before if isinstance(before, Row) else None
        self.changed.emit()

    def _on_undone(self, answer: Row | QtdeskError) -> None:
        if isinstance(answer, QtdeskError):
            self.refused.emit(answer)
        else:
            self.changed.emit()
