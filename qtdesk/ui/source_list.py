"""The list of phrasebooks in use: how a row of it looks and reads."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qtdesk.core.ports import Source
from qtdesk.ui import drawing
from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, font

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIDE = 200


class _Role(IntEnum):
    SOURCE = Qt.ItemDataRole.UserRole
    NOTE = Qt.ItemDataRole.UserRole + 1
    FAULT = Qt.ItemDataRole.UserRole + 2


class SourceList(QListWidget):
    """Title and path of each source, its edition, and what is to be mended."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setItemDelegate(_SourceDelegate(self, appearance))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(3 * tokens.ROW + tokens.SPACE_12)

    def add(self, source: Source, title: str, note: str, fault: str) -> None:
        """One more row; `fault` is empty for a sound book."""
        item = QListWidgetItem(title)
        item.setData(_Role.SOURCE, source)
        item.setData(_Role.NOTE, note)
        item.setData(_Role.FAULT, fault)
        parts = (title, source.path, note, fault)
        spoken = ", ".join(part for part in parts if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(source.path)
        self.addItem(item)

    @property
    def current(self) -> Source | None:
        """The source of the chosen row."""
        item = self.currentItem()
        return item.data(_Role.SOURCE) if item else None


class _SourceDelegate(QStyledItemDelegate):
    def __init__(self, parent: SourceList, appearance: Appearance) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        # As wide as the list is: a width of its own would have to be scrolled.
        return QSize(0, tokens.ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        theme = self._appearance.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.sel if current else theme.hover)
            radius = tokens.RADIUS_CONTROL
            painter.drawRoundedRect(box.adjusted(4, 2, -4, -2), radius, radius)
        inner = box.adjusted(tokens.SPACE_16, 7, -tokens.SPACE_16, -7)
        upper = QRectF(inner.x(), inner.y(), inner.width() - _SIDE, 20)
        look = (font(tokens.STRONG), theme.text, theme.mark)
        title = index.data(Qt.ItemDataRole.DisplayRole)
        drawing.draw_line(painter, upper, title, (), look)
        source: Source = index.data(_Role.SOURCE)
        lower = QRectF(inner.x(), inner.bottom() - 18, inner.width(), 18)
        small = font(tokens.SMALL)
        # The end of a path tells more than its beginning.
        path = QFontMetricsF(small).elidedText(
            source.path, Qt.TextElideMode.ElideMiddle, lower.width()
        )
        drawing.draw_line(painter, lower, path, (), (small, theme.dim, theme.mark))
        self._paint_right(painter, inner, index)
        painter.restore()

    def _paint_right(self, painter: QPainter, inner: QRectF, index: _Index) -> None:
        theme = self._appearance.theme
        fault = index.data(_Role.FAULT)
        right = inner.right()
        if fault:
            width = drawing.pill_width(fault)
            pill = QRectF(right - width, inner.y(), width, drawing.PILL_HEIGHT)
            drawing.draw_pill(painter, pill, fault, (theme.warn_bg, theme.warn))
            right -= width + tokens.SPACE_8
        painter.setFont(font(tokens.SMALL))
        painter.setPen(theme.dim)
        note = QRectF(inner.x(), inner.y(), right - inner.x(), drawing.PILL_HEIGHT)
        painter.drawText(note, _RIGHT, index.data(_Role.NOTE))
