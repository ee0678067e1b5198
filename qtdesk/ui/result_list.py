"""The list of hits: how a row looks and how the mouse chooses one.

Keys do not come here: the search field keeps the focus.
"""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
)

from qtdesk.core.phrases import Phrase
from qtdesk.core.search import Marks, Span
from qtdesk.ui import drawing, utf16
from qtdesk.ui import theme as tokens
from qtdesk.ui.phrase_model import PhraseModel
from qtdesk.ui.search_field import Step
from qtdesk.ui.theme import Appearance, font

if TYPE_CHECKING:
    # Each class costs the start what its enumerations cost.
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

_Index = QModelIndex | QPersistentModelIndex
VISIBLE_ROWS = 5
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
        self._paint_ground(painter, box, current, hover)
        marks = self._model.marks(index.row())
        inner = box.adjusted(tokens.SPACE_24, 6, -tokens.SPACE_24, -6)
        stage_left = self._paint_right(painter, inner, phrase, index.row(), current)
        refused = self._model.refusal(index.row())
        instead = refused or self._model.part(index.row())
        end = (stage_left, instead, bool(refused))
        self._paint_left(painter, inner, phrase, marks, end)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRect, current: bool, hover: bool
    ) -> None:
        if not (current or hover):
            return
        theme = self._appearance.theme
        ground = QRectF(box.adjusted(tokens.SPACE_8, 0, -tokens.SPACE_8, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.sel if current else theme.hover)
        radius = tokens.RADIUS_CONTROL
        painter.drawRoundedRect(ground, radius, radius)
        if current:
            painter.setBrush(theme.accent)
            bar = QRectF(ground.x(), ground.y() + 12, 3, ground.height() - 24)
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _paint_right(
        self, painter: QPainter, box: QRect, phrase: Phrase, row: int, current: bool
    ) -> float:
        """Stage, code and key; returns where the stage begins."""
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


class ResultList(QListView):
    """Shows the hits; one of them is always current while there are any."""

    row_clicked = Signal(int)
    current_changed = Signal(int)  # -1 for none

    def __init__(self, model: PhraseModel, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.phrases = model
        self.setModel(model)
        self.setItemDelegate(PhraseDelegate(model, appearance))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        clear = self.palette()
        clear.setBrush(QPalette.ColorRole.Base, Qt.BrushStyle.NoBrush)
        self.setPalette(clear)
        self.setFixedHeight(VISIBLE_ROWS * tokens.ROW)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def row(self) -> int:
        """The current row, -1 where there is none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Make `row` current, or the nearest there is."""
        rows = self.phrases.rowCount()
        if rows:
            self.setCurrentIndex(self.phrases.index(max(0, min(row, rows - 1))))

    def go(self, step: Step) -> None:
        rows = self.phrases.rowCount()
        targets = {
            Step.UP: self.row - 1,
            Step.DOWN: self.row + 1,
            Step.PAGE_UP: self.row - VISIBLE_ROWS,
            Step.PAGE_DOWN: self.row + VISIBLE_ROWS,
            Step.FIRST: 0,
            Step.LAST: rows - 1,
        }
        self.go_to(targets[step])

    def speak(self, text: str) -> None:
        """Have a screen reader say this, if there is one."""
        # For the first row that is shown, not for the start.
        from PySide6.QtGui import (  # noqa: PLC0415
            QAccessible,
            QAccessibleAnnouncementEvent,
        )

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def paintEvent(self, event: "QPaintEvent") -> None:
        super().paintEvent(event)
        bar = self.verticalScrollBar()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.edge)
        lane = QRectF(self.viewport().rect()).adjusted(0, 2, -2, -2)
        part = (bar.value(), bar.pageStep(), bar.maximum() - bar.minimum())
        drawing.draw_thumb(painter, lane, part)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.row_clicked.emit(index.row())

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.current_changed.emit(current.row())
        if current.isValid():
            # The focus stays in the field, so the row has to be spoken.
            self.speak(current.data(Qt.ItemDataRole.AccessibleTextRole))
