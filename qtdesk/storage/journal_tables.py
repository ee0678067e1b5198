"""TinyDB over a journal: every operation is one line on the disk, whatever its size.

The results are those of TinyDB with its own storage. What is different: an operation
that fails changes nothing, and two threads may use the tables.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from qtdesk.storage.journal.contents import own
from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal.lines import Change, Emptied, Put
from qtdesk.storage.journal_storage import JournalStorage
from qtdesk.storage.overlay import Overlay

_Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


_ONLY = 1


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

    def only(self, table: str) -> dict[str, Any]:
        """The one document of `table`; empty where there is none yet."""
        document = self.table(table).get(doc_id=_ONLY)
        return dict(document) if document is not None else {}

    def put_only(self, table: str, fields: Mapping[str, Any]) -> None:
        """Have `fields`, and nothing else, as the one document of `table`.

        TinyDB's own `upsert` would keep what is not among them.

        Raises:
            StoreError: it could not be written; the old one stays.
        """
        self.put(table, _ONLY, fields)

    def put(self, table: str, number: int, fields: Mapping[str, Any]) -> None:
        """Have `fields`, and nothing else, as the document of this number.

        Raises:
            StoreError: it could not be written; the old one stays.
        """
        with self.storage.changing():
            self.storage.commit((Put(table, number, fields),))


def open_tables(journal: Journal) -> JournalTables:
    """The tables of `journal`; only whoever writes needs it for itself.

    Raises:
        StoreError: it cannot be read.
    """
    storage = JournalStorage(journal)
    if storage.refusal is not None:
        raise storage.refusal
    return JournalTables(storage)


def _own(document: Document) -> Document:
    """A copy in which the caller may do what they like."""
    return Document(own(document), document.doc_id)
