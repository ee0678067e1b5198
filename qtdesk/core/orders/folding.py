"""Text in the form in which it is read: half width, simplified, one kind of space.

Every character becomes exactly one character, so that a place in folded text is the
same place in the text as it was given.
"""

from collections.abc import Mapping

INVISIBLE = "\u200b"
"""Stands for every character that takes no room, as copied numbers often have them."""
TAKEN = "\x01"
"""Stands for what is known already; no text has it once it is folded."""

_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_SPACES = (*range(0x20), 0x7F, 0xA0, 0x3000, *range(0x2000, 0x200B), 0x202F, 0x205F)
_INVISIBLES = (
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x206A),
    0xAD,
    0xFEFF,
)
_NEW_LINES = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_ALIKE = {
    "【": "[",
    "】": "]",
    "「": "[",
    "」": "]",
    "〔": "[",
    "〕": "]",
    "￥": "¥",
    "—": "-",
    "–": "-",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "－": "-",
    "✕": "×",
    "✖": "×",
    "•": "·",
    "・": "·",
    "○": "*",
    "●": "*",
    "＊": "*",
}


def folding(traditional: str) -> Mapping[int, str]:
    """The table for `str.translate`.

    `traditional` has pairs: a traditional character, then the simplified one for it.
    """
    table = {wide: chr(narrow) for wide, narrow in _WIDE.items()}
    table |= dict.fromkeys(_SPACES, " ")
    table |= dict.fromkeys(_INVISIBLES, INVISIBLE)
    table |= {ord(mark): "\n" for mark in _NEW_LINES}
    table |= {ord(mark): plain for mark, plain in _ALIKE.items()}
    pairs = zip(traditional[::2], traditional[1::2], strict=True)
    table |= {ord(glyph): simplified for glyph, simplified in pairs}
    table[ord("\t")] = "\t"
    return table
