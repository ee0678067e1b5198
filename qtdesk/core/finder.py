"""Finding phrases: an engine over the books in use, ready without being waited for.

Indexes are opened where they were kept, and made in the background where they were
not; until then the plain engine answers. Keeps the agent's habits, so that what is used
often comes first.
"""

import logging
from collections.abc import Callable, Sequence
from functools import cached_property

from qtdesk.core.phrases import Book, Phrase, PhraseColumns
from qtdesk.core.ports import Background, Indexes
from qtdesk.core.search import (
    BookIndex,
    Compiler,
    Habits,
    IndexBuilder,
    PlainSearch,
    Readings,
    SearchEngine,
    StreamSearch,
    index_name,
    pack,
    unpack,
)

AT_ONCE = 400
"""Phrases that are indexed while somebody waits: some 30 ms."""
OPENED_AT_ONCE = 20_000
"""Phrases whose index is opened, and its checksum tried, while somebody waits."""
_log = logging.getLogger(__name__)
_BETWEEN_USES_S = 3600.0
"""How far apart uses are taken to be of which only the order is known."""


class Finder:
    """Searches the books it was given last."""

    def __init__(
        self, indexes: Indexes, background: Background, now: Callable[[], float]
    ) -> None:
        """Stand ready without books; `now` is the time that habits count in."""
        self._indexes = indexes
        self._background = background
        self._now = now
        self._books: tuple[_Columned, ...] = ()
        self._ready: dict[str, BookIndex] = {}
        """Indexes in use, by name."""
        self._in_use: set[str] | None = None
        """Names of the indexes that are kept; None before it is known."""
        self._making: dict[str, IndexBuilder] = {}
        self._engine: SearchEngine | None = None
        self.habits = Habits()

    def take(self, books: Sequence[Book]) -> None:
        """Search these from now on."""
        known = {one.book.id: one for one in self._books}
        self._books = tuple(
            known[book.id]
            if book.id in known and known[book.id].book is book
            else _Columned(book)
            for book in books
        )
        self._engine = None

    def remember(self, recent: Sequence[str]) -> None:
        """Take over what was used in earlier runs: keys, the latest first."""
        for age, key in enumerate(recent, 1):
            self.habits.use(key, self._now() - age * _BETWEEN_USES_S)

    def used(self, phrase: Phrase) -> None:
        """The agent pasted or copied this phrase."""
        self.habits.use(phrase.key, self._now())

    @property
    def size(self) -> int:
        """Phrases that are searched."""
        return sum(len(one.book.phrases) for one in self._books)

    @property
    def progress(self) -> tuple[int, int]:
        """Phrases indexed and to be indexed, of the books that are not ready yet."""
        builders = tuple(self._making.values())
        return sum(one.done for one in builders), sum(one.count for one in builders)

    @property
    def engine(self) -> SearchEngine:
        """The best engine there is now; others are made as soon as they can be."""
        if self._engine is None:
            try:
                self._engine = self._made()
            except (OSError, ValueError):
                # Half an installation is no reason to find nothing at all.
                _log.exception("there is no table of readings")
                self._engine = PlainSearch([one.book for one in self._books])
        return self._engine

    def _made(self) -> SearchEngine:
        books = [one.book for one in self._books]
        names = [self._name(one) for one in self._books]
        for name, one in zip(names, self._books, strict=True):
            if name not in self._ready:
                self._make_ready(name, one)
        if not all(name in self._ready for name in names):
            return PlainSearch(books)
        self._forget_all_but(names)
        pairs = [
            (book, self._ready[name]) for name, book in zip(names, books, strict=True)
        ]
        return StreamSearch(pairs, self._compiler, self.habits, self._now)

    # --- indexes -------------------------------------------------------------------

    @cached_property
    def _readings(self) -> Readings:
        return Readings(self._indexes.readings())

    @cached_property
    def _compiler(self) -> Compiler:
        return Compiler(self._readings)

    def _name(self, book: "_Columned") -> str:
        return book.name(self._readings.version)

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
        self._making[name] = builder = IndexBuilder(book.book, self._readings)
        if count <= AT_ONCE:
            self._accept(name, builder.finish())
        else:
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
        self._engine = None


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
