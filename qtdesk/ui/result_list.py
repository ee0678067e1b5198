"""The list of hits: how a row of it looks."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from qtdesk.core.phrases import Phrase
from qtdesk.core.search import Marks, Span
from qtdesk.ui import drawing, utf16
from qtdesk.ui import theme as tokens
from qtdesk.ui.choice_list import ChoiceList, paint_ground
from qtdesk.ui.phrase_model import PhraseModel
from qtdesk.ui.theme import Appearance, font

if TYPE_CHECKING:
    # Each class costs the start what its enumerations cost.
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

_Index = QModelIndex | QPersistentModelIndex
_LAST_DIGIT = 8
_CODE_WIDTH = 68
_STAGE_WIDTH = 96
_PIN_LEFT = 6
_ALT = "⌥" if sys.platform == "darwin" else "Alt "


class PhraseDelegate(QStyledItemDelegate):
    """Paints a row: title and first line on the left, stage, code and key right."""

    def __init__(self, model: PhraseModel, appearance: Appearance) -> None:
        super().__init__(model)
        self._model = model
        self._appearance = appearance

    def sizeHint(self, option: "QStyleOptionViewItem", _index: _Index) -> QSize:
        return QSize(option.rect.width(), tokens.ROW)

    def paint(
        self, painter: QPainter, option: "QStyleOptionViewItem", index: _Index
    ) -> None:
        phrase = self._model.phrase(index.row())
        if phrase is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Costs a start that paints nothing as much as all of the list.
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415

        current = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = option.rect
        theme = self._appearance.theme
        paint_ground(painter, box, theme, current=current, hover=hover)
        marks = self._model.marks(index.row())
        inner = box.adjusted(tokens.SPACE_24, 6, -tokens.SPACE_24, -6)
        stage_left = self._paint_right(painter, inner, phrase, index.row(), current)
        refused = self._model.refusal(index.row())
        instead = refused or self._model.part(index.row())
        end = (stage_left, instead, bool(refused))
        self._paint_left(painter, inner, phrase, marks, end)
        painter.restore()

    def _paint_right(
        self, painter: QPainter, box: QRect, phrase: Phrase, row: int, current: bool
    ) -> float:
        """Stage, code, key and the sign of a picture; returns where they begin."""
        theme = self._appearance.theme
        marks = self._model.marks(row)
        metrics = QFontMetricsF(font(tokens.BODY))
        width = min(float(_CODE_WIDTH), metrics.horizontalAdvance(phrase.code) + 2)
        code = QRectF(box.right() - width, box.y(), width + 1, 20)
        ink = theme.dim if current or marks.code else theme.faint
        look = (font(tokens.BODY), ink, theme.mark)
        drawing.draw_line(painter, code, phrase.code, marks.code, look)
        key = drawing.ENTER if current else f"{_ALT}{row + 1}"
        if current or row <= _LAST_DIGIT:
            width = drawing.key_width(key)
            corner = QRectF(box.right() - width + 1, box.bottom() - 17, width, 18)
            drawing.draw_key(painter, corner, key, theme)
        stage = metrics.elidedText(
            self._model.stage(phrase), Qt.TextElideMode.ElideRight, _STAGE_WIDTH
        )
        width = drawing.pill_width(stage)
        left = box.right() - _CODE_WIDTH - tokens.SPACE_12 - width
        fill = theme.bg if current else theme.sunk
        pill = QRectF(left, box.y(), width, drawing.PILL_HEIGHT)
        drawing.draw_pill(painter, pill, stage, (fill, theme.dim))
        if phrase.picture is None:
            return left
        left -= tokens.SPACE_8 + drawing.PICTURE_SIGN
        sign = QPointF(left + drawing.PICTURE_SIGN / 2, pill.center().y())
        drawing.draw_picture_sign(painter, sign, theme.dim)
        return left

    def _paint_left(
        self,
        painter: QPainter,
        box: QRect,
        phrase: Phrase,
        marks: Marks,
        end: tuple[float, str, bool],
    ) -> None:
        """Title and text; `end` of the room, what to say instead, whether it warns."""
        theme = self._appearance.theme
        right, instead, refused = end
        if self._model.pinned(phrase):
            middle = QPointF(box.x() - _PIN_LEFT, box.y() + 10)
            drawing.draw_pin(painter, middle, theme.accent)
        title = QRectF(box.x(), box.y(), right - box.x() - tokens.SPACE_12, 20)
        ink = theme.faint if refused else theme.text
        look = (font(tokens.STRONG), ink, theme.mark)
        drawing.draw_line(painter, title, phrase.title, marks.title, look)
        line, spans = line_to_show(phrase.text, marks)
        width = box.width() - _CODE_WIDTH - tokens.SPACE_8
        below = QRectF(box.x(), box.bottom() - 18, width, 18)
        if instead:
            line, spans = instead, ()
        ink = theme.warn if refused else theme.dim
        look = (font(tokens.SMALL), ink, theme.mark)
        drawing.draw_line(painter, below, line, spans, look)


def line_to_show(text: str, marks: Marks) -> tuple[str, tuple[Span, ...]]:
    """The first line of `text`, or the line that explains why it was found."""
    lines = text.split("\n")
    start = 0
    if marks.text and not marks.title:
        while lines[1:] and marks.text[0].start > start + utf16.length(lines[0]):
            start += utf16.length(lines.pop(0)) + 1
    end = start + utf16.length(lines[0])
    inside = (span for span in marks.text if start <= span.start < end)
    return lines[0], tuple(
        Span(at - start, min(length, end - at)) for at, length in inside
    )


class ResultList(ChoiceList):
    """Shows the hits."""

    menu_asked = Signal(QPoint)
    """The other button on a row, which is current now; the place on the desktop."""

    def __init__(self, model: PhraseModel, appearance: Appearance) -> None:
        super().__init__(model, PhraseDelegate(model, appearance), appearance)
        self.phrases = model

    def contextMenuEvent(self, event: "QContextMenuEvent") -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_asked.emit(event.globalPos())
