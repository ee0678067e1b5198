"""Controls of the dialogs that a style sheet cannot draw without picture files."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox

from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance


class ChoiceBox(QComboBox):
    """A combo box with our arrow."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._appearance.theme.dim, 1.5))
        tip = QPointF(self.width() - tokens.SPACE_16, self.height() / 2 + 2)
        painter.drawPolyline([tip + QPointF(-4, -4), tip, tip + QPointF(4, -4)])


class Switch(QCheckBox):
    """On or off; told apart by the place of the knob as well as by colour."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance

    def sizeHint(self) -> QSize:
        return QSize(44, tokens.CONTROL)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(2, (self.height() - 22) / 2, 40, 22)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = track.adjusted(-1.5, -1.5, 1.5, 1.5)
            painter.drawRoundedRect(around, 12.5, 12.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent if self.isChecked() else theme.edge)
        painter.drawRoundedRect(track, 11, 11)
        painter.setBrush(theme.bg)
        x = track.right() - 11 if self.isChecked() else track.left() + 11
        painter.drawEllipse(QPointF(x, track.center().y()), 8, 8)
