"""The window of the dock: buyers on top, stages on the left, cards beside them.

It takes clicks, and never the focus. It shows what it is told and decides nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLineF, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout

from qtdesk.ui import theme as tokens
from qtdesk.ui.dock.buyer_bar import BuyerBar
from qtdesk.ui.dock.card_list import CardList
from qtdesk.ui.dock.cards import LANE, CardModel
from qtdesk.ui.dock.reminder import ReminderLine
from qtdesk.ui.dock.stage_bar import StageBar
from qtdesk.ui.floating import FloatingWindow
from qtdesk.ui.theme import Appearance, font

_CARDS = 200 + LANE
_DRAG = 6
"""Pixels that the pointer has to go before a press becomes a drag."""


KEYS_BEHIND = "  "
"""Between the name of an action and its keys."""


class BottomButton(QAbstractButton):
    """An action at the bottom: the one with its keys, or a quiet one beside it."""

    def __init__(self, appearance: Appearance, *, quiet: bool = False) -> None:
        super().__init__()
        self._appearance = appearance
        self._quiet = quiet
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(tokens.CONTROL + 2)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font(tokens.BODY, tokens.BOLD))
        text = metrics.horizontalAdvance(self.text())
        return QSize(round(text) + 2 * tokens.SPACE_8, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        hover = theme.sel if self.underMouse() else theme.sunk
        painter.setBrush(hover if self._quiet else theme.accent)
        radius = tokens.RADIUS_CONTROL
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setPen(theme.text if self._quiet else theme.on)
        painter.setFont(font(tokens.BODY, tokens.BOLD))
        # The keys behind the name are told elsewhere, too; a name cut off is no name.
        room = self.width() - tokens.SPACE_8
        fits = painter.fontMetrics().horizontalAdvance(self.text()) <= room
        shown = self.text() if fits else self.text().partition(KEYS_BEHIND)[0]
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, shown)


class DockWindow(FloatingWindow):
    """Clicks become signals."""

    dragged = Signal()
    menu_asked = Signal(QRect)
    """The other button, where there is no card."""
    pointer_came = Signal()
    pointer_left = Signal()
    shadow_reach = tokens.SPACE_8

    def __init__(
        self,
        appearance: Appearance,
        composited: Callable[[], bool],
        cards: CardModel,
        following: CardModel,
    ) -> None:
        """`cards` are those of the stage, `following` what usually comes next."""
        super().__init__(appearance, composited, Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.buyers = BuyerBar(appearance)
        self.stages = StageBar(appearance)
        self.cards = CardList(cards, appearance)
        self.following = CardList(following, appearance)
        self.primary = BottomButton(appearance)
        self.primary.hide()
        self.lists = BottomButton(appearance, quiet=True)
        self.lists.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.lists.setText("…")
        self.lists.setFixedWidth(tokens.CONTROL)
        self.reminder = ReminderLine(appearance)
        self.reminder.hide()
        self._grip: QPoint | None = None
        self._dragging = False
        self._build()
        appearance.theme_changed.connect(self.update)

    def _build(self) -> None:
        edge = tokens.SPACE_12
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, 0, edge)
        column.setSpacing(tokens.SPACE_12)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, edge, 0)
        top.addWidget(self.buyers)
        column.addLayout(top)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, edge, 0)
        line.addWidget(self.reminder)
        column.addLayout(line)
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE_8 * 2 + 1)
        row.addWidget(self.stages)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.cards, 1)
        right.addWidget(self.following)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(0, tokens.SPACE_4, LANE, 0)
        bottom.setSpacing(tokens.SPACE_4)
        bottom.addWidget(self.primary, 1)
        bottom.addWidget(self.lists)
        right.addLayout(bottom)
        row.addLayout(right, 1)
        column.addLayout(row, 1)

    @property
    def wanted_width(self) -> int:
        """Of the visible part, for the titles of the stages of now."""
        between = tokens.SPACE_12 + 2 * tokens.SPACE_8 + 1
        return self.stages.width() + between + _CARDS

    @property
    def visible_part(self) -> QRect:
        """The body on the desktop, without the shadow."""
        edge = self.margin
        return self.geometry().adjusted(edge, edge, -edge, -edge)

    def take(self, corner: QPoint, size: QSize) -> None:
        """Let the visible part stand there."""
        if self.visible_part.size() != size:
            self.settle(size.width(), size.height())
        self.move(corner - QPoint(self.margin, self.margin))

    def fit_following(self) -> None:
        """Give what comes next the room that its cards need, and no more."""
        self.following.setVisible(self.following.cards.rowCount() > 0)
        self.following.setFixedHeight(self.following.content_height())

    def paint_body(self, painter: QPainter) -> None:
        left = self.stages.geometry().right() + tokens.SPACE_8 + 0.5
        top = float(self.stages.geometry().top())
        painter.setPen(QPen(self.theme.line, 1))
        painter.drawLine(QLineF(left, top, left, self.body().bottom()))
        if self.following.isVisible():
            below = self.following.geometry()
            right = float(below.right() + 1 - LANE)
            painter.drawLine(QLineF(left, below.top() + 0.5, right, below.top() + 0.5))

    # --- the pointer -----------------------------------------------------------

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointer_came.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer_left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(QRect(event.globalPos(), QSize(1, 1)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        wanted = event.globalPosition().toPoint() - self._grip
        far = (wanted - self.pos()).manhattanLength() >= _DRAG
        if self._dragging or far:
            self._dragging = True
            self.move(wanted)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        was_dragged, self._dragging, self._grip = self._dragging, False, None
        if was_dragged:
            self.dragged.emit()
