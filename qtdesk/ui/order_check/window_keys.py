"""Keys that mean the same wherever the focus is in the window of a check.

What sets off a paste, a copy or the end acts when the key is let go: its repeats would
go on in the chat.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from qtdesk.ui.keys import ENTER_KEYS
from qtdesk.ui.order_check.actions import CheckActions
from qtdesk.ui.order_check.footer import KEYS

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_LETTERS = {ord(letter): kind for kind, letter in KEYS.items()}
_MENU = (Qt.Key.Key_F10.value, Qt.Key.Key_Menu.value)


class WindowKeys:
    """Turns presses and releases into actions."""

    def __init__(
        self,
        actions: CheckActions,
        leave: Callable[[], None],
        show_more: Callable[[], None],
        copy_shown: Callable[[], None],
        enter_is_held: Callable[[], bool],
    ) -> None:
        self._actions = actions
        self._enter_is_held = enter_is_held
        self._armed = 0
        """The key whose release will act: its press began in here."""
        self._with_control: dict[int, Callable[[], None]] = {
            Qt.Key.Key_V.value: actions.read_again,
            Qt.Key.Key_C.value: copy_shown,
            Qt.Key.Key_Tab.value: actions.turn_on,
        }
        self._alone: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Escape.value: leave,
            **dict.fromkeys(_MENU, show_more),
        }

    def forget(self) -> None:
        """Nothing is half pressed any more."""
        self._armed = 0

    def press(self, event: QKeyEvent) -> str:
        """Act on a press; gives the text of one that is no action."""
        key, held = _same_enter(event.key()), event.modifiers()
        held &= ~Qt.KeyboardModifier.KeypadModifier
        letter = held == _NONE and key in _LETTERS
        # Many chats send by Ctrl+Enter.
        if letter or (held == _CTRL and key == ENTER_KEYS[0]):
            self._armed = 0 if event.isAutoRepeat() else key
        elif held == _CTRL and key in self._with_control:
            self._with_control[key]()
        elif key in self._alone:
            self._alone[key]()
        elif held in (_NONE, _SHIFT) and event.text().isprintable():
            return event.text()
        return ""

    def release(self, event: QKeyEvent) -> None:
        """Act on the release of a key that was pressed in here."""
        key = _same_enter(event.key())
        if event.isAutoRepeat() or not self._armed or key != self._armed:
            return
        self._armed = 0
        if key in _LETTERS:
            self._actions.copy_kind(_LETTERS[key])
        elif not self._enter_is_held():
            self._actions.finish()


def _same_enter(key: int) -> int:
    return ENTER_KEYS[0] if key in ENTER_KEYS else key
