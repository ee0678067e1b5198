"""The text in what an agent copied, for `{clipboard}` and for order checks.

Looks into a snapshot that was taken anyway; it reads no clipboard itself and keeps
nothing.
"""

from qtdesk.core.ports import Snapshot

MOST = 2000
"""Characters. A longer copy is no part of a message, and is asked for instead."""
MOST_OF_AN_ORDER = 8000
"""The same; a page full of orders is not one order."""
_LONGEST = 4
"""Bytes of a character."""
_TEXTS = (
    ("UTF8_STRING", "utf-8"),
    ("text/plain;charset=utf-8", "utf-8"),
    ("CF_UNICODETEXT", "utf-16-le"),
    ("public.utf8-plain-text", "utf-8"),
)
"""By their native names: plain text, and how it is encoded."""


def text_of(snapshot: Snapshot, most: int = MOST) -> str | None:
    """The plain text in `snapshot`; None where there is none, or more than `most`."""
    for name, encoding in _TEXTS:
        data = snapshot.formats.get(name)
        if data is None:
            continue
        if len(data) > most * _LONGEST:
            return None
        try:
            text = data.decode(encoding).partition("\0")[0]
        except UnicodeDecodeError:
            return None
        text = text.replace("\r\n", "\n").strip()
        return text if text and len(text) <= most else None
    return None
