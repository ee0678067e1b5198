"""A text in a few lines, the last of them cut with an ellipsis. Draws only."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from qtdesk.ui import utf16


def draw_lines(
    painter: QPainter, box: QRectF, text: str, shape: QFont, room: tuple[int, int]
) -> None:
    """Draw `text` into `box`; `room` is how many lines, and the height of each."""
    count, height = room
    layout = QTextLayout(text, shape)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    rest = ""
    for number in range(count):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        line.setPosition(QPointF(0, number * height))
        if number == count - 1:
            # Drawn apart, because only the whole of what is left can be cut.
            done = utf16.head(text, line.textStart())
            rest = text[len(done) :]
            break
    layout.endLayout()
    painter.setFont(shape)
    for number in range(layout.lineCount() - bool(rest)):
        layout.lineAt(number).draw(painter, box.topLeft())
    if rest:
        last = QRectF(box.x(), box.y() + (count - 1) * height, box.width(), height)
        cut = QFontMetricsF(shape).elidedText(
            rest, Qt.TextElideMode.ElideRight, box.width()
        )
        place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(last, place, cut)
