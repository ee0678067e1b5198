"""The sources of phrasebooks, and the editions of them that are in use.

New editions replace old ones whole; a source that cannot be used leaves the last good
edition where it is. Reading is slow work and happens in the background.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from qtdesk.core.events import BookChanged, BookKept, SourcesChanged
from qtdesk.core.phrases import Picture, Problem, Shelf, Stage
from qtdesk.core.ports import Background, Library, Reading, Source

_T = TypeVar("_T")


class SourceState(NamedTuple):
    """One source as the agent sees it."""

    source: Source
    book_id: str
    title: str
    version: str
    phrases: int
    problems: int
    in_use: bool
    """False where nothing of it could be used yet."""


class Bookcase:
    """Sources in, phrases on the shelf."""

    def __init__(
        self,
        library: Library,
        background: Background,
        announce: Callable[[BookChanged | BookKept | SourcesChanged], None],
    ) -> None:
        """Start with the last good edition of every source."""
        self._library = library
        self._background = background
        self._announce = announce
        self._problems: dict[str, tuple[Problem, ...]] = {}
        self.shelf = Shelf()
        self._arrange()

    @property
    def phrase_count(self) -> int:
        return len(self.shelf)

    def stages(self) -> tuple[Stage, ...]:
        """The stages that phrases on the shelf belong to, in the order of the trade."""
        return self.shelf.stages()

    def sources(self) -> tuple[SourceState, ...]:
        return tuple(self._state_of(source) for source in self._library.sources())

    def problems(self, source: Source) -> tuple[Problem, ...]:
        """What is wrong in `source` as it was last read; empty for a sound one."""
        book = self.shelf.of(source.path)
        return self._problems.get(source.path, book.problems if book else ())

    def add(self, path: str) -> None:
        """Use the phrasebook at `path`; what was read is announced."""
        source = self._library.add(path)
        self._arrange()
        self._announce(SourcesChanged())
        self._read(source)

    def remove(self, source: Source) -> None:
        """Use the phrasebook of `source` no more; samples come back for the last."""
        self._library.remove(source)
        self._arrange()
        self._announce(SourcesChanged())
        for sample in self._library.sources():
            if sample.sample and self.shelf.of(sample.path) is None:
                self._read(sample)

    def view(
        self,
        picture: Picture,
        work: Callable[[bytes | None], _T],
        done: Callable[[_T], None],
    ) -> None:
        """Hand the bytes of `picture` to `work` elsewhere, and what it made to `done`.

        There are none where the picture is not at hand. Waits for books being read.
        """
        read = self._library.picture
        self._background.run(lambda: work(read(picture)), done)

    def _arrange(self) -> None:
        """On the shelf is the last good edition of every source, and nothing else."""
        sources = self._library.sources()
        for path in self.shelf.sources() - {source.path for source in sources}:
            self.shelf.take_away(path)
            self._problems.pop(path, None)
        for source in sources:
            if self.shelf.of(source.path) is None:
                book = self._library.last_good(source)
                if book is not None:
                    self.shelf.place(source.path, book)

    def refresh(self, done: Callable[[], None] | None = None) -> None:
        """Look at every source, one after the other; then call `done`.

        New editions are announced; a source with faults changes nothing.
        """
        waiting = list(self._library.sources())

        def next_one() -> None:
            if waiting:
                self._read(waiting.pop(0), next_one)
            elif done is not None:
                done()

        next_one()

    def _read(self, source: Source, done: Callable[[], None] | None = None) -> None:
        def accept(reading: Reading) -> None:
            # It may have been removed while it was being read.
            if not reading.unchanged and source in self._library.sources():
                self._accept(reading)
            if done is not None:
                done()

        self._background.run(lambda: self._library.read(source), accept)

    def _accept(self, reading: Reading) -> None:
        path = reading.source.path
        self._problems[path] = reading.problems
        old = self.shelf.of(path)
        if reading.book is None:
            title = old.title if old else path
            self._announce(BookKept(path, title, reading.problems))
            return
        change = self.shelf.place(path, reading.book)
        self._announce(
            BookChanged(
                path,
                reading.book.title,
                reading.book.version,
                *change,
                problems=reading.problems,
                first=old is None,
            )
        )

    def _state_of(self, source: Source) -> SourceState:
        book = self.shelf.of(source.path)
        return SourceState(
            source,
            book.id if book else "",
            book.title if book else "",
            book.version if book else "",
            len(book.phrases) if book else 0,
            len(self.problems(source)),
            in_use=book is not None,
        )
