"""Asks by when something is promised: a digit, or a time that is typed.

A small window that has the focus for a moment and gives it back. What acts does so
when its key is let go: its repeats would go on in the chat.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from qtdesk.core.ports import Area, WallClock
from qtdesk.core.promise_desk import About
from qtdesk.core.promises.choices import Choice, moments_to_promise
from qtdesk.core.promises.promise import LONGEST_MATTER
from qtdesk.core.promises.quick_time import LONGEST, moment_in
from qtdesk.ui import placement
from qtdesk.ui import theme as tokens
from qtdesk.ui.floating import FloatingWindow
from qtdesk.ui.keys import ENTER_KEYS
from qtdesk.ui.panel_parts import DimLabel
from qtdesk.ui.promises.choice_row import ChoiceRow
from qtdesk.ui.promises.plain_field import PlainField
from qtdesk.ui.promises.wording import PromiseWording
from qtdesk.ui.theme import Appearance

_WIDTH = 320
_OFFERS = 5
_OWN, _LIST = Qt.Key.Key_6.value, Qt.Key.Key_0.value
_LOOK_MS = 150
"""Longer than Qt itself waits for a lost focus to come back (100 ms on X11)."""


class PromisePopover(FloatingWindow):
    """Shown over the chat; says what was chosen."""

    chosen = Signal(str, object)  # the matter, and its moment
    list_asked = Signal()
    opened_focused = Signal()
    closed = Signal()
    dismissed = Signal()
    """Escape: the chat should have the focus back."""

    def __init__(
        self, wall: WallClock, appearance: Appearance, composited: Callable[[], bool]
    ) -> None:
        super().__init__(appearance, composited)
        self._wall = wall
        self._wording = PromiseWording(self)
        self._about = About()
        self._offers: tuple[Choice, ...] = ()
        self._waiting = 0
        self._armed = 0
        self._awaited = self._was_focused = False
        self._title = DimLabel(appearance, "text", tokens.BODY)
        self._title.setFont(tokens.font(tokens.BODY, tokens.MEDIUM))
        self.matter = PlainField(LONGEST_MATTER)
        self.own = PlainField(LONGEST)
        self._rows = [ChoiceRow(str(n + 1), appearance) for n in range(_OFFERS + 1)]
        self._list_row = ChoiceRow("0", appearance)
        self._note = DimLabel(appearance)
        self._check = QTimer(self, interval=_LOOK_MS)
        self._build()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.winId()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        edge = tokens.SPACE_12
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(tokens.SPACE_4)
        rows = (*self._rows, self.own, self._list_row)
        for widget in (self._title, self.matter, *rows, self._note):
            column.addWidget(widget)
        self._note.setWordWrap(True)
        for number, row in enumerate(self._rows[:_OFFERS]):
            row.clicked.connect(partial(self._take, number))
        self._rows[_OFFERS].clicked.connect(self._ask_own)
        self._list_row.clicked.connect(self._ask_list)
        self.own.textChanged.connect(self._show_own)
        for field in (self.matter, self.own):
            field.installEventFilter(self)
        self._check.timeout.connect(self._on_focus_overdue)

    # --- for whoever opens it --------------------------------------------------

    def open(self, about: About, area: Area | None, waiting: int) -> None:
        """Ask by when, over `area`; `waiting` is how many promises there are."""
        self._about, self._waiting = about, waiting
        self._offers = moments_to_promise(self._wall)
        self._armed, self._was_focused, self._awaited = 0, False, True
        self.own.clear()
        self._retranslate()
        self.matter.setText(self._wording.matter(about.matter))
        self._show_own()
        screen = placement.screen_for(area)
        self.move(placement.beside(area, self.size(), screen))
        self.show()
        self.rise()
        self.activateWindow()
        self.setFocus()
        self._check.start()

    def close_window(self) -> None:
        """Hide; nothing is promised."""
        self._check.stop()
        self._awaited = self._was_focused = False
        if self.isVisible():
            self.hide()
            QGuiApplication.inputMethod().reset()
            self.closed.emit()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("qtdesk: promise"))
        now = self._wall.now()
        who = self._wording.who(self._about.buyer, self._about.tail)
        to = self.tr("Promised to {who}").format(who=who)
        self._title.setText(to if who else self.tr("Promised"))
        self.matter.setAccessibleName(self.tr("What was promised"))
        for row, offer in zip(self._rows, self._offers, strict=False):
            when = self._wording.moment(offer.moment, now)
            row.say(self._wording.offer(offer.offer), when)
        self._rows[_OFFERS].say(self.tr("Another time"), "")
        self.own.setAccessibleName(self.tr("Another time"))
        self.own.setPlaceholderText(self.tr("45m, 16:30, tomorrow 9:30"))
        count = str(self._waiting) if self._waiting else ""
        self._list_row.say(self.tr("All promises"), count)
        self._fit()

    @Slot()
    def _show_own(self) -> None:
        """Say which moment the typed text is, before it is taken."""
        asked = self.own.hasFocus() or bool(self.own.text())
        self.own.setVisible(asked)
        found = moment_in(self.own.text(), self._wall)
        if found is not None:
            when = self._wording.moment(found, self._wall.now())
            said = self.tr("Enter: {moment}").format(moment=when)
        else:
            said = self.tr("No time ahead can be read from this yet.")
        hint = self.tr("Tab: other words  ·  Esc: nothing is promised")
        self._note.setText(said if self.own.text() else hint)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.settle(_WIDTH, layout.sizeHint().height())
        self.update()

    # --- what was chosen -------------------------------------------------------

    def _take(self, number: int) -> None:
        self._promise(self._offers[number].moment)

    def _promise(self, due: datetime) -> None:
        said = self.matter.text().strip()
        proposed = self._wording.matter(self._about.matter)
        matter = said if said and said != proposed else self._about.matter or proposed
        self.close_window()
        self.chosen.emit(matter, due)

    @Slot()
    def _ask_own(self) -> None:
        self.own.show()
        self.own.setFocus()
        self._show_own()

    @Slot()
    def _ask_list(self) -> None:
        self.close_window()
        self.list_asked.emit()

    def _take_own(self) -> None:
        found = moment_in(self.own.text(), self._wall)
        if found is not None:
            self._promise(found)

    def _leave(self) -> None:
        self.close_window()
        self.dismissed.emit()

    # --- keys ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif not event.isAutoRepeat() and self._acts(key):
            self._armed = key

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        key, armed = event.key(), self._armed
        if event.isAutoRepeat() or key != armed:
            return
        self._armed = 0
        if key == _OWN:
            self._ask_own()
        elif key == _LIST:
            self._ask_list()
        elif self._acts(key):
            self._take(key - Qt.Key.Key_1.value)

    def _acts(self, key: int) -> bool:
        first = Qt.Key.Key_1.value
        return key in (_OWN, _LIST) or first <= key < first + len(self._offers)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab goes to the words and back to the digits."""
        if self.matter.hasFocus():
            self.setFocus()
        else:
            self.matter.setFocus()
            self.matter.selectAll()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the two fields that are not for typing."""
        kind = event.type()
        if kind is QEvent.Type.FocusOut and watched is self.own:
            QTimer.singleShot(0, self, self._show_own)
        if isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            return self._field_key(watched, event, kind)
        return super().eventFilter(watched, event)

    def _field_key(self, field: QLineEdit, event: QKeyEvent, kind: QEvent.Type) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape and kind is QEvent.Type.KeyPress:
            self._leave()
            return True
        if key not in ENTER_KEYS or event.isAutoRepeat():
            return False
        if kind is QEvent.Type.KeyPress:
            self._armed = key
        elif kind is QEvent.Type.KeyRelease and self._armed == key:
            self._armed = 0
            if field is self.own:
                self._take_own()
            else:
                self.setFocus()
        return True

    # --- Qt's other events -----------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self.isVisible():
            self._retranslate()
        if event.type() is QEvent.Type.ActivationChange and self.isVisible():
            QTimer.singleShot(0, self, self._leave_if_inactive)

    def _leave_if_inactive(self) -> None:
        if self.isActiveWindow():
            self._was_focused = True
            self._check.stop()
        elif self._was_focused:
            # The agent went elsewhere, which keeps the focus.
            self.close_window()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._awaited and self.isActiveWindow():
            self._awaited = False
            QTimer.singleShot(0, self, self.opened_focused.emit)

    def paint_body(self, painter: QPainter) -> None:
        for field in (self.matter, self.own):
            if field.isVisible():
                box = QRectF(field.geometry()).adjusted(-0.5, -0.5, 0.5, 0.5)
                theme = self.theme
                painter.setPen(theme.accent if field.hasFocus() else theme.line)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                radius = tokens.RADIUS_CONTROL
                painter.drawRoundedRect(box, radius, radius)

    def closeEvent(self, event: QCloseEvent) -> None:
        # By its desktop; the end of the program needs no focus given back.
        if event.spontaneous():
            event.ignore()
            self._leave()

    @Slot()
    def _on_focus_overdue(self) -> None:
        if self.mend_activation():
            self.setFocus()
            self.update()
