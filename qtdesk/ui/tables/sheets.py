"""Handing a table on as a sheet; taking one in, and before it what that would do."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.errors import QtdeskError
from qtdesk.core.shop_tables import ShopTables
from qtdesk.core.tables import RowQuestion
from qtdesk.core.tables.importing import Plan
from qtdesk.ui import theme as tokens
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.tables.shown import Shown
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import language_now
from qtdesk.ui.words import tell

_ALL = 1_000_000
_TOLD = 200
"""Refused lines that are listed; who has more has another mistake."""
_WIDTH = 560


class SheetButtons(QWidget):
    """Two buttons below a table."""

    told = Signal(str)
    refused = Signal(object)  # QtdeskError
    imported = Signal()

    def __init__(self, tables: ShopTables, shown: Shown, window: QWidget) -> None:
        super().__init__()
        self._tables, self._shown, self._window = tables, shown, window
        self._question: Callable[[int], RowQuestion | None] = lambda _limit: None
        self._plan: ImportDialog | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE_8)
        self.out = QPushButton(self.tr("Export…"))
        self.out.clicked.connect(self._on_export)
        self.into = QPushButton(self.tr("Import…"))
        self.into.clicked.connect(self._on_import)
        for button in (self.out, self.into):
            button.setAutoDefault(False)
            row.addWidget(button)

    def take(self, question: Callable[[int], RowQuestion | None]) -> None:
        """What is handed on: all that `question` asks for."""
        self._question = question

    # --- out -------------------------------------------------------------------

    @Slot()
    def _on_export(self) -> None:
        table = self._shown.table
        if table is None:
            return
        place = QStandardPaths.StandardLocation.DocumentsLocation
        day = self._tables.now.date()
        name = f"{table.name.said(language_now())}-{day}.xlsx"
        proposal = Path(QStandardPaths.writableLocation(place)) / name
        kinds = self.tr("Excel (*.xlsx);;CSV (*.csv)")
        title = self.tr("Export a table")
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(proposal), kinds)
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write all that the filter lets through, masked as the window is."""
        question = self._question(_ALL)
        if question is None:
            return
        self.told.emit(self.tr("Writing…"))
        self._tables.export(
            question,
            path,
            language_now(),
            unmasked=self._shown.unmasked.isChecked(),
            told=partial(self._on_exported, path),
        )

    def _on_exported(self, path: Path, count: int | QtdeskError) -> None:
        if isinstance(count, QtdeskError):
            self.refused.emit(count)
            return
        text = self.tr("Rows in {name}: {count}")
        self.told.emit(text.format(count=count, name=path.name))

    # --- in --------------------------------------------------------------------

    @Slot()
    def _on_import(self) -> None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(place)
        kinds = self.tr("Tables (*.xlsx *.csv)")
        title = self.tr("Import into this table")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, folder, kinds)
        if chosen:
            self.import_from(Path(chosen))

    def import_from(self, path: Path) -> None:
        """Look at what that sheet would do, and ask."""
        table = self._shown.table
        if table is not None:
            self.told.emit(self.tr("Reading {name}…").format(name=path.name))
            asked = partial(self._on_planned, path)
            self._tables.plan_import(table, path, language_now(), asked)

    def _on_planned(self, path: Path, plan: Plan | QtdeskError) -> None:
        self.told.emit("")
        if isinstance(plan, QtdeskError):
            self.refused.emit(plan)
            return
        if self._plan is not None:
            self._plan.deleteLater()
        self._plan = ImportDialog(plan, path.name, self._shown.appearance, self._window)
        self._plan.agreed.connect(partial(self._carry_out, plan))
        self._plan.open()

    def _carry_out(self, plan: Plan) -> None:
        self.told.emit(self.tr("Writing…"))
        self._tables.carry_out(plan, self._on_imported)

    def _on_imported(self, count: int | QtdeskError) -> None:
        if isinstance(count, QtdeskError):
            self.refused.emit(count)
        else:
            self.told.emit(self.tr("Rows written: {count}").format(count=count))
        self.imported.emit()


class ImportDialog(Dialog):
    """What an import would do; nothing is written before the agent agrees."""

    agreed = Signal()

    def __init__(
        self, plan: Plan, name: str, appearance: Appearance, window: QWidget
    ) -> None:
        super().__init__(appearance, window)
        self._plan, self._name = plan, name
        self.setFixedWidth(_WIDTH)
        self.rebuild()
        self.fit_height()

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        del footer
        plan = self._plan
        self.setWindowTitle(self.tr("Import"))
        note = self.tr("Nothing is written yet. Each row can be changed back later.")
        body.addLayout(self.heading(self._name, note))
        for text, count in (
            (self.tr("New rows: {count}"), len(plan.new)),
            (self.tr("Rows that change: {count}"), len(plan.changed)),
            (self.tr("There already, just so: {count}"), plan.same),
        ):
            body.addWidget(QLabel(text.format(count=count)))
        if plan.unknown:
            text = self.tr("Columns that this table does not have: {columns}")
            told = text.format(columns=", ".join(plan.unknown))
            body.addWidget(self._warning(told))
        if plan.refused:
            text = self.tr("Lines that cannot be taken: {count}")
            body.addWidget(self._warning(text.format(count=len(plan.refused))))
            body.addWidget(self._refused())

    def _warning(self, text: str) -> QLabel:
        label = voiced(QLabel(text), "warn")
        label.setWordWrap(True)
        return label

    def _refused(self) -> QTextEdit:
        line = self.tr("Line {number}: {why} {hint}")
        lines = [
            line.format(number=r.line, why=tell(r.why), hint=tell(r.hint))
            for r in self._plan.refused[:_TOLD]
        ]
        if len(self._plan.refused) > _TOLD:
            lines.append("…")
        shown = QTextEdit()
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(self.tr("Lines that cannot be taken"))
        shown.setPlainText("\n".join(lines))
        shown.setFixedHeight(160)
        return shown

    def build_way_out(self, footer: QHBoxLayout) -> None:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.close)
        self.take = voiced(QPushButton(self.tr("Import")), "primary")
        self.take.setDefault(True)
        self.take.setEnabled(bool(self._plan.rows))
        self.take.clicked.connect(self._on_agreed)
        footer.addWidget(cancel)
        footer.addWidget(self.take)

    @Slot()
    def _on_agreed(self) -> None:
        self.close()
        self.agreed.emit()
