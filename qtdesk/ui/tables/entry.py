"""A row in a hurry: a digit for the table, a few fields, Enter, back to the chat."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from qtdesk.core.errors import QtdeskError
from qtdesk.core.shop_tables import ShopTables
from qtdesk.core.tables import Row, Table
from qtdesk.ui import theme as tokens
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.tables.row_form import RowForm
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import language_now
from qtdesk.ui.words import tell_error

_WIDTH = 560
_FIRST = ("lost", "questions")
_ELSEWHERE = ("audits",)
"""What is written down most often comes first, where there is such a table."""


class EntryDialog(Dialog):
    """Writes one row; whoever opens it says where the focus goes afterwards."""

    written = Signal(object)  # Row
    dismissed = Signal()
    """It is away, and the window that was in front before is to be so again."""

    def __init__(self, tables: ShopTables, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._tables = tables
        self._table: Table | None = None
        self._given: dict[str, str] = {}
        self.form: RowForm | None = None
        self.choices: list[QPushButton] = []
        self.setFixedWidth(_WIDTH)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)

    def ask(self, table: str = "", given: dict[str, str] | None = None) -> None:
        """Ask for a row of that table; which one, where there is no such table.

        `given` is what some of its columns begin with.
        """
        self._table, self._given = self._tables.table(table), dict(given or {})
        self.rebuild()
        self.fit_height()
        self.show()
        self.raise_()
        self.activateWindow()
        self.take_focus()

    def fill(self, given: dict[str, str]) -> None:
        """Have these texts in columns where nothing was typed yet."""
        if self.form is None or self._table is None:
            return
        for name, text in given.items():
            if name in {each.id for each in self._table.quick}:
                field = self.form.field(name)
                if not field.said:
                    field.say(text)

    def take_focus(self) -> None:
        if self.form is not None:
            self.form.take_focus()
        elif self.choices:
            self.choices[0].setFocus(Qt.FocusReason.TabFocusReason)

    # --- building --------------------------------------------------------------

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        del footer
        self.form, self.choices = None, []
        self.told = voiced(QLabel(), "stop")
        self.told.setWordWrap(True)
        self.told.hide()
        if self._table is None:
            self.setWindowTitle(self.tr("Write something down"))
            note = self.tr("A digit chooses; Enter saves, Esc goes back.")
            body.addLayout(self.heading(self.tr("Write something down"), note))
            self._build_choices(body)
        else:
            name = self._table.name.said(language_now())
            self.setWindowTitle(name)
            body.addLayout(self.heading(name, self._table.note.said(language_now())))
            self.form = RowForm(
                self._table.quick, lambda: self._tables.now, self.appearance
            )
            body.addWidget(self.form)
            self.fill(self._given)
        body.addWidget(self.told)

    def _build_choices(self, body: QVBoxLayout) -> None:
        column = QVBoxLayout()
        column.setSpacing(tokens.SPACE_4)
        for number, table in enumerate(self.offered, 1):
            button = QPushButton(f"{number % 10}   {table.name.said(language_now())}")
            button.setAccessibleName(table.name.said(language_now()))
            button.setStyleSheet("text-align: left")
            button.setAutoDefault(True)
            button.clicked.connect(partial(self._on_chosen, table.id))
            self.choices.append(button)
            column.addWidget(button)
        body.addLayout(column)

    @property
    def offered(self) -> tuple[Table, ...]:
        """The tables, those that are used most often first.

        Without those whose rows are made in a window of their own.
        """
        tables = [each for each in self._tables.tables if each.id not in _ELSEWHERE]
        first = [table for name in _FIRST for table in tables if table.id == name]
        return (*first, *(table for table in tables if table.id not in _FIRST))

    def build_way_out(self, footer: QHBoxLayout) -> None:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.close)
        footer.addWidget(cancel)
        if self._table is not None:
            save = voiced(QPushButton(self.tr("Save")), "primary")
            save.setDefault(True)
            save.clicked.connect(self._on_save)
            footer.addWidget(save)

    # --- what happens ----------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1.value
        if event.key() == Qt.Key.Key_0:
            place = 9
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._table is None and plain and 0 <= place < len(self.choices):
            self.choices[place].click()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_chosen(self, table: str) -> None:
        self.ask(table, self._given)

    @Slot()
    def _on_save(self) -> None:
        if self.form is None or self._table is None:
            return
        cells = self.form.cells()
        if cells is None:
            self.fit_height()
            return
        self._tables.add(self._table, cells, self._on_written)

    def _on_written(self, answer: Row | QtdeskError) -> None:
        if isinstance(answer, QtdeskError):
            # What was typed stays, to be saved once that is put right.
            self.told.setText(" ".join(filter(None, tell_error(answer))))
            self.told.show()
            self.fit_height()
            return
        self.close()
        self.written.emit(answer)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            # What wraps is as high as it is wide only once it has its width.
            self.fit_height()
        return done

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.dismissed.emit()
