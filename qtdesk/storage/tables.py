"""TinyDB over files that survive a crash: the storage that TinyDB does not bring.

Small files only, written as a whole. A file that cannot be read is never taken for an
empty one.
"""

import json
import logging
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from tinydb import Storage, TinyDB
from tinydb.table import Document

from qtdesk.core.errors import StoreError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.storage.atomic import write_atomically

_ONLY = 1
_log = logging.getLogger(__name__)


def open_tables(path: Path) -> TinyDB:
    """The tables in the file at `path`; a missing file is a new one.

    Raises:
        StoreError: the file cannot be opened, or it is damaged and so is its backup.
            A damaged file was moved aside, so that the next attempt begins anew.
    """
    tables = TinyDB(path, storage=AtomicStorage)
    tables.tables()  # reads, so that damage is met now
    return tables


def only_document(tables: TinyDB, table: str) -> dict[str, Any]:
    """The one document of a table; empty where there is none yet."""
    document = tables.table(table).get(doc_id=_ONLY)
    return dict(document) if isinstance(document, Document) else {}


def replace_only_document(tables: TinyDB, table: str, new: dict[str, Any]) -> None:
    """Put `new` in place of the one document of a table, in one single write.

    Raises:
        StoreError: it could not be written; the old one stays.
    """
    rows = tables.table(table)
    if rows.contains(doc_id=_ONLY):

        def exchange(document: MutableMapping[Any, Any]) -> None:
            document.clear()
            document.update(new)

        rows.update(exchange, doc_ids=[_ONLY])
    else:
        rows.insert(Document(new, doc_id=_ONLY))


class AtomicStorage(Storage):
    """One JSON file, its last good generation beside it in `.bak`.

    The file is read once: it belongs to one running program, and what happens to it
    meanwhile is mended by the next write.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._backup = path.with_name(path.name + ".bak")
        self._good: bytes | None = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        if self._good is not None:
            return _parse(self._good)
        data = _bytes_of(self._path)
        if data is None and _bytes_of(self._backup) is None:
            return None
        tables = _parse(data)
        if tables is None:
            data, tables = self._recover(damaged=data is not None)
        self._good = data
        return tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        written = json.dumps(data, indent=1).encode()
        if self._good is not None:
            write_atomically(self._backup, self._good)
        write_atomically(self._path, written)
        self._good = written

    def _recover(self, *, damaged: bool) -> tuple[bytes, dict[str, dict[str, Any]]]:
        aside = _move_aside(self._path) if damaged else None
        data = _bytes_of(self._backup)
        tables = _parse(data)
        if data is not None and tables is not None:
            write_atomically(self._path, data)
            _log.warning("%s was lost; its backup is in use", self._path.name)
            return data, tables
        if data is not None:
            aside = _move_aside(self._backup)
        raise StoreError(
            words(
                QT_TRANSLATE_NOOP("core", "{name} is damaged, and its backup too."),
                name=self._path.name,
            ),
            words(
                QT_TRANSLATE_NOOP("core", "It was kept as {aside}."), aside=str(aside)
            ),
            words(
                QT_TRANSLATE_NOOP(
                    "core",
                    "Start qtdesk again to begin with a new one, or put a copy of yours"
                    " in its place before.",
                )
            ),
        )


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unusable(path, error) from error


def _parse(data: bytes | None) -> dict[str, dict[str, Any]] | None:
    """The tables, or None for bytes that are none."""
    try:
        tables = json.loads(data or b"")
    except ValueError:
        return None
    fits = isinstance(tables, dict) and all(
        isinstance(table, dict)
        and all(isinstance(document, dict) for document in table.values())
        for table in tables.values()
    )
    return tables if fits else None


def _move_aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    try:
        return path.replace(aside)
    except OSError as error:
        raise _unusable(path, error) from error


def _unusable(path: Path, error: OSError) -> StoreError:
    return StoreError(
        words(QT_TRANSLATE_NOOP("core", "{name} cannot be used."), name=path.name),
        words("{reason}", reason=error.strerror or type(error).__name__),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Look at {folder}: the file must be readable and writable."
            ),
            folder=str(path.parent),
        ),
    )
