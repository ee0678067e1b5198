"""How a row of a check looks: sign, label, value, what to do, and the choices."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qtdesk.core.checklists import Verdict
from qtdesk.ui import theme as tokens
from qtdesk.ui.order_check.row_model import RowModel
from qtdesk.ui.order_check.row_places import ChoicePlace, Places, places_of
from qtdesk.ui.order_check.rows import Row, RowKind
from qtdesk.ui.order_check.signs import draw_verdict, ground_of, ink_of
from qtdesk.ui.theme import Appearance, font

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.TextFlag.TextWordWrap
_SIDE = tokens.SPACE_8


class RowPainter(QStyledItemDelegate):
    """Paints one row; which one is current it is told before."""

    def __init__(self, model: RowModel, appearance: Appearance) -> None:
        super().__init__(model)
        self._model = model
        self._appearance = appearance
        self.current = -1
        self.width = 0
        """Of the list: what wraps in it decides on the height of a row."""

    def places(self, number: int) -> Places | None:
        """Where the parts of a row stand, from its own top left."""
        row = self._model.row(number)
        if row is None:
            return None
        current = number == self.current
        return places_of(self._model, row, self.width, current=current)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        places = self.places(index.row())
        return QSize(self.width, places.height if places is not None else 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        row, places = self._model.row(index.row()), self.places(index.row())
        if row is None or places is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QPointF(option.rect.topLeft()))
        if row.kind is RowKind.BLOCK:
            small = font(tokens.SMALL)
            self._write(painter, places.label, row.label, small, self._theme.dim)
        else:
            hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
            current = index.row() == self.current
            self._paint_ground(painter, row, places, current=current, hover=hover)
            self._paint_row(painter, row, places)
        painter.restore()

    @property
    def _theme(self) -> tokens.Theme:
        return self._appearance.theme

    def _paint_ground(
        self, painter: QPainter, row: Row, places: Places, *, current: bool, hover: bool
    ) -> None:
        theme = self._theme
        wrong = row.needs_agent and row.verdict is Verdict.STOP
        if not (current or hover or wrong):
            return
        ground = QRectF(_SIDE, 0, self.width - 2 * _SIDE, places.height)
        colour = theme.sel if current else theme.hover
        if row.needs_agent and row.verdict in (Verdict.STOP, Verdict.WARN):
            colour = ground_of(row.verdict, theme)
            if row.verdict is Verdict.WARN and not current:
                colour = theme.hover
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        radius = tokens.RADIUS_CONTROL
        painter.drawRoundedRect(ground, radius, radius)
        if current:
            painter.setBrush(theme.accent)
            bar = QRectF(ground.x(), ground.y() + 7, 3, 18)
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _paint_row(self, painter: QPainter, row: Row, places: Places) -> None:
        theme, entry = self._theme, row.entry
        body, small = font(tokens.BODY), font(tokens.SMALL)
        quiet = row.kind is RowKind.EMPTY
        if not quiet:
            passed = entry is not None and bool(entry.reason)
            middle = places.sign.center()
            draw_verdict(painter, middle, row.verdict, theme, passed=passed)
        ink = theme.dim if quiet else theme.text
        self._write(painter, places.label, self._model.label(row), body, ink)
        value = self._model.value(row)
        if row.verdict is Verdict.STOP and not (entry and entry.reason):
            ink = theme.stop
        self._write(painter, places.value, value, body, ink)
        remark = self._model.remark(row)
        if remark:
            painter.setFont(small)
            wrong = row.needs_agent
            painter.setPen(ink_of(row.verdict, theme) if wrong else theme.dim)
            painter.drawText(places.remark, _WRAPPED, remark)
        for place in places.choices:
            chosen = entry is not None and place.choice.id == entry.value
            self._paint_choice(painter, place, chosen=chosen)

    def _paint_choice(
        self, painter: QPainter, place: ChoicePlace, *, chosen: bool
    ) -> None:
        theme = self._theme
        painter.setPen(theme.accent if chosen else theme.edge)
        painter.setBrush(theme.accent if chosen else theme.bg)
        sharp = place.box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(sharp, tokens.RADIUS_KEY, tokens.RADIUS_KEY)
        inner = place.box.adjusted(tokens.SPACE_8, 0, -tokens.SPACE_8, 0)
        tiny = font(tokens.TINY)
        if place.digit:
            ink = theme.on if chosen else theme.dim
            self._write(painter, inner, place.digit, tiny, ink)
            shift = QFontMetricsF(tiny).horizontalAdvance(place.digit)
            inner.adjust(shift + tokens.SPACE_4, 0, 0, 0)
        ink = theme.on if chosen else theme.text
        label = place.choice.label
        self._write(painter, inner.adjusted(0, 0, 2, 0), label, font(tokens.SMALL), ink)

    def _write(
        self, painter: QPainter, box: QRectF, text: str, face: QFont, ink: QColor
    ) -> None:
        painter.setFont(face)
        painter.setPen(ink)
        cut = Qt.TextElideMode.ElideRight
        text = QFontMetricsF(face).elidedText(text, cut, box.width())
        painter.drawText(box, _LEFT, text)
