"""Key combinations as people write them: `ctrl+alt+space`.

Knows names only; the numbers of keys belong to the backends. What is printed on the
keys, and which of them paste, differs on Apple's keyboards; that is decided here.
"""

import re
import sys
from typing import NamedTuple

from qtdesk.core.errors import HotkeyError, SettingsError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

MODIFIERS = ("ctrl", "alt", "shift", "super")
_ALIASES = {
    "control": "ctrl",
    "strg": "ctrl",
    "option": "alt",
    "opt": "alt",
    "win": "super",
    "windows": "super",
    "cmd": "super",
    "command": "super",
    "meta": "super",
    "return": "enter",
    "esc": "escape",
    "pgup": "pageup",
    "pgdown": "pagedown",
    "ins": "insert",
    "del": "delete",
    "`": "grave",
    "-": "minus",
    "=": "equal",
    ",": "comma",
    ".": "period",
    "/": "slash",
    ";": "semicolon",
    "'": "apostrophe",
    "[": "bracketleft",
    "]": "bracketright",
    "\\": "backslash",
}
SIGNS = {name: sign for sign, name in _ALIASES.items() if len(sign) == 1}
"""What keys with a name of their own type without Shift."""
_NAMED_KEYS = frozenset(
    (
        *("space", "enter", "tab", "escape", "backspace", "insert", "delete"),
        *("home", "end", "pageup", "pagedown", "up", "down", "left", "right"),
        *("pause", "print", "menu", "grave", "minus", "equal", "comma", "period"),
        *("slash", "semicolon", "apostrophe", "bracketleft", "bracketright"),
        "backslash",
    )
)
_NEVER_TYPED = {"insert", "pause", "print", "menu", *(f"f{n}" for n in range(1, 25))}
_PLAIN_KEY = re.compile(r"[a-z0-9]|f([1-9]|1[0-9]|2[0-4])")
_APPLE = {"ctrl": "⌃", "alt": "⌥", "shift": "⇧", "super": "⌘"}


class Combo(NamedTuple):
    """One key with its modifiers, in canonical order and lower case."""

    modifiers: tuple[str, ...]
    key: str

    def __str__(self) -> str:
        """The form that `parse` reads and settings store."""
        return "+".join((*self.modifiers, self.key))

    @property
    def label(self) -> str:
        """The form that people read: `Ctrl+Alt+Space`, and `⌃⌥Space` on a Mac."""
        return self.label_on(apple=sys.platform == "darwin")

    def label_on(self, *, apple: bool) -> str:
        """The label as keyboards of Apple, or all others, have it."""
        if apple:
            signs = (_APPLE[name] for name in self.modifiers)
            return "".join((*signs, self.key.capitalize()))
        return "+".join(part.capitalize() for part in (*self.modifiers, self.key))

    @property
    def is_for_typing(self) -> bool:
        """Whether it is pressed in ordinary writing, so that nobody may take it."""
        commands = {"ctrl", "alt", "super"} & set(self.modifiers)
        return not commands and self.key not in _NEVER_TYPED

    @classmethod
    def parse(cls, text: str) -> "Combo":
        """Read `ctrl+alt+space`, in any case and with common other names.

        Raises:
            SettingsError: the text names no key, two keys, or an unknown one.
        """
        names = [_ALIASES.get(name, name) for name in _split(text)]
        modifiers = tuple(name for name in MODIFIERS if name in names)
        keys = [name for name in names if name not in MODIFIERS]
        if len(keys) != 1 or not _is_key(keys[0]):
            raise SettingsError(
                words(
                    QT_TRANSLATE_NOOP("core", "“{combo}” is not a key combination."),
                    combo=text,
                ),
                hint=words(
                    QT_TRANSLATE_NOOP(
                        "core", "Write modifiers and one key, such as ctrl+alt+space."
                    )
                ),
            )
        return cls(modifiers, keys[0])


def _split(text: str) -> list[str]:
    return [part.strip().casefold() for part in text.split("+")]


def _is_key(name: str) -> bool:
    return name in _NAMED_KEYS or _PLAIN_KEY.fullmatch(name) is not None


def refuse_what_people_type(combo: Combo) -> None:
    """Keep keys for typing.

    Raises:
        HotkeyError: registered, `combo` would be lost for every other program.
    """
    if combo.is_for_typing:
        raise HotkeyError(
            words(
                QT_TRANSLATE_NOOP("core", "{combo} alone would be lost for typing."),
                combo=combo.label,
            ),
            hint=words(
                QT_TRANSLATE_NOOP("core", "Add Ctrl, Alt or Super to the combination.")
            ),
        )


PASTE = Combo(("super",) if sys.platform == "darwin" else ("ctrl",), "v")
"""What people press to paste by hand; most programs know it."""
COPY = PASTE._replace(key="c")
