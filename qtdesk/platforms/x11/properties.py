"""Questions about windows, asked together and answered together.

A round trip costs more than a question: callers first ask everything, then read. A
window that has vanished answers with nothing; that is an ordinary event here.
"""

import re
from typing import Any

from Xlib import X, Xatom, error
from Xlib.protocol import request

from qtdesk.core.ports import Area
from qtdesk.platforms.x11.connection import Connection

_LONGEST = 1024
"""In units of four bytes; no title or name is longer."""

_ESCAPE = re.compile(rb"(\x1b%G|\x1b%@|\x1b\$[()]?[A-C]|\x1b[()\-]?[A-Z]|\x1b)")
_CHARACTER_SETS = {b"A": "gb2312", b"B": "euc_jp", b"C": "euc_kr"}


class Question:
    """One question under way."""

    def __init__(self, asked: Any) -> None:
        self._asked = asked

    def answer(self) -> Any:
        """The reply, or None where the window is gone."""
        try:
            self._asked.reply()
        except error.XError:
            return None
        return self._asked


class Property(Question):
    """The value of one property under way."""

    def __init__(self, connection: Connection, window: int, name: str) -> None:
        super().__init__(
            request.GetProperty(
                display=connection.display.display,
                defer=True,
                delete=False,
                type=X.AnyPropertyType,
                window=window,
                property=connection.atom(name),
                long_offset=0,
                long_length=_LONGEST,
            )
        )
        self._connection = connection

    def numbers(self) -> tuple[int, ...]:
        """The value as numbers; empty where there is none."""
        reply = self.answer()
        if reply is None or not reply.property_type or reply.value[0] != 32:  # noqa: PLR2004 - bits
            return ()
        return tuple(int(number) for number in reply.value[1])

    def number(self) -> int:
        return (*self.numbers(), 0)[0]

    def text(self) -> str:
        """The value as text, whatever encoding the program chose."""
        raw, kind = self._raw()
        if kind == Xatom.STRING:
            return raw.decode("latin-1")
        if kind == self._connection.atom("COMPOUND_TEXT"):
            return decode_compound_text(raw)
        return raw.decode("utf-8", "replace")

    def texts(self) -> list[str]:
        """A list of texts that end with NUL, such as WM_CLASS."""
        return self._raw()[0].decode("utf-8", "replace").split("\0")

    def _raw(self) -> tuple[bytes, int]:
        reply = self.answer()
        if reply is None or not reply.property_type or reply.value[0] != 8:  # noqa: PLR2004 - bits
            return b"", 0
        return bytes(reply.value[1]), int(reply.property_type)


class Place(Question):
    """Where a window's content is on the desktop; also tells whether it exists."""

    def __init__(self, connection: Connection, window: int) -> None:
        display = connection.display.display
        super().__init__(
            request.GetGeometry(display=display, defer=True, drawable=window)
        )
        self._corner = Question(
            request.TranslateCoords(
                display=display,
                defer=True,
                src_wid=window,
                dst_wid=connection.root.id,
                src_x=0,
                src_y=0,
            )
        )

    def area(self) -> Area | None:
        """None where the window does not exist."""
        size, corner = self.answer(), self._corner.answer()
        if size is None or corner is None:
            return None
        return Area(corner.x, corner.y, size.width, size.height)


class Focus(Question):
    """The window that gets the keys."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(
            request.GetInputFocus(display=connection.display.display, defer=True)
        )

    def window(self) -> int:
        """Its id; `X.NONE` for no window, `X.PointerRoot` for the one pointed at."""
        focus = self.answer().focus
        return int(getattr(focus, "id", focus))


def parent_of(connection: Connection, window: int) -> int:
    """The window around this one; 0 for the root and for a window that is gone."""
    tree = Question(
        request.QueryTree(display=connection.display.display, defer=True, window=window)
    ).answer()
    return int(getattr(tree.parent, "id", tree.parent)) if tree else X.NONE


def decode_compound_text(raw: bytes) -> str:
    """The X consortium's old text encoding, as far as titles of windows use it."""
    text, encoding = "", "latin-1"
    for part in _ESCAPE.split(raw):
        if part == b"\x1b%G":
            encoding = "utf-8"
        elif part.startswith(b"\x1b$"):
            encoding = _CHARACTER_SETS[part[-1:]]
        elif part.startswith(b"\x1b"):
            encoding = "latin-1"
        elif encoding in _CHARACTER_SETS.values():
            # The same characters may be sent in either half of the byte.
            high = bytes(byte | 0x80 if byte > ord(" ") else byte for byte in part)
            text += high.decode(encoding, "replace")
        else:
            text += part.decode(encoding, "replace")
    return text
