"""Puts the checks of a book together: word by word, text by text, and as a whole."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import chain

from qtdesk.core.book_check import texts
from qtdesk.core.book_check.alike import one_by_one
from qtdesk.core.book_check.finding import Finding, Gravity
from qtdesk.core.lint import Level, Linter, Platform
from qtdesk.core.phrases import Book, Phrase
from qtdesk.core.search import SearchEngine
from qtdesk.core.search.engine import StreamSearch
from qtdesk.core.templates import parse, visible
from qtdesk.core.templates.grammar import Placeholder
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

_IN_SIGHT = 5
"""Results that are seen without scrolling."""
_GRAVITY = {
    Level.NOTE: Gravity.NOTE,
    Level.WARN: Gravity.WARNING,
    Level.BLOCK: Gravity.FAULT,
}

Engine = Callable[[Book], SearchEngine]
"""A search over one book alone."""


class BookCheck:
    """Checks books, or one phrase while it is being written."""

    def __init__(
        self, linter: Linter, today: date, platform: Platform | None = None
    ) -> None:
        """Look with `linter`, at what holds for `platform` on the day `today`."""
        self._linter = linter
        self._today = today
        self._platform = platform

    def of_phrase(self, phrase: Phrase, locale: str) -> Iterator[Finding]:
        """What is to be seen in the phrase alone, quick enough while somebody types."""
        chinese = locale.casefold().startswith("zh")
        for number, text in enumerate(phrase.texts):
            yield from texts.findings(
                phrase.id, number, text, chinese=chinese, today=self._today
            )
            yield from self._wording(phrase.id, number, text)
        yield from self._wording_of_html(phrase)
        yield from _same_variants(phrase)

    def _wording_of_html(self, phrase: Phrase) -> Iterator[Finding]:
        """What the HTML says beyond the text; its places are not those of the text."""
        if phrase.html:
            told = {found.word for found in self._wording(phrase.id, 0, phrase.text)}
            for found in self._wording(phrase.id, 0, visible(phrase.html)):
                if found.word not in told:
                    yield found._replace(start=0)

    def of_book(self, book: Book, engine: Engine | None = None) -> Iterator[Finding]:
        """All there is to be seen; with `engine`, also what nobody will find.

        Slow for large books: not for the GUI thread.
        """
        return chain.from_iterable(self.steps(book, engine))

    def steps(
        self, book: Book, engine: Engine | None = None
    ) -> Iterator[tuple[Finding, ...]]:
        """The same in small steps, as many as `count` tells."""
        yield tuple(_empty_stages(book))
        for phrase in book.phrases:
            yield tuple(self.of_phrase(phrase, book.locale))
        yield from _alike(book)
        if engine is not None and book.phrases:
            yield from _out_of_sight(book, engine(book))

    @staticmethod
    def count(book: Book) -> int:
        """Steps for `book`, with an engine."""
        texts = sum(len(phrase.texts) for phrase in book.phrases)
        return 1 + 2 * len(book.phrases) + texts

    def _wording(self, phrase: str, number: int, text: str) -> Iterator[Finding]:
        """Words that are not said to buyers; what will be filled in is not known."""
        exempt = [
            (node.start, node.start + len(node.source))
            for node in parse(text)
            if isinstance(node, Placeholder) and node.key != "choice"
        ]
        for hit in self._linter.check(text, exempt, self._platform, in_book=True):
            yield Finding(
                f"wording.{hit.pack}",
                _GRAVITY[hit.level],
                hit.why,
                hit.advice,
                phrase,
                number,
                hit.start,
                hit.word,
                hit.better,
            )


def _same_variants(phrase: Phrase) -> Iterator[Finding]:
    for number, text in enumerate(phrase.texts):
        if text in phrase.texts[:number]:
            yield Finding(
                "same-variant",
                Gravity.WARNING,
                words(QT_TRANSLATE_NOOP("core", "Two variants are the same.")),
                words(QT_TRANSLATE_NOOP("core", "Word one of them otherwise.")),
                phrase.id,
                number,
            )


def _empty_stages(book: Book) -> Iterator[Finding]:
    used = {phrase.stage for phrase in book.phrases}
    for stage in book.stages:
        if stage.key not in used:
            yield Finding(
                "empty-stage",
                Gravity.WARNING,
                words(
                    QT_TRANSLATE_NOOP("core", "The stage “{stage}” has no phrases."),
                    stage=stage.title,
                ),
                words(QT_TRANSLATE_NOOP("core", "Write some, or delete it.")),
            )


def _alike(book: Book) -> Iterator[tuple[Finding, ...]]:
    all_texts = [
        (at, number, text)
        for at, phrase in enumerate(book.phrases)
        for number, text in enumerate(phrase.texts)
    ]
    groups = [at for at, _, _ in all_texts]
    for pair in one_by_one([text for _, _, text in all_texts], groups):
        if pair is None:
            yield ()
            continue
        at, number, _ = all_texts[pair.second]
        found = Finding(
            "alike",
            Gravity.WARNING,
            words(
                QT_TRANSLATE_NOOP("core", "It reads nearly as “{other}” does."),
                other=book.phrases[all_texts[pair.first][0]].id,
            ),
            words(QT_TRANSLATE_NOOP("core", "Keep one, or make them variants of one.")),
            book.phrases[at].id,
            number,
        )
        yield (found,)


def _out_of_sight(book: Book, engine: SearchEngine) -> Iterator[tuple[Finding, ...]]:
    """Phrases that none of their own words brings among the first results."""
    sight = _Sight(engine)
    for phrase in book.phrases:
        yield () if sight.has(phrase) else (_unseen(phrase),)


def _unseen(phrase: Phrase) -> Finding:
    return Finding(
        "out-of-sight",
        Gravity.WARNING,
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "Neither its title nor its keywords bring it among the first"
                " {number} results.",
            ),
            number=_IN_SIGHT,
        ),
        words(QT_TRANSLATE_NOOP("core", "Give it a keyword that no other phrase has.")),
        phrase.id,
    )


class _Sight:
    """What the first results show; the same is searched for once."""

    def __init__(self, engine: SearchEngine) -> None:
        self._engine = engine
        self._seen = cache(self._found_for)

    def has(self, phrase: Phrase) -> bool:
        """Whether one of its own words brings `phrase` among the first results."""
        engine = self._engine
        if isinstance(engine, StreamSearch) and engine.is_surely_first(
            phrase, _IN_SIGHT
        ):
            return True
        asked = (phrase.title, *phrase.keywords)
        return any(phrase.id in self._seen(query) for query in asked)

    def _found_for(self, query: str) -> frozenset[str]:
        answer = self._engine.search(query, limit=_IN_SIGHT)
        return frozenset(hit.phrase.id for hit in answer.hits)
