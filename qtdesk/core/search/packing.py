"""The index of a book as bytes, to be kept and opened again without being made.

A head with magic, checksum and the length of each part, then the parts, each at a
multiple of eight. Opening looks at the head and the checksum and copies nothing. The
numbers are those of a little-endian processor, as all are that Qt is built for.
"""

import struct
import zlib
from collections.abc import Iterator
from itertools import accumulate, chain
from typing import TypeAlias

from qtdesk import __version__
from qtdesk.core.phrases import Book, PhraseColumns
from qtdesk.core.search.index import BookIndex, Groups
from qtdesk.core.search.streams import Numbers, Streams

_MAGIC = b"qtdindx2"
_PARTS = 40
# Magic with format number; checksum of all that follows; number of phrases; lengths.
_HEAD = struct.Struct("<8sI")
_SIZES = struct.Struct(f"<I4x{_PARTS}Q")
_ALIGNMENT = 8

_Part: TypeAlias = "bytes | Numbers"


def index_name(book: Book, columns: PhraseColumns, readings_version: int) -> str:
    """A name that no other edition, table or release of qtdesk has."""
    stages = zlib.crc32(
        repr([(stage.key, stage.title) for stage in book.stages]).encode()
    )
    release = zlib.crc32(f"{book.id} {__version__}".encode())
    parts = (release, columns.checksum, stages, readings_version)
    return "-".join(f"{part:08x}" for part in parts)


def pack(index: BookIndex) -> bytes:
    """All of it, for `unpack`."""
    parts = [memoryview(part).cast("B") for part in _parts_of(index)]
    sizes = _SIZES.pack(index.size, *map(len, parts))
    body: list[bytes | memoryview] = [sizes, _padding(_HEAD.size + len(sizes))]
    for part in parts:
        body += (part, _padding(len(part)))
    checksum = 0
    for piece in body:
        checksum = zlib.crc32(piece, checksum)
    return b"".join((_HEAD.pack(_MAGIC, checksum), *body))


def unpack(data: memoryview) -> BookIndex:
    """Open what `pack` made; `data` must stay as it is.

    Raises:
        ValueError: the bytes are damaged, or of another format.
    """
    try:
        magic, checksum = _HEAD.unpack_from(data)
        if magic != _MAGIC or zlib.crc32(data[_HEAD.size :]) != checksum:
            raise ValueError("not an index, or damaged")
        count, *sizes = _SIZES.unpack_from(data, _HEAD.size)
    except struct.error as cut:
        raise ValueError("an index cut short") from cut
    start = _aligned(_HEAD.size + _SIZES.size)
    starts = accumulate(map(_aligned, sizes), initial=start)
    parts = iter(
        [data[at : at + size] for at, size in zip(starts, sizes, strict=False)]
    )
    return BookIndex(
        count,
        codes=_streams(parts),
        titles=_streams(parts),
        hints=_streams(parts),
        texts=_streams(parts),
        stages=_groups(parts),
        tags=_groups(parts),
    )


def _parts_of(index: BookIndex) -> Iterator[_Part]:
    fields = (index.codes, index.titles, index.hints, index.texts)
    return chain(
        *map(_parts_of_streams, fields),
        *map(_parts_of_groups, (index.stages, index.tags)),
    )


def _parts_of_streams(streams: Streams) -> tuple[_Part, ...]:
    return (*streams.buffers, streams.starts, streams.records, streams.firsts)


def _parts_of_groups(groups: Groups) -> tuple[_Part, ...]:
    return (*_parts_of_streams(groups.names), groups.starts, groups.runs)


def _streams(parts: Iterator[memoryview]) -> Streams:
    buffers = (next(parts), next(parts), next(parts))
    return Streams(buffers, _numbers(parts), _numbers(parts), _numbers(parts))


def _groups(parts: Iterator[memoryview]) -> Groups:
    return Groups(_streams(parts), _numbers(parts), _numbers(parts))


def _numbers(parts: Iterator[memoryview]) -> Numbers:
    return next(parts).cast("I")


def _aligned(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT


def _padding(size: int) -> bytes:
    return bytes(_aligned(size) - size)
