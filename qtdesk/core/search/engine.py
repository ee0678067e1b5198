"""The engine: words and filters over several books, ranked, with the agent's habits.

Asked at each key press, it answers within a few milliseconds, if need be with a part of
what there is. Asked thoroughly, which is for a pause in typing, it leaves nothing out,
forgives a slip of the finger, and takes a buyer's sentence for what it is.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

from qtdesk.core.phrases import Book, Phrase
from qtdesk.core.search import runs, scores
from qtdesk.core.search.answer import Answer, Hit, Marks
from qtdesk.core.search.compiler import Compiler
from qtdesk.core.search.finding import Finding
from qtdesk.core.search.habits import Habits
from qtdesk.core.search.index import BookIndex
from qtdesk.core.search.query import Query
from qtdesk.core.search.sentence import (
    answers,
    marked_sentence,
    may_be_said,
    nearest,
    pieces_of,
)
from qtdesk.core.search.shelved import Shelved
from qtdesk.core.search.streams import Effort
from qtdesk.core.search.typing_errors import corrections

_AT_ONCE = 3000
"""Matches in vain, about 2 ms, before an answer is cut short."""
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


class _Liking(NamedTuple):
    """What the agent's habits say of one book."""

    bonuses: dict[int, int]
    """By number of the phrase."""
    pins: dict[int, int]
    """By number of the phrase what it scores where nothing was typed."""
    stage: runs.Runs
    """The phrases of the stage that the conversation has reached."""

    def bonus(self, number: int) -> int:
        """What to add to the score of a phrase that matches words."""
        in_stage = runs.holds(self.stage, number)
        return self.bonuses.get(number, 0) + scores.STAGE_BONUS * in_stage


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
        self._habits = habits
        self._now = now
        self._likings: tuple[int, list[_Liking]] = (-1, [])
        """Of this edition of the habits, for each book."""
        self._meant: dict[str, tuple[str, ...]] = {}

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

    def marks(self, query: str, phrase: Phrase) -> Marks:
        """Where `query` is in `phrase`; see `SearchEngine`."""
        at = self._numbers.get(phrase.book)
        number = None if at is None else self._books[at].number_of(phrase.id)
        if at is None or number is None:
            return Marks()
        words = self._meant.get(query)
        if words is None:
            words = Query.parse(query, self._compiler.fold).words
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
            if query.words:
                finding = Finding(book.index, self._compiler, query.words)
                scored = _find_words(finding, within, liking, wanted, effort)
            else:
                scored = _unasked(within, liking, wanted)
            found += (_Found(-score, at, number) for number, score in scored)
        return sorted(found)[:wanted]

    def _likings_by_book(self) -> list[_Liking]:
        edition = self._habits.edition
        if self._likings[0] != edition:
            stage = self._habits.stage
            likings = [
                _Liking({}, {}, [] if stage is None else book.in_stage(stage))
                for book in self._books
            ]
            for key, bonus in self._habits.bonuses(self._now()).items():
                for at, number in self._places(key):
                    likings[at].bonuses[number] = bonus
            for place, key in enumerate(reversed(self._habits.pins)):
                for at, number in self._places(key):
                    likings[at].pins[number] = scores.PINNED + place
            # At once, as another thread may search.
            self._likings = (edition, likings)
        return self._likings[1]

    def _places(self, key: str) -> Iterator[tuple[int, int]]:
        """Book and number of the phrase with this key, if it is here."""
        book_id, _, phrase_id = key.partition("/")
        at = self._numbers.get(book_id)
        number = None if at is None else self._books[at].number_of(phrase_id)
        if at is not None and number is not None:
            yield at, number


def _find_words(
    finding: Finding, within: runs.Runs, liking: _Liking, wanted: int, effort: Effort
) -> Iterator[tuple[int, int]]:
    """Numbers and scores: the `wanted` best, bonuses included, are among them."""
    found = finding.best(within, wanted, effort)
    if len(found) >= wanted:
        # Others match, too: among them may be some that are better with their bonus.
        near = runs.common(within, liking.stage)
        if near and near != within:
            found |= finding.best(near, wanted, effort)
        for least, numbers in _overtaking(found, within, liking, wanted).items():
            found |= finding.scores(numbers, least)
    return ((number, score + liking.bonus(number)) for number, score in found.items())


def _overtaking(
    found: Mapping[int, int], within: runs.Runs, liking: _Liking, wanted: int
) -> dict[int, list[int]]:
    """By what they would have to score: phrases that may come into the best `wanted`.

    That is most of what a word could score, so that few places have to be looked at.
    """
    totals = (score + liking.bonus(number) for number, score in found.items())
    last = nlargest(wanted, totals)[-1]
    numbers: dict[int, list[int]] = {}
    for number in liking.bonuses:
        if number not in found and runs.holds(within, number):
            numbers.setdefault(last - liking.bonus(number), []).append(number)
    return numbers


def _unasked(
    within: runs.Runs, liking: _Liking, wanted: int
) -> Iterator[tuple[int, int]]:
    """Numbers and scores where nothing was typed: pins first, then what is used.

    Pins stay in their order, so that each keeps its key. The stage is not asked: all of
    it would come before what is used most.
    """
    liked = (number for number in liking.bonuses if runs.holds(within, number))
    for number in {*runs.first_of(within, wanted), *liked}:
        bonus = liking.bonuses.get(number, 0)
        yield number, liking.pins.get(number, scores.UNASKED + bonus)
