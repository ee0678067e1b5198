"""Formats of the clipboard: their names, which are worth saving, and our own bytes."""

from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import Final

from qtdesk.platforms.windows import codes

_NAMES: Final = MappingProxyType(
    {
        codes.CF_TEXT: "CF_TEXT",
        4: "CF_SYLK",
        5: "CF_DIF",
        6: "CF_TIFF",
        codes.CF_OEMTEXT: "CF_OEMTEXT",
        codes.CF_DIB: "CF_DIB",
        10: "CF_PENDATA",
        11: "CF_RIFF",
        12: "CF_WAVE",
        codes.CF_UNICODETEXT: "CF_UNICODETEXT",
        15: "CF_HDROP",
        codes.CF_LOCALE: "CF_LOCALE",
        codes.CF_DIBV5: "CF_DIBV5",
    }
)
"""Formats without a name of their own, as far as they are memory: a copy of their
bytes is a copy of them. Pictures that are handles Windows also offers as CF_DIB."""
_NUMBERS: Final = MappingProxyType({name: number for number, name in _NAMES.items()})

TEXT_NAME: Final = _NAMES[codes.CF_UNICODETEXT]
DIB_NAME: Final = _NAMES[codes.CF_DIB]
HTML_NAME: Final = "HTML Format"
PNG_NAME: Final = "PNG"
"""Under which browsers and office programs put and look for one."""
_HTML_HEAD: Final = (
    "Version:0.9\r\nStartHTML:{:010}\r\nEndHTML:{:010}\r\n"
    "StartFragment:{:010}\r\nEndFragment:{:010}\r\n"
)
_BEFORE: Final = b"<html><body>\r\n<!--StartFragment-->"
_BEHIND: Final = b"<!--EndFragment-->\r\n</body></html>"

_OF_THE_OWNER = frozenset(
    {
        # Pointers into the owner, or what only the owner can make, for linking.
        *("DataObject", "Ole Private Data", "OwnerLink", "ObjectLink", "Native"),
        *("Embed Source", "Embedded Object", "Link Source", "Object Descriptor"),
        "Link Source Descriptor",
    }
)
_SAME_TEXT = frozenset({codes.CF_TEXT, codes.CF_OEMTEXT})
_SAME_PICTURE = frozenset({codes.CF_DIB, codes.CF_DIBV5})

_DWORD_ZERO = bytes(4)
HISTORY_HINT: Final = MappingProxyType(
    {
        "ExcludeClipboardContentFromMonitorProcessing": _DWORD_ZERO,
        "CanIncludeInClipboardHistory": _DWORD_ZERO,
        "CanUploadToCloudClipboard": _DWORD_ZERO,
        "Clipboard Viewer Ignore": _DWORD_ZERO,
    }
)
"""Asks history tools, Windows' own and others, to leave a content alone."""


def worth_saving(
    offered: Iterable[int], name_of: Callable[[int], str]
) -> list[tuple[int, str]]:
    """Numbers and names of the formats to save, text first.

    What Windows makes by itself of another format comes back by itself. It lists that
    behind what the owner offers: of two kinds of the same picture the first counts.
    """
    numbers = meaningful(offered)
    if codes.CF_UNICODETEXT in numbers:
        numbers = [number for number in numbers if number not in _SAME_TEXT]
    pictures = [number for number in numbers if number in _SAME_PICTURE]
    named = [
        (number, _NAMES.get(number) or _own_name(number, name_of))
        for number in numbers
        if number not in pictures[1:]
    ]
    worth = [pair for pair in named if pair[1] and pair[1] not in _OF_THE_OWNER]
    return sorted(worth, key=_rank)


def meaningful(offered: Iterable[int]) -> list[int]:
    """What is `offered`; the language of a text that is gone is nothing."""
    numbers = list(dict.fromkeys(offered))
    texts = {codes.CF_UNICODETEXT, *_SAME_TEXT} & set(numbers)
    return [n for n in numbers if texts or n != codes.CF_LOCALE]


def _own_name(number: int, name_of: Callable[[int], str]) -> str:
    return name_of(number) if number >= codes.FIRST_NAMED_FORMAT else ""


def _rank(pair: tuple[int, str]) -> int:
    """If time runs out, a picture is missed least."""
    number, _ = pair
    if number in _SAME_PICTURE:
        return 2
    return 0 if number in {codes.CF_UNICODETEXT, *_SAME_TEXT} else 1


def number_of(name: str, registered: Callable[[str], int]) -> int:
    """The number of a format by the name that `worth_saving` gave it."""
    return _NUMBERS.get(name) or registered(name)


def text_bytes(text: str) -> bytes:
    """`text` as CF_UNICODETEXT wants it, with the line ends of Windows."""
    lines = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return f"{lines}\0".encode("utf-16-le", "surrogatepass")


def html_bytes(html: str) -> bytes:
    """`html` as HTML Format wants it: behind a head that counts in bytes."""
    fragment = html.encode("utf-8", "replace")
    start = len(_HTML_HEAD.format(0, 0, 0, 0)) + len(_BEFORE)
    end = start + len(fragment)
    head = _HTML_HEAD.format(start - len(_BEFORE), end + len(_BEHIND), start, end)
    return head.encode() + _BEFORE + fragment + _BEHIND


def same_text(data: bytes, text: str) -> bool:
    """Whether `data`, a CF_UNICODETEXT, says `text`; line ends do not count."""
    found = data[: len(data) & ~1].decode("utf-16-le", "surrogatepass")
    return text_bytes(found.partition("\0")[0]) == text_bytes(text)
