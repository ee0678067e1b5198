"""TinyDB over a journal: every operation is one line on the disk, whatever its size.

The results are those of TinyDB with its own storage. What is different: an operation
that fails changes nothing, and two threads may use the tables.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from threading import RLock
from typing import Any, cast

from tinydb import Storage, TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from qtdesk.core.errors import StoreError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.storage.atomic import could_not_save
from qtdesk.storage.journal.contents import (
    Documents,
    Tables,
    apply,
    as_written,
    differences,
    own,
)
from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal.lines import Change, Emptied
from qtdesk.storage.overlay import Overlay

_Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


class JournalStorage(Storage):
    """A journal's tables in memory; a change is on the disk before it is here."""

    def __init__(self, journal: Journal) -> None:
        """Read `journal`.

        Raises:
            StoreError: it cannot be read.
        """
        self.journal = journal
        self.one_writer = RLock()
        self.guard = RLock()
        """Held for moments only; whoever writes to the disk holds `one_writer`."""
        try:
            self.contents = journal.read()
        except OSError as error:
            raise could_not_read(journal, error) from error
        self._tables: Tables = self.contents.tables

    def read(self) -> dict[str, dict[str, Any]] | None:
        with self.guard:
            # TinyDB takes tables out of it before they are gone.
            return dict(self._tables) or None

    def documents(self, table: str) -> Documents | None:
        """Those of `table` by their numbers, to be looked at under `guard` only."""
        return self._tables.get(table)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make the tables what `data` says, by what is different.

        Raises:
            StoreError: it could not be written; nothing has changed.
        """
        with self.changing():
            self.commit(tuple(differences(self._tables, data)))

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """Nobody else changes anything meanwhile.

        Raises:
            StoreError: nothing can be changed here.
        """
        with self.one_writer:
            self._open_for_writing()
            yield

    def commit(self, changes: tuple[Change, ...]) -> None:
        """Do `changes`, all or none; on the disk when this returns.

        Raises:
            StoreError: they could not be written; nothing has changed.
        """
        if not changes:
            return
        changes = as_written(changes)
        try:
            self.journal.append(changes)
        except OSError as error:
            raise could_not_save(self.journal.path, error) from error
        self._apply(changes)
        self._make_small()

    def close(self) -> None:
        self.journal.close()

    def _apply(self, changes: Iterable[Change]) -> None:
        with self.guard:
            apply(self._tables, changes)

    def _open_for_writing(self) -> None:
        try:
            news = self.journal.open_for_writing()
        except OSError as error:
            raise could_not_save(self.journal.path, error) from error
        if news is None:
            return
        if news.fell_behind:
            # Somebody deleted the file, or put an older one there. We have it all.
            self.rewrite()
            return
        with self.guard:
            self.contents = news.contents
            self._tables = news.contents.tables

    def rewrite(self) -> None:
        try:
            self.journal.rewrite(self._tables)
        except OSError as error:
            raise could_not_save(self.journal.path, error) from error

    def _make_small(self) -> None:
        count = sum(map(len, self._tables.values()))
        if not self.journal.is_worth_rewriting(count):
            return
        # All is saved where it fails, only in a larger file than need be.
        with contextlib.suppress(StoreError):
            self.rewrite()


class JournalTable(Table):
    """A table that tells its storage what has changed, and nothing else.

    There is no cache of queries: all is in memory, and may be news.
    """

    def search(self, cond: QueryLike) -> list[Document]:
        with self._here.guard:
            return [
                Document(own(fields), int(number))
                for number, fields in self._read_table().items()
                if cond(fields)
            ]

    def get(self, *given: Any, **named: Any) -> Any:
        with self._here.guard:
            found = super().get(*given, **named)
        if isinstance(found, list):
            return [_own(document) for document in found]
        return None if found is None else _own(found)

    def update(
        self,
        fields: _Fields,
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        with self._here.changing():
            if doc_ids is None and cond is not None:
                doc_ids = self._matching(cond)
            return super().update(fields, None, doc_ids)

    def remove(
        self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None
    ) -> list[int]:
        with self._here.changing():
            if doc_ids is None and cond is not None:
                doc_ids = self._matching(cond)
            return super().remove(None, doc_ids)

    def insert(self, document: Mapping[str, Any]) -> int:
        with self._here.changing():
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        with self._here.changing():
            return super().insert_multiple(documents)

    def upsert(
        self, document: Mapping[str, Any], cond: QueryLike | None = None
    ) -> list[int]:
        with self._here.changing():
            return super().upsert(document, cond)

    def __iter__(self) -> Iterator[Document]:
        with self._here.guard:
            return iter([_own(document) for document in super().__iter__()])

    @property
    def _here(self) -> JournalStorage:
        return cast("JournalStorage", self._storage)

    def _matching(self, cond: QueryLike) -> list[int]:
        with self._here.guard:
            rows = self._read_table().items()
            return [int(number) for number, fields in rows if cond(fields)]

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        rows = self._here.documents(self.name)
        return cast("dict[str, Mapping[str, Any]]", rows or {})

    def _update_table(
        self, updater: Callable[[dict[int, Mapping[str, Any]]], None]
    ) -> None:
        storage = self._here
        with storage.changing():
            rows = storage.documents(self.name)
            overlay = Overlay(rows or {})
            updater(cast("dict[int, Mapping[str, Any]]", overlay))
            changes: tuple[Change, ...] = tuple(overlay.changes(self.name))
            if rows is None and not changes:
                # TinyDB makes a table by whatever is tried on it.
                changes = (Emptied(self.name),)
            storage.commit(changes)
        self.clear_cache()


class JournalTables(TinyDB):
    """TinyDB over a journal."""

    table_class = JournalTable

    def __init__(self, storage: JournalStorage) -> None:
        super().__init__(storage=lambda: storage)
        self._journal_storage = storage

    @property
    def storage(self) -> JournalStorage:
        return self._journal_storage


def open_tables(journal: Journal) -> JournalTables:
    """The tables of `journal`; only whoever writes needs it for itself.

    Raises:
        StoreError: it cannot be read.
    """
    return JournalTables(JournalStorage(journal))


def _own(document: Document) -> Document:
    """A copy in which the caller may do what they like."""
    return Document(own(document), document.doc_id)


def could_not_read(journal: Journal, error: OSError) -> StoreError:
    """What to tell when a journal is there and cannot be read."""
    return StoreError(
        words(
            QT_TRANSLATE_NOOP("core", "{name} cannot be used."), name=journal.path.name
        ),
        words("{reason}", reason=error.strerror or type(error).__name__),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Look at {folder}: the file must be readable and writable."
            ),
            folder=str(journal.path.parent),
        ),
    )
