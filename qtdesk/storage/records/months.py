"""How the file of each month is: read whole, looked at, and not touched."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from qtdesk.core.ports.records import MonthState
from qtdesk.core.records import correction_from, record_from
from qtdesk.storage.journal.lines import Line, Piece, Report, read
from qtdesk.storage.journal.reading import HEAD
from qtdesk.storage.records.rewriting import quarantined
from qtdesk.storage.records.segment import (
    CORRECTIONS,
    RECORDS,
    REMOVED,
    SEAL,
    entries,
    is_newer,
    mark_in,
    number_in,
    seal_fits,
)


def states_of(paths: Sequence[Path]) -> Iterator[MonthState]:
    """How the segments at `paths` are, and which are missing among them.

    Raises:
        OSError: one cannot be read.
    """
    there = {path.stem for path in paths}
    for path in paths:
        data = path.read_bytes()
        report = Report()
        pieces = list(read(io.BytesIO(data), report))
        before = _named_before(pieces)
        if before and before not in there:
            yield MonthState(before, lost=True)
        yield _state(path, data, pieces, report)


def _state(
    path: Path, data: bytes, pieces: Sequence[Piece], report: Report
) -> MonthState:
    counts = {RECORDS: 0, CORRECTIONS: 0}
    unreadable = 0
    for piece in pieces:
        for entry in entries(piece):
            try:
                (record_from if entry.table == RECORDS else correction_from)(
                    entry.fields
                )
                counts[entry.table] += 1
            except ValueError:
                unreadable += 1
    newer = any(map(is_newer, pieces))
    seals = [(each, mark) for each in pieces if (mark := mark_in(each, SEAL))]
    last = pieces[-1] if pieces else None
    return MonthState(
        path.stem,
        counts[RECORDS],
        counts[CORRECTIONS],
        sealed=bool(seals),
        altered=any(
            not isinstance(line, Line)
            or line is not last
            or not seal_fits(data, line, mark)
            for line, mark in seals
        ),
        damaged=report.damaged + len(quarantined(path)) + (0 if newer else unreadable),
        missing=report.missing + report.out_of_sequence + _missed_before(pieces),
        newer=newer,
    )


def _named_before(pieces: Sequence[Piece]) -> str:
    heads = (mark for piece in pieces[:1] if (mark := mark_in(piece, HEAD)))
    return next((str(mark.values.get("before", "")) for mark in heads), "")


def _missed_before(pieces: Sequence[Piece]) -> int:
    """What was missing each time when the file was written anew."""
    marks = (mark for piece in pieces if (mark := mark_in(piece, REMOVED)))
    return sum(number_in(mark, "missing") for mark in marks)
