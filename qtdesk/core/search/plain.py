"""The plain engine: what was typed, found as it stands, best field first.

Fits books of some ten thousand phrases: no index, a scan of joined columns that stops
when enough was found. Knows no pinyin, and forgives no typing error.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from qtdesk.core.phrases import CANONICAL_STAGES, OWN, Book, Phrase
from qtdesk.core.phrases.columns import PART_END, PHRASE_END, PhraseColumns
from qtdesk.core.phrases.own import named
from qtdesk.core.search.answer import Answer, Hit, Marks
from qtdesk.core.search.fold import fold
from qtdesk.core.search.lanes import (
    Cursor,
    Either,
    Lane,
    anywhere,
    beginning,
    common,
    whole,
)
from qtdesk.core.search.pieces import pieces
from qtdesk.core.search.query import Query

CODE = 100
"""The word is the code."""
TITLE_BEGINS = 60
CODE_BEGINS = 56
TITLE = 45
KEYWORD = 30
"""The word is within a keyword or tag, or further inside the code."""
TEXT = 20
UNASKED = 0
"""Nothing was typed but filters."""

# Where a word scores so much or better, best score first. Whatever another place covers
# is left out: a title that begins with the word also holds it.
_PLACES: dict[int, tuple[tuple[Callable[[Lane, str], Cursor], str], ...]] = {
    CODE: ((whole, "codes"),),
    TITLE_BEGINS: ((whole, "codes"), (beginning, "titles")),
    CODE_BEGINS: ((beginning, "codes"), (beginning, "titles")),
    TITLE: ((beginning, "codes"), (anywhere, "titles")),
    KEYWORD: tuple((anywhere, field) for field in ("codes", "titles", "keywords")),
    TEXT: tuple(
        (anywhere, field) for field in ("codes", "titles", "keywords", "texts")
    ),
}


class PlainSearch:
    """Finds words in codes, titles, keywords, tags and texts.

    A phrase scores what the worst placed of the words scores, each word taken where it
    is placed best; equal scores are in book order. `#` and `@` words only filter.
    """

    def __init__(self, books: Sequence[Book]) -> None:
        """Take `books`, in the order of their phrases; folded at the first search."""
        own = [book for book in books if book.id == OWN]
        self._stand_ins = {phrase.id for book in own for phrase in book.phrases}
        self._books = tuple(_Shelved(book) for book in books)

    def search(
        self,
        query: str,
        *,
        stage: str | None = None,
        limit: int = 50,
        thorough: bool = False,
    ) -> Answer:
        """The best `limit` phrases; see `SearchEngine`. Always complete."""
        del thorough
        found = list(islice(self._hits(Query.parse(query), stage), limit + 1))
        for book in self._books:
            book.forget()
        more = len(found) > limit
        return Answer(query, tuple(found[:limit]), more, stage=stage)

    def marks(self, query: str, phrase: Phrase) -> Marks:
        """Every piece of `phrase` that is one of the words; see `SearchEngine`."""
        words = Query.parse(query).words
        return Marks(
            title=pieces(phrase.title, words),
            text=pieces(phrase.text, words),
            code=pieces(phrase.code, words),
        )

    def _hits(self, query: Query, stage: str | None) -> Iterator[Hit]:
        taken: set[tuple[int, int]] = set()
        for score in _PLACES if query.words else (UNASKED,):
            for number, book in enumerate(self._books):
                for line in book.lines(query, stage, score):
                    if (number, line) not in taken:
                        taken.add((number, line))
                        phrase = book.columns[line]
                        if phrase.key not in self._stand_ins:
                            yield Hit(named(phrase), score)


class _Shelved:
    """A book with its lanes; each is folded when a search first comes to it."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._lanes: dict[str, Lane] = {}

    @cached_property
    def columns(self) -> PhraseColumns:
        phrases = self._book.phrases
        if isinstance(phrases, PhraseColumns):
            return phrases
        return PhraseColumns.of(phrases)

    def _lane(self, field: str) -> Lane:
        if field not in self._lanes:
            joined: str = getattr(self.columns, field)
            self._lanes[field] = Lane(joined, self.columns.start_of(field))
        return self._lanes[field]

    def _tags(self) -> Lane:
        """Tags alone, with a separator between them."""
        if "tags" not in self._lanes:
            fields = self.columns.keywords.split(PHRASE_END)[:-1]
            tags = [field.partition(PART_END * 2)[2] for field in fields]
            self._lanes["tags"] = Lane.of(tags)
        return self._lanes["tags"]

    def lines(self, query: Query, stage: str | None, score: int) -> Iterator[int]:
        """Lines on which all words score `score` or better, in book order."""
        demands = [self._with_tag(tag) for tag in query.tags]
        demands += [self._in_stages(self._named(start)) for start in query.stages]
        if stage is not None:
            demands.append(self._in_stages([stage]))
        demands += [self._scoring(word, score) for word in query.words]
        return common(demands, len(self.columns))

    def forget(self) -> None:
        for lane in self._lanes.values():
            lane.forget()

    def _scoring(self, word: str, score: int) -> Either:
        """Where `word` scores `score` or better."""
        places = _PLACES[score]
        return Either(tie(self._lane(field), word) for tie, field in places)

    def _with_tag(self, start: str) -> Either:
        tags = self._tags()
        return Either([beginning(tags, start), anywhere(tags, PART_END + start)])

    def _in_stages(self, keys: Sequence[str]) -> Either:
        return Either(whole(self._lane("stages"), fold(key)) for key in keys)

    def _named(self, start: str) -> list[str]:
        """Keys of the stages whose key, or title in any language, begins so."""
        names = [(stage.key, stage.title) for stage in self._book.stages]
        names += CANONICAL_STAGES.items()
        return list(
            dict.fromkeys(
                key
                for key, title in names
                if fold(key).startswith(start) or fold(title).startswith(start)
            )
        )
