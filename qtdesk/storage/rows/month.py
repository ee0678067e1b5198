"""One month of rows: a journal that TinyDB opens, with a table for each of the shop's.

Read once and again when another process has changed it. The right to write is taken
for each change and given back, so that two programs can work side by side.
"""

import contextlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from qtdesk.core.errors import StoreError
from qtdesk.core.ports.tables import Change
from qtdesk.core.tables import Row, fields_of_row, row_from
from qtdesk.storage.atomic import could_not_save, write_atomically
from qtdesk.storage.journal.contents import Tables
from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal.lines import Put
from qtdesk.storage.journal.reading import read_contents
from qtdesk.storage.journal_storage import JournalStorage
from qtdesk.storage.journal_tables import JournalTables
from qtdesk.storage.refusals import later_version

SCHEMA = 1
"""Raised when older programs would misunderstand what is in a file."""
TOGETHER = 200
"""Rows of one line at most: a wrong bit takes a whole line along."""
_NAME = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])\.jsonl")

_State = tuple[int, int, int]


def name_of(day: date) -> str:
    """The name of the file of the month of `day`."""
    return f"{day.year:04}-{day.month:02}.jsonl"


def months_in(folder: Path) -> list[Path]:
    """The files of all months in `folder`, the newest first; none where it is missing.

    Raises:
        StoreError: the folder cannot be read.
    """
    try:
        found = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise could_not_save(folder, error) from error
    return sorted(found, reverse=True)


class Month:
    """The file at `path`, which need not be there yet."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._journal: Journal | None = None
        self._tables: JournalTables | None = None
        self._known: _State | None = None

    def rows(self, table: str) -> Iterator[Row]:
        """All rows of that table; those that a later version wrote are passed over.

        Raises:
            StoreError: the file cannot be read.
        """
        tables = self._opened()
        if table not in tables.tables():
            return
        for document in tables.table(table):
            with contextlib.suppress(ValueError):
                yield row_from(table, document)

    def all(self) -> Iterator[Row]:
        """All rows of all tables; see `rows`."""
        for table in sorted(self._opened().tables()):
            yield from self.rows(table)

    def put(self, rows: Sequence[Row]) -> None:
        """Have exactly these rows, some together in a line.

        Raises:
            StoreError: they could not be written; those of earlier lines are.
        """
        with self._changing() as tables:
            numbers = _Numbers(tables)
            for start in range(0, len(rows), TOGETHER):
                told = [
                    Put(row.table, numbers.of(row), fields_of_row(row))
                    for row in rows[start : start + TOGETHER]
                ]
                tables.storage.commit(tuple(told))

    def revise(self, change: Change, traces: Collection[str]) -> int:
        """Do `change` to all rows, and leave nothing of what they said before.

        Raises:
            StoreError: it could not be done.
        """
        due = {
            (row.table, row.uid): other
            for row in self.all()
            for other in [change(row)]
            if other is not row
        }
        if due:
            with self._changing() as tables:
                snapshot = _revised(tables.storage.snapshot(), due)
                tables.storage.journal.rewrite(snapshot)
                # What was there before has what is to be gone.
                with contextlib.suppress(FileNotFoundError):
                    tables.storage.journal.backup.unlink()
            self._forget()
        if due or traces:
            self._clean_quarantine(traces)
        return len(due)

    def heal(self, copy: Path) -> int:
        """Add what is in `copy` and was lost here by damage; how many rows.

        The file is written anew then, and sound; what was damaged lies beside it.

        Raises:
            StoreError: it could not be done.
        """
        if self._is_sound():
            return 0
        here = {(row.table, row.uid) for row in self.all()}
        kept = Month(copy).all() if copy.exists() else ()
        lost = [row for row in kept if (row.table, row.uid) not in here]
        self.put(lost)
        with self._changing() as tables:
            tables.storage.journal.rewrite(tables.storage.snapshot())
        self._forget()
        return len(lost)

    def copy_to(self, copy: Path) -> bool:
        """Bring `copy` up to date; False where it was.

        Raises:
            StoreError: it could not be written.
            OSError: one of them cannot be read.
        """
        data = self._path.read_bytes()
        if copy.exists() and copy.read_bytes() == data:
            return False
        write_atomically(copy, data)
        return True

    # --- within ----------------------------------------------------------------

    def _is_sound(self) -> bool:
        contents = read_contents(self._path)
        return contents.report.sound and not contents.broken

    def _clean_quarantine(self, traces: Collection[str]) -> None:
        """Take out of what was damaged what must not stay."""
        path = self._path.with_name(self._path.name + ".quarantine")
        if not path.exists():
            return
        if all(row.let_go for row in self.all()):
            path.unlink()
            return
        pieces = path.read_bytes().split(b"\n")
        told = [trace.encode() for trace in traces if trace]
        kept = [piece for piece in pieces if not any(t in piece for t in told)]
        if len(kept) < len(pieces):
            write_atomically(path, b"\n".join(kept))

    def _opened(self) -> JournalTables:
        state = _state_of(self._path)
        if self._tables is None or state != self._known:
            self._journal = Journal(self._path, SCHEMA)
            storage = JournalStorage(self._journal)
            if storage.refusal is not None:
                raise storage.refusal
            self._tables, self._known = JournalTables(storage), state
        return self._tables

    @contextlib.contextmanager
    def _changing(self) -> Iterator[JournalTables]:
        """The tables with the right to write, which is given back at the end.

        Raises:
            StoreError: another process writes, or the file is of a later version.
        """
        tables = self._opened()
        if tables.storage.contents.of_later_version:
            raise later_version(self._path)
        try:
            tables.storage.open_for_changes()
            yield tables
        except OSError as error:
            raise could_not_save(self._path, error) from error
        except StoreError:
            # What failed in the midst is looked at anew.
            self._known = None
            raise
        else:
            self._known = _state_of(self._path)
        finally:
            tables.storage.close()

    def _forget(self) -> None:
        self._tables = self._known = None


class _Numbers:
    """The numbers of documents: that of a row which is there, or one behind all."""

    def __init__(self, tables: JournalTables) -> None:
        self._tables = tables
        self._known: dict[str, dict[str, int]] = {}

    def of(self, row: Row) -> int:
        if row.table not in self._known:
            documents = self._tables.storage.documents(row.table) or {}
            self._known[row.table] = {
                str(fields.get("uid", "")): int(number)
                for number, fields in documents.items()
            }
        known = self._known[row.table]
        if row.uid not in known:
            known[row.uid] = max(known.values(), default=0) + 1
        return known[row.uid]


def _revised(snapshot: Tables, due: Mapping[tuple[str, str], Row | None]) -> Tables:
    for (table, uid), other in due.items():
        rows = snapshot[table]
        number = next(n for n, fields in rows.items() if fields.get("uid") == uid)
        if other is None:
            del rows[number]
        else:
            rows[number] = fields_of_row(other)
    return snapshot


def _state_of(path: Path) -> _State | None:
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns
