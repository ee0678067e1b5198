"""The line an agent types into, and what its keys ask of the panel.

It searches while an input method is still composing, keeps the focus whatever
happens, and never decides what a key does to the list.
"""

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from qtdesk.ui import theme as tokens
from qtdesk.ui import utf16
from qtdesk.ui.keys import ENTER_KEYS
from qtdesk.ui.theme import font

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent

_COMPOSING = str.maketrans("", "", " '’")
"""What input methods put between syllables."""


class Step(Enum):
    """A move in the list."""

    UP = auto()
    DOWN = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    FIRST = auto()
    LAST = auto()


_STEPS = {
    Qt.Key.Key_Up.value: Step.UP,
    Qt.Key.Key_Down.value: Step.DOWN,
    Qt.Key.Key_PageUp.value: Step.PAGE_UP,
    Qt.Key.Key_PageDown.value: Step.PAGE_DOWN,
}
_ENDS = {Qt.Key.Key_Home.value: Step.FIRST, Qt.Key.Key_End.value: Step.LAST}
_TABS = {Qt.Key.Key_Tab.value: 1, Qt.Key.Key_Backtab.value: -1}
_DIGITS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)
_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
SLASH = "/"
"""What opens the launcher."""
SLASHES = (SLASH, "／", "、")
"""The others are what input methods make of the key."""


