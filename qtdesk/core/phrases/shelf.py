"""All books in use, and what a new edition changes."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from qtdesk.core.phrases.book import Book, Stage
from qtdesk.core.phrases.columns import PHRASE_END, PhraseColumns, Row
from qtdesk.core.phrases.phrase import Phrase
from qtdesk.core.phrases.stages import CANONICAL_STAGES


class Change(NamedTuple):
    """Titles of phrases that are new, other, or gone in a new edition."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


class Shelf:
    """Books by the source they came from, in the order the sources were added.

    Two sources with the same book id: the one added later wins, so that a phrase
    key always names one phrase.
    """

    def __init__(self) -> None:
        self._books: dict[str, Book] = {}

    @property
    def books(self) -> tuple[Book, ...]:
        by_id = {book.id: book for book in self._books.values()}
        return tuple(by_id.values())

    def place(self, source: str, book: Book) -> Change:
        """Put a new edition in place of the old one."""
        old = self._books.get(source)
        self._books[source] = book
        return _difference(old, book)

    def take_away(self, source: str) -> None:
        self._books.pop(source, None)

    def sources(self) -> set[str]:
        """Where the books on the shelf came from."""
        return set(self._books)

    def of(self, source: str) -> Book | None:
        return self._books.get(source)

    def book(self, book_id: str) -> Book | None:
        """The book with this id that is in use."""
        return next((book for book in self.books if book.id == book_id), None)

    def phrase(self, key: str) -> Phrase | None:
        """The phrase with this key, as its newest edition has it."""
        book_id, _, phrase_id = key.partition("/")
        book = self.book(book_id)
        return _phrase(book.phrases, phrase_id) if book else None

    def with_code(self, code: str) -> tuple[Phrase, ...]:
        """All phrases with this code, without case, in the order of the books."""
        wanted = code.casefold()
        found = (_with_code(book.phrases, wanted) for book in self.books)
        return tuple(phrase for phrases in found for phrase in phrases)

    def stages(self) -> tuple[Stage, ...]:
        """Stages of all books: the canonical order first, a book's own behind."""
        titles: dict[str, str] = {}
        for book in self.books:
            for stage in book.stages:
                titles.setdefault(stage.key, stage.title)
        order = [key for key in CANONICAL_STAGES if key in titles]
        order += [key for key in titles if key not in CANONICAL_STAGES]
        return tuple(Stage(key, titles[key]) for key in order)

    def in_stages(self, stages: Collection[str]) -> Iterator[Phrase]:
        """Phrases of these stages, in the order of the books."""
        for book in self.books:
            yield from _in_stages(book.phrases, stages)

    def __iter__(self) -> Iterator[Phrase]:
        for book in self.books:
            yield from book.phrases

    def __len__(self) -> int:
        return sum(len(book.phrases) for book in self.books)


def _phrase(phrases: Sequence[Phrase], phrase_id: str) -> Phrase | None:
    if isinstance(phrases, PhraseColumns):
        index = phrases.index_of(phrase_id)
        return None if index is None else phrases[index]
    return next((phrase for phrase in phrases if phrase.id == phrase_id), None)


def _in_stages(phrases: Sequence[Phrase], stages: Collection[str]) -> Iterator[Phrase]:
    if isinstance(phrases, PhraseColumns):
        keys = phrases.stages.split(PHRASE_END)
        return (phrases[i] for i, key in enumerate(keys) if key in stages)
    return (phrase for phrase in phrases if phrase.stage in stages)


def _with_code(phrases: Sequence[Phrase], wanted: str) -> list[Phrase]:
    if isinstance(phrases, PhraseColumns):
        codes = phrases.codes.casefold().split(PHRASE_END)
        return [phrases[i] for i, code in enumerate(codes) if code == wanted != ""]
    return [phrase for phrase in phrases if phrase.code.casefold() == wanted != ""]


def _difference(old: Book | None, new: Book) -> Change:
    before, after = _rows(old), _rows(new)
    return Change(
        tuple(row.titles for i, row in after.items() if i not in before),
        tuple(r.titles for i, r in after.items() if i in before and before[i] != r),
        tuple(row.titles for i, row in before.items() if i not in after),
    )


def _rows(book: Book | None) -> dict[str, Row]:
    """Rows by id: comparing them makes no `Phrase` objects."""
    if book is None:
        return {}
    phrases = book.phrases
    if not isinstance(phrases, PhraseColumns):
        phrases = PhraseColumns.of(phrases)
    return {row.ids: row for row in phrases.rows()}
