"""A picture as a phrase carries it, small, with its name and size beside it.

Read and scaled elsewhere: a picture may have sixteen million pixels. Nothing is shown
of one that cannot be drawn, and that is said.
"""

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QImageReader,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from qtdesk.core.phrases import Picture
from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, font

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

_LINE = 20
_WIDEST = 4
"""How many times as wide as high the picture may be shown."""


class Drawn(NamedTuple):
    """A picture, scaled down to its place."""

    image: QImage
    """Null where it could not be drawn."""
    size: QSize
    """Of the picture itself, in pixels."""


class Thumbnail(QWidget):
    """Shows one picture at a time."""

    def __init__(self, desk: "Desk", appearance: Appearance) -> None:
        super().__init__()
        self._desk = desk
        self._appearance = appearance
        self._picture: Picture | None = None
        self._ratio = 0.0
        """Pixels of the screen for one of ours, when the picture was scaled."""
        self.drawn: Drawn | None = None
        """None while it is still being read."""

    def show_picture(self, picture: Picture) -> None:
        """Show `picture` as soon as it is read."""
        name = PurePosixPath(picture.path).name
        self.setAccessibleName(self.tr("Picture: {name}").format(name=name))
        ratio = self.devicePixelRatioF()
        if (picture, ratio) == (self._picture, self._ratio):
            return
        self._picture, self._ratio, self.drawn = picture, ratio, None
        height = round(self.height() * ratio)
        room = QSize(height * _WIDEST, height)

        def show(drawn: Drawn) -> None:
            # Another may have been asked for meanwhile.
            if (picture, ratio) == (self._picture, self._ratio):
                drawn.image.setDevicePixelRatio(ratio)
                self.drawn = drawn
                self.update()

        self._desk.books.view(picture, lambda data: scaled(data, room), show)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        box = QRectF(self.rect())
        left = box.left()
        if self.drawn is not None and not self.drawn.image.isNull():
            image = self.drawn.image
            size = image.deviceIndependentSize()
            place = QRectF(QPointF(left, box.top()), size)
            painter.drawImage(place, image)
            painter.setPen(QPen(theme.line, 1))
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
            left = place.right() + tokens.SPACE_12
        room = QRectF(left, box.top(), box.right() - left, _LINE)
        painter.setFont(font(tokens.BODY))
        painter.setPen(theme.text)
        self._write(painter, room, self._name())
        painter.setFont(font(tokens.SMALL))
        painter.setPen(theme.dim)
        self._write(painter, room.translated(0, _LINE), self._size())

    def _name(self) -> str:
        return PurePosixPath(self._picture.path).name if self._picture else ""

    def _size(self) -> str:
        if self.drawn is None:
            return ""
        if self.drawn.image.isNull():
            return self.tr("This picture cannot be shown.")
        size = self.drawn.size
        return f"{size.width()} × {size.height()}"

    def _write(self, painter: QPainter, box: QRectF, text: str) -> None:
        shown = QFontMetricsF(painter.font()).elidedText(
            text, Qt.TextElideMode.ElideMiddle, box.width()
        )
        place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, place, shown)


def scaled(data: bytes | None, room: QSize) -> Drawn:
    """The picture in `data`, no larger than `room`. Safe on any thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data or b""))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"png"))
    size = reader.size()
    if size.width() > room.width() or size.height() > room.height():
        fit = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fit.expandedTo(QSize(1, 1)))
    return Drawn(reader.read(), size)
