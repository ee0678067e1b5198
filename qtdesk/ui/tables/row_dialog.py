"""A new row, or a row to be changed: all its columns, and who said what before."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.tables import Cell, Row, Table
from qtdesk.ui import theme as tokens
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.tables.row_form import RowForm
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import language_now

_WIDTH, _HEIGHT = 620, 640


class RowDialog(Dialog):
    """Tells of the cells once they are right; others do what is to be done."""

    saved = Signal(object)  # Mapping[str, Cell]

    def __init__(
        self,
        table: Table,
        row: Row | None,
        now: Callable[[], datetime],
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        unmasked: bool = False,
    ) -> None:
        super().__init__(appearance, parent)
        self._table, self._row, self._now = table, row, now
        self._unmasked = unmasked
        self.resize(_WIDTH, _HEIGHT)
        self.rebuild()

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        del footer
        name = self._table.name.said(language_now())
        self.setWindowTitle(name)
        note = self._table.note.said(language_now())
        body.addLayout(self.heading(name, note))
        self.form = RowForm(
            *(self._table.columns, self._now, self.appearance, self._row),
            unmasked=self._unmasked,
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, tokens.SPACE_8, 0)
        column.addWidget(self.form)
        column.addStretch()
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        body.addWidget(area, 1)
        self._build_history(body)
        self.form.take_focus(self._table.columns[0].id)

    def _build_history(self, body: QVBoxLayout) -> None:
        row = self._row
        if row is None:
            return
        lines = [
            self.tr("Written {day} by {name}").format(
                day=f"{row.made:%Y-%m-%d %H:%M}", name=row.agent or "–"
            )
        ]
        for before in row.earlier[-3:]:
            columns = (self._table.by_id.get(name) for name in before.cells)
            labels = (c.label.said(language_now()) for c in columns if c is not None)
            line = self.tr("Changed {day} by {name}: {columns}")
            lines.append(
                line.format(
                    day=f"{before.at:%Y-%m-%d %H:%M}",
                    name=before.by or "–",
                    columns=", ".join(labels),
                )
            )
        told = voiced(QLabel("\n".join(lines)), "dim")
        told.setWordWrap(True)
        body.addWidget(told)

    def build_way_out(self, footer: QHBoxLayout) -> None:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.close)
        save = voiced(QPushButton(self.tr("Save")), "primary")
        save.setDefault(True)
        save.clicked.connect(self._on_save)
        footer.addWidget(cancel)
        footer.addWidget(save)

    @Slot()
    def _on_save(self) -> None:
        cells: Mapping[str, Cell] | None = self.form.cells()
        if cells is not None:
            self.close()
            self.saved.emit(cells)
