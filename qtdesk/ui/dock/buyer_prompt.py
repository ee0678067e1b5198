"""Asks for a buyer: the one part of the dock that has the focus, for a moment."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from qtdesk.core.buyers import LONGEST_NAME
from qtdesk.ui import placement
from qtdesk.ui import theme as tokens
from qtdesk.ui.floating import FloatingWindow
from qtdesk.ui.panel_parts import DimLabel
from qtdesk.ui.theme import Appearance

_WIDTH = 264
_LOOK_MS = 150
"""Longer than Qt itself waits for a lost focus to come back (100 ms on X11)."""


class BuyerPrompt(FloatingWindow):
    """One line to type a name into; Enter takes it, Escape does not."""

    name_given = Signal(str)
    given_up = Signal()
    """Escape: the chat should have the focus back."""

    def __init__(self, appearance: Appearance, composited: Callable[[], bool]) -> None:
        super().__init__(appearance, composited)
        self._was_focused = False
        self._label = DimLabel(appearance)
        self.field = QLineEdit()
        self.field.setFrame(False)
        self.field.setMaxLength(LONGEST_NAME)
        self.field.setFixedHeight(tokens.CONTROL)
        self.field.setTextMargins(tokens.SPACE_8, 0, tokens.SPACE_8, 0)
        clear = self.field.palette()
        clear.setBrush(QPalette.ColorRole.Base, Qt.BrushStyle.NoBrush)
        self.field.setPalette(clear)
        self._trouble = DimLabel(appearance, "stop")
        column = QVBoxLayout(self)
        edge = tokens.SPACE_16
        column.setContentsMargins(edge, tokens.SPACE_12, edge, edge)
        column.setSpacing(tokens.SPACE_8)
        for label in (self._label, self._trouble):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (self._label, self.field, self._trouble):
            column.addWidget(widget)
        self._check = QTimer(self)
        self._check.setInterval(_LOOK_MS)
        self._check.timeout.connect(self._on_focus_overdue)
        self.field.returnPressed.connect(self._on_return_pressed)

    def ask(self, corner: QPoint) -> None:
        """Appear with an empty line; whoever calls sees to the focus."""
        self.setWindowTitle(self.tr("qtdesk: buyer"))
        self._label.setText(self.tr("Nickname, or the last digits of the order"))
        self.field.setAccessibleName(self._label.text())
        self.field.clear()
        self._was_focused = False
        self.complain("")
        screen = QGuiApplication.screenAt(corner) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        place = corner - QPoint(self.margin, self.margin)
        self.move(placement.clamp(place, self.size(), room))
        self.show()
        self.rise()
        self.activateWindow()
        self.field.setFocus()
        self._check.start()

    def complain(self, trouble: str) -> None:
        """Say why a name was not taken; an empty text says nothing."""
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        inner = _WIDTH - 2 * tokens.SPACE_16
        lines = self._label.heightForWidth(inner) + tokens.SPACE_8 + tokens.CONTROL
        if trouble:
            lines += self._trouble.heightForWidth(inner) + tokens.SPACE_8
        self.settle(_WIDTH, lines + tokens.SPACE_12 + tokens.SPACE_16)
        self.update()

    def leave(self) -> None:
        """Go, and forget what was half typed."""
        self._check.stop()
        self._was_focused = False
        self.hide()
        self.field.clear()

    def paint_body(self, painter: QPainter) -> None:
        painter.setPen(self.theme.edge)
        painter.setBrush(self.theme.bg)
        box = QRectF(self.field.geometry()).adjusted(-1.5, -1.5, 1.5, 1.5)
        radius = tokens.RADIUS_CONTROL
        painter.drawRoundedRect(box, radius, radius)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isVisible():
            QTimer.singleShot(0, self, self._leave_if_inactive)

    def _leave_if_inactive(self) -> None:
        if self.isActiveWindow():
            self._was_focused = True
            self._check.stop()
        elif self._was_focused:
            # The agent went elsewhere, which keeps the focus.
            self.leave()

    @Slot()
    def _on_focus_overdue(self) -> None:
        if self.mend_activation():
            self.field.setFocus()

    @Slot()
    def _on_return_pressed(self) -> None:
        self.name_given.emit(self.field.text())
