"""The engine: words and filters over several books, ranked, with the agent's habits.

Asked at each key press, it answers within a few milliseconds, if need be with a part of
what there is. Asked thoroughly, which is for a pause in typing, it leaves nothing out,
forgives a slip of the finger, and takes a buyer's sentence for what it is.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from qtdesk.core.phrases import OWN, Book, Phrase
from qtdesk.core.search import runs, scores
from qtdesk.core.search.answer import Answer, Hit, Marks
from qtdesk.core.search.certainty import Certainty
from qtdesk.core.search.compiler import Compiler
from qtdesk.core.search.habits import Habits
from qtdesk.core.search.index import BookIndex
from qtdesk.core.search.liking import Liking
from qtdesk.core.search.query import Query
from qtdesk.core.search.scan import Effort
from qtdesk.core.search.sentence import (
    answers,
    marked_sentence,
    may_be_said,
    nearest,
    pieces_of,
)
from qtdesk.core.search.shelved import Shelved
from qtdesk.core.search.typing_errors import corrections

_AT_ONCE = 800
"""Steps, about 1 ms, before an answer is cut short: one in ten, at 100,000 phrases."""
_NO_LIMIT = 1 << 62
_MOST_CORRECTIONS = 60
_MOST_REMEMBERED = 100
_POINTS = 0.5
"""Turns the worth of shared pieces into scores, which stay small."""


class _Found(NamedTuple):
    """A phrase that matches; what sorts first is better."""

    minus_score: int
    book: int
    number: int


class _Likings(NamedTuple):
    """What habits mean for each book."""

    edition: int
    """Of the habits that it was made of."""
    stage: str | None
    by_book: list[Liking]


class StreamSearch:
    """Searches books by their indexes; see `SearchEngine`."""

    def __init__(
        self,
        books: Sequence[tuple[Book, BookIndex]],
        compiler: Compiler,
        habits: Habits,
        now: Callable[[], float],
    ) -> None:
        """Take the books in the order of their phrases; `now` is for habits."""
        self._compiler = compiler
        self._books = [Shelved(book, index, compiler) for book, index in books]
        self._numbers = {book.id: at for at, book in enumerate(self._books)}
        own = [book for book, _ in books if book.id == OWN]
        self._stand_in([phrase.id for book in own for phrase in book.phrases])
        self._habits = habits
        self._now = now
        self._likings = _Likings(-1, None, [])
        self._meant: dict[str, tuple[str, ...]] = {}

    def _stand_in(self, keys: Sequence[str]) -> None:
        """Hide what phrases of the agent's own, by these ids, stand in for."""
        hidden: dict[int, list[int]] = {}
        for key in keys:
            for at, number in self._shared_places(key):
                hidden.setdefault(at, []).append(number)
        for at, numbers in hidden.items():
            self._books[at].hide(numbers)

    def search(
        self,
        query: str,
        *,
        stage: str | None = None,
        limit: int = 50,
        thorough: bool = False,
    ) -> Answer:
        """The best `limit` phrases; see `SearchEngine`."""
        parsed = Query.parse(query, self._compiler.fold)
        said = marked_sentence(query)
        found: list[_Found] = []
        effort = Effort(_NO_LIMIT if thorough else _AT_ONCE)
        if said is None:
            found = self._find(parsed, stage, limit, effort)
        if found or not parsed.words:
            complete = thorough or not effort.spent
        else:
            complete = thorough
            if thorough:
                found = self._forgiving(query, parsed, said, stage, limit)
        hits = tuple(
            Hit(self._books[one.book].phrase(one.number), -one.minus_score)
            for one in found[:limit]
        )
        return Answer(query, hits, len(found) > limit, complete, stage)

    def is_surely_first(self, phrase: Phrase, limit: int) -> bool:
        """Whether the title of `phrase` brings it among the first `limit`.

        False where only a search can tell. For one book, without habits.
        """
        (book,) = self._books
        number = book.number_of(phrase.id)
        return number is not None and self._certainty.is_first(
            number, phrase.title, limit
        )

    @cached_property
    def _certainty(self) -> Certainty:
        index = self._books[0].index
        return Certainty(index.titles, index.codes, self._compiler.fold)

    def marks(self, query: str, phrase: Phrase) -> Marks:
        """Where `query` is in `phrase`; see `SearchEngine`."""
        place = next(self._places(phrase.key), None)
        if place is None:
            return Marks()
        words = self._meant.get(query)
        if words is None:
            words = Query.parse(query, self._compiler.fold).words
        at, number = place
        return self._books[at].marks(number, words)

    # --- where nothing was found -------------------------------------------------

    def _forgiving(
        self, query: str, parsed: Query, said: str | None, stage: str | None, limit: int
    ) -> list[_Found]:
        """What is found when a word is corrected, or when a buyer has said it."""
        corrected = () if said is not None else self._corrected(parsed)
        for other in islice(corrected, _MOST_CORRECTIONS):
            found = self._find(other, stage, limit, Effort(_NO_LIMIT))
            if found:
                self._remember(query, other.words)
                return found
        folded = self._compiler.fold(query if said is None else said)
        if said is None and not may_be_said(folded):
            return []
        pieces = pieces_of(folded)
        found = []
        for at, book in enumerate(self._books):
            within = book.within(parsed, stage)
            worth = answers(book.index, pieces)
            found += (
                _Found(-round(_POINTS * value), at, number)
                for number, value in nearest(worth)
                if runs.holds(within, number)
            )
        self._remember(query, [piece.text for piece in pieces if len(piece.text) > 1])
        return sorted(found)[: limit + 1]

    def _corrected(self, parsed: Query) -> Iterator[Query]:
        for at, word in enumerate(parsed.words):
            for other in corrections(
                word, self._compiler.is_readable, self._is_written
            ):
                words = (*parsed.words[:at], other, *parsed.words[at + 1 :])
                yield parsed._replace(words=words)

    def _is_written(self, word: str) -> bool:
        initials = word.encode()
        return any(
            streams.holds(initials)
            for book in self._books
            for streams in (book.index.titles, book.index.codes)
        )

    def _remember(self, query: str, words: Sequence[str]) -> None:
        """What was looked for instead, so that it can be marked."""
        if len(self._meant) > _MOST_REMEMBERED:
            self._meant.clear()
        self._meant[query] = tuple(words)

    # --- words and filters -------------------------------------------------------

    def _find(
        self, query: Query, stage: str | None, limit: int, effort: Effort
    ) -> list[_Found]:
        """The best phrases of all books, and one more than `limit` if there is one."""
        found: list[_Found] = []
        wanted = limit + 1
        for at, (book, liking) in enumerate(
            zip(self._books, self._likings_by_book(), strict=True)
        ):
            within = book.within(query, stage)
            scored = (
                liking.found(self._compiler, query.words, within, wanted, effort)
                if query.words
                else liking.unasked(within, wanted)
            )
            found += (_Found(-score, at, number) for number, score in scored)
        return sorted(found)[:wanted]

    def _likings_by_book(self) -> list[Liking]:
        """Made anew where habits or the stage are others than at the last search."""
        edition, stage = self._habits.edition, self._habits.stage
        known = self._likings
        if known.edition == edition and known.stage == stage:
            return known.by_book
        in_stage = [
            [] if stage is None else book.in_stage(stage) for book in self._books
        ]
        if known.edition == edition:
            likings = [
                liking.moved(own)
                for liking, own in zip(known.by_book, in_stage, strict=True)
            ]
        else:
            likings = self._weighed(in_stage)
        # At once, as another thread may search.
        self._likings = _Likings(edition, stage, likings)
        return likings

    def _weighed(self, in_stage: Sequence[runs.Runs]) -> list[Liking]:
        bonuses: list[dict[int, int]] = [{} for _ in self._books]
        pins: list[dict[int, int]] = [{} for _ in self._books]
        for key, bonus in self._habits.bonuses(self._now()).items():
            for at, number in self._places(key):
                bonuses[at][number] = bonus
        for place, key in enumerate(reversed(self._habits.pins)):
            for at, number in self._places(key):
                pins[at][number] = scores.PINNED + place
        return [
            Liking(book.index, bonuses[at], pins[at], in_stage[at])
            for at, book in enumerate(self._books)
        ]

    def _places(self, key: str) -> Iterator[tuple[int, int]]:
        """Book and number of the phrase with this key, if it is here."""
        own = self._numbers.get(OWN)
        number = None if own is None else self._books[own].number_of(key)
        if own is not None and number is not None:
            yield own, number
        else:
            yield from self._shared_places(key)

    def _shared_places(self, key: str) -> Iterator[tuple[int, int]]:
        """The same, whatever stands in for it."""
        book_id, _, phrase_id = key.partition("/")
        at = self._numbers.get(book_id)
        number = None if at is None else self._books[at].number_of(phrase_id)
        if at is not None and number is not None:
            yield at, number
