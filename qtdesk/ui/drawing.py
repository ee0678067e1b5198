"""Small things drawn the same everywhere: pills, keys, marked lines, the glass.

Draws only; knows no widget and no phrase.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
)

from qtdesk.core.search import Span
from qtdesk.ui import theme as tokens
from qtdesk.ui import utf16
from qtdesk.ui.theme import Theme, font

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout, QTextLine

PILL_HEIGHT = 20
KEY_HEIGHT = 18
_PILL_SIDE = 8
_KEY_SIDE = 6


def pill_width(text: str, size: int = tokens.TINY) -> float:
    return QFontMetricsF(font(size)).horizontalAdvance(text) + 2 * _PILL_SIDE


def draw_pill(
    painter: QPainter,
    box: QRectF,
    text: str,
    colours: tuple[QColor, QColor],
    text_font: QFont | None = None,
) -> None:
    """A rounded label; `colours` are fill and text."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours[0])
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(colours[1])
    painter.setFont(text_font or font(tokens.TINY))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def key_width(label: str) -> float:
    width = QFontMetricsF(font(tokens.TINY)).horizontalAdvance(label) + 2 * _KEY_SIDE
    return max(float(KEY_HEIGHT), width)


def draw_key(painter: QPainter, box: QRectF, label: str, theme: Theme) -> None:
    """A key of the keyboard with its label."""
    painter.setPen(QPen(theme.line, 1))
    painter.setBrush(theme.bg)
    sharp = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(sharp, tokens.RADIUS_KEY, tokens.RADIUS_KEY)
    painter.setPen(theme.dim)
    if label == ENTER:
        draw_enter(painter, box.center(), theme.dim)
        return
    painter.setFont(font(tokens.TINY))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)


ENTER = "↵"


def draw_enter(painter: QPainter, middle: QPointF, colour: QColor) -> None:
    """The arrow of the Enter key: not every font has it, and none alike."""
    painter.setPen(QPen(colour, 1))
    path = QPainterPath(middle + QPointF(4, -3.5))
    path.lineTo(middle + QPointF(4, 1.5))
    path.lineTo(middle + QPointF(-4, 1.5))
    path.moveTo(middle + QPointF(-1.5, -1))
    path.lineTo(middle + QPointF(-4, 1.5))
    path.lineTo(middle + QPointF(-1.5, 4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def draw_glass(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """The magnifying glass beside a search field."""
    painter.setPen(QPen(colour, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    lens = QRectF(box.x(), box.y(), box.width() * 0.78, box.height() * 0.78)
    painter.drawEllipse(lens)
    knee = lens.center() + QPointF(lens.width(), lens.height()) * 0.36
    painter.drawLine(knee, box.bottomRight())


def draw_pin(painter: QPainter, middle: QPointF, colour: QColor) -> None:
    """A drawing pin, 7 wide and 10 high."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for left, top, width, height in (
        (-2.5, -5, 5, 1.5),
        (-1.5, -4, 3, 4.5),
        (-3.5, 0, 7, 1.5),
        (-0.5, 1, 1, 4),
    ):
        part = QRectF(middle.x() + left, middle.y() + top, width, height)
        painter.drawRoundedRect(part, 0.5, 0.5)


def draw_picture_sign(painter: QPainter, middle: QPointF, colour: QColor) -> None:
    """A framed landscape, 13 wide and 11 high: something has a picture."""
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = QRectF(middle.x() - 6, middle.y() - 5, 12, 10)
    painter.drawRoundedRect(frame, 2, 2)
    hills = QPainterPath(frame.bottomLeft() + QPointF(1.5, -1.5))
    hills.lineTo(frame.bottomLeft() + QPointF(4.5, -5))
    hills.lineTo(frame.bottomLeft() + QPointF(7, -2.5))
    hills.lineTo(frame.bottomLeft() + QPointF(8.5, -4))
    hills.lineTo(frame.bottomRight() + QPointF(-1.5, -1.5))
    painter.drawPath(hills)
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(frame.topRight() + QPointF(-3.2, 3), 1.1, 1.1)


PICTURE_SIGN = 13


def draw_line(
    painter: QPainter,
    box: QRectF,
    text: str,
    spans: Iterable[Span],
    look: tuple[QFont, QColor, QColor],
) -> None:
    """One line of `text` with its `spans` marked and bold, cut with an ellipsis.

    `look` is the font, the ink and the colour behind the marks.
    """
    plain, ink, mark = look
    pieces = tuple(spans)
    layout, line = _lay_out(text, plain, pieces)
    if line.naturalTextWidth() > box.width():
        room = box.width() - QFontMetricsF(plain).horizontalAdvance("…")
        from PySide6.QtGui import QTextLine  # noqa: PLC0415 - as in `_lay_out`

        units = line.xToCursor(room, QTextLine.CursorPosition.CursorOnCharacter)
        text = utf16.head(text, units) + "…"
        pieces = tuple(_cut(pieces, units))
        layout, line = _lay_out(text, plain, pieces)
    top = box.y() + (box.height() - line.height()) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mark)
    for span in pieces:
        left, right = _reach(line, span)
        painter.drawRoundedRect(
            QRectF(box.x() + left - 1, top, right - left + 2, line.height()), 3, 3
        )
    painter.setPen(ink)
    layout.draw(painter, QPointF(box.x(), top))


def draw_thumb(
    painter: QPainter, box: QRectF, part: tuple[float, float, float]
) -> None:
    """A thin scroll mark on the right of `box`; `part` is value, page and range."""
    value, page, extent = part
    if extent <= 0:
        return
    height = max(tokens.SPACE_24, box.height() * page / (page + extent))
    top = box.y() + (box.height() - height) * value / extent
    painter.drawRoundedRect(QRectF(box.right() - 3, top, 3, height), 1.5, 1.5)


def _lay_out(
    text: str, plain: QFont, spans: tuple[Span, ...]
) -> "tuple[QTextLayout, QTextLine]":
    # For the first row that is painted, not for the start.
    from PySide6.QtGui import QTextLayout, QTextOption  # noqa: PLC0415

    layout = QTextLayout(text, plain)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_bold(span) for span in spans])
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return layout, line


def _bold(span: Span) -> "QTextLayout.FormatRange":
    from PySide6.QtGui import QTextCharFormat, QTextLayout  # noqa: PLC0415 - as above

    piece = QTextLayout.FormatRange()
    piece.start, piece.length = span
    shape = QTextCharFormat()
    shape.setFontWeight(tokens.BOLD)
    piece.format = shape
    return piece


def _cut(spans: Iterable[Span], units: int) -> Iterable[Span]:
    for start, length in spans:
        if start < units:
            yield Span(start, min(length, units - start))


def _reach(line: "QTextLine", span: Span) -> tuple[float, float]:
    """Left and right of a span; PySide hands back a pair of x and position."""
    edges = (
        line.cursorToX(span.start)[0],  # type: ignore[index]  # stub says object
        line.cursorToX(span.start + span.length)[0],  # type: ignore[index]  # same
    )
    return min(edges), max(edges)
