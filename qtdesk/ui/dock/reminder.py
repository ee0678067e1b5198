"""One line of the dock for what must not be forgotten. A click shows more of it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, font

_HEIGHT = 26
_BAR = 3


class ReminderLine(QAbstractButton):
    """Never takes the focus; what is too long is cut."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(_HEIGHT)
        appearance.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.stop_bg)
        box, radius = QRectF(self.rect()), tokens.RADIUS_KEY
        painter.drawRoundedRect(box, radius, radius)
        painter.setBrush(theme.stop)
        painter.drawRoundedRect(QRectF(0, 0, _BAR, box.height()), 1.5, 1.5)
        painter.setPen(theme.stop)
        shape = font(tokens.SMALL, tokens.MEDIUM)
        painter.setFont(shape)
        inner = box.adjusted(tokens.SPACE_12, 0, -tokens.SPACE_8, 0)
        cut = QFontMetricsF(shape).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, cut)
