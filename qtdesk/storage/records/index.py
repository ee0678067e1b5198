"""Where in which segment the records of an order, a buyer or a day are.

Follows the segments: what they have gained is read from where it was left, and one
that was written anew is read anew. Every answer is a guess by digest, to be looked at
in the segment itself.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from qtdesk.core.ports.records import Progress, Question
from qtdesk.core.records import plain
from qtdesk.storage.journal.lines import Torn, read
from qtdesk.storage.records.index_file import IndexFile
from qtdesk.storage.records.indexing import Digests, Row, rows_of, trace
from qtdesk.storage.records.segment import has_newer_schema

_STEP = 500
"""Lines between two words on the progress; some 10 ms."""


class Place(NamedTuple):
    """Where a document is."""

    segment: str
    """The name of the file."""
    offset: int


class _State(NamedTuple):
    """A segment as it was when it was read last."""

    file: int
    size: int
    changed: int
    """When it was written to, in nanoseconds."""
    done: int
    """How far it was read."""
    trace: bytes
    rows: int


class _BrokenOffError(Exception):
    """Whoever watches the progress has seen enough."""


class Index:
    """An index over the segments of one folder; for one thread at a time.

    Every method may raise `sqlite3.Error`; then `recover` makes it usable again, and
    everything is to be read anew.
    """

    def __init__(self, path: Path) -> None:
        self._file = IndexFile(path)
        self._digests = Digests(self._file.salt)

    def recover(self, error: sqlite3.Error) -> None:
        """Begin anew after `error`."""
        self._file.recover(error)
        self._digests = Digests(self._file.salt)

    def close(self) -> None:
        self._file.close()

    # --- following the segments --------------------------------------------------

    def bring_up_to_date(self, paths: Sequence[Path], progress: Progress) -> bool:
        """Read what is new in the segments at `paths`; forget those that are gone.

        False where `progress` broke it off; what was read by then stays.

        Raises:
            OSError: a segment cannot be read.
        """
        known = self._states()
        for name in known.keys() - {path.name for path in paths}:
            self.doubt(name)
        stale = {path: path.stat().st_size for path in paths if _changed(path, known)}
        if not stale:
            return True
        before, total = 0, sum(stale.values())
        for path, size in stale.items():
            offset = before

            def watch(read: int, offset: int = offset) -> None:
                if not progress(offset + read, total):
                    raise _BrokenOffError

            try:
                with self._file.change():
                    self._follow(path, watch)
            except _BrokenOffError:
                return False
            before += size
        self._file.complete()
        return True

    def doubt(self, name: str) -> None:
        """What is known of that segment may be wrong: it is to be read anew."""
        with self._file.change():
            self._drop(name)

    def _states(self) -> dict[str, _State]:
        found = self._file.all(
            "SELECT name, file, size, changed, done, trace, rows FROM segments"
        )
        return {name: _State(*rest) for name, *rest in found}

    def _follow(self, path: Path, watch: Callable[[int], None]) -> None:
        """Read the segment at `path` from where it was left, or anew."""
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            # Within the change, because another process may have read it meanwhile.
            state = self._states().get(path.name)
            if state is None or state.trace != trace(file, state.done):
                self._drop(path.name)
                state = _State(0, 0, 0, 0, b"", 0)
            number = self._number_of(path.name)
            reading = _Reading(file, state.done, self._digests, watch)
            self._file.insert(
                "entries", ((number, *row) for row in reading), 1 + len(Row._fields)
            )
            seen = trace(file, reading.end)
            now = _State(*_stamp(status), reading.end, seen, state.rows + reading.rows)
            self._file.insert(
                "segments", iter([(number, path.name, *now)]), 2 + len(now)
            )

    def _number_of(self, name: str) -> int:
        known = self._file.all("SELECT id FROM segments WHERE name = ?", (name,))
        if known:
            return int(known[0][0])
        return int(
            self._file.all("SELECT COALESCE(MAX(id), 0) + 1 FROM segments")[0][0]
        )

    def _drop(self, name: str) -> None:
        of_name = "(SELECT id FROM segments WHERE name = ?)"
        self._file.execute(f"DELETE FROM entries WHERE segment = {of_name}", (name,))  # noqa: S608 - our own words
        self._file.execute("DELETE FROM segments WHERE name = ?", (name,))

    # --- questions ---------------------------------------------------------------

    def matching(self, question: Question) -> Iterator[int]:
        """Digests of the names of records that seem to match, the newest first."""
        asked, values = self._asked(question)
        where = " AND ".join(["day IS NOT NULL", *asked])
        sql = f"SELECT record FROM entries WHERE {where} ORDER BY day DESC, made DESC"  # noqa: S608 - our own words
        return (row[0] for row in self._file.each(sql, values))

    def of_uid(self, uid: str) -> int:
        """The digest of a record's name."""
        return self._digests.of(uid)

    def places(self, record: int) -> list[Place]:
        """Where a record and its corrections are, in the order they were made."""
        found = self._file.all(
            "SELECT name, place FROM entries JOIN segments ON id = segment"
            " WHERE record = ? ORDER BY day IS NULL, made, name, place",
            (record,),
        )
        return list(dict.fromkeys(Place(*row) for row in found))

    def _asked(self, question: Question) -> tuple[list[str], list[int]]:
        asked: dict[str, int] = {}
        within = "record IN (SELECT record FROM entries WHERE {} = ?)"
        if question.order:
            column, digest = self._of_number(question.order)
            asked[within.format(column)] = digest
        if question.buyer:
            asked[within.format("buyer")] = self._digests.of(plain(question.buyer))
        if question.first:
            asked["day >= ?"] = question.first.toordinal()
        if question.last:
            asked["day <= ?"] = question.last.toordinal()
        return list(asked), list(asked.values())

    def _of_number(self, order: str) -> tuple[str, int]:
        """The column in which it is found: as a whole number, else as its end."""
        compared = plain(order)
        whole, ending = self._digests.of(compared), self._digests.of_end(compared)
        sql = "SELECT 1 FROM entries WHERE number = ? LIMIT 1"
        if ending is None or self._file.all(sql, (whole,)):
            return "number", whole
        return "ending", ending


class _Reading:
    """The rows of a segment from `start` on; afterwards, how far it went."""

    def __init__(
        self,
        file: BinaryIO,
        start: int,
        digests: Digests,
        watch: Callable[[int], None],
    ) -> None:
        self._file = file
        self._digests = digests
        self._watch = watch
        self.end = start
        self.rows = 0

    def __iter__(self) -> Iterator[Row]:
        self._file.seek(self.end)
        for count, piece in enumerate(read(self._file)):
            if count % _STEP == 0:
                self._watch(piece.offset)
            if isinstance(piece, Torn) or has_newer_schema(piece):
                # Somebody may be in the midst of writing; or it is not for us.
                self.end = piece.offset
                return
            for row in rows_of(piece, self._digests):
                self.rows += 1
                yield row
        self.end = self._file.tell()


def _changed(path: Path, known: Mapping[str, _State]) -> bool:
    state = known.get(path.name)
    return state is None or _stamp(path.stat()) != (
        state.file,
        state.size,
        state.changed,
    )


def _stamp(status: os.stat_result) -> tuple[int, int, int]:
    # SQLite's integers have a sign; Windows has file numbers that need all 64 bits.
    return status.st_ino & 0x7FFF_FFFF_FFFF_FFFF, status.st_size, status.st_mtime_ns
