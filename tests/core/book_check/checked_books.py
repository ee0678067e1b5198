"""Books to check, and what is found in them."""

from datetime import date

from docs.phrasebook_counts import shipped as shipped_book
from qtdesk.core.book_check import BookCheck, Finding
from qtdesk.core.phrases import Book, Phrase
from tests.core.lint.shipped_packs import shipped as shipped_linter
from tests.search_books import book, engine, phrase

TODAY = date(2026, 11, 22)


def check() -> BookCheck:
    return BookCheck(shipped_linter("medical"), TODAY)


def findings_of_shipped(name: str) -> list[Finding]:
    return list(check().of_book(shipped_book(name), engine))


def of_text(*texts: str, locale: str = "zh-CN") -> list[Finding]:
    """What is found in one phrase of these variants."""
    return list(check().of_phrase(phrase(texts=texts), locale))


def of_phrases(*phrases: Phrase) -> list[Finding]:
    """What is found in a book of these, whose stages are those of the phrases."""
    return list(check().of_book(_book(*phrases), engine))


def _book(*phrases: Phrase) -> Book:
    made = book(*phrases)
    used = {each.stage for each in phrases}
    return made._replace(
        stages=tuple(stage for stage in made.stages if stage.key in used)
    )


def kinds(found: list[Finding]) -> list[str]:
    return [each.kind for each in found]
