"""The line format of a journal: changes to tables as lines that prove themselves.

    6f0c3a91 [7,{"put":"orders","id":12,"fields":{"buyer":"亲"}}]

Eight digits of CRC-32 over all that follows the space, then UTF-8 JSON: a sequence
number, and the changes that hold together or not at all. Each line has the number of
the one before plus one, so that a missing line shows as a gap. What was being written
when the power went has no number of its own, because the next line takes it.

Knows no files and no tables; whoever reads decides what to do about damage.
"""

import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, NamedTuple, assert_never

FORMAT = 1
"""Raised when older programs could no longer read what is written."""

_HEAD = re.compile(rb"[0-9a-f]{8} \[")
_CHECKSUM = 8


class Put(NamedTuple):
    """A document is now `fields`, whether it was there before or not."""

    table: str
    id: int
    fields: Mapping[str, Any]


class Removal(NamedTuple):
    """A document is gone."""

    table: str
    id: int


class Emptied(NamedTuple):
    """A table has no documents, and is there all the same."""

    table: str


class Dropped(NamedTuple):
    """A table is gone, and its documents with it."""

    table: str


class Mark(NamedTuple):
    """Something about the journal itself, such as its schema or its end."""

    name: str
    values: Mapping[str, Any]


Change = Put | Removal | Emptied | Dropped | Mark


class Line(NamedTuple):
    """A line that was found whole."""

    sequence: int
    changes: tuple[Change, ...]
    offset: int
    """Where it begins, in bytes from the beginning of the file."""


class Foreign(NamedTuple):
    """A whole line with a change that this version does not know."""

    sequence: int
    offset: int
    data: bytes


class Damaged(NamedTuple):
    """Bytes that are no line, without the line's end."""

    offset: int
    data: bytes


class Torn(NamedTuple):
    """The end of the file, where something broke off that was never acknowledged."""

    offset: int
    data: bytes


Piece = Line | Foreign | Damaged | Torn


@dataclass
class Report:
    """What was met while reading; complete when the reading is."""

    lines: int = 0
    """Whole lines, those of a later version included."""
    foreign: int = 0
    """Whole lines that only a later version understands."""
    damaged: int = 0
    """Pieces that are no line. One that broke off and was fenced later is among them,
    and leaves no number missing."""
    torn: bool = False
    """Whether the file ends in the midst of a line, so that the next must be fenced."""
    missing: int = 0
    """Lines that were there once, by the gaps in the numbers. Damage at the very end
    counts one for each piece: whether it had been a line, nobody can tell."""
    out_of_sequence: int = 0
    """Whole lines with a number that is not above the one before."""
    first: int = 0
    """The number of the first whole line; 0 where there is none."""
    last: int = 0
    """The highest number of a whole line; 0 where there is none."""
    next: int = 1
    """The number for the line that is appended next."""

    @property
    def sound(self) -> bool:
        """Whether nothing that was ever acknowledged can be missing."""
        return not (self.missing or self.out_of_sequence or self.foreign)


def encode(sequence: int, changes: Sequence[Change]) -> bytes:
    """One line with its end, ready to be appended.

    Raises:
        ValueError: there are no changes, or JSON has no way to write a value.
        TypeError: a value is of a kind that JSON does not have.
    """
    if not changes:
        raise ValueError("a line without changes")
    told = [sequence, *map(_tell, changes)]
    try:
        body = _write(told, ensure_ascii=False)
    except UnicodeEncodeError:
        # Half a surrogate pair, from a clipboard: UTF-8 has none, escapes have.
        body = _write(told, ensure_ascii=True)
    return b"%08x %s\n" % (zlib.crc32(body), body)


