"""A list in the quick panel, one row of which is always current while there are any.

Keys do not come here: the search field keeps the focus. What a row looks like is the
business of a delegate.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
)

from qtdesk.ui import drawing
from qtdesk.ui import theme as tokens
from qtdesk.ui.search_field import Step
from qtdesk.ui.theme import Appearance, Theme

if TYPE_CHECKING:
    # Each class costs the start what its enumerations cost.
    from PySide6.QtGui import QPaintEvent

VISIBLE_ROWS = 5


def paint_ground(
    painter: QPainter, box: QRect, theme: Theme, *, current: bool, hover: bool
) -> None:
    """What is behind a row that is current, or under the pointer."""
    if not (current or hover):
        return
    ground = QRectF(box.adjusted(tokens.SPACE_8, 0, -tokens.SPACE_8, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.sel if current else theme.hover)
    radius = tokens.RADIUS_CONTROL
    painter.drawRoundedRect(ground, radius, radius)
    if current:
        painter.setBrush(theme.accent)
        bar = QRectF(ground.x(), ground.y() + 12, 3, ground.height() - 24)
        painter.drawRoundedRect(bar, 1.5, 1.5)


class ChoiceList(QListView):
    """Five rows to be seen; the others scroll."""

    row_clicked = Signal(int)
    current_changed = Signal(int)  # -1 for none

    def __init__(
        self,
        model: QAbstractItemModel,
        delegate: QStyledItemDelegate,
        appearance: Appearance,
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(delegate)
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
        rows = self._rows.rowCount()
        if rows:
            self.setCurrentIndex(self._rows.index(max(0, min(row, rows - 1)), 0))

    def go(self, step: Step) -> None:
        rows = self._rows.rowCount()
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
