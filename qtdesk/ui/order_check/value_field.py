"""The field in a row: an answer, or the reason why something may pass.

It stands in the list only while somebody types, so that keys mean actions otherwise.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from qtdesk.ui import theme as tokens
from qtdesk.ui.keys import ENTER_KEYS
from qtdesk.ui.theme import Appearance, font

_NO_LEAVING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class ValueField(QLineEdit):
    """Enter takes the text, and so does going elsewhere; Escape does not."""

    taken = Signal(str)
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._composing = False
        self._first = ""
        self.setFont(font(tokens.BODY))
        self.setFrame(False)
        appearance.theme_changed.connect(self._dress)
        self._dress()
        self.hide()

    def ask(self, place: QRect, text: str, wanted: str, name: str) -> None:
        """Come up over `place` with `text` marked; `wanted` stands in an empty one.

        `name` is what a screen reader calls it.
        """
        self.setGeometry(place)
        self.setPlaceholderText(wanted)
        self.setAccessibleName(name)
        self.setText(text)
        self._first = text
        self.selectAll()
        self._composing = False
        self.show()
        self.setFocus()

    def type(self, text: str) -> None:
        """Begin with `text` instead of what is marked."""
        self.insert(text)

    def _dress(self) -> None:
        theme = self._appearance.theme
        self.setStyleSheet(
            f"QLineEdit {{ background: {theme.bg.name()}; color: {theme.text.name()};"
            f" border: 1px solid {theme.accent.name()};"
            f" border-radius: {tokens.RADIUS_KEY}px; padding: 0 4px; }}"
        )

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # While a word is being composed, every key belongs to the input method.
        if event.key() in ENTER_KEYS and not self._composing:
            self.taken.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape and not self._composing:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            # No key that is typed here is an action of the window.
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.isVisible() or event.reason() in _NO_LEAVING:
            return
        if self.text() != self._first:
            self.taken.emit(self.text())
        else:
            self.left.emit()
