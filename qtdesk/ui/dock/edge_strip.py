"""What is left to be seen of a dock at the edge of the screen: a thin strip."""

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance

WIDTH = 6
_WAIT_MS = 120
"""Who only passes by on the way to a scroll bar does not mean the dock."""


class EdgeStrip(QWidget):
    """The pointer over it fetches the dock."""

    pointed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self._appearance = appearance
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self.pointed)
        appearance.theme_changed.connect(self.update)

    def show_at(self, place: QRect) -> None:
        """Stand there."""
        self.setFixedSize(place.size())
        self.move(place.topLeft())
        self.setAccessibleName(self.windowTitle())
        self.show()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._wait.start()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._wait.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.bg)
        mark = self.rect().adjusted(1, tokens.SPACE_24, -1, -tokens.SPACE_24)
        painter.fillRect(mark, theme.accent)
