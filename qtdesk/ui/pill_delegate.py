"""A cell of a table whose word stands in a coloured pill.

The word is the cell's own text; what colours it has is told by whoever owns the table.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qtdesk.ui import drawing
from qtdesk.ui import theme as tokens

_Index = QModelIndex | QPersistentModelIndex
Colours = Callable[[Any], tuple[QColor, QColor]]
"""Ground and ink of what a cell has as its user data."""


class PillDelegate(QStyledItemDelegate):
    """Paints the row's own ground first, chosen or not; then the pill."""

    def __init__(
        self,
        parent: QWidget,
        height: int,
        colours: Colours,
        widest: Callable[[], float] | None = None,
    ) -> None:
        """`height` is that of a row; `widest` the pill that the column has room for.

        Without `widest` each cell asks for the room of its own word.
        """
        super().__init__(parent)
        self._height, self._colours, self._widest = height, colours, widest

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        widest = self._widest
        wanted = drawing.pill_width(index.data()) if widest is None else widest()
        return QSize(int(wanted) + 2 * tokens.SPACE_8 + 1, self._height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        own.text = ""
        style = own.widget.style()
        style.drawControl(
            style.ControlElement.CE_ItemViewItem, own, painter, own.widget
        )
        box, text = QRectF(option.rect), index.data()
        pill = QRectF(
            box.x() + tokens.SPACE_8,
            box.center().y() - drawing.PILL_HEIGHT / 2,
            drawing.pill_width(text),
            drawing.PILL_HEIGHT,
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._colours(index.data(Qt.ItemDataRole.UserRole))
        drawing.draw_pill(painter, pill, text, colours)
        painter.restore()
