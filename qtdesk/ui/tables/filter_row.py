"""What narrows the rows of a table: which table, words, days, one choice."""

from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from qtdesk.core.tables import ColumnType, RowQuestion, Table
from qtdesk.core.tables.asking import NOT
from qtdesk.ui import theme as tokens
from qtdesk.ui.controls import ChoiceBox
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import language_now

_TYPING_MS = 250


class FilterRow(QWidget):
    """Tells of a change once nobody types any more."""

    changed = Signal()
    table_changed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE_8)
        self.table = self._box(self.tr("Table"))
        self.table.activated.disconnect()
        self.table.activated.connect(self._on_table)
        self.text = voiced(QLineEdit(), "field")
        self.text.setPlaceholderText(self.tr("Words in any column"))
        self.text.setAccessibleName(self.tr("Words in any column"))
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._typing.start)
        self.days = self._box(self.tr("Days"))
        for label, days in (
            (self.tr("Today"), 0),
            (self.tr("Last 7 days"), 6),
            (self.tr("Last 30 days"), 29),
            (self.tr("Last 90 days"), 89),
            (self.tr("All days"), None),
        ):
            self.days.addItem(label, days)
        self.days.setCurrentIndex(2)
        self.choices = self._box(self.tr("Answer"))
        row.addWidget(self.table, 2)
        row.addWidget(self.text, 3)
        row.addWidget(self.days, 1)
        row.addWidget(self.choices, 2)

    def offer(self, tables: tuple[Table, ...], chosen: str) -> None:
        """Have these to choose from."""
        self.table.clear()
        for table in tables:
            self.table.addItem(table.name.said(language_now()), table.id)
        self.table.setCurrentIndex(max(self.table.findData(chosen), 0))

    def take(self, table: Table) -> None:
        """Offer every answer that a column of `table` may have."""
        self.days.setEnabled(not table.lasting)
        self.choices.clear()
        self.choices.addItem(self.tr("All answers"), None)
        yes, no = self.tr("yes"), self.tr("no")
        for column in table.columns:
            label = column.label.said(language_now())
            for option in column.options:
                said = option.label.said(language_now())
                self.choices.addItem(f"{label} · {said}", (column.id, option.id))
            if column.type is ColumnType.TICK:
                self.choices.addItem(f"{label} · {yes}", (column.id, "yes"))
                self.choices.addItem(f"{label} · {no}", (column.id, NOT))
        self.choices.setVisible(self.choices.count() > 1)

    def question(
        self, table: Table, today: date, order: tuple[str, bool], limit: int
    ) -> RowQuestion:
        """What is asked for, up to `limit`; `order` is a column, and whether down."""
        days = None if table.lasting else self.days.currentData()
        choice = self.choices.currentData()
        return RowQuestion(
            table.id,
            self.text.text().strip(),
            None if days is None else today - timedelta(days=days),
            None,
            dict([choice]) if choice else {},
            *order,
            limit,
        )

    def _box(self, name: str) -> QComboBox:
        box = ChoiceBox(self._appearance)
        box.setAccessibleName(name)
        box.activated.connect(self._on_chosen)
        return box

    @Slot()
    def _on_chosen(self) -> None:
        self._typing.stop()
        self.changed.emit()

    @Slot()
    def _on_table(self) -> None:
        self._typing.stop()
        self.table_changed.emit()
