"""Frequent facts as phrases, so that the panel finds the address for returns as well.

One for each fact that may be pasted. What has run out is greyed and says so, like any
phrase that is over.
"""

from collections.abc import Callable, Iterable

from qtdesk.core.events import SourcesChanged
from qtdesk.core.facts import Fact, Facts
from qtdesk.core.phrases import Book, Phrase, Shelf, Validity

BOOK = "~facts"
"""Id of their book; no lead would think of it."""
TITLE = "常用信息"
_LOCALE = "zh-CN"
"""Facts are written for buyers; the table is named as shops here name it."""
_STAGE = "answer"


class FactPhrases:
    """Keeps the book of facts on a shelf as the facts are."""

    def __init__(
        self,
        facts: Facts,
        shelf: Shelf,
        changed: Callable[[], None],
        announce: Callable[[SourcesChanged], None],
    ) -> None:
        """Put the facts of now on `shelf`; `changed` is told when its books change."""
        self._facts, self._shelf = facts, shelf
        self._changed, self._announce = changed, announce
        self._book = book_of(facts.known())
        if self._book is not None:
            shelf.take_facts(self._book)
            changed()

    def arrange(self) -> None:
        """To be called when facts may have changed."""
        self._facts.forget()
        book = book_of(self._facts.known())
        if book != self._book:
            self._book = book
            self._shelf.take_facts(book)
            self._changed()
            self._announce(SourcesChanged())


def book_of(facts: Iterable[Fact]) -> Book | None:
    """The facts that may be pasted, as a book; None where there are none."""
    phrases = tuple(map(_phrase, (fact for fact in facts if fact.may_paste)))
    return Book(BOOK, TITLE, _LOCALE, "", (), phrases) if phrases else None


def _phrase(fact: Fact) -> Phrase:
    ends = fact.valid_until.isoformat() if fact.valid_until is not None else ""
    # As it stands: a brace in an address is no placeholder.
    text = fact.value.replace("{", "{{").replace("}", "}}")
    name = " ".join(fact.key.split())
    return Phrase(
        *(BOOK, name.replace("/", "_"), _STAGE, TITLE, f"{TITLE} · {name}"),
        (text,),
        keywords=(name,),
        validity=Validity(ends=ends),
    )
