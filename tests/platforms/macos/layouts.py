"""Keyboard layouts of macOS, written beside the keys of an American keyboard."""

from typing import NamedTuple

from qtdesk.platforms.macos.keycodes import CARBON

_US = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
_CODES = dict(
    zip(
        _US,
        (
            *(50, 18, 19, 20, 21, 23, 22, 26, 28, 25, 29, 27, 24),
            *(12, 13, 14, 15, 17, 16, 32, 34, 31, 35, 33, 30, 42),
            *(0, 1, 2, 3, 5, 4, 38, 40, 37, 41, 39),
            *(6, 7, 8, 9, 11, 45, 46, 43, 47, 44),
        ),
        strict=True,
    )
)


class Layout(NamedTuple):
    """What the keys type alone, and with Command."""

    plain: str
    command: str

    def text(self, code: int, modifiers: int) -> str:
        row = self.command if modifiers & CARBON["super"] else self.plain
        return dict(zip(_CODES.values(), row, strict=True)).get(code, "")


_DVORAK = "`1234567890[]',.pyfgcrl/=\\aoeuidhtns-;qjkxbmwvz"
_AZERTY = "@&é\"'(§è!çà)-azertyuiop^$`qsdfghjklmùwxcvbn,;:="
_RUSSIAN = "]1234567890-=йцукенгшщзхъёфывапролджэячсмитьбю/"

LAYOUTS = {
    "US": Layout(_US, _US),
    "ABC": Layout(_US, _US),
    "Dvorak": Layout(_DVORAK, _DVORAK),
    "Dvorak - QWERTY ⌘": Layout(_DVORAK, _US),
    "French": Layout(_AZERTY, _AZERTY),
    "Russian": Layout(_RUSSIAN, _US),
    # An input method has no layout of its own: macOS answers with the one beneath.
    "Pinyin": Layout(_US, _US),
}


def code_of_key(sign: str, layout: str) -> int:
    """The key that types `sign` in `layout`, or lies where an American one does."""
    named = {"space": 49, "enter": 36, "tab": 48}
    if sign in named:
        return named[sign]
    row = LAYOUTS[layout].plain
    return tuple(_CODES.values())[row.index(sign)] if sign in row else _CODES[sign]
