"""Phrases as cards under headings. Shows what it is told; a click is for others."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qtdesk.core.phrases import Phrase
from qtdesk.ui import drawing
from qtdesk.ui import theme as tokens
from qtdesk.ui.dock.lines import draw_lines
from qtdesk.ui.theme import Appearance, font

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
HEADING = 26
GAP = tokens.SPACE_8
"""Below each card."""
LANE = tokens.SPACE_12
"""Right of the cards, for the scroll mark."""
_PAD = 10
_TITLE, _LINE = 18, 17
_MOST_READ = 120
"""Characters that two lines can show at most."""


class Row(NamedTuple):
    """A heading, or a card where there is a phrase."""

    heading: str = ""
    phrase: Phrase | None = None


class CardModel(QAbstractListModel):
    """Rows that are replaced as a whole."""

    def __init__(
        self,
        text_of: Callable[[Phrase], str],
        pinned: Callable[[Phrase], bool],
        keys_of: Callable[[Phrase], str],
        refusal_of: Callable[[Phrase], str],
    ) -> None:
        """Ask `text_of` how a phrase reads now, and `keys_of` for its combination.

        `refusal_of` tells why it must not be used now; empty where it may.
        """
        super().__init__()
        self._text_of = text_of
        self.pinned = pinned
        self.keys_of = keys_of
        self._refusal_of = refusal_of
        self._refusals: dict[int, str] = {}
        self._rows: tuple[Row, ...] = ()
        self._texts: dict[int, str] = {}

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._forget()
        self.endResetModel()

    def shows(self, rows: Sequence[Row]) -> bool:
        """Whether these are the rows of now."""
        return tuple(rows) == self._rows

    def read_again(self) -> None:
        """The same phrases may read otherwise now: for a buyer, or as a variant."""
        self._forget()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row(self, number: int) -> Row:
        return self._rows[number] if 0 <= number < len(self._rows) else Row()

    def text(self, number: int) -> str:
        """How the card reads, in one piece; found only when it is painted."""
        phrase = self._rows[number].phrase
        if number not in self._texts and phrase is not None:
            draft = self._text_of(phrase)[: 2 * _MOST_READ]
            self._texts[number] = " ".join(draft.split())
        return self._texts.get(number, "")

    def refusal(self, number: int) -> str:
        """Why the phrase of a card must not be used now; found when it is painted."""
        phrase = self._rows[number].phrase
        if number not in self._refusals and phrase is not None:
            self._refusals[number] = self._refusal_of(phrase)
        return self._refusals.get(number, "")

    def _forget(self) -> None:
        self._texts.clear()
        self._refusals.clear()

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.phrase.title if row.phrase else row.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if row.phrase is None:
                return row.heading
            said = [row.phrase.title, self.text(index.row())]
            if row.phrase.picture is not None:
                said.append(self.tr("with a picture"))
            if self.pinned(row.phrase):
                said.insert(1, self.tr("pinned"))
            if refused := self.refusal(index.row()):
                said.insert(1, refused)
            return ", ".join((*said, *filter(None, [self.keys_of(row.phrase)])))
        return None


class CardDelegate(QStyledItemDelegate):
    """Paints a heading, or a card: the title strong, two lines of text dim."""

    def __init__(self, model: CardModel, appearance: Appearance) -> None:
        super().__init__(model)
        self._model = model
        self._appearance = appearance
        self.width = 0
        """Of the list, in logical pixels."""

    def height(self, number: int) -> int:
        """What one row needs."""
        phrase = self._model.row(number).phrase
        if phrase is None:
            return HEADING
        # By the text as it is written: to fill in all of a stage would be felt.
        text = phrase.text[:_MOST_READ]
        metrics = QFontMetricsF(font(tokens.SMALL))
        room = self.width - LANE - 2 * (_PAD + 2)
        long = "\n" in text or metrics.horizontalAdvance(text) > room
        return 2 * _PAD + _TITLE + 2 + _LINE * (1 + long) + GAP

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self.width, self.height(index.row()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        row = self._model.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.phrase is None:
            self._paint_heading(painter, option.rect, row.heading)
        else:
            hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
            box = option.rect.adjusted(0, 0, -LANE, -GAP)
            self._paint_card(painter, box, row.phrase, index.row(), hover=hover)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, text: str) -> None:
        painter.setPen(self._appearance.theme.dim)
        painter.setFont(font(tokens.TINY))
        line = QRectF(box).adjusted(2, 0, -2, -6)
        shown = QFontMetricsF(font(tokens.TINY)).elidedText(
            text, Qt.TextElideMode.ElideRight, line.width()
        )
        place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(line, place, shown)

    def _paint_card(
        self, painter: QPainter, box: QRect, phrase: Phrase, number: int, *, hover: bool
    ) -> None:
        theme = self._appearance.theme
        sharp = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.accent if hover else theme.line, 1))
        painter.setBrush(theme.hover if hover else theme.bg)
        radius = tokens.RADIUS_CONTROL
        painter.drawRoundedRect(sharp, radius, radius)
        inner = QRectF(box).adjusted(_PAD + 2, _PAD, -_PAD - 2, -_PAD)
        title = QRectF(inner.x(), inner.y(), inner.width(), _TITLE)
        title.setWidth(self._paint_keys(painter, title, phrase))
        if phrase.picture is not None:
            right = title.right() - drawing.PICTURE_SIGN / 2
            sign = QPointF(right, title.center().y())
            drawing.draw_picture_sign(painter, sign, theme.dim)
            title.adjust(0, 0, -drawing.PICTURE_SIGN - tokens.SPACE_4, 0)
        if self._model.pinned(phrase):
            drawing.draw_pin(
                painter, QPointF(inner.x() + 3, title.center().y()), theme.accent
            )
            title.adjust(tokens.SPACE_12, 0, 0, 0)
        refused = self._model.refusal(number)
        ink = theme.faint if refused else theme.text
        look = (font(tokens.BODY, tokens.MEDIUM), ink, theme.mark)
        drawing.draw_line(painter, title, phrase.title, (), look)
        below = inner.adjusted(0, _TITLE + 2, 0, 0)
        painter.setPen(theme.warn if refused else theme.dim)
        count = max(1, round(below.height() / _LINE))
        text = refused or self._model.text(number)
        draw_lines(painter, below, text, font(tokens.SMALL), (count, _LINE))

    def _paint_keys(self, painter: QPainter, box: QRectF, phrase: Phrase) -> float:
        """The combination that pastes it, on the right; returns what room is left."""
        keys = self._model.keys_of(phrase)
        if not keys:
            return box.width()
        width = drawing.key_width(keys)
        key = QRectF(box.right() - width, box.y(), width, drawing.KEY_HEIGHT)
        drawing.draw_key(painter, key, keys, self._appearance.theme)
        return box.width() - width - tokens.SPACE_8
