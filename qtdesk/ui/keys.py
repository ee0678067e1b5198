"""Keys between three worlds: names of combinations, Qt's keys, strokes of a port."""

import sys

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from qtdesk.core.combos import MODIFIERS, Combo
from qtdesk.core.ports import Stroke

_NAMED = {
    "space": Qt.Key.Key_Space,
    "enter": Qt.Key.Key_Return,
    "tab": Qt.Key.Key_Tab,
    "escape": Qt.Key.Key_Escape,
    "backspace": Qt.Key.Key_Backspace,
    "insert": Qt.Key.Key_Insert,
    "delete": Qt.Key.Key_Delete,
    "home": Qt.Key.Key_Home,
    "end": Qt.Key.Key_End,
    "pageup": Qt.Key.Key_PageUp,
    "pagedown": Qt.Key.Key_PageDown,
    "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
    "pause": Qt.Key.Key_Pause,
    "print": Qt.Key.Key_Print,
    "menu": Qt.Key.Key_Menu,
    "grave": Qt.Key.Key_QuoteLeft,
    "minus": Qt.Key.Key_Minus,
    "equal": Qt.Key.Key_Equal,
    "comma": Qt.Key.Key_Comma,
    "period": Qt.Key.Key_Period,
    "slash": Qt.Key.Key_Slash,
    "semicolon": Qt.Key.Key_Semicolon,
    "apostrophe": Qt.Key.Key_Apostrophe,
    "bracketleft": Qt.Key.Key_BracketLeft,
    "bracketright": Qt.Key.Key_BracketRight,
    "backslash": Qt.Key.Key_Backslash,
}
_KEYS: dict[str, int] = {
    **{name: key.value for name, key in _NAMED.items()},
    **{letter: ord(letter.upper()) for letter in "abcdefghijklmnopqrstuvwxyz"},
    **{digit: ord(digit) for digit in "0123456789"},
    **{f"f{number}": Qt.Key.Key_F1.value + number - 1 for number in range(1, 25)},
}
_NAMES = {key: name for name, key in _KEYS.items()} | {
    Qt.Key.Key_Enter.value: "enter",
    Qt.Key.Key_Backtab.value: "tab",
}
# On a Mac Qt calls the Command key Control, so that its shortcuts suit everywhere.
_APPLE = sys.platform == "darwin"
_CONTROL, _META = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.MetaModifier
_MODIFIERS = {
    "ctrl": _META if _APPLE else _CONTROL,
    "alt": Qt.KeyboardModifier.AltModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "super": _CONTROL if _APPLE else _META,
}
ENTER_KEYS = (Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value)


def combo_of(event: QKeyEvent) -> Combo | None:
    """The combination that was pressed; None for a modifier alone or an odd key."""
    name = _NAMES.get(event.key())
    return None if name is None else Combo(modifiers_of(event), name)


def modifiers_of(event: QKeyEvent) -> tuple[str, ...]:
    """Names of the modifiers held down, in canonical order."""
    held = event.modifiers()
    return tuple(name for name in MODIFIERS if _MODIFIERS[name] & held)


def held_modifiers() -> frozenset[str]:
    """Names of the modifiers that are down now, as far as Qt can know."""
    held = QGuiApplication.queryKeyboardModifiers()
    return frozenset(name for name, bit in _MODIFIERS.items() if bit & held)


def event_of(stroke: Stroke) -> QKeyEvent:
    """The event that Qt would have made of `stroke`."""
    held = Qt.KeyboardModifier.NoModifier
    for name in stroke.modifiers:
        held |= _MODIFIERS[name]
    key = _KEYS.get(stroke.key, 0)
    if key == Qt.Key.Key_Tab and "shift" in stroke.modifiers:
        key = Qt.Key.Key_Backtab.value
    kind = QEvent.Type.KeyPress if stroke.down else QEvent.Type.KeyRelease
    return QKeyEvent(kind, key, held, stroke.text)
