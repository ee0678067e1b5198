"""The SQLite file of an index: opened, thrown away when in doubt, or done without.

Knows the tables and not what is asked of them. Nothing lies in it that does not lie
elsewhere, so that throwing it away is always right.
"""

import contextlib
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

_VERSION = 1
"""Raised with every change of what is in the tables; another one is thrown away."""
_BUSY_S = 5.0
"""How long another process may be writing before this run does without the file."""

_TABLES = """
CREATE TABLE salt (salt BLOB NOT NULL);
CREATE TABLE segments (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
    file INTEGER NOT NULL, size INTEGER NOT NULL, changed INTEGER NOT NULL,
    done INTEGER NOT NULL, trace BLOB NOT NULL, rows INTEGER NOT NULL
);
CREATE TABLE entries (
    segment INTEGER NOT NULL, place INTEGER NOT NULL, nth INTEGER NOT NULL,
    record INTEGER NOT NULL, made INTEGER NOT NULL,
    day INTEGER, number INTEGER, ending INTEGER, buyer INTEGER,
    PRIMARY KEY (segment, place, nth)
) WITHOUT ROWID;
"""
_LOOK_UPS = """
CREATE INDEX IF NOT EXISTS by_record ON entries (record, made);
CREATE INDEX IF NOT EXISTS by_day ON entries (day, made) WHERE day IS NOT NULL;
CREATE INDEX IF NOT EXISTS by_number ON entries (number) WHERE number IS NOT NULL;
CREATE INDEX IF NOT EXISTS by_ending ON entries (ending) WHERE ending IS NOT NULL;
CREATE INDEX IF NOT EXISTS by_buyer ON entries (buyer) WHERE buyer IS NOT NULL;
"""
_SOUND = """
SELECT (SELECT COUNT(*) FROM salt) = 1 AND NOT EXISTS (
    SELECT 1 FROM segments
    WHERE rows != (SELECT COUNT(*) FROM entries WHERE segment = segments.id)
)
"""


class IndexFile:
    """The tables, in a file or in memory; for one thread at a time."""

    def __init__(self, path: Path) -> None:
        """Open the file at `path`, made where it is missing, or do without one."""
        self._path = path
        try:
            self._database = self._open()
        except sqlite3.Error as error:
            self.recover(error)

    @property
    def in_memory(self) -> bool:
        """Whether there is no file that could be used in this run."""
        return not self._all("PRAGMA database_list")[0][2]

    @property
    def salt(self) -> bytes:
        """The key of all digests in these tables."""
        salt = self._all("SELECT salt FROM salt")[0][0]
        return bytes(salt)

    def all(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Every row of the answer."""
        return self._all(sql, values)

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of the answer as they are found."""
        return self._database.execute(sql, values)

    def execute(self, sql: str, values: Sequence[Any] = ()) -> None:
        self._database.execute(sql, values)

    def insert(self, table: str, rows: Iterator[tuple[Any, ...]], width: int) -> None:
        """Put all `rows` of `width` values into `table`."""
        blanks = ", ".join("?" * width)
        sql = f"INSERT OR REPLACE INTO {table} VALUES ({blanks})"  # noqa: S608 - our own words
        self._database.executemany(sql, rows)

    @contextlib.contextmanager
    def change(self) -> Iterator[None]:
        """Everything within is done, or nothing."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def complete(self) -> None:
        """Make what questions are answered by; cheaper once all rows are there."""
        self._database.executescript(_LOOK_UPS)

    def recover(self, error: sqlite3.Error) -> None:
        """Begin anew after `error`: with a new file, or in memory where none will do.

        Everything is to be read again after this.
        """
        self.close()
        # An operational error is one of the place: read-only, full, held by another.
        if not isinstance(error, sqlite3.OperationalError):
            try:
                self._throw_away()
                self._database = self._open()
            except (OSError, sqlite3.Error):
                pass
            else:
                return
        self._database = _connect(":memory:")
        self._make_tables()

    def close(self) -> None:
        with contextlib.suppress(AttributeError, sqlite3.Error):
            self._database.close()

    def _open(self) -> sqlite3.Connection:
        """The file as it is, or a new one where it cannot be trusted."""
        database = self._database = _connect(str(self._path))
        version = database.execute("PRAGMA user_version").fetchone()[0]
        if version == _VERSION and database.execute(_SOUND).fetchone()[0]:
            return database
        if version or database.execute("SELECT 1 FROM sqlite_master").fetchone():
            database.close()
            self._throw_away()
            self._database = _connect(str(self._path))
        self._make_tables()
        return self._database

    def _make_tables(self) -> None:
        with self.change():
            # Another process may have been quicker.
            if self._all("PRAGMA user_version")[0][0] == _VERSION:
                return
            for statement in _TABLES.split(";"):
                self._database.execute(statement)
            self._database.execute(
                "INSERT INTO salt VALUES (?)", (secrets.token_bytes(16),)
            )
            self._database.execute(f"PRAGMA user_version = {_VERSION}")

    def _throw_away(self) -> None:
        for ending in ("-wal", "-shm", "-journal", ""):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)

    def _all(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return self._database.execute(sql, values).fetchall()


def _connect(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(
        path, timeout=_BUSY_S, isolation_level=None, check_same_thread=False
    )
    try:
        # With a log a power cut may cost the last rows, which are read again. Where
        # there can be none, as on a network drive, each change waits for the disk.
        mode = database.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        level = "NORMAL" if mode == "wal" else "FULL"
        database.execute(f"PRAGMA synchronous = {level}")
        # A row that goes leaves nothing behind in the file.
        database.execute("PRAGMA secure_delete = ON")
    except BaseException:
        database.close()
        raise
    return database
