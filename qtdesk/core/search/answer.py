"""What a search is asked and what it answers: the seam between panel and engine."""

from typing import NamedTuple, Protocol

from qtdesk.core.phrases import Phrase


class Span(NamedTuple):
    """A matched piece, in UTF-16 code units: the positions that Qt counts in."""

    start: int
    length: int


class Marks(NamedTuple):
    """The matched pieces of one hit, ready to be painted."""

    title: tuple[Span, ...] = ()
    text: tuple[Span, ...] = ()
    """Positions in the phrase's first text."""
    code: tuple[Span, ...] = ()


class Hit(NamedTuple):
    """One phrase that was found. Higher scores come first; equal ones in book order."""

    phrase: Phrase
    score: int


class Answer(NamedTuple):
    """The best hits for one query, best first."""

    query: str
    hits: tuple[Hit, ...]
    more: bool = False
    """True where further phrases match than were asked for."""
    complete: bool = True
    """False where asking thoroughly may find more, or better ones."""
    stage: str | None = None
    """The stage that was asked for."""

    @property
    def asked(self) -> tuple[str, str | None]:
        """Query and stage."""
        return self.query, self.stage


class SearchEngine(Protocol):
    """Answers queries over one fixed set of phrases; a new set is a new engine."""

    def search(
        self,
        query: str,
        *,
        stage: str | None = None,
        limit: int = 50,
        thorough: bool = False,
    ) -> Answer:
        """The best `limit` phrases for `query`, all of them for an empty query.

        Words apart by spaces must all be found, in any order. `stage` keeps only
        phrases of that stage. Never slow enough to be felt on the GUI thread, unless
        it is `thorough`: then the answer is complete.
        """
        ...

    def marks(self, query: str, phrase: Phrase) -> Marks:
        """Where `query` matches in `phrase`; asked for visible rows only."""
        ...
