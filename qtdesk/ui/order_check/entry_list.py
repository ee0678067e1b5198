"""The list of a check's entries: which one is current, and what its keys ask for.

It changes no answer; it says what the agent wants changed.
"""

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QAbstractSlider, QListView

from qtdesk.core.checklists import Entry
from qtdesk.ui import drawing
from qtdesk.ui.keys import ENTER_KEYS
from qtdesk.ui.order_check.row_model import RowModel
from qtdesk.ui.order_check.row_painter import RowPainter
from qtdesk.ui.order_check.rows import Row, RowKind, blocks_of
from qtdesk.ui.order_check.value_field import ValueField
from qtdesk.ui.plain_list import make_plain
from qtdesk.ui.theme import Appearance

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_DIGITS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)
_DELETE = (Qt.Key.Key_Delete.value, Qt.Key.Key_Backspace.value)
_PAGES = {
    Qt.Key.Key_PageUp.value: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown.value: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
_BEGINS_VALUE = "0123456789+"


class EntryList(QListView):
    """Keys go to the entry that is current; without one they are actions."""

    enter_released = Signal()
    answered = Signal(str, object)  # entry, value
    reset_asked = Signal(str)
    reason_given = Signal(str, str)  # entry, reason
    blocks_opened = Signal(object)  # frozenset of ids

    def __init__(self, model: RowModel, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._rows = model
        self._painter = RowPainter(model, appearance)
        self._armed = False
        self._field = ValueField(appearance, self.viewport())
        self._asked = ("", False)
        """The entry that the field is for, and whether it asks for a reason."""
        self.setModel(model)
        self.setItemDelegate(self._painter)
        make_plain(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._field.taken.connect(self._on_taken)
        self._field.left.connect(self._leave_field)

    # --- which is current ------------------------------------------------------

    @property
    def row(self) -> Row | None:
        """The current row."""
        return self._rows.row(self.currentIndex().row())

    @property
    def entry(self) -> Entry | None:
        """What the keys act upon."""
        row = self.row
        return row.entry if row is not None else None

    def show_rows(self, rows: tuple[Row, ...], entry: str) -> None:
        """Show these rows with that entry current, or none."""
        self._leave_field()
        self._painter.current = -1
        before = self.verticalScrollBar().value()
        self._rows.take(rows)
        self.verticalScrollBar().setValue(before)
        self._turn_to(self._rows.number_of(entry))

    def look_at(self, entry: str) -> None:
        """Make an entry with its own row current; if it is, let it be typed."""
        if self.entry is None or self.entry.id != entry or not self.let_type():
            self._turn_to(self._rows.number_of(entry))

    def _turn_to(self, number: int) -> None:
        index = self._rows.index(number)
        self._painter.current = number
        self.setCurrentIndex(index)
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        if index.isValid():
            self.scrollTo(index)
            if QAccessible.isActive():
                spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
                event = QAccessibleAnnouncementEvent(self, spoken)
                QAccessible.updateAccessibility(event)
        self.viewport().update()

    def step(self, by: int, *, everywhere: bool = False) -> None:
        """Go on to the next row that needs the agent; to any where none does."""
        rows = self._rows.rows
        wanted = [n for n, row in enumerate(rows) if row.needs_agent]
        if everywhere or not wanted:
            wanted = [n for n, row in enumerate(rows) if row.kind is not RowKind.BLOCK]
        now = self.currentIndex().row()
        ahead = [n for n in wanted if (n > now if by > 0 else n < now)]
        if ahead:
            self._turn_to(ahead[0] if by > 0 else ahead[-1])
        elif wanted and now < 0:
            self._turn_to(wanted[0 if by > 0 else -1])

    # --- the field -------------------------------------------------------------

    @property
    def is_asking(self) -> bool:
        """Whether a field stands in a row."""
        return self._field.isVisible()

    def let_type(self, typed: str = "") -> bool:
        """Let the current value be typed, beginning with `typed`; False if it cannot.

        A tick is not typed, nor a choice that has a digit for each answer.
        """
        entry = self.entry
        few = entry is not None and 0 < len(entry.choices) <= len(_DIGITS)
        if entry is None or not entry.editable or entry.item.type.is_tick or few:
            return False
        self._ask(entry, entry.text, entry.item.ask, reason=False)
        if typed:
            self._field.type(typed)
        return True

    def ask_reason(self) -> None:
        """Let a reason be typed why the current entry may pass as it is."""
        entry = self.entry
        if entry is not None and (entry.blocks or entry.reason):
            wanted = self.tr("Why may it pass?")
            self._ask(entry, entry.reason, wanted, reason=True)

    def _ask(self, entry: Entry, text: str, wanted: str, *, reason: bool) -> None:
        places = self._painter.places(self.currentIndex().row())
        if places is None:
            return
        self._asked = (entry.id, reason)
        below = self.visualRect(self.currentIndex()).topLeft()
        place = places.remark if reason and places.remark.height() else places.value
        box = QRectF(place.left() - 5, place.center().y() - 13, place.width() + 5, 26)
        field = box.translated(QPointF(below)).toRect()
        self._field.ask(field, text, wanted, entry.label)

    def _on_taken(self, text: str) -> None:
        entry, reason = self._asked
        self._leave_field()
        (self.reason_given if reason else self.answered).emit(entry, text)

    def _leave_field(self) -> None:
        if self._field.isVisible():
            self._field.hide()
            self.setFocus()

    # --- keys ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key in ENTER_KEYS and held == _NONE:
            self._armed = not event.isAutoRepeat()
        elif not self._act(event, key, held):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and self._armed and not event.isAutoRepeat():
            self._armed = False
            self.enter_released.emit()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._armed = False
        super().focusOutEvent(event)

    def _act(self, event: QKeyEvent, key: int, held: Qt.KeyboardModifier) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and held in (_NONE, _CTRL):
            by = 1 if key == Qt.Key.Key_Down else -1
            self.step(by, everywhere=held == _CTRL)
        elif key in _PAGES:
            self.verticalScrollBar().triggerAction(_PAGES[key])
        elif key == Qt.Key.Key_E and held == _CTRL:
            self.ask_reason()
        elif held not in (_NONE, _SHIFT):
            return False
        elif key == Qt.Key.Key_Space:
            self._tick()
        elif key == Qt.Key.Key_Right:
            self._open()
        elif key == Qt.Key.Key_F2:
            self.let_type()
        elif key in _DELETE and self.entry is not None:
            self.reset_asked.emit(self.entry.id)
        elif key in _DIGITS and self._choose(key - _DIGITS.start):
            return True
        else:
            begins = event.text()[:1] in _BEGINS_VALUE and bool(event.text())
            return begins and self.let_type(event.text())
        return True

    def _tick(self) -> None:
        entry = self.entry
        if entry is not None and entry.item.type.is_tick and entry.editable:
            self.answered.emit(entry.id, entry.value is not True)

    def _open(self) -> None:
        row = self.row
        if row is not None and row.opens:
            self.blocks_opened.emit(blocks_of(row))

    def _choose(self, number: int) -> bool:
        """Choose by a digit: for the current entry, or for the next open choice."""
        entry = self.entry
        if entry is None or entry.item.type.is_tick:
            open_ones = (row.entry for row in self._rows.rows if row.needs_agent)
            entry = next((e for e in open_ones if e is not None and e.choices), None)
        if entry is None or not entry.choices:
            return False
        if number < len(entry.choices):
            self.answered.emit(entry.id, entry.choices[number].id)
        return True

    # --- the mouse, and Qt's other events --------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._rows.row(index.row())
        if row is None or row.kind is RowKind.BLOCK:
            return
        if row.opens:
            self.blocks_opened.emit(blocks_of(row))
        elif index.row() == self._painter.current:
            self._click(index, event.position().toPoint())
        else:
            self._turn_to(index.row())
            self._click_sign(index, event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        del event
        self.let_type()

    def _click(self, index: QModelIndex, where: QPoint) -> None:
        """A click into the current row: a choice, the sign of a tick, or its value."""
        places, entry = self._painter.places(index.row()), self.entry
        if places is None or entry is None:
            return
        inside = QPointF(where - self.visualRect(index).topLeft())
        chosen = next((c for c in places.choices if c.box.contains(inside)), None)
        if chosen is not None:
            self.answered.emit(entry.id, chosen.choice.id)
        elif places.value.contains(inside):
            self.let_type()
        else:
            self._click_sign(index, where)

    def _click_sign(self, index: QModelIndex, where: QPoint) -> None:
        places = self._painter.places(index.row())
        inside = QPointF(where - self.visualRect(index).topLeft())
        if places is not None and places.sign.adjusted(-4, -4, 4, 4).contains(inside):
            self._tick()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._painter.width = self.viewport().width()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.scrollToTop()
        self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        bar = self.verticalScrollBar()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.edge)
        lane = QRectF(self.viewport().rect()).adjusted(0, 2, -2, -2)
        part = (bar.value(), bar.pageStep(), bar.maximum() - bar.minimum())
        drawing.draw_thumb(painter, lane, part)
