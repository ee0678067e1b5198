"""A list of cards for the mouse: a click chooses, the other button asks for more."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from qtdesk.ui import drawing
from qtdesk.ui.dock.cards import CardDelegate, CardModel, Row
from qtdesk.ui.plain_list import make_plain
from qtdesk.ui.theme import Appearance

_STEP = 20
"""Pixels that each of the three lines of a notch of the wheel is worth."""


class CardList(QListView):
    """Cards one below the other; scrolls by the wheel."""

    phrase_clicked = Signal(object)  # Phrase
    phrase_pointed = Signal(object, QRect)  # Phrase or None, its place on the desktop
    menu_asked = Signal(object, QRect)  # the same

    def __init__(self, model: CardModel, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.cards = model
        self._pointed = -1
        self.setModel(model)
        self._delegate = CardDelegate(model, appearance)
        self.setItemDelegate(self._delegate)
        make_plain(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.entered.connect(self._on_entered)
        self.clicked.connect(self._on_clicked)

    def show_rows(self, rows: Sequence[Row], *, from_top: bool) -> None:
        """Show these; the same ones stay where they are and are read anew."""
        if not self.cards.shows(rows):
            before = self.verticalScrollBar().value()
            self.cards.show_rows(rows)
            self.doItemsLayout()
            self.verticalScrollBar().setValue(0 if from_top else before)
        else:
            self.cards.read_again()
            if from_top:
                self.scrollToTop()

    def content_height(self) -> int:
        """What all rows need at the width of now."""
        return sum(map(self._delegate.height, range(self.cards.rowCount())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.width = self.viewport().width()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        bar = self.verticalScrollBar()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.edge)
        lane = QRectF(self.viewport().rect()).adjusted(0, 2, -3, -2)
        part = (bar.value(), bar.pageStep(), bar.maximum() - bar.minimum())
        drawing.draw_thumb(painter, lane, part)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(self.viewport().mapFrom(self, event.pos()))
        phrase = self.cards.row(index.row()).phrase
        if phrase is not None:
            self.menu_asked.emit(phrase, self._place_of(index.row()))

    def _place_of(self, row: int) -> QRect:
        box = self.visualRect(self.cards.index(row))
        return QRect(self.viewport().mapToGlobal(box.topLeft()), box.size())

    def _point_at(self, row: int) -> None:
        if row != self._pointed:
            self._pointed = row
            phrase = self.cards.row(row).phrase
            place = self._place_of(row) if phrase is not None else QRect()
            self.phrase_pointed.emit(phrase, place)

    @Slot(int)
    def _on_scrolled(self) -> None:
        self._point_at(-1)

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self._point_at(index.row())

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        phrase = self.cards.row(index.row()).phrase
        if phrase is not None:
            self.phrase_clicked.emit(phrase)
