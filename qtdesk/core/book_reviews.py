"""Books looked through for a lead while the desk goes on: in small steps, with an end.

Each review is one source's; what was found stays until that source is reviewed anew.
What there is to find is the business of `book_check`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from time import perf_counter, sleep
from typing import TYPE_CHECKING, Protocol

from qtdesk.core.errors import BookError
from qtdesk.core.ports import Background
from qtdesk.core.proofreading import Proofreading
from qtdesk.core.settings import Settings

if TYPE_CHECKING:
    # Loaded with the first review; a start has no use for them.
    from qtdesk.core.book_check import Finding, Placed
    from qtdesk.core.phrases import Book
    from qtdesk.core.search import SearchEngine

SLICE_S = 0.2
"""Work between two looks at whether it is still wanted; others wait no longer."""


class Opened(Protocol):
    """A book as it was read, and where its phrases stand."""

    @property
    def book(self) -> "Book": ...

    def place(self, finding: "Finding") -> "Placed":
        """Where to mend what was found."""
        ...


@dataclass(slots=True)
class Review:
    """How it stands with one source."""

    placed: "list[Placed]" = field(default_factory=list)
    done: int = 0
    count: int = 0
    """Steps; 0 until the book is read."""
    running: bool = True
    failed: BookError | None = None
    """Why it could not be looked through."""

    @property
    def share(self) -> float:
        """How much is done, up to 1."""
        return self.done / self.count if self.count else 0.0


class BookReviews:
    """Begins, goes on with and ends reviews."""

    def __init__(
        self,
        open_book: Callable[[str], Opened],
        engine: "Callable[[Book], SearchEngine]",
        proof: Proofreading,
        background: Background,
        settings: Callable[[], Settings],
        time: Callable[[], datetime],
    ) -> None:
        """`open_book` reads a book with its places; `engine` searches one alone."""
        self._open, self._engine = open_book, engine
        self._proof = proof
        self._background = background
        self._settings = settings
        self._time = time
        self._told: list[Callable[[], None]] = []
        self._reviews: dict[str, Review] = {}

    def follow(self, told: Callable[[], None]) -> None:
        """Call `told` whenever a review has come a step further, or is no more."""
        self._told.append(told)

    def of(self, path: str) -> Review | None:
        """The review of the source at `path`; None where there was none."""
        return self._reviews.get(path)

    def begin(self, path: str) -> None:
        """Look the source at `path` through from its beginning."""
        self._reviews[path] = review = Review()
        self._background.run(
            lambda: self._begun(path, review),
            lambda steps: self._go_on(path, review, steps),
        )
        self._announce()

    def cancel(self, path: str) -> None:
        """End the review under way; what it has found so far is dropped."""
        if self._reviews.pop(path, None) is not None:
            self._announce()

    def _announce(self) -> None:
        for told in tuple(self._told):
            told()

    def _begun(self, path: str, review: Review) -> "Iterator[tuple[Placed, ...]]":
        """In the background: read the book, and be ready to step through it."""
        from qtdesk.core.book_check import BookCheck  # noqa: PLC0415 - see above

        try:
            opened = self._open(path)
        except BookError as error:
            review.failed = error
            return iter(())
        settings, packs = self._settings(), self._proof.packs
        check = BookCheck(
            packs.linter(settings), self._time().date(), packs.place(settings.platform)
        )
        review.count = check.count(opened.book)
        steps = check.steps(opened.book, self._engine)
        return (tuple(map(opened.place, found)) for found in steps)

    def _go_on(
        self, path: str, review: Review, steps: "Iterator[tuple[Placed, ...]]"
    ) -> None:
        """Have the next slice done, unless nobody wants it any more."""
        if self._reviews.get(path) is not review:
            return

        def ended(through: bool) -> None:
            if self._reviews.get(path) is not review:
                return
            review.running = not through
            self._announce()
            if not through:
                self._go_on(path, review, steps)

        self._background.run(lambda: _slice(review, steps), ended)


def _slice(review: Review, steps: "Iterator[tuple[Placed, ...]]") -> bool:
    """Some steps; True if those were the last."""
    end = perf_counter() + SLICE_S
    for placed in steps:
        review.placed += placed
        review.done += 1
        # Lets the interface have its turn, which else waits for a switch of threads.
        sleep(0)
        if perf_counter() > end:
            return False
    review.placed.sort(
        key=lambda one: (-one.finding.gravity, one.file, one.line, one.finding.start)
    )
    return True
