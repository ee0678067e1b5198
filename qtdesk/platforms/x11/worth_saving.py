"""Which of the formats on offer are saved, and in what order."""

from collections.abc import Iterable

from qtdesk.platforms.x11.content import PICTURE as _LOSSLESS

_TEXT = frozenset(
    {
        *("UTF8_STRING", "STRING", "TEXT", "COMPOUND_TEXT"),
        *("text/plain;charset=utf-8", "text/plain"),
    }
)
_PROTOCOL = frozenset(
    {
        *("TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE"),
        *("INSERT_SELECTION", "INSERT_PROPERTY", "ATOM_PAIR", "INCR"),
    }
)
_OF_THE_OWNER = frozenset(
    {
        *("HOST_NAME", "HOSTNAME", "IP_ADDRESS", "DECNET_ADDRESS", "OWNER_OS"),
        *("USER", "CLASS", "NAME", "PROCESS", "TASK", "MODULE", "PROCEDURE"),
        *("LENGTH", "LIST_LENGTH", "CHARACTER_POSITION", "LINE_NUMBER"),
        *("COLUMN_NUMBER", "FONT", "CLIENT_WINDOW", "WINDOW"),
        # Handles: what they name dies with the owner.
        *("PIXMAP", "BITMAP", "DRAWABLE", "COLORMAP", "FOREGROUND", "BACKGROUND"),
    }
)


_QUICK = "image/bmp"
"""As good, and made in no time: an insurance."""
_SAME_AS_LOSSLESS = "application/x-qt-image"

SLOW = 2
"""From this rank on an answer may take its owner long."""


def worth_saving(offered: Iterable[str]) -> list[str]:
    """The formats to save, in the owner's order and without repetitions.

    A picture is offered in every encoding its program can write, made anew for each
    reader. Two are saved: PNG, and the first on offer where that is another, for it
    may be the original; else BMP.
    """
    names = [
        name
        for name in dict.fromkeys(offered)
        if name and name not in _PROTOCOL and name not in _OF_THE_OWNER
    ]
    pictures = [name for name in names if _is_pixels(name)]
    if _LOSSLESS in pictures:
        first = pictures[0] if pictures[0] != _LOSSLESS else _QUICK
        keep = {_LOSSLESS, first}
        names = [name for name in names if name != _SAME_AS_LOSSLESS]
    else:
        keep = {*pictures[:1], _QUICK}
    return [name for name in names if not _is_pixels(name) or name in keep]


def rank(name: str) -> int:
    """Text first: if time runs out, a picture's encoding is missed least."""
    if name in _TEXT:
        return 0
    if not _is_pixels(name):
        return 1
    return SLOW + (name == _LOSSLESS)


def _is_pixels(name: str) -> bool:
    return name.startswith("image/") and "svg" not in name
