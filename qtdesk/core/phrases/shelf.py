"""All books in use, and what a new edition changes."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from qtdesk.core.phrases.book import Book, Stage
from qtdesk.core.phrases.columns import PHRASE_END, PhraseColumns, Row
from qtdesk.core.phrases.own import OWN, named
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
    key always names one phrase. The agent's own phrases come before all books, and
    stand in for those of a book that have the same key.
    """

    def __init__(self) -> None:
        self._books: dict[str, Book] = {}
        self._own_book: Book | None = None
        self._facts: Book | None = None
        self._own: Mapping[str, Phrase] = {}
        self._added: int | None = None
        """How many of the agent's own no book has; None before it was counted."""

    @property
    def books(self) -> tuple[Book, ...]:
        """That of the agent's own phrases, if there are any, and the shared ones."""
        own = () if self._own_book is None else (self._own_book,)
        return (*own, *self.shared)

    @property
    def shared(self) -> tuple[Book, ...]:
        """Those from sources, and behind them that of the shop's facts, if any."""
        by_id = {book.id: book for book in self._books.values()}
        facts = () if self._facts is None else (self._facts,)
        return (*by_id.values(), *facts)

    @property
    def own(self) -> Mapping[str, Phrase]:
        """The agent's own phrases by their keys."""
        return self._own

    def take_own(self, book: Book | None) -> None:
        """Have the phrases of this book, see `own`, as the agent's own."""
        self._own_book, self._added = book, None
        phrases = map(named, book.phrases) if book is not None else ()
        self._own = {phrase.key: phrase for phrase in phrases}

    def take_facts(self, book: Book | None) -> None:
        """Have the phrases of this book as the frequent facts of the shop."""
        self._facts, self._added = book, None

    def place(self, source: str, book: Book) -> Change:
        """Put a new edition in place of the old one."""
        old = self._books.get(source)
        self._books[source], self._added = book, None
        return _difference(old, book)

    def take_away(self, source: str) -> None:
        self._books.pop(source, None)
        self._added = None

    def sources(self) -> set[str]:
        """Where the books on the shelf came from."""
        return set(self._books)

    def of(self, source: str) -> Book | None:
        return self._books.get(source)

    def book(self, book_id: str) -> Book | None:
        """The book with this id that is in use."""
        return next((book for book in self.books if book.id == book_id), None)

    def phrase(self, key: str) -> Phrase | None:
        """The phrase with this key: the agent's own, or that of the newest edition."""
        return self._own.get(key) or self.shared_phrase(key)

    def shared_phrase(self, key: str) -> Phrase | None:
        """The same, as the shared book has it."""
        book_id, _, phrase_id = key.partition("/")
        book = None if book_id == OWN else self.book(book_id)
        return _phrase(book.phrases, phrase_id) if book else None

    def with_code(self, code: str) -> tuple[Phrase, ...]:
        """All phrases with this code, without case, in the order of the books."""
        wanted = code.casefold()
        mine = [p for p in self._own.values() if p.code.casefold() == wanted != ""]
        found = (_with_code(book.phrases, wanted) for book in self.shared)
        theirs = (phrase for phrases in found for phrase in phrases)
        return (*mine, *(phrase for phrase in theirs if phrase.key not in self._own))

    def stages(self) -> tuple[Stage, ...]:
        """Stages of all books: the canonical order first, a book's own behind."""
        titles: dict[str, str] = {}
        # A stage is called as the shared books call it.
        for book in (*self.shared, *self.books):
            for stage in book.stages:
                titles.setdefault(stage.key, stage.title)
        order = [key for key in CANONICAL_STAGES if key in titles]
        order += [key for key in titles if key not in CANONICAL_STAGES]
        return tuple(Stage(key, titles[key]) for key in order)

    def in_stages(self, stages: Collection[str]) -> Iterator[Phrase]:
        """Phrases of these stages: the agent's own, then in the order of the books."""
        own = self._own
        yield from (phrase for phrase in own.values() if phrase.stage in stages)
        for book in self.shared:
            found = _in_stages(book.phrases, stages)
            yield from (phrase for phrase in found if phrase.key not in own)

    def __iter__(self) -> Iterator[Phrase]:
        yield from self._own.values()
        for book in self.shared:
            yield from (one for one in book.phrases if one.key not in self._own)

    def __len__(self) -> int:
        if self._added is None:
            self._added = sum(self.shared_phrase(key) is None for key in self._own)
        return self._added + sum(len(book.phrases) for book in self.shared)


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
