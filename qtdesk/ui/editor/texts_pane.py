"""The texts of a phrase, one shown at a time: wordings that take turns, or parts."""

import sys
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qtdesk.core.phrase_review import Remark
from qtdesk.ui import theme as tokens
from qtdesk.ui.controls import ChoiceBox
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.editor.insert_menu import InsertMenu
from qtdesk.ui.editor.text_edit import TextEdit, Texts
from qtdesk.ui.theme import Appearance

_MOST = 9
_CONTROL = "⌘" if sys.platform == "darwin" else "Ctrl+"


class TextsPane(QWidget):
    """Says what is written, and which of the texts is shown."""

    changed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        texts: Sequence[str],
        *,
        sequence: bool,
        chinese: bool,
    ) -> None:
        """`chinese` says in which language placeholders are put in."""
        super().__init__()
        self._appearance = appearance
        self._chinese = chinese
        self.number = 0
        """Of the text that is shown."""
        self._texts = Texts(texts or ("",), self)
        self._tabs: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(tokens.SPACE_4)
        self.kind = ChoiceBox(appearance)
        self.kind.addItem(self.tr("Wordings that take turns"))
        self.kind.addItem(self.tr("Parts, one message each"))
        self.kind.setCurrentIndex(int(sequence))
        self.kind.setAccessibleName(self.tr("What the texts are"))
        self.kind.currentIndexChanged.connect(self.changed)
        self.edit = TextEdit(appearance)
        self.edit.setAccessibleName(self.tr("Text"))
        self._lay_out()
        self._texts.changed.connect(self.changed)
        self._show_tabs()
        self.turn_to(0)

    @property
    def texts(self) -> tuple[str, ...]:
        """All of them, as they were typed."""
        return self._texts.written

    @property
    def sequence(self) -> bool:
        """Whether they are parts."""
        return len(self._texts) > 1 and self.kind.currentIndex() == 1

    @property
    def controls(self) -> list[QWidget]:
        """In the order in which they are read."""
        return [*self._tabs, self.more, self.less, self.insert, self.edit, self.kind]

    @Slot(int)
    def turn_to(self, number: int) -> None:
        """Show this text, counted from 0; beyond the last is the first."""
        self.number = number % len(self._texts)
        self.edit.show_document(self._texts.documents[self.number])
        for at, tab in enumerate(self._tabs):
            tab.setChecked(at == self.number)
        self.changed.emit()

    def underline(self, remarks: Sequence[Remark]) -> None:
        """Mark the words of the text that is shown."""
        self.edit.underline([one for one in remarks if one.text == self.number])

    def replace(self, remark: Remark) -> None:
        """Turn to the text that the remark is about, and take what is better."""
        if remark.text < len(self._texts):
            self.turn_to(remark.text)
            self.edit.replace(remark)

    # --- building --------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE_8)
        self.more = self._button("+", self.tr("Another text"), self._on_more_asked)
        self.more.setToolTip(self._with_keys(self.more, "T"))
        self.less = self._button("−", self.tr("Without this text"), self._on_less_asked)
        self.insert = voiced(QPushButton(self.tr("Insert…")), "small")
        self.insert.setAutoDefault(False)
        self.insert.setAccessibleName(self.tr("Insert a placeholder"))
        self.insert.setToolTip(self._with_keys(self.insert, "I"))
        self.insert.clicked.connect(self._on_insert_asked)
        top = QHBoxLayout()
        top.setSpacing(tokens.SPACE_4)
        top.addLayout(self._row)
        top.addWidget(self.more)
        top.addWidget(self.less)
        top.addStretch()
        top.addWidget(self.insert)
        column.addLayout(top)
        column.addWidget(self.edit, 1)
        column.addWidget(self.kind)
        for keys, wanted in (
            ("Ctrl+T", self._on_more_asked),
            ("Ctrl+I", self._on_insert_asked),
            ("Ctrl+PgDown", partial(self._step, 1)),
            ("Ctrl+PgUp", partial(self._step, -1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(wanted)

    @staticmethod
    def _with_keys(button: QPushButton, key: str) -> str:
        return f"{button.accessibleName()} ({_CONTROL}{key})"

    def _button(self, sign: str, name: str, wanted: object) -> QPushButton:
        button = QPushButton(sign)
        button.setProperty("voice", "small")
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(wanted)
        return button

    def _show_tabs(self) -> None:
        for old in self._tabs:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tabs = []
        count = len(self._texts)
        for at in range(count):
            name = self.tr("Text {number} of {count}").format(
                number=at + 1, count=count
            )
            tab = self._button(str(at + 1), name, partial(self.turn_to, at))
            tab.setCheckable(True)
            tab.setVisible(count > 1)
            self._row.addWidget(tab)
            self._tabs.append(tab)
        self.less.setVisible(count > 1)
        self.kind.setVisible(count > 1)
        self.more.setEnabled(count < _MOST)
        before: QWidget | None = None
        for control in self.controls:
            if before is not None:
                QWidget.setTabOrder(before, control)
            before = control

    # --- changes ---------------------------------------------------------------

    def _step(self, by: int) -> None:
        self.turn_to(self.number + by)

    @Slot()
    def _on_more_asked(self) -> None:
        if len(self._texts) < _MOST:
            self._texts.add()
            self._show_tabs()
            self.turn_to(len(self._texts) - 1)
            self.edit.setFocus()

    @Slot()
    def _on_less_asked(self) -> None:
        if len(self._texts) == 1:
            return
        gone, left = self.number, max(self.number - 1, 0)
        # Not while it is shown: the next one has to be there before.
        self.edit.show_document(self._texts.documents[left if gone else 1])
        self._texts.take_away(gone)
        self._show_tabs()
        self.turn_to(left)
        self.edit.setFocus()

    @Slot()
    def _on_insert_asked(self) -> None:
        menu = InsertMenu(self, self.edit.insert, chinese=self._chinese)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.insert.mapToGlobal(self.insert.rect().bottomLeft()))
