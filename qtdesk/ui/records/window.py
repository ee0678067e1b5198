"""Records of order checks: filter above, list on the left, all of one on the right."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.errors import StoreError
from qtdesk.core.ports.records import Answer, Removed
from qtdesk.core.record_reading import ALL, RecordReading
from qtdesk.core.records import KeptRecord
from qtdesk.ui import theme as tokens
from qtdesk.ui.controls import Switch
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.records.detail import ItemName, ReasonName, rich_text
from qtdesk.ui.records.filter_row import FilterRow
from qtdesk.ui.records.table import RecordModel, RecordTable
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import language_now
from qtdesk.ui.words import tell_error

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH, _HEIGHT = 960, 620
_SHOWN = 500
"""Rows; nobody reads further, and an export has all of them."""
_PROGRESS_MS = 100


def _id_alone(_checklist: str, item: str) -> str:
    return item


def _reason_alone(_checklist: str, _item: str, reason: str) -> str:
    return reason


class RecordsWindow(Dialog):
    """Asks for what the filter says as soon as it changes."""

    refused = Signal(object)  # StoreError
    audit_asked = Signal()

    def __init__(
        self,
        records: RecordReading,
        appearance: Appearance,
        name_of_checklist: "Callable[[str], str]" = str,
        name_of_item: ItemName = _id_alone,
        name_of_reason: ReasonName = _reason_alone,
        parent: QWidget | None = None,
    ) -> None:
        """The names tell what ids of checklists, their items and their rules mean."""
        super().__init__(appearance, parent)
        self._records = records
        self._name_of_checklist = name_of_checklist
        self._names = (name_of_item, name_of_reason)
        self._asked = 0
        """Number of the last question: answers to older ones come too late."""
        self._watch = QTimer(self, interval=_PROGRESS_MS)
        self._watch.timeout.connect(self._show_progress)
        self.resize(_WIDTH, _HEIGHT)
        appearance.theme_changed.connect(self._show_record)
        self.rebuild()

    # --- building --------------------------------------------------------------

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        self.setWindowTitle(self.tr("Records of checks"))
        note = self.tr("Names, phones and texts are hidden until you ask for them.")
        body.addLayout(self.heading(self.tr("Records of checks"), note))
        self.filter = FilterRow(self.appearance)
        self.filter.changed.connect(self.ask)
        body.addWidget(self.filter)
        self._model = RecordModel(self, self._name_of_checklist)
        self.table = RecordTable(self._model, self.appearance)
        self.table.setAccessibleName(self.tr("Records of checks"))
        self.table.selectionModel().selectionChanged.connect(self._show_record)
        self.detail = QTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setAccessibleName(self.tr("The chosen record"))
        panes = QHBoxLayout()
        panes.setSpacing(tokens.SPACE_16)
        panes.addWidget(self.table, 3)
        panes.addWidget(self.detail, 2)
        body.addLayout(panes, 1)
        body.addLayout(self._build_masking())
        self._build_footer(footer)
        if self.isVisible():
            self.ask()

    def _build_masking(self) -> QHBoxLayout:
        label = QLabel(self.tr("Show names, phones and texts"))
        self.unmasked = Switch(self.appearance)
        self.unmasked.setAccessibleName(label.text())
        self.unmasked.toggled.connect(self._show_record)
        label.setBuddy(self.unmasked)
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE_8)
        row.addStretch()
        row.addWidget(label)
        row.addWidget(self.unmasked)
        return row

    def _build_footer(self, footer: QHBoxLayout) -> None:
        self.export = QPushButton(self.tr("Export…"))
        self.export.clicked.connect(self._on_export)
        self.forget = QPushButton(self.tr("Forget this order…"))
        self.forget.clicked.connect(self._on_forget)
        self.audit = QPushButton(self.tr("Audit…"))
        self.audit.clicked.connect(self.audit_asked)
        self.break_off = QPushButton(self.tr("Stop reading"))
        self.break_off.clicked.connect(self._records.break_off)
        self.break_off.hide()
        for button in (self.export, self.forget, self.audit, self.break_off):
            button.setAutoDefault(False)
            footer.addWidget(button)
        self.told = voiced(QLabel(), "dim")
        footer.addWidget(self.told, 1)

    # --- asking ----------------------------------------------------------------

    @Slot()
    def ask(self) -> None:
        """Look for what the filter says now."""
        self._asked += 1
        if self.filter.too_short:
            self._show_answer(self._asked, Answer(()))
            self.told.setText(self.tr("Type 4 characters of the number at least."))
            return
        self._watch.start()
        show = partial(self._show_answer, self._asked)
        self._records.find(self.filter.question(_SHOWN), show)

    def _show_answer(self, asked: int, answer: Answer | StoreError) -> None:
        if asked != self._asked:
            return
        self._watch.stop()
        self.break_off.hide()
        if isinstance(answer, StoreError):
            self.told.setText(tell_error(answer)[0])
            self.refused.emit(answer)
            return
        found = tuple(filter(self.filter.wants, answer.records))
        self._model.take(found)
        self.export.setEnabled(bool(found))
        if found:
            self.table.selectRow(0)
        self._show_record()
        if answer.more:
            text = self.tr("The newest {count}; an export has all of them.")
        else:
            text = self.tr("{count} records")
        self.told.setText(text.format(count=len(found)))

    @Slot()
    def _show_progress(self) -> None:
        done = self._records.progress
        self.break_off.setVisible(done < 1)
        if done < 1:
            text = self.tr("Reading what is new: {percent} %")
            self.told.setText(text.format(percent=int(done * 100)))

    # --- one record ------------------------------------------------------------

    @property
    def current(self) -> KeptRecord | None:
        """The chosen record."""
        return self._model.record(self.table.currentIndex().row())

    @Slot()
    def _show_record(self) -> None:
        kept = self.current
        self.forget.setEnabled(kept is not None and bool(kept.current.order))
        if kept is None:
            self.detail.setPlainText(self.tr("Nothing was checked in these days."))
            return
        unmasked = self.unmasked.isChecked()
        theme = self.appearance.theme
        text = rich_text(kept, theme, self._names, unmasked=unmasked)
        self.detail.setHtml(text)

    # --- export and forget -----------------------------------------------------

    @Slot()
    def _on_export(self) -> None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        today = datetime.now().astimezone().date()
        proposal = Path(QStandardPaths.writableLocation(place)) / f"qtdesk-{today}.xlsx"
        kinds = self.tr("Excel (*.xlsx);;CSV (*.csv)")
        title = self.tr("Export records")
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(proposal), kinds)
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write all that the filter lets through, masked as the detail is."""
        self.told.setText(self.tr("Writing…"))
        self._records.export(
            (self.filter.question(ALL), self.filter.wants),
            path,
            language_now(),
            unmasked=self.unmasked.isChecked(),
            told=partial(self._on_exported, path),
        )

    def _on_exported(self, path: Path, count: int | StoreError) -> None:
        if isinstance(count, StoreError):
            self._refuse(count)
            return
        text = self.tr("{count} records are in {name}.")
        self.told.setText(text.format(count=count, name=path.name))

    @Slot()
    def _on_forget(self) -> None:
        kept = self.current
        if kept is not None and self.agrees_to_forget():
            self._records.forget(kept.current.order, self._on_forgotten)

    def agrees_to_forget(self) -> bool:
        """Whether the agent, asked once more, still wants an order forgotten."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(self.tr("Forget everything about this order?"))
        box.setInformativeText(
            self.tr(
                "All its records go from every file and from our own backups, and so"
                " do rows of the shop's tables that name it. This cannot be undone."
            )
        )
        yes = box.addButton(self.tr("Forget"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is yes

    def _on_forgotten(self, removed: Removed | StoreError) -> None:
        if isinstance(removed, StoreError):
            self._refuse(removed)
        else:
            self.ask()

    def _refuse(self, error: StoreError) -> None:
        self.told.setText(tell_error(error)[0])
        self.refused.emit(error)

    # --- Qt's events -----------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was shown on request is hidden the next time."""
        super().hideEvent(event)
        self._watch.stop()
        self._records.break_off()
        self.unmasked.setChecked(False)
