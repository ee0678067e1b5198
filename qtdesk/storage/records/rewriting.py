"""Taking something out of a segment for good: the only way in which one is changed.

The file is written anew as a whole and put in place of the old one in one step. A
line tells what went, without telling what it was; the seal is made again. Damaged
pieces move to a file beside it, unless they are what is to go. Decides nothing: an
`Edit` says what stays.
"""

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from qtdesk.storage.atomic import write_atomically
from qtdesk.storage.journal.lines import (
    Change,
    Damaged,
    Line,
    Mark,
    Piece,
    Put,
    Report,
    Torn,
    encode,
    read,
)
from qtdesk.storage.journal.reading import HEAD
from qtdesk.storage.records.edits import Edit
from qtdesk.storage.records.segment import (
    CORRECTIONS,
    RECORDS,
    REMOVED,
    SEAL,
    NewerSegmentError,
    head,
    is_newer,
    mark_in,
    seal_of,
)

_QUARANTINE = ".quarantine"


@dataclass(slots=True)
class Count:
    """What an edit took out of one file."""

    gone: Counter[str] = field(default_factory=Counter)
    """Documents that went as a whole, by table."""
    altered: Counter[str] = field(default_factory=Counter)
    """Documents that lost something, by table."""
    damaged: int = 0
    """Damaged pieces that went."""

    def add(self, other: "Count") -> None:
        """Count what `other` counted, too."""
        self.gone += other.gone
        self.altered += other.altered
        self.damaged += other.damaged

    def __bool__(self) -> bool:
        return bool(self.gone or self.altered or self.damaged)


def quarantine_of(path: Path) -> Path:
    """Where damaged pieces of the segment at `path` are kept, once it was rewritten."""
    return path.with_name(path.name + _QUARANTINE)


def quarantined(path: Path) -> list[bytes]:
    """The damaged pieces that were kept of the segment at `path`.

    Raises:
        OSError: they cannot be read.
    """
    try:
        return [
            piece for piece in quarantine_of(path).read_bytes().split(b"\n") if piece
        ]
    except FileNotFoundError:
        return []


def rewrite(path: Path, edit: Edit, now: datetime) -> Count:
    """Take out of the segment at `path` what `edit` does not keep.

    A file of which everything stays is not touched.

    Raises:
        NewerSegmentError: a later version of the program wrote it.
        StoreError: it could not be written; the file is as it was.
        OSError: it cannot be read.
    """
    data, before = path.read_bytes(), quarantined(path)
    count = Count()
    kept = [piece for piece in before if edit.keep_damaged(path, piece)]
    # Years are searched in a moment, and read in some.
    if len(kept) == len(before) and not edit.touches(path, data):
        return count
    report = Report()
    pieces = list(read(io.BytesIO(data), report))
    if any(map(is_newer, pieces)):
        raise NewerSegmentError(path.name)
    lines = list(_edited(pieces, edit, count))
    damaged = [each.data for each in pieces if isinstance(each, Damaged | Torn)]
    stays = [data for data in damaged if edit.keep_damaged(path, data)]
    count.damaged = len(before) + len(damaged) - len(kept) - len(stays)
    if not count:
        return count
    # First aside, then out: what breaks off in between leaves a piece in both.
    _put_aside(path, [*kept, *(data for data in stays if data not in kept)], before)
    if count.gone or count.altered or damaged:
        old_seal = _last_seal(pieces)
        lines.append([_removed(edit, count, report, old_seal, now)])
        write_atomically(path, _written(path, lines, report, old_seal, now))
    return count


def _edited(
    pieces: Iterable[Piece], edit: Edit, count: Count
) -> Iterator[list[Change]]:
    """The changes of each line that stays, without the seal."""
    for piece in pieces:
        if not isinstance(piece, Line):
            continue
        changes = [_edit_one(change, edit, count) for change in piece.changes]
        stays = [change for change in changes if change is not None]
        if stays:
            yield stays


def _edit_one(change: Change, edit: Edit, count: Count) -> Change | None:
    match change:
        case Put(table) if table in (RECORDS, CORRECTIONS):
            kept = edit.keep(change)
            if kept is None:
                count.gone[table] += 1
            elif kept != change:
                count.altered[table] += 1
            return kept
        case Mark(name) if name == SEAL:
            return None
    return change


def _removed(
    edit: Edit, count: Count, report: Report, old_seal: Mark | None, now: datetime
) -> Mark:
    """The line that tells of it, and of what was missing: numbers begin anew."""
    values = {
        "why": edit.why,
        "at": now.isoformat(),
        "gone": count.gone,
        "altered": count.altered,
        "damaged": report.damaged,
        "missing": report.missing,
    }
    if old_seal is not None:
        values["seal_before"] = old_seal.values.get("sha256")
    return Mark(REMOVED, values)


def _written(
    path: Path,
    lines: list[list[Change]],
    report: Report,
    old_seal: Mark | None,
    now: datetime,
) -> bytes:
    """The file as it is to be.

    The last line's number does not go down, because documents take their ids from it.
    """
    lines[:1] = [[_next_head(path, change) for change in lines[0]]]
    first = max(1, report.next - len(lines))
    numbered = enumerate(lines, first)
    data = b"".join(encode(number, changes) for number, changes in numbered)
    if old_seal is not None:
        data += encode(first + len(lines), [seal_of(data, now)])
    return data


def _next_head(path: Path, change: Change) -> Change:
    if isinstance(change, Mark) and change.name == HEAD:
        generation = change.values.get("generation")
        before = str(change.values.get("before", ""))
        return head(
            path, before, (generation if isinstance(generation, int) else 0) + 1
        )
    return change


def _last_seal(pieces: list[Piece]) -> Mark | None:
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    return mark_in(lines[-1], SEAL) if lines else None


def _put_aside(path: Path, pieces: list[bytes], before: list[bytes]) -> None:
    if pieces and pieces != before:
        write_atomically(quarantine_of(path), b"\n".join(pieces) + b"\n")
    elif before and not pieces:
        quarantine_of(path).unlink()
