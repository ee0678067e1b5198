"""Finding phrases: the engine over the books in use, with the agent's habits.

The engine is loaded and made by the first search, so that the start has no part of it.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qtdesk.core.phrases import Book
from qtdesk.core.ports import Background, Indexes
from qtdesk.core.search import Habits, SearchEngine

if TYPE_CHECKING:
    from qtdesk.core.indexing import Indexing


class Finder:
    """Searches the books it was given last."""

    def __init__(
        self, indexes: Indexes, background: Background, now: Callable[[], float]
    ) -> None:
        """Stand ready without books; `now` tells seconds since 1970."""
        self._indexes = indexes
        self._background = background
        self.now = now
        self._books: tuple[Book, ...] = ()
        self._indexing: Indexing | None = None
        self._engine: SearchEngine | None = None
        self.habits = Habits()

    def take(self, books: Sequence[Book]) -> None:
        """Search these from now on."""
        self._books = tuple(books)
        self._forget_engine()

    @property
    def size(self) -> int:
        """Phrases that are searched."""
        return sum(len(book.phrases) for book in self._books)

    @property
    def progress(self) -> tuple[int, int]:
        """Phrases indexed and to be indexed, of the books that are not ready yet."""
        return (0, 0) if self._indexing is None else self._indexing.progress

    @property
    def engine(self) -> SearchEngine:
        """The best engine there is now; a better one is asked for as soon as it is."""
        if self._engine is None:
            engine = self._index().engine(self._books, self.habits, self.now)
            self._engine = engine
        return self._engine

    def engine_of(self, book: Book) -> SearchEngine:
        """An engine for `book` alone, of few entries; safe on any thread.

        Keeps nothing on the disk, knows no habits.
        """
        return self._index().engine_of(book, self.now)

    def _index(self) -> "Indexing":
        if self._indexing is None:
            # The start of the program has no time for it.
            from qtdesk.core.indexing import Indexing  # noqa: PLC0415

            self._indexing = Indexing(
                self._indexes, self._background, self._forget_engine
            )
        return self._indexing

    def _forget_engine(self) -> None:
        self._engine = None
