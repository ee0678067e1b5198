"""What a selection holds: formats with their property types, and their byte form.

Knows no X server: everything here is names and bytes.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from qtdesk.core.ports import Clip, Saved, Snapshot


class PropertyValue(NamedTuple):
    """The bytes of one format, in the words of the X protocol."""

    kind: str
    """Name of the property's type, often but not always that of the format."""
    width: int
    """8, 16 or 32 bits an item; the bytes are in this machine's order."""
    data: bytes


Content = Mapping[str, PropertyValue]
"""Format name to value, in the order the owner offers them."""

LONG = 32
"""The width of items that are numbers or atoms."""

PICTURE = "image/png"
"""What all programs read that take pictures, some nothing else."""

HISTORY_HINT = "x-kde-passwordManagerHint"
_HINT = PropertyValue(HISTORY_HINT, 8, b"secret")


@dataclass(frozen=True)
class SelectionSnapshot(Snapshot):
    """A snapshot that also knows each format's property type and item width."""

    kinds: Mapping[str, tuple[str, int]] = field(default_factory=dict, repr=False)


def snapshot_of(content: Content, saved: Saved, stamp: int) -> SelectionSnapshot:
    return SelectionSnapshot(
        saved,
        {name: value.data for name, value in content.items()},
        stamp,
        {name: (value.kind, value.width) for name, value in content.items()},
    )


def content_of(snapshot: Snapshot) -> Content:
    """The inverse of `snapshot_of`; a plain snapshot's types are its format names."""
    kinds = snapshot.kinds if isinstance(snapshot, SelectionSnapshot) else {}
    return {
        name: PropertyValue(*kinds.get(name, (name, 8)), data)
        for name, data in snapshot.formats.items()
    }


def text_content(text: str) -> Content:
    """`text` under every name a program may ask for it.

    Names of older encodings are left out where the text does not fit into them.
    """
    unicode = text.encode("utf-8", "replace")
    content = {
        "UTF8_STRING": PropertyValue("UTF8_STRING", 8, unicode),
        "text/plain;charset=utf-8": PropertyValue(
            "text/plain;charset=utf-8", 8, unicode
        ),
        "text/plain": PropertyValue("text/plain", 8, unicode),
        "TEXT": PropertyValue("UTF8_STRING", 8, unicode),
    }
    try:
        latin = text.encode("latin-1")
    except UnicodeEncodeError:
        return content
    content["STRING"] = content["TEXT"] = PropertyValue("STRING", 8, latin)
    if all(char in "\t\n" or char.isprintable() for char in text):
        # Compound text begins in Latin-1, so that such a text is its own encoding.
        content["COMPOUND_TEXT"] = PropertyValue("COMPOUND_TEXT", 8, latin)
    return content


def clip_content(clip: Clip) -> Content:
    """`clip` in all its forms, the richest first."""
    content: dict[str, PropertyValue] = {}
    if clip.picture:
        content[PICTURE] = PropertyValue(PICTURE, 8, clip.picture)
    if clip.html:
        # Readers take bytes without a mark for UTF-8; some guess, unless they are told.
        page = f'<meta charset="utf-8">{clip.html}'.encode("utf-8", "replace")
        content["text/html"] = PropertyValue("text/html", 8, page)
    return {**content, **text_content(clip.text)} if clip.text else content


def with_history_hint(content: Content) -> Content:
    """The same, asking history tools to ignore it."""
    return {**content, HISTORY_HINT: _HINT}


class Legacy(NamedTuple):
    """What a holder process is to hold, and in whose place."""

    selection: str
    owner: int
    """The owner window to follow; any other owner is somebody's newer copy."""
    content: Content


_MAGIC = b"qtdesk selection 1\n"
_COUNT = struct.Struct(">I")
_LENGTH = struct.Struct(">Q")
_WIDTHS = frozenset({8, 16, 32})


def encode(legacy: Legacy) -> bytes:
    """The byte form that a holder process reads."""
    parts = [_MAGIC, *_string(legacy.selection), _COUNT.pack(legacy.owner)]
    parts.append(_COUNT.pack(len(legacy.content)))
    for name, value in legacy.content.items():
        parts += _string(name)
        parts += _string(value.kind)
        parts += (bytes([value.width]), _LENGTH.pack(len(value.data)), value.data)
    return b"".join(parts)


def decode(data: bytes) -> Legacy:
    """The inverse of `encode`.

    Raises:
        ValueError: the bytes are cut off, too many, or from something else.
    """
    reading = _Reading(data)
    if reading.take(len(_MAGIC)) != _MAGIC:
        raise ValueError("not the byte form of a selection")
    selection = reading.string()
    owner = reading.number(_COUNT)
    content = {}
    for _ in range(reading.number(_COUNT)):
        name, kind, width = reading.string(), reading.string(), reading.take(1)[0]
        if width not in _WIDTHS:
            raise ValueError(f"no item has {width} bits")
        data_length = reading.number(_LENGTH)
        content[name] = PropertyValue(kind, width, reading.take(data_length))
    if not reading.at_end:
        raise ValueError("more bytes than were announced")
    return Legacy(selection, owner, content)


def _string(text: str) -> tuple[bytes, bytes]:
    data = text.encode()
    return _COUNT.pack(len(data)), data


class _Reading:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    @property
    def at_end(self) -> bool:
        return self._place == len(self._data)

    def take(self, count: int) -> bytes:
        if self._place + count > len(self._data):
            raise ValueError("the bytes are cut off")
        start, self._place = self._place, self._place + count
        return self._data[start : self._place]

    def number(self, shape: struct.Struct) -> int:
        return int(shape.unpack(self.take(shape.size))[0])

    def string(self) -> str:
        return self.take(self.number(_COUNT)).decode()
