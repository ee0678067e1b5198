"""One month of records in one file: its head, its lines, and its seal.

The head says which month and schema it is, and which month came before, so that a
file that vanished is missed. The seal is the last line of a month that is over: from
then on nothing is appended. Locks nothing; that is the business of the caller.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from qtdesk.core.records import is_newer_document
from qtdesk.storage.journal.appending import Appender
from qtdesk.storage.journal.lines import (
    FORMAT,
    Change,
    Foreign,
    Line,
    Mark,
    Piece,
    Put,
    Report,
    encode,
    read,
)
from qtdesk.storage.journal.reading import HEAD

SCHEMA = 1
"""Raised when older programs would misunderstand what is in a file."""
RECORDS = "records"
CORRECTIONS = "corrections"
SEAL = "seal"
REMOVED = "removed"
"""Tells that something was taken out of the file, and of how much."""

_NAME = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])\.jsonl")
_TAIL = 1 << 11
"""Bytes at the end in which the last line is looked for; a line has about 700."""


class Entry(NamedTuple):
    """A record or a correction, as it lies in a file."""

    table: str
    fields: Mapping[str, Any]
    offset: int
    """Where its line begins, in bytes."""


@dataclass(slots=True)
class Tail:
    """What the end of a segment says."""

    next: int = 1
    """The number of the line that is appended next."""
    empty: bool = True
    """Whether there is no line, so that the head is still to come."""
    sealed: bool = False
    newer: bool = False


class NewerSegmentError(Exception):
    """A later version of the program wrote it; only that one may change it."""


def month_of(day: date) -> str:
    """The month of `day`, such as `2026-10`."""
    return f"{day.year:04}-{day.month:02}"


def segments_in(folder: Path) -> list[Path]:
    """The files of all months in `folder`, the oldest first; none where it is missing.

    Raises:
        OSError: the folder cannot be read.
    """
    try:
        return sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name))
    except FileNotFoundError:
        return []


def append(path: Path, table: str, fields: Mapping[str, Any], before: str) -> bool:
    """Add a document to the segment at `path`, made where it is missing.

    `before` is the month of the segment before it. False where the segment is sealed
    and nothing was written.

    Raises:
        NewerSegmentError: a later version of the program wrote it.
        OSError: it could not be written; the file is as it was.
    """
    tail = tail_of(path)
    if tail.newer:
        raise NewerSegmentError(path.name)
    if tail.sealed:
        return False
    lines, number = b"", tail.next
    if tail.empty:
        lines, number = encode(number, [head(path, before)]), number + 1
    # The number of its line is a document's id, so that no id comes twice.
    _append(path, lines + encode(number, [Put(table, number, fields)]))
    return True


def seal(path: Path, now: datetime) -> bool:
    """Say that nothing follows; False where that was said, or nothing is there.

    Raises:
        NewerSegmentError, OSError: as for `append`.
    """
    tail = tail_of(path)
    if tail.newer:
        raise NewerSegmentError(path.name)
    if tail.sealed or tail.empty:
        return False
    data = path.read_bytes()
    # What broke off is fenced by the append, and the fence is below the seal.
    fenced = data if data.endswith(b"\n") else data + b"\n"
    _append(path, encode(tail.next, [seal_of(fenced, now)]))
    return True


def head(path: Path, before: str, generation: int = 1) -> Mark:
    """The first line; `generation` counts how often the file was written anew."""
    versions = {"format": FORMAT, "schema": SCHEMA}
    told = {"month": path.stem, "before": before, "generation": generation}
    return Mark(HEAD, {**versions, **told})


def seal_of(data: bytes, now: datetime) -> Mark:
    """The seal below `data`."""
    hashed = hashlib.sha256(data).hexdigest()
    values = {"lines": data.count(b"\n"), "sha256": hashed, "at": now.isoformat()}
    return Mark(SEAL, values)


def seal_fits(data: bytes, line: Line, mark: Mark) -> bool:
    """Whether all of `data` above the seal in `line` is as it was then."""
    above = data[: line.offset]
    return mark.values.get("sha256") == hashlib.sha256(
        above
    ).hexdigest() and mark.values.get("lines") == above.count(b"\n")


def number_in(mark: Mark, name: str) -> int:
    """The number that `mark` has under `name`; 0 where there is none."""
    number = mark.values.get(name)
    return number if isinstance(number, int) else 0


def tail_of(path: Path) -> Tail:
    """What the end of the segment at `path` says, which need not be there yet.

    Raises:
        OSError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return _tail(file)
    except FileNotFoundError:
        return Tail()


def entries(piece: Piece) -> Iterator[Entry]:
    """The records and corrections in a piece."""
    if isinstance(piece, Line):
        for change in piece.changes:
            if isinstance(change, Put) and change.table in (RECORDS, CORRECTIONS):
                yield Entry(change.table, change.fields, piece.offset)


def entries_at(file: BinaryIO, offset: int) -> list[Entry]:
    """The records and corrections of the line at `offset`; none if it is not whole."""
    file.seek(offset)
    first = next(read(file), None)
    if first is None or first.offset != offset:
        return []
    return list(entries(first))


def is_newer(piece: Piece) -> bool:
    """Whether `piece` shows that a later version wrote in the segment.

    Such a segment is not changed: what we do not understand we might lose.
    """
    if isinstance(piece, Foreign) or has_newer_schema(piece):
        return True
    return any(is_newer_document(entry.fields) for entry in entries(piece))


def has_newer_schema(piece: Piece) -> bool:
    """Whether `piece` is a head that says we would misunderstand what follows."""
    mark = mark_in(piece, HEAD)
    return mark is not None and (
        number_in(mark, "schema") > SCHEMA or number_in(mark, "format") > FORMAT
    )


def mark_in(piece: Piece, name: str) -> Mark | None:
    """The mark of that name in `piece`."""
    changes: tuple[Change, ...] = piece.changes if isinstance(piece, Line) else ()
    marks = (each for each in changes if isinstance(each, Mark) and each.name == name)
    return next(marks, None)


def _tail(file: BinaryIO) -> Tail:
    head_line = next(read(file), None)
    newer = head_line is not None and has_newer_schema(head_line)
    size = file.seek(0, 2)
    length = _TAIL
    while True:
        begin = max(0, size - length)
        file.seek(begin)
        if begin:
            file.readline()  # most likely the rest of a line
        report = Report()
        pieces = list(read(file, report))
        if report.lines or not begin:
            break
        length *= 4
    whole = [piece for piece in pieces if isinstance(piece, Line | Foreign)]
    sealed = bool(whole) and mark_in(whole[-1], SEAL) is not None
    return Tail(report.next, not whole, sealed, newer or report.foreign > 0)


def _append(path: Path, data: bytes) -> None:
    end = Appender(path)
    try:
        end.append(data)
    finally:
        end.close()
