"""All tables of the shop: which one, what narrows it, its rows, and what to do."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.errors import QtdeskError
from qtdesk.core.shop_tables import ShopTables
from qtdesk.core.tables import DAY, Found, Row, RowQuestion, Table
from qtdesk.ui import theme as tokens
from qtdesk.ui.controls import Switch
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.tables.filter_row import FilterRow
from qtdesk.ui.tables.model import RowModel, RowTable
from qtdesk.ui.tables.row_actions import RowActions
from qtdesk.ui.tables.sheets import SheetButtons
from qtdesk.ui.theme import Appearance
from qtdesk.ui.words import tell_error

_WIDTH, _HEIGHT = 1040, 640
_SHOWN = 500
"""Rows; nobody reads further, and an export has all of them."""
_PROGRESS_MS = 100


class TablesWindow(Dialog):
    """Asks for what the filter says as soon as it changes."""

    refused = Signal(object)  # QtdeskError

    def __init__(
        self, tables: ShopTables, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self._tables = tables
        self._chosen = ""
        self._order = (DAY, True)
        self._asked = 0
        """Number of the last question: answers to older ones come too late."""
        self.row_actions = RowActions(tables, self, self)
        self.row_actions.changed.connect(self.ask)
        self.row_actions.refused.connect(self._refuse)
        self._watch = QTimer(self, interval=_PROGRESS_MS)
        self._watch.timeout.connect(self._show_progress)
        self.resize(_WIDTH, _HEIGHT)
        self.rebuild()
        for keys, slot in (
            (QKeySequence.StandardKey.New, self.row_actions.add),
            (QKeySequence.StandardKey.Undo, self.row_actions.undo),
            (QKeySequence.StandardKey.Find, self._find),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    @property
    def table(self) -> Table | None:
        """The one that is shown."""
        return self._tables.table(self._chosen)

    # --- building --------------------------------------------------------------

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        self.setWindowTitle(self.tr("Tables of the shop"))
        note = self.tr("Names and numbers are hidden until you ask for them.")
        body.addLayout(self.heading(self.tr("Tables of the shop"), note))
        self.filter = FilterRow(self.appearance)
        self.filter.changed.connect(self.ask)
        self.filter.table_changed.connect(self._on_table_changed)
        body.addWidget(self.filter)
        self._model = RowModel(self)
        self.rows = RowTable(self._model)
        self.rows.setAccessibleName(self.tr("Rows"))
        self.rows.doubleClicked.connect(self.row_actions.edit)
        self.rows.selectionModel().selectionChanged.connect(self._on_selected)
        self.rows.horizontalHeader().sectionClicked.connect(self._on_sorted)
        for key, slot in (
            ("Return", self.row_actions.edit),
            ("Delete", self.row_actions.remove),
        ):
            shortcut = QShortcut(QKeySequence(key), self.rows)
            shortcut.activated.connect(slot)
        body.addWidget(self.rows, 1)
        self.empty = voiced(QLabel(), "dim")
        self.empty.setWordWrap(True)
        body.addWidget(self.empty, 1)
        body.addLayout(self._build_below())
        self._build_footer(footer)
        if self.isVisible():
            self._on_loaded()

    def _build_below(self) -> QHBoxLayout:
        self.told = voiced(QLabel(), "dim")
        label = QLabel(self.tr("Show names and numbers"))
        self.unmasked = Switch(self.appearance)
        self.unmasked.setAccessibleName(label.text())
        self.unmasked.toggled.connect(self.ask)
        label.setBuddy(self.unmasked)
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE_8)
        row.addWidget(self.told, 1)
        row.addWidget(label)
        row.addWidget(self.unmasked)
        return row

    def _build_footer(self, footer: QHBoxLayout) -> None:
        self.add = QPushButton(self.tr("Add…"))
        self.edit = QPushButton(self.tr("Edit…"))
        self.remove = QPushButton(self.tr("Delete"))
        self.back = QPushButton(self.tr("Undo"))
        self.stop = QPushButton(self.tr("Stop"))
        for button, slot in (
            (self.add, self.row_actions.add),
            (self.edit, self.row_actions.edit),
            (self.remove, self.row_actions.remove),
            (self.back, self.row_actions.undo),
            (self.stop, self._tables.break_off),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            footer.addWidget(button)
        self.stop.hide()
        self.sheets = SheetButtons(self._tables, self, self)
        self.sheets.told.connect(self.told.setText)
        self.sheets.refused.connect(self._refuse)
        self.sheets.imported.connect(self.ask)
        footer.addWidget(self.sheets)

    # --- asking ----------------------------------------------------------------

    def _on_loaded(self) -> None:
        tables = self._tables.tables
        known = {each.id for each in tables}
        if self._chosen not in known and tables:
            self._chosen = "lost" if "lost" in known else tables[0].id
        self.filter.offer(tables, self._chosen)
        self._on_table_changed()

    @Slot()
    def _on_table_changed(self) -> None:
        self._chosen = str(self.filter.table.currentData() or self._chosen)
        self._order = (DAY, True)
        self.row_actions.forget()
        table = self.table
        if table is not None:
            self.filter.take(table)
            self.ask()

    def show_table(self, table: str) -> None:
        """Turn to that table."""
        self._chosen = table
        self.filter.offer(self._tables.tables, table)
        self._on_table_changed()

    def question(self, limit: int) -> RowQuestion | None:
        """What the filter asks for; None where there is no table."""
        table = self.table
        if table is None:
            return None
        return self.filter.question(table, self._tables.now.date(), self._order, limit)

    @Slot()
    def ask(self) -> None:
        """Look for what the filter says now."""
        question = self.question(_SHOWN)
        if question is None:
            return
        self._asked += 1
        self._watch.start()
        self._tables.find(question, partial(self._show_answer, self._asked))

    def _show_answer(self, asked: int, answer: Found | QtdeskError) -> None:
        if asked != self._asked:
            return
        self._watch.stop()
        self.stop.hide()
        table = self.table
        if isinstance(answer, QtdeskError) or table is None:
            if isinstance(answer, QtdeskError):
                self._refuse(answer)
            return
        kept = self.current
        self._model.take(table, answer.rows, unmasked=self.unmasked.isChecked())
        self.rows.fit()
        self._show_order()
        self._choose(kept.uid if kept is not None else "")
        self.rows.setVisible(bool(answer.rows))
        self.empty.setVisible(not answer.rows)
        self.empty.setText(self._nothing(table))
        self.sheets.take(self.question)
        text = self.tr("Rows: {count}")
        if answer.total > len(answer.rows):
            text = self.tr("Rows: {count} of {total}; an export has all of them.")
        self.told.setText(text.format(count=len(answer.rows), total=answer.total))
        self._on_selected()

    def _nothing(self, table: Table) -> str:
        question = self.question(1)
        narrowed = question and (question.text or question.chosen or question.first)
        if narrowed and not table.lasting:
            return self.tr("Nothing fits. Take more days, or fewer words.")
        return self.tr("Nothing is written here yet. Add a row with Ctrl+N.")

    @Slot()
    def _show_progress(self) -> None:
        done = self._tables.progress
        self.stop.setVisible(done < 1)
        if done < 1:
            text = self.tr("Reading: {percent} %")
            self.told.setText(text.format(percent=int(done * 100)))

    # --- rows ------------------------------------------------------------------

    @property
    def current(self) -> Row | None:
        """The chosen row as it is kept."""
        return self._model.row(self.rows.currentIndex().row())

    def _choose(self, uid: str) -> None:
        for number in range(self._model.rowCount()):
            row = self._model.row(number)
            if row is not None and row.uid == uid:
                self.rows.selectRow(number)
                return
        self.rows.selectRow(0)

    @Slot()
    def _on_selected(self) -> None:
        chosen = self.current is not None
        self.edit.setEnabled(chosen)
        self.remove.setEnabled(chosen)
        self.back.setEnabled(self.row_actions.can_undo)

    @Slot(int)
    def _on_sorted(self, section: int) -> None:
        column = self._model.columns[section]
        down = not self._order[1] if column == self._order[0] else column == DAY
        self._order = (column, down)
        self.ask()

    def _show_order(self) -> None:
        column, down = self._order
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        if column in self._model.columns:
            place = self._model.columns.index(column)
            self.rows.horizontalHeader().setSortIndicator(place, order)

    @Slot(object)
    def _refuse(self, error: QtdeskError) -> None:
        self.told.setText(tell_error(error)[0])
        self.refused.emit(error)

    # --- Qt's events -----------------------------------------------------------

    @Slot()
    def _find(self) -> None:
        self.filter.text.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tables.load(self._on_loaded)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was shown on request is hidden the next time."""
        super().hideEvent(event)
        self._watch.stop()
        self._tables.break_off()
        self.unmasked.setChecked(False)
