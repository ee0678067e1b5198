"""What keys ask for in a field of a form, the same in every kind of field.

Enter acts when it is let go, because a key that is down would be in the way of a paste;
only a release whose press was seen here counts. Knows no field and no phrase.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from qtdesk.ui.keys import ENTER_KEYS

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_TABS = {Qt.Key.Key_Tab.value: 1, Qt.Key.Key_Backtab.value: -1}


class FormKeys(QObject):
    """Keys of one field; the field asks it first."""

    step_asked = Signal(int)  # +1 for the next field, -1 for the one before
    enter_released = Signal()
    done_asked = Signal()
    keep_asked = Signal()
    better_asked = Signal()
    escape_pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._armed = self._all = False
        self._wishes = {
            Qt.Key.Key_S.value: self.keep_asked,
            Qt.Key.Key_J.value: self.better_asked,
        }
        """Once for each press with Control."""

    def disarm(self) -> None:
        """Forget a key half pressed: the field has lost the focus."""
        self._armed = False

    def press(self, event: QKeyEvent) -> bool:
        """Do what this press asks for; False where it is for the field."""
        key = event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in ENTER_KEYS:
            if not event.isAutoRepeat():
                self._armed, self._all = held in (_NONE, _CTRL), held == _CTRL
        elif key in _TABS:
            self.step_asked.emit(_TABS[key])
        elif key == Qt.Key.Key_Escape and held == _NONE:
            self.escape_pressed.emit()
        elif (asked := self._wishes.get(key)) is not None and held == _CTRL:
            if not event.isAutoRepeat():
                asked.emit()
        else:
            return False
        return True

    def release(self, event: QKeyEvent) -> bool:
        """The same for a key that is let go."""
        if event.isAutoRepeat() or event.key() not in ENTER_KEYS or not self._armed:
            return False
        self._armed = False
        (self.done_asked if self._all else self.enter_released).emit()
        return True
