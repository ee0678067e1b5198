"""A line of text beside things that matter more. It shows what it is told."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, font


class QuietLine(QWidget):
    """A line that takes the room there is, and ends in an ellipsis without."""

    def __init__(
        self, appearance: Appearance, align: Qt.AlignmentFlag, voice: str = "dim"
    ) -> None:
        """`voice` is the token of its colour."""
        super().__init__()
        self._appearance = appearance
        self._align = align | Qt.AlignmentFlag.AlignVCenter
        self._voice = voice
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def text(self) -> str:
        return self._text

    def say(self, text: str, voice: str = "") -> None:
        """Show `text`, in another voice from now on if one is named."""
        self._text = text
        self._voice = voice or self._voice
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(tokens.SMALL))
        painter.setPen(getattr(self._appearance.theme, self._voice))
        cut = Qt.TextElideMode.ElideRight
        metrics = QFontMetricsF(font(tokens.SMALL))
        text = metrics.elidedText(self._text, cut, self.width())
        painter.drawText(QRectF(self.rect()), self._align, text)
