"""One line of the popover: its key, what is offered, and which moment that is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from qtdesk.ui import drawing
from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, font

_HEIGHT = 30
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ChoiceRow(QAbstractButton):
    """A click does what its key does. It never takes the focus."""

    def __init__(self, key: str, appearance: Appearance) -> None:
        super().__init__()
        self._key, self._appearance = key, appearance
        self._moment = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(_HEIGHT)

    def say(self, label: str, moment: str) -> None:
        """`label` on the left, `moment` on the right."""
        self._moment = moment
        self.setText(label)
        self.setAccessibleName(" ".join(filter(None, (self._key, label, moment))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.hover)
            painter.drawRoundedRect(box, tokens.RADIUS_CONTROL, tokens.RADIUS_CONTROL)
        width = drawing.key_width(self._key)
        top = box.center().y() - drawing.KEY_HEIGHT / 2
        key = QRectF(tokens.SPACE_8, top, width, drawing.KEY_HEIGHT)
        drawing.draw_key(painter, key, self._key, theme)
        inner = box.adjusted(key.right() + tokens.SPACE_12, 0, -tokens.SPACE_8, 0)
        painter.setFont(font(tokens.BODY))
        painter.setPen(theme.text)
        painter.drawText(inner, _LEFT, self.text())
        painter.setPen(theme.dim)
        painter.drawText(inner, _RIGHT, self._moment)