class SearchField(QLineEdit):
    """A line edit whose query includes the text that is still being composed."""

    query_changed = Signal(str)
    step_asked = Signal(object)  # Step
    stage_asked = Signal(int)  # +1 for the next stage, -1 for the one before
    preview_asked = Signal(int)  # +1 to scroll down, -1 to scroll up
    enter_released = Signal()
    row_asked = Signal(int)  # counted from 0
    add_asked = Signal()
    """Ctrl and Enter were pressed, and Enter is let go."""
    copy_asked = Signal()
    another_asked = Signal()
    pin_variant_asked = Signal()
    pin_asked = Signal()
    new_asked = Signal()
    edit_asked = Signal()
    menu_asked = Signal()
    better_asked = Signal()
    escape_pressed = Signal()
    settings_asked = Signal()
    launch_asked = Signal(int)
    """A row of the launcher, counted from 0; -1 for the current one."""
    focus_gained = Signal()
    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preedit = ""
        self._announced = ""
        self._armed = 0
        """The key whose release will act: its press began in here."""
        self._adds = False
        """Whether Control was held at that press of Enter."""
        self._wishes = {
            (Qt.Key.Key_P.value, _CTRL): self.pin_asked,
            (Qt.Key.Key_N.value, _CTRL): self.new_asked,
            (Qt.Key.Key_E.value, _CTRL): self.edit_asked,
            (Qt.Key.Key_F2.value, _NONE): self.edit_asked,
            (Qt.Key.Key_J.value, _CTRL): self.better_asked,
            (Qt.Key.Key_R.value, _ALT): self.another_asked,
            (Qt.Key.Key_R.value, _ALT | _SHIFT): self.pin_variant_asked,
        }
        """Once for each press, by key and what is held."""
        self.setFrame(False)
        self.setFont(font(tokens.LARGE))
        clear = self.palette()
        clear.setBrush(QPalette.ColorRole.Base, Qt.BrushStyle.NoBrush)
        self.setPalette(clear)
        self.textChanged.connect(self._on_text_changed)

    @property
    def query(self) -> str:
        """The text with what is being composed at the cursor."""
        text = self.text()
        if not self._preedit:
            return text
        cursor = self.cursorPosition()
        return utf16.head(text, cursor) + self._preedit + utf16.tail(text, cursor)

    @property
    def wish(self) -> str | None:
        """What is typed behind the slash of the launcher; None without a slash."""
        query = self.query
        return query[1:] if query.startswith(SLASHES) else None

    def start_over(self, text: str = "") -> None:
        """`text` and no more, with no key half pressed."""
        self._preedit = ""
        self._armed = 0
        # Unlike `clear`, this forgets: nothing of an earlier query can be undone.
        self.setText(text)
        self._announce()

    @Slot()
    def _on_text_changed(self) -> None:
        self._announce()

    def _announce(self) -> None:
        query = self.query
        if query == self._announced:
            return
        self._announced = query
        text = self.text()
        digit = text[1:]
        chosen = len(digit) == 1 and digit in "123456789" and not self._preedit
        if chosen and text.startswith(SLASHES):
            # An input method has handed the digit over as a word, its key is let go.
            self.setText(text[0])
            self.launch_asked.emit(int(digit) - 1)
            return
        self.query_changed.emit(query)

    # --- Qt's events -----------------------------------------------------------

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString().translate(_COMPOSING)
        super().inputMethodEvent(event)
        self._announce()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_gained.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._armed = 0
        super().focusOutEvent(event)

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        super().mousePressEvent(event)
        self.clicked.emit()

    def contextMenuEvent(self, event: "QContextMenuEvent") -> None:
        """The menu key means the phrase, the other mouse button what is typed."""
        if event.reason() == event.Reason.Keyboard:
            self.menu_asked.emit()
        else:
            super().contextMenuEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab belongs to the stages; the focus stays."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # While a word is being composed, every key belongs to the input method.
        if self._preedit or not self._act(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        key = _same_enter(event.key())
        if event.isAutoRepeat() or not self._armed or key != self._armed:
            super().keyReleaseEvent(event)
            return
        self._armed = 0
        if self.wish is not None:
            self.launch_asked.emit(key - _DIGITS.start if key in _DIGITS else -1)
        elif key in _DIGITS:
            self.row_asked.emit(key - _DIGITS.start)
        elif self._adds:
            self.add_asked.emit()
        else:
            self.enter_released.emit()

    # --- what keys mean --------------------------------------------------------

    def _act(self, event: QKeyEvent) -> bool:
        """Do what this press asks for; False where it is for the text."""
        key = event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.wish is not None:
            return self._act_on_launcher(event, key, held)
        if key in ENTER_KEYS or (held == _ALT and key in _DIGITS):
            if not event.isAutoRepeat():
                self._adds = held == _CTRL
                known = key in _DIGITS or held in (_NONE, _CTRL)
                self._armed = _same_enter(key) if known else 0
            return True
        if key in _TABS:
            self.stage_asked.emit(_TABS[key])
            return True
        asked = self._wishes.get((key, held))
        if asked is not None:
            if not event.isAutoRepeat():
                asked.emit()
            return True
        return self._act_on_list(key, held)

    def _act_on_launcher(
        self, event: QKeyEvent, key: int, held: Qt.KeyboardModifier
    ) -> bool:
        """Digits choose; what is for phrases only does nothing."""
        digit = key in _DIGITS and (held == _ALT or (held == _NONE and not self.wish))
        if key in ENTER_KEYS or digit:
            if not event.isAutoRepeat():
                self._armed = _same_enter(key) if digit or held == _NONE else 0
            return True
        if key in _TABS:
            self.stage_asked.emit(_TABS[key])
            return True
        if key == Qt.Key.Key_Escape and held == _NONE:
            self.start_over()
            return True
        if (key, held) in self._wishes or (
            key == Qt.Key.Key_C and held == _CTRL and not self.hasSelectedText()
        ):
            return True
        return self._act_on_list(key, held)

    def _act_on_list(self, key: int, held: Qt.KeyboardModifier) -> bool:
        if key == Qt.Key.Key_Escape and held == _NONE:
            self.escape_pressed.emit()
        elif key == Qt.Key.Key_C and held == _CTRL and not self.hasSelectedText():
            self.copy_asked.emit()
        elif key == Qt.Key.Key_Comma and held == _CTRL:
            self.settings_asked.emit()
        elif key in _STEPS and held == _NONE:
            self.step_asked.emit(_STEPS[key])
        elif key in _ENDS and self._free(_ENDS[key], held):
            self.step_asked.emit(_ENDS[key])
        elif key in _STEPS and held == _CTRL:
            self.preview_asked.emit(-1 if "UP" in _STEPS[key].name else 1)
        else:
            return False
        return True

    def _free(self, end: Step, held: Qt.KeyboardModifier) -> bool:
        """Whether the cursor does not need Home or End itself."""
        if held == _CTRL:
            return True
        there = 0 if end is Step.FIRST else utf16.length(self.text())
        return held == _NONE and self.cursorPosition() == there


def _same_enter(key: int) -> int:
    return ENTER_KEYS[0] if key in ENTER_KEYS else key
