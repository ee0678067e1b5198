"""What is to be said of a phrase while somebody writes it.

Faults of its placeholders, words that are not said to buyers, a code that another
phrase has, and a phrase that reads nearly the same. Looks elsewhere and keeps nothing.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from qtdesk.core.phrases import OWN, Book, Phrase, Shelf
from qtdesk.core.phrases.own import filed, named
from qtdesk.core.ports import Background
from qtdesk.core.settings import Settings
from qtdesk.core.wording import Wording
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words

if TYPE_CHECKING:
    from qtdesk.core.book_check import Finding


class Remark(NamedTuple):
    """One thing to look at."""

    what: Words
    remedy: Words = NO_WORDS
    grave: bool = False
    """Whether a phrase like this would not be pasted, or mean another one."""
    text: int = 0
    """Number of the text, from 0."""
    start: int = 0
    """Place in it, in Python's characters."""
    word: str = ""
    """What stands there, where a word is meant."""
    better: str | None = None
    """What to write in its place, if there is something."""
    other: Phrase | None = None
    """The phrase that is meant, if it is about another one."""

    def __repr__(self) -> str:
        """Without words of the phrase, which no log may hold."""
        return f"Remark({self.what.template!r}, {self.text}, {self.start})"


class PhraseReview:
    """Reviews drafts, one after the other."""

    def __init__(
        self,
        shelf: Shelf,
        wording: Wording,
        background: Background,
        time: Callable[[], datetime],
    ) -> None:
        """Stand ready; the packs of words are loaded by the first review."""
        self._shelf = shelf
        self._wording = wording
        self._background = background
        self._time = time

    def look(
        self,
        phrase: Phrase,
        settings: Settings,
        show: Callable[[tuple[Remark, ...]], None],
    ) -> None:
        """Hand to `show` what is to be said of `phrase`, a moment later.

        The `settings` say which packs are in use, and where the shop is.
        """
        same = tuple(self._same_code(phrase))
        books, own = self._shelf.books, frozenset(self._shelf.own)
        here = self._shelf.book(phrase.book)
        locale = here.locale if here is not None else books[0].locale if books else ""
        has = self._knows(phrase)

        def work() -> tuple[Remark, ...]:
            found = [*same, *_placeholders(phrase, has)]
            found += self._findings(phrase, locale, settings)
            return (*found, *_twins(phrase, books, own))

        self._background.run(work, show)

    def _same_code(self, phrase: Phrase) -> Sequence[Remark]:
        others = self._shelf.with_code(phrase.code)
        return [
            Remark(
                words(
                    QT_TRANSLATE_NOOP("core", "“{title}” has the code {code}, too."),
                    title=other.title,
                    code=other.code,
                ),
                words(
                    QT_TRANSLATE_NOOP("core", "Typed, it could mean either of the two.")
                ),
                grave=True,
                other=other,
            )
            for other in others
            if other.key != phrase.key
        ][:1]

    def _knows(self, phrase: Phrase) -> Callable[[str], bool]:
        def has(name: str) -> bool:
            find = self._shelf.phrase
            return bool(find(f"{phrase.book}/{name}") or find(name))

        return has

    def _findings(
        self, phrase: Phrase, locale: str, settings: Settings
    ) -> Sequence[Remark]:
        # Loaded with the first review; a start has no use for it.
        from qtdesk.core.book_check import BookCheck, Gravity  # noqa: PLC0415

        wording = self._wording
        place = wording.place(settings.platform)
        check = BookCheck(wording.linter(settings), self._time().date(), place)
        return [
            _remark(found, grave=found.gravity is Gravity.FAULT)
            for found in check.of_phrase(phrase, locale)
        ]


def _remark(found: "Finding", *, grave: bool) -> Remark:
    place = (found.text, found.start, found.word, found.better)
    return Remark(found.what, found.remedy, grave, *place)


def _placeholders(phrase: Phrase, has: Callable[[str], bool]) -> list[Remark]:
    from qtdesk.core.templates import check  # noqa: PLC0415 - as above

    return [
        Remark(fault.what, fault.remedy, grave=True, text=number, start=fault.start)
        for number, text in enumerate(phrase.texts)
        for fault in check(text, has)
    ]


def _twins(
    phrase: Phrase, books: Sequence[Book], own: frozenset[str]
) -> Sequence[Remark]:
    """The one that is most like it; what an own version stands in for is no other."""
    from qtdesk.core.book_check.twins import twin  # noqa: PLC0415 - as above

    replaced = {key for key in own if not key.startswith(OWN)}
    apart = {phrase.key, filed(phrase).key, *replaced}
    found = twin(phrase.text, books, apart)
    if found is None:
        return ()
    other = named(found[0])
    return (
        Remark(
            words(
                QT_TRANSLATE_NOOP("core", "“{title}” reads nearly the same."),
                title=other.title,
            ),
            words(QT_TRANSLATE_NOOP("core", "It may be enough to change that one.")),
            other=other,
        ),
    )
