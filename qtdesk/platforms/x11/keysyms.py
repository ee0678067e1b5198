"""What X calls the keys and the characters; tables and nothing else."""

import string
import unicodedata

from qtdesk.core.combos import SIGNS

NUM_LOCK = 0xFF7F
SCROLL_LOCK = 0xFF14
ALT = frozenset({0xFFE9, 0xFFEA})
SUPER = frozenset({0xFFEB, 0xFFEC})
LEVEL_3 = frozenset({0xFE03, 0xFF7E})

_PUNCTUATION = {**SIGNS, "space": " "}
_SYMBOLS = {
    "enter": 0xFF0D,
    "tab": 0xFF09,
    "escape": 0xFF1B,
    "backspace": 0xFF08,
    "insert": 0xFF63,
    "delete": 0xFFFF,
    "home": 0xFF50,
    "end": 0xFF57,
    "pageup": 0xFF55,
    "pagedown": 0xFF56,
    "up": 0xFF52,
    "down": 0xFF54,
    "left": 0xFF51,
    "right": 0xFF53,
    "pause": 0xFF13,
    "print": 0xFF61,
    "menu": 0xFF67,
    **{name: ord(character) for name, character in _PUNCTUATION.items()},
    **{character: ord(character) for character in string.ascii_lowercase},
    **{digit: ord(digit) for digit in string.digits},
    **{f"f{number}": 0xFFBD + number for number in range(1, 25)},
}
_KEYPAD_NAVIGATION = dict(
    zip(
        range(0xFF95, 0xFFA0),
        (
            *("home", "left", "up", "right", "down", "pageup", "pagedown", "end"),
            *("", "insert", "delete"),
        ),
        strict=True,
    )
)
_NAMES = {
    **{symbol: name for name, symbol in _SYMBOLS.items()},
    **{ord(letter.upper()): letter for letter in string.ascii_lowercase},
    **{0xFFB0 + digit: str(digit) for digit in range(10)},
    **_KEYPAD_NAVIGATION,
    0xFF8D: "enter",
    0xFE20: "tab",
}
ENTER = frozenset({0xFF0D, 0xFF8D})

# Rows of characters as evdev numbers the keys, whatever is printed on them.
_US_ROWS = {
    10: "1234567890-=",
    24: "qwertyuiop[]",
    38: "asdfghjkl;'`",
    51: "\\zxcvbnm,./",
}
_US_POSITIONS = {
    ord(character): first + offset
    for first, row in _US_ROWS.items()
    for offset, character in enumerate(row)
} | {ord(" "): 65, _SYMBOLS["insert"]: 118}

# Symbols of older alphabets carry the low byte of the alphabet's own encoding.
_ALPHABETS = {
    0x01: "iso8859-2",
    0x02: "iso8859-3",
    0x03: "iso8859-4",
    0x05: "iso8859-6",
    0x06: "koi8-u",
    0x07: "iso8859-7",
    0x0C: "iso8859-8",
    0x0D: "tis-620",
    0x13: "iso8859-15",
}
_UNICODE = 0x01000000
_EURO = 0x20AC
_KEYPAD_TEXT = range(0xFFAA, 0xFFBA)
_KEYPAD = range(0xFF80, 0xFFBE)
_MODIFIERS = range(0xFFE1, 0xFFEF)
_SHIFTING = frozenset(
    {
        *(0xFFE1, 0xFFE2, 0xFFE5, 0xFFE6),  # Shift, Caps Lock, Shift Lock
        *(NUM_LOCK, SCROLL_LOCK, 0xFF7E),  # and Mode Switch
        *range(0xFE01, 0xFE06),  # ISO Lock, second and third level
        *range(0xFE11, 0xFE14),  # fifth level
    }
)


def symbol_of(key: str) -> int:
    """The symbol of a key named as in `Combo.key`; 0 for none."""
    return _SYMBOLS.get(key, 0)


def name_of(symbol: int) -> str:
    """The name as in `Combo.key`, or an empty string."""
    return _NAMES.get(symbol, "")


def us_position(symbol: int) -> int:
    """Where a US keyboard has this character, for layouts that lack it; 0 for none."""
    return _US_POSITIONS.get(symbol, 0)


def is_modifier(symbol: int) -> bool:
    """Whether a key with this symbol types nothing by itself."""
    return symbol in _SHIFTING or symbol in _MODIFIERS


def is_shifting(symbol: int) -> bool:
    """Whether it only chooses what other keys type."""
    return symbol in _SHIFTING


def is_keypad(symbol: int) -> bool:
    return symbol in _KEYPAD


def text_of(symbol: int) -> str:
    """What the symbol types; empty for keys such as Home, and for dead accents."""
    if 0x20 <= symbol <= 0x7E or 0xA0 <= symbol <= 0xFF:  # noqa: PLR2004 - Latin-1
        return chr(symbol)
    if symbol in _KEYPAD_TEXT:
        return chr(symbol - 0xFF80)
    if symbol == _EURO:
        return "€"
    if _UNICODE < symbol <= _UNICODE + 0x10FFFF:
        character = chr(symbol - _UNICODE)
        return "" if unicodedata.category(character) in {"Cc", "Cs"} else character
    encoding = _ALPHABETS.get(symbol >> 8)
    if encoding is None:
        return ""
    character = bytes([symbol & 0xFF]).decode(encoding, "ignore")
    # These encodings also hold line-drawing characters, which no key means.
    return character if character.isalpha() else ""
