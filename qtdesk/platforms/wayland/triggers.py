"""Combinations as the shortcuts specification of freedesktop writes them.

A table and nothing else.
"""

from qtdesk.core.combos import Combo

_MODIFIERS = {"ctrl": "CTRL", "alt": "ALT", "shift": "SHIFT", "super": "LOGO"}
_KEYS = {
    "enter": "Return",
    "tab": "Tab",
    "escape": "Escape",
    "backspace": "BackSpace",
    "insert": "Insert",
    "delete": "Delete",
    "home": "Home",
    "end": "End",
    "pageup": "Page_Up",
    "pagedown": "Page_Down",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "pause": "Pause",
    "print": "Print",
    "menu": "Menu",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}
"""Names of xkbcommon where they are not the letter, digit or word that we use, too."""


def trigger_of(combo: Combo) -> str:
    """`combo` as a wish to the portal: `CTRL+ALT+space`."""
    modifiers = (_MODIFIERS[name] for name in combo.modifiers)
    return "+".join((*modifiers, _KEYS.get(combo.key, combo.key)))
