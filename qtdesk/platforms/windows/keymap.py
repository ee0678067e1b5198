"""Names of keys, as `Combo` has them, and Windows' numbers for them.

Letters, digits and named keys have fixed numbers, and the layout decides where they
lie. For signs it is the other way round: the layout of the window in front decides
which number types them.
"""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from qtdesk.core.combos import MODIFIERS
from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.inputs import Key
from qtdesk.platforms.windows.win32 import Keys

MODIFIER_KEYS: Final = MappingProxyType(
    {
        "ctrl": (codes.VK_LCONTROL, codes.VK_RCONTROL, codes.VK_CONTROL),
        "alt": (codes.VK_LMENU, codes.VK_RMENU, codes.VK_MENU),
        "shift": (codes.VK_LSHIFT, codes.VK_RSHIFT, codes.VK_SHIFT),
        "super": (codes.VK_LWIN, codes.VK_RWIN),
    }
)
"""All keys of a modifier; the last is the one that is pressed for it."""

_FIXED: Final = MappingProxyType(
    {
        "backspace": 0x08,
        "tab": 0x09,
        "enter": codes.VK_RETURN,
        "pause": 0x13,
        "escape": 0x1B,
        "space": codes.VK_SPACE,
        "pageup": 0x21,
        "pagedown": 0x22,
        "end": 0x23,
        "home": 0x24,
        "left": 0x25,
        "up": 0x26,
        "right": 0x27,
        "down": 0x28,
        "print": 0x2C,
        "insert": 0x2D,
        "delete": 0x2E,
        "menu": 0x5D,
        **{f"f{number}": 0x6F + number for number in range(1, 25)},
        **{sign: ord(sign.upper()) for sign in "abcdefghijklmnopqrstuvwxyz0123456789"},
    }
)
_SIGNS: Final = MappingProxyType(
    {
        "grave": ("`", 0xC0),
        "minus": ("-", 0xBD),
        "equal": ("=", 0xBB),
        "comma": (",", 0xBC),
        "period": (".", 0xBE),
        "slash": ("/", 0xBF),
        "semicolon": (";", 0xBA),
        "apostrophe": ("'", 0xDE),
        "bracketleft": ("[", 0xDB),
        "bracketright": ("]", 0xDD),
        "backslash": ("\\", 0xDC),
    }
)
"""What they type, and their number in the American layout, should another lack them."""
_NAMES: Final = MappingProxyType({number: name for name, number in _FIXED.items()})
_MODIFIER_NAMES: Final = MappingProxyType(
    {number: name for name, numbers in MODIFIER_KEYS.items() for number in numbers}
)
_UNSHIFTED = 0


class Keymap:
    """Answers about keys; remembers nothing, so that no layout can be out of date."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def number(self, name: str, thread: int) -> int:
        """The key `name` as the layout of `thread` has it."""
        fixed = _FIXED.get(name)
        if fixed is not None:
            return fixed
        sign, american = _SIGNS[name]
        found = self._keys.key_for(sign, self._keys.layout(thread))
        # Typed with Shift or AltGr there, it could not be pressed for a combination.
        return found & 0xFF if found >= 0 and found >> 8 == _UNSHIFTED else american

    def chord(self, modifiers: Iterable[str], name: str, thread: int) -> list[Key]:
        """What to press for a combination in a window of `thread`."""
        numbers = [MODIFIER_KEYS[modifier][-1] for modifier in modifiers]
        layout = self._keys.layout(thread)
        return [
            Key(number, self._keys.scan_code(number, layout))
            for number in (*numbers, self.number(name, thread))
        ]

    def held(self) -> frozenset[str]:
        """Names of the modifiers, and of Enter, that are down."""
        held = {
            name
            for name, numbers in MODIFIER_KEYS.items()
            if any(self._keys.is_down(number) for number in numbers)
        }
        if self._keys.is_down(codes.VK_RETURN):
            held.add("enter")
        return frozenset(held)


def name_of(number: int) -> str:
    """The name of a key; empty for signs, which have a text instead."""
    return _NAMES.get(number, "")


def modifier_of(number: int) -> str:
    """The name of a modifier; empty for any other key."""
    return _MODIFIER_NAMES.get(number, "")


def generic(number: int) -> int:
    """One number for both keys of a modifier, as windows are told of them."""
    name = modifier_of(number)
    return MODIFIER_KEYS[name][-1] if name else number


def in_order(modifiers: Iterable[str]) -> tuple[str, ...]:
    """`modifiers` as a `Combo` has them."""
    given = set(modifiers)
    return tuple(name for name in MODIFIERS if name in given)
