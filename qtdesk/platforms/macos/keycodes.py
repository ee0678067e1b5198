"""Names of keys and modifiers as macOS numbers them, and keys found by layout.

Key codes and Carbon modifiers are those of HIToolbox/Events.h, event flags those of
CGEventTypes.h and, for the left keys, IOLLEvent.h. Asks nobody but the input sources.
"""

from collections.abc import Iterable

from qtdesk.core.combos import SIGNS
from qtdesk.platforms.macos.seam import InputSources

CARBON = {"super": 0x0100, "shift": 0x0200, "alt": 0x0800, "ctrl": 0x1000}
"""cmdKey, shiftKey, optionKey, controlKey."""
FLAGS = {"shift": 0x20000, "ctrl": 0x40000, "alt": 0x80000, "super": 0x100000}
"""kCGEventFlagMaskShift, ...Control, ...Alternate, ...Command."""
LEFT_KEY = {"ctrl": 0x01, "shift": 0x02, "super": 0x08, "alt": 0x20}
"""NX_DEVICEL...KEYMASK: some programs take a modifier without a side for none."""
ENTER = (36, 76)
"""kVK_Return, kVK_ANSI_KeypadEnter."""

_FUNCTION_KEYS = (
    *(122, 120, 99, 118, 96, 97, 98, 100, 101, 109),
    *(103, 111, 105, 107, 113, 106, 64, 79, 80, 90),
)
_FIXED = {
    "space": 49,
    "enter": 36,
    "tab": 48,
    "escape": 53,
    "backspace": 51,
    "delete": 117,
    "insert": 114,  # Help, which lies where other keyboards have Insert
    "home": 115,
    "end": 119,
    "pageup": 116,
    "pagedown": 121,
    "up": 126,
    "down": 125,
    "left": 123,
    "right": 124,
    **{f"f{number}": code for number, code in enumerate(_FUNCTION_KEYS, 1)},
}
_IN_ORDER = "asdfhgzxcv bqweryt123465=97-80]ou[ip lj'k;\\,/nm.  `"
"""What the keys 0 to 50 type on an American keyboard; no sign on some of them."""
_ANSI = {sign: code for code, sign in enumerate(_IN_ORDER) if sign != " "}
_TYPING_KEYS = (*_ANSI.values(), 10)
"""All keys that type a sign; 10 is the extra one of European keyboards."""


def code_of(key: str, modifiers: Iterable[str], sources: InputSources) -> int | None:
    """The key that `key` names in the layout of now; None where no keyboard has it.

    Command counts: some layouts are others while it is held ("Dvorak - QWERTY ⌘"),
    and those without Latin letters have them with Command.
    """
    if key in _FIXED:
        return _FIXED[key]
    sign = SIGNS.get(key, key)
    if sign not in _ANSI:
        return None
    held = CARBON["super"] if "super" in modifiers else 0
    for latin in (False, True):
        for code in _TYPING_KEYS:
            if sources.text(code, held, latin=latin).casefold() == sign:
                return code
    # French digits want Shift, for one: the place of the key is what is left to go by.
    return _ANSI[sign]


def mask(modifiers: Iterable[str], table: dict[str, int]) -> int:
    """The bits of `modifiers` in `CARBON`, `FLAGS` or `LEFT_KEY`."""
    return sum(table[name] for name in modifiers)