def decode(data: bytes, offset: int = 0) -> Line | Foreign | Damaged:
    """What `data` is, a piece without the end of its line."""
    body = data[_CHECKSUM + 1 :]
    if not _HEAD.match(data) or int(data[:_CHECKSUM], 16) != zlib.crc32(body):
        return Damaged(offset, data)
    # The checksum holds, so that this was written as it is.
    sequence, *told = json.loads(body)
    try:
        return Line(sequence, tuple(map(_understand, told)), offset)
    except (KeyError, TypeError, ValueError):
        return Foreign(sequence, offset, data)


def read(file: BinaryIO, report: Report | None = None) -> Iterator[Piece]:
    """Every piece of `file` in its order, from where `file` stands.

    `report` is filled on the way. Bytes behind damage are searched for the beginning
    of a line, so that a destroyed line end costs one line and not two.
    """
    told = Report() if report is None else report
    follow = _Sequence(told)
    offset = file.tell()
    for data in file:
        told.torn = not data.endswith(b"\n")
        for piece in _pieces(data, offset):
            follow.see(piece)
            yield piece
        offset += len(data)
    follow.end()


def changes_of(pieces: Iterable[Piece]) -> Iterator[Change]:
    """The changes of all whole lines, in the order of `pieces`."""
    for piece in pieces:
        if isinstance(piece, Line):
            yield from piece.changes


def _pieces(data: bytes, offset: int) -> Iterator[Piece]:
    """What is between two line ends: nothing, a line, or damage with a line in it."""
    content = data.removesuffix(b"\n")
    if not content:
        return
    found = decode(content, offset)
    if isinstance(found, Damaged):
        for head in _HEAD.finditer(content, 1):
            rest = decode(content[head.start() :], offset + head.start())
            if not isinstance(rest, Damaged):
                yield Damaged(offset, content[: head.start()])
                yield rest
                return
        if content is data:
            yield Torn(offset, content)
            return
    yield found


class _Sequence:
    """Keeps a report of the numbers as pieces come by."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._at_end = 0

    def see(self, piece: Piece) -> None:
        report = self._report
        match piece:
            case Line() | Foreign():
                report.lines += 1
                report.foreign += isinstance(piece, Foreign)
                self._number(piece.sequence)
                self._at_end = 0
            case Damaged():
                report.damaged += 1
                self._at_end += 1
            case Torn():
                # The line end before it may be the fence of one that broke off before.
                self._at_end = max(0, self._at_end - 1)
            case _:
                assert_never(piece)

    def _number(self, sequence: int) -> None:
        report = self._report
        if not report.first:
            report.first = sequence
        elif sequence <= report.last:
            report.out_of_sequence += 1
        else:
            report.missing += sequence - report.last - 1
        report.last = max(report.last, sequence)

    def end(self) -> None:
        # The next number stays clear of what may have been there.
        self._report.missing += self._at_end
        self._report.next = self._report.last + 1 + self._at_end


def _write(told: list[Any], *, ensure_ascii: bool) -> bytes:
    text = json.dumps(
        told, ensure_ascii=ensure_ascii, allow_nan=False, separators=(",", ":")
    )
    return text.encode()


def _tell(change: Change) -> dict[str, Any]:
    match change:
        case Put(table, number, fields):
            return {"put": table, "id": number, "fields": dict(fields)}
        case Removal(table, number):
            return {"remove": table, "id": number}
        case Emptied(table):
            return {"empty": table}
        case Dropped(table):
            return {"drop": table}
        case Mark(name, values):
            return {"mark": name, "values": dict(values)}
        case _:
            assert_never(change)


def _understand(told: Mapping[str, Any]) -> Change:
    match told:
        case {"put": str(table), "id": int(number), "fields": dict(fields)}:
            return Put(table, number, fields)
        case {"remove": str(table), "id": int(number)}:
            return Removal(table, number)
        case {"empty": str(table)}:
            return Emptied(table)
        case {"drop": str(table)}:
            return Dropped(table)
        case {"mark": str(name), "values": dict(values)}:
            return Mark(name, values)
        case _:
            raise ValueError("a change of a later version")
