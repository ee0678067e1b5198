"""The page of samples: orders on the left, the record and its sheet on the right."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.audit import Answer, is_open
from qtdesk.core.audit.telling import Names
from qtdesk.core.auditing import Audit, Auditing
from qtdesk.core.errors import QtdeskError
from qtdesk.ui import theme as tokens
from qtdesk.ui.audit.draw_row import DrawRow
from qtdesk.ui.audit.marks import MarkModel, MarkTable
from qtdesk.ui.audit.sample_list import SampleModel, SampleTable
from qtdesk.ui.controls import Switch
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.records.detail import rich_text
from qtdesk.ui.theme import Appearance

if TYPE_CHECKING:
    from qtdesk.core.tables import Row


class SamplePage(QWidget):
    """Draws, shows and has marks decided."""

    refused = Signal(object)  # QtdeskError
    told = Signal(str)

    def __init__(
        self, auditing: Auditing, names: Names, appearance: Appearance
    ) -> None:
        super().__init__()
        self._auditing, self._names = auditing, names
        self._appearance = appearance
        self._asked = 0
        """Number of the last question: answers to older ones come too late."""
        self._kept: dict[str, Row] = {}
        """Rows as they are on the disk, by their uids."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE_12)
        self.row = DrawRow(appearance)
        self.row.draw_wanted.connect(self.draw)
        self.row.open_wanted.connect(self.show_open)
        column.addWidget(self.row)
        panes = QHBoxLayout()
        panes.setSpacing(tokens.SPACE_16)
        self._model = SampleModel(self)
        self.orders = SampleTable(self._model)
        self.orders.setAccessibleName(self.tr("Orders of the sample"))
        self.orders.setProperty("pane", True)
        self.orders.selectionModel().currentRowChanged.connect(self._show_order)
        panes.addWidget(self.orders, 4)
        panes.addWidget(self._build_right(), 5)
        column.addLayout(panes, 1)
        appearance.theme_changed.connect(self._show_record)

    def _build_right(self) -> QWidget:
        pane = QWidget()
        pane.setProperty("pane", True)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE_8)
        self.detail = QTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setAccessibleName(self.tr("The record"))
        column.addWidget(self.detail, 2)
        label = QLabel(self.tr("Show names, phones and texts"))
        self.unmasked = Switch(self._appearance)
        self.unmasked.setAccessibleName(label.text())
        self.unmasked.toggled.connect(self._show_record)
        label.setBuddy(self.unmasked)
        line = QHBoxLayout()
        line.setSpacing(tokens.SPACE_8)
        line.addStretch()
        line.addWidget(label)
        line.addWidget(self.unmasked)
        column.addLayout(line)
        self._marks = MarkModel(self)
        self.marks = MarkTable(self._marks)
        self.marks.setAccessibleName(self.tr("Marks"))
        self.marks.decided.connect(self._on_decided)
        self.marks.next_wanted.connect(self._go_on)
        column.addWidget(self.marks, 3)
        keys = self.tr(
            "1 met, 0 not met, - does not apply, Backspace takes back, Enter goes on"
        )
        hint = voiced(QLabel(keys), "dim")
        hint.setWordWrap(True)
        column.addWidget(hint)
        return pane

    # --- asking ----------------------------------------------------------------

    @Slot()
    def draw(self) -> None:
        """Draw what the row above says."""
        self._asked += 1
        draw = self.row.wanted(self._auditing.now)
        self._auditing.draw(draw, partial(self._show, self._asked))

    @Slot()
    def show_open(self) -> None:
        """All orders of which something is to be decided."""
        self._asked += 1
        self._auditing.open_ones(partial(self._show, self._asked))

    def let_go(self) -> None:
        """Take no answer any more: another page is in its place."""
        self._asked += 1
        self._kept = {}

    def _show(self, asked: int, answer: tuple[Audit, ...] | QtdeskError) -> None:
        if asked != self._asked:
            return
        if isinstance(answer, QtdeskError):
            self.refused.emit(answer)
            return
        self._model.take(answer, self._auditing.table)
        self._kept = {audit.row.uid: audit.row for audit in answer}
        self.orders.selectRow(0)
        self._show_order()
        self.told.emit(self.tr("Orders: {count}").format(count=len(answer)))
        if answer:
            self.marks.setFocus()

    # --- one order -------------------------------------------------------------

    @property
    def current(self) -> Audit | None:
        """The chosen order."""
        return self._model.audit(self.orders.currentIndex().row())

    @Slot()
    def _show_order(self) -> None:
        self._marks.take(self.current, self._auditing.table)
        self.marks.selectRow(self._marks.first_open)
        self._show_record()

    @Slot()
    def _show_record(self) -> None:
        audit = self.current
        if audit is None:
            text = self.tr("Draw a sample, or show what is still open.")
            self.detail.setPlainText(text)
        elif audit.record is None:
            self.detail.setPlainText(self.tr("This record is not there any more."))
        else:
            names = (self._names.of_item, self._names.of_reason)
            theme, unmasked = self._appearance.theme, self.unmasked.isChecked()
            self.detail.setHtml(
                rich_text(audit.record, theme, names, unmasked=unmasked)
            )

    @Slot(str, object)
    def _on_decided(self, mark: str, answer: Answer | None) -> None:
        number, audit = self.orders.currentIndex().row(), self.current
        if audit is None:
            return
        place = self.marks.currentIndex().row()
        row = self._auditing.marked(audit.row, mark, answer)
        self._exchange(number, audit._replace(row=row))
        self.marks.selectRow(min(place + 1, self._marks.rowCount() - 1))
        self._auditing.keep(row, partial(self._on_kept, number, row))

    def _on_kept(self, number: int, row: "Row", answer: "Row | QtdeskError") -> None:
        """Show what is kept: keys come faster than a disk can refuse."""
        if row.uid not in self._kept:
            return
        shown = self._model.audit(number)
        there = shown is not None and shown.row.uid == row.uid
        if isinstance(answer, QtdeskError):
            if there and shown is not None:
                self._exchange(number, shown._replace(row=self._kept[row.uid]))
            self.refused.emit(answer)
            return
        if there and shown is not None and shown.row is self._kept[row.uid]:
            self._exchange(number, shown._replace(row=row))
        self._kept[row.uid] = row

    def _exchange(self, number: int, audit: Audit) -> None:
        self._model.replace(number, audit)
        if number == self.orders.currentIndex().row():
            self._marks.take(audit, self._auditing.table)

    @Slot()
    def _go_on(self) -> None:
        """To the next order of which something is open, or else the next one."""
        table, here = self._auditing.table, self.orders.currentIndex().row()
        count = self._model.rowCount()
        if table is None or not count:
            return
        order = [(here + step) % count for step in range(1, count + 1)]
        audits = self._model.audits
        following = next((n for n in order if is_open(audits[n].row, table)), order[0])
        self.orders.selectionModel().setCurrentIndex(
            self._model.index(following, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
