"""The list of promises: a row each, how urgent it is as a word in its colour.

Knows only what stands in a row; which promises there are is told to it.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum, IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from qtdesk.core.promises import Promise, State
from qtdesk.ui import drawing
from qtdesk.ui.pill_delegate import PillDelegate
from qtdesk.ui.promises.wording import PromiseWording
from qtdesk.ui.theme import Appearance, Theme

_Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 36


class Urgency(Enum):
    """How soon something has to be kept."""

    OVERDUE = "overdue"
    TODAY = "today"
    LATER = "later"
    HANDED_OVER = "handed_over"


class Column(IntEnum):
    """In this order."""

    URGENCY = 0
    DUE = 1
    BUYER = 2
    MATTER = 3


def urgency_of(promise: Promise, now: datetime) -> Urgency:
    """How soon `promise` has to be kept."""
    if promise.state is State.HANDED_OVER:
        return Urgency.HANDED_OVER
    if promise.is_overdue(now):
        return Urgency.OVERDUE
    today = promise.due.astimezone(now.tzinfo).date() == now.date()
    return Urgency.TODAY if today else Urgency.LATER


class PromiseModel(QAbstractTableModel):
    """Promises as rows, as of one moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = PromiseWording(self)
        self._rows: Sequence[tuple[Promise, Urgency]] = ()
        self._now = datetime.now().astimezone()

    def take(self, promises: Sequence[Promise], now: datetime) -> None:
        """Show these: what is overdue first, what others have last."""
        rows = [(each, urgency_of(each, now)) for each in promises]
        order = list(Urgency)
        rows.sort(key=lambda row: (order.index(row[1]), row[0].due))
        self.beginResetModel()
        self._rows, self._now = rows, now
        self.endResetModel()

    def promise(self, row: int) -> Promise | None:
        return self._rows[row][0] if 0 <= row < len(self._rows) else None

    def row_of(self, uid: str) -> int:
        """The row of that promise; -1 where it is not shown."""
        return next((n for n, row in enumerate(self._rows) if row[0].uid == uid), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        shown = role == Qt.ItemDataRole.DisplayRole
        if not shown or orientation != Qt.Orientation.Horizontal:
            return None
        titles = {
            Column.URGENCY: "",
            Column.DUE: self.tr("Promised by"),
            Column.BUYER: self.tr("Buyer"),
            Column.MATTER: self.tr("What"),
        }
        return titles[Column(section)]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        promise, urgency = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return urgency
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(promise, urgency, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            texts = (self._text(promise, urgency, column) for column in Column)
            return ", ".join(filter(None, texts))
        return None

    def _text(self, promise: Promise, urgency: Urgency, column: Column) -> str:
        match column:
            case Column.URGENCY:
                return said(urgency)
            case Column.DUE:
                return self._due(promise)
            case Column.BUYER:
                return self._wording.who(promise.buyer, promise.tail) or "–"
            case Column.MATTER:
                matter = self._wording.matter(promise.matter)
                step = promise.next_step
                return f"{matter} → {step}" if step else matter

    def _due(self, promise: Promise) -> str:
        due = self._wording.moment(promise.due, self._now)
        if promise.snoozed is None or promise.snoozed <= self._now:
            return due
        again = self._wording.moment(promise.snoozed, self._now)
        return self.tr("{due}, again {moment}").format(due=due, moment=again)


def said(urgency: Urgency) -> str:
    """The word for it."""
    translate = QCoreApplication.translate
    return {
        Urgency.OVERDUE: translate("PromiseModel", "Overdue"),
        Urgency.TODAY: translate("PromiseModel", "Today"),
        Urgency.LATER: translate("PromiseModel", "Later"),
        Urgency.HANDED_OVER: translate("PromiseModel", "Handed over"),
    }[urgency]


class PromiseTable(QTableView):
    """One row is chosen at a time; arrows move, letters act, and Tab leaves."""

    key_pressed = Signal(int)

    def __init__(self, model: PromiseModel, appearance: Appearance) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        # Digits and letters act here, whatever input method is on.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pills = PillDelegate(
            self,
            _ROW_HEIGHT,
            lambda urgency: colours_of(urgency, appearance.theme),
            lambda: max(drawing.pill_width(said(each)) for each in Urgency),
        )
        self.setItemDelegateForColumn(Column.URGENCY, pills)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        head.setDefaultAlignment(left)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(Column.MATTER, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = (
            *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
            *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape),
        )
        if event.key() in moves or event.modifiers() & ~_KEYPAD:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.key_pressed.emit(event.key())


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def colours_of(urgency: Urgency, theme: Theme) -> tuple[QColor, QColor]:
    """Ground and ink of it."""
    match urgency:
        case Urgency.OVERDUE:
            return theme.stop_bg, theme.stop
        case Urgency.TODAY:
            return theme.warn_bg, theme.warn
        case Urgency.LATER | Urgency.HANDED_OVER:
            return theme.sunk, theme.dim
