"""One row as a form: a field for each column, and what is wrong below it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from qtdesk.core.errors import AnswerError
from qtdesk.core.tables import (
    Cell,
    Column,
    Private,
    Row,
    cell_from,
    text_of,
    usual_cell,
)
from qtdesk.ui import theme as tokens
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.tables.fields import Field, TextLine, TextLines, field_of
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import language_now
from qtdesk.ui.words import tell


class RowForm(QWidget):
    """Fields for some columns; knows nothing of how a row is kept."""

    def __init__(
        self,
        columns: Sequence[Column],
        now: Callable[[], datetime],
        appearance: Appearance,
        row: Row | None = None,
        *,
        unmasked: bool = True,
    ) -> None:
        """Begin with what `row` says, or with what is usual in a new one."""
        super().__init__()
        self._columns, self._now = columns, now
        self._row = row
        self._hidden = {
            column.id
            for column in columns
            if row is not None and not unmasked and _is_hidden(column, row)
        }
        self._fields: dict[str, Field] = {}
        self._faults: dict[str, QLabel] = {}
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(tokens.SPACE_8)
        layout.setHorizontalSpacing(tokens.SPACE_16)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for column in columns:
            layout.addRow(self._label(column), self._place(column, appearance))

    def field(self, column: str) -> Field:
        return self._fields[column]

    def take_focus(self, column: str = "") -> None:
        """Have the focus in that column, or in the first one that is empty."""
        empty = (name for name, field in self._fields.items() if not field.said)
        name = column or next(empty, next(iter(self._fields)))
        field = self._fields[name]
        field.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(field, TextLine):
            field.selectAll()

    def cells(self) -> Mapping[str, Cell] | None:
        """What the row holds now; None where something is wrong, which is shown then.

        Columns that have no field here are as they were.
        """
        cells = dict(self._row.cells) if self._row is not None else {}
        wrong = ""
        for column in self._columns:
            fault = self._take(column, cells)
            self._faults[column.id].setText(fault)
            self._faults[column.id].setVisible(bool(fault))
            wrong = wrong or (column.id if fault else "")
        if wrong:
            self.take_focus(wrong)
            return None
        return cells

    def _take(self, column: Column, cells: dict[str, Cell]) -> str:
        """Put what a field says into `cells`; tells what is wrong with it."""
        said = self._fields[column.id].said
        if column.id in self._hidden and not said:
            return ""
        before = self._row.cells.get(column.id) if self._row is not None else None
        if said and said == before:
            # A check may have written what is none of the column's own answers.
            return ""
        try:
            cell = cell_from(column, said, self._now(), language_now())
        except AnswerError as error:
            return f"{tell(error.title)} {tell(error.hint)}"
        cells.pop(column.id, None)
        if cell is not None:
            cells[column.id] = cell
        elif column.required:
            return self.tr("The table wants this filled.")
        return ""

    def _label(self, column: Column) -> QLabel:
        mark = " *" if column.required else ""
        return QLabel(column.label.said(language_now()) + mark)

    def _place(self, column: Column, appearance: Appearance) -> QWidget:
        field = field_of(column, self._begin(column), appearance)
        field.setAccessibleName(column.label.said(language_now()))
        if column.id in self._hidden and isinstance(field, TextLine | TextLines):
            field.say("")
            field.setPlaceholderText(self.tr("Hidden; what you type replaces it"))
        fault = voiced(QLabel(), "stop")
        fault.setWordWrap(True)
        fault.hide()
        self._fields[column.id], self._faults[column.id] = field, fault
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(tokens.SPACE_4)
        inside.addWidget(field)
        inside.addWidget(fault)
        holder.setFocusProxy(field)
        return holder

    def _begin(self, column: Column) -> str:
        if self._row is None:
            cell = usual_cell(column, self._now())
        else:
            cell = self._row.cells.get(column.id)
        return text_of(column, cell, language_now())


def _is_hidden(column: Column, row: Row) -> bool:
    return column.private not in (None, Private.WORDS) and column.id in row.cells
