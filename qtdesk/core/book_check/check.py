"""Puts the checks of a book together: word by word, text by text, and as a whole."""

from collections.abc import Callable, Iterator
from datetime import date

from qtdesk.core.book_check import texts
from qtdesk.core.book_check.alike import pairs
from qtdesk.core.book_check.finding import Finding, Gravity
from qtdesk.core.lint import Level, Linter, Platform
from qtdesk.core.phrases import Book, Phrase
from qtdesk.core.search import SearchEngine
from qtdesk.core.templates import parse
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
        yield from _same_variants(phrase)

    def of_book(self, book: Book, engine: Engine | None = None) -> Iterator[Finding]:
        """All there is to be seen; with `engine`, also what nobody will find.

        Slow for large books, above all with an engine: not for the GUI thread.
        """
        yield from _empty_stages(book)
        for phrase in book.phrases:
            yield from self.of_phrase(phrase, book.locale)
        yield from _alike(book)
        if engine is not None and book.phrases:
            yield from _out_of_sight(book, engine(book))

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


def _alike(book: Book) -> Iterator[Finding]:
    all_texts = [
        (at, number, text)
        for at, phrase in enumerate(book.phrases)
        for number, text in enumerate(phrase.texts)
    ]
    groups = [at for at, _, _ in all_texts]
    for pair in pairs([text for _, _, text in all_texts], groups):
        at, number, _ = all_texts[pair.second]
        yield Finding(
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


def _out_of_sight(book: Book, engine: SearchEngine) -> Iterator[Finding]:
    """Phrases that none of their own words brings among the first results."""
    for phrase in book.phrases:
        asked = (phrase.title, *phrase.keywords)
        if not any(_is_found(phrase, query, engine) for query in asked):
            yield Finding(
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
                words(
                    QT_TRANSLATE_NOOP(
                        "core", "Give it a keyword that no other phrase has."
                    )
                ),
                phrase.id,
            )


def _is_found(phrase: Phrase, query: str, engine: SearchEngine) -> bool:
    answer = engine.search(query, limit=_IN_SIGHT)
    return any(hit.phrase.id == phrase.id for hit in answer.hits)
