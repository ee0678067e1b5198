"""The indexes of the books in use: opened where they were kept, made where not.

Loaded by the first search, not by the start of the program.
"""

import logging
from collections.abc import Callable, Sequence
from functools import cached_property

from qtdesk.core.phrases import Book, PhraseColumns
from qtdesk.core.ports import Background, Indexes
from qtdesk.core.search import Habits, SearchEngine
from qtdesk.core.search.compiler import Compiler
from qtdesk.core.search.engine import StreamSearch
from qtdesk.core.search.index import BookIndex, IndexBuilder
from qtdesk.core.search.packing import index_name, pack, unpack
from qtdesk.core.search.plain import PlainSearch
from qtdesk.core.search.readings import Readings

AT_ONCE = 400
"""Phrases that are indexed while somebody waits: some 30 ms."""
OPENED_AT_ONCE = 20_000
"""Phrases whose index is opened, and its checksum tried, while somebody waits."""
_log = logging.getLogger(__name__)


class Indexing:
    """Makes engines of books, with indexes that last from one to the next."""

    def __init__(
        self, indexes: Indexes, background: Background, ended: Callable[[], None]
    ) -> None:
        """Stand ready; `ended` is told when a better engine can be had."""
        self._indexes = indexes
        self._background = background
        self._ended = ended
        self._books: dict[str, _Columned] = {}
        self._ready: dict[str, BookIndex] = {}
        """Indexes in use, by name."""
        self._in_use: set[str] | None = None
        """Names of the indexes that are kept; None before it is known."""
        self._making: dict[str, IndexBuilder] = {}

    @property
    def progress(self) -> tuple[int, int]:
        """Phrases indexed and to be indexed, of the books that are not ready yet."""
        builders = tuple(self._making.values())
        return sum(one.done for one in builders), sum(one.count for one in builders)

    def engine(
        self, books: Sequence[Book], habits: Habits, now: Callable[[], float]
    ) -> SearchEngine:
        """The best engine there is now; a better one may be made meanwhile."""
        try:
            names = self._names(books)
        except (OSError, ValueError):
            # Half an installation is no reason to find nothing at all.
            _log.exception("there is no table of readings")
            return PlainSearch(books)
        for name, book in zip(names, books, strict=True):
            if name not in self._ready:
                self._make_ready(name, self._books[book.id])
        if not all(name in self._ready for name in names):
            return PlainSearch(books)
        self._forget_all_but(names)
        pairs = [
            (book, self._ready[name]) for name, book in zip(names, books, strict=True)
        ]
        return StreamSearch(pairs, self._compiler, habits, now)

    def engine_of(self, book: Book, now: Callable[[], float]) -> SearchEngine:
        """An engine for a small book that no other run of the program will see."""
        try:
            index = IndexBuilder(book, Readings(self._table)).finish()
            return StreamSearch([(book, index)], self._compiler, Habits(), now)
        except (OSError, ValueError):
            _log.exception("there is no table of readings")
            return PlainSearch([book])

    def _names(self, books: Sequence[Book]) -> list[str]:
        """Names of the indexes; for a book that is known this costs nothing."""
        known = self._books
        self._books = {
            book.id: known[book.id]
            if book.id in known and known[book.id].book is book
            else _Columned(book)
            for book in books
        }
        version = self._readings.version
        return [one.name(version) for one in self._books.values()]

    @cached_property
    def _table(self) -> bytes:
        return self._indexes.readings()

    @cached_property
    def _readings(self) -> Readings:
        return Readings(self._table)

    @cached_property
    def _compiler(self) -> Compiler:
        return Compiler(self._readings)

    def _forget_all_but(self, names: Sequence[str]) -> None:
        """Also what an earlier run has left: a book taken away leaves nothing here."""
        for name in self._ready.keys() - set(names):
            del self._ready[name]
        if self._in_use != set(names):
            self._in_use = set(names)
            self._indexes.keep_only(names)

    def _make_ready(self, name: str, book: "_Columned") -> None:
        """Open or make an index; what takes long ends later, with another engine."""
        if name in self._making:
            return
        count = len(book.columns)
        opened = self._opened(name) if count <= OPENED_AT_ONCE else None
        if opened is not None:
            self._ready[name] = opened
            return
        # A table of its own: what only making needs, some 7 MB, goes with the builder.
        builder = IndexBuilder(book.book, Readings(self._table))
        if count <= AT_ONCE:
            self._ready[name] = index = builder.finish()
            self._background.run(lambda: self._indexes.save(name, pack(index)), _no_op)
            return
        self._making[name] = builder
        self._run(name, builder)

    def _run(self, name: str, builder: IndexBuilder) -> None:
        """Make an index in the background."""
        self._background.run(
            lambda: self._index(name, builder),
            lambda index: self._accept(name, index),
        )

    def _index(self, name: str, builder: IndexBuilder) -> BookIndex:
        """Slow; for the background."""
        kept = self._opened(name)
        if kept is None:
            made = builder.finish()
            if self._indexes.save(name, pack(made)):
                kept = self._opened(name)
        return kept or made

    def _opened(self, name: str) -> BookIndex | None:
        data = self._indexes.open(name)
        if data is None:
            return None
        try:
            return unpack(data)
        except ValueError:
            return None

    def _accept(self, name: str, index: BookIndex) -> None:
        self._making.pop(name, None)
        self._ready[name] = index
        self._ended()


def _no_op(saved: bool) -> None:
    """Whether it was saved makes no difference before the next start."""
    del saved


class _Columned:
    """A book whose phrases are columns, whatever it was read from."""

    def __init__(self, book: Book) -> None:
        self.book = book

    @cached_property
    def columns(self) -> PhraseColumns:
        phrases = self.book.phrases
        if isinstance(phrases, PhraseColumns):
            return phrases
        return PhraseColumns.of(phrases)

    def name(self, readings_version: int) -> str:
        return index_name(self.book, self.columns, readings_version)
