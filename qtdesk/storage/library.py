"""Where phrasebooks come from, and the last good edition of each.

A source may be a share that comes and goes: what was good once stays in use until
something better was read whole. Knows no format; a reader is handed in.
"""

import os
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock

from qtdesk.core.errors import BookError, StoreError
from qtdesk.core.phrases import Book, Picture, Problem
from qtdesk.core.ports import Reading, Source
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words
from qtdesk.storage.compiled import Edition, Stamp, read_edition, write_edition
from qtdesk.storage.journal_tables import JournalTables
from qtdesk.storage.picture_copies import PictureCopies

_EDITIONS = "editions"

_Stamps = tuple[Stamp, ...] | None
"""State of the files of a source; None while it is out of reach."""


class BookLibrary:
    """Sources kept in a folder of ours; see `qtdesk.core.ports.Library`."""

    def __init__(
        self,
        folder: Path,
        tables: JournalTables,
        read_book: Callable[[Path], Book],
        extra: Sequence[Path] = (),
        samples: Sequence[Path] = (),
    ) -> None:
        """Open the list in `tables`; `extra` come first and for this run only.

        Editions are kept in `folder`. `samples` stand in while there is no other
        source.
        """
        self._folder = folder
        self._read_book = read_book
        self._extra = [_source(str(path)) for path in extra]
        self._samples = tuple(Source(str(path), sample=True) for path in samples)
        self._tables = tables
        paths = tables.only("sources").get("paths")
        kept = paths if isinstance(paths, list) else []
        self._kept = [Source(str(path)) for path in kept]
        self._seen: dict[str, _Stamps] = {}
        self._added: set[str] = set()
        self._one_reading = Lock()

    def sources(self) -> tuple[Source, ...]:
        return tuple(dict.fromkeys((*self._extra, *self._kept))) or self._samples

    def add(self, path: str) -> Source:
        """Remember a file or folder, also one that is out of reach now.

        Raises:
            StoreError: the list could not be saved; nothing was added.
        """
        source = _source(path)
        same = [kept for kept in self._kept if _same(kept, source)]
        if same:
            return same[0]
        self._keep([*self._kept, source])
        # An edition left from before must not make the first look say "unchanged".
        self._added.add(source.path)
        return source

    def remove(self, source: Source) -> None:
        """Forget a source and its edition; the phrasebook itself is not touched.

        A sample is not forgotten: it goes by itself.

        Raises:
            StoreError: the list could not be saved; nothing was removed.
        """
        if source.sample:
            return
        self._keep([kept for kept in self._kept if kept != source])
        self._extra = [extra for extra in self._extra if extra != source]
        self._seen.pop(source.path, None)
        self._copies(source).forget()
        try:
            self._edition_path(source).unlink(missing_ok=True)
        except OSError:
            # Without its source an edition is never opened.
            return

    def last_good(self, source: Source) -> Book | None:
        edition = self._edition(source)
        return edition.book if edition else None

    def picture(self, picture: Picture) -> bytes | None:
        found = (self._copies(source).read(picture) for source in self.sources())
        return next((data for data in found if data is not None), None)

    def read(self, source: Source) -> Reading:
        """Look at the source and read it if it changed. Slow; safe on any thread.

        Unchanged is also a source that is out of reach while an edition of it is in
        use, or that was being written meanwhile: a later look will tell.
        """
        with self._one_reading:
            edition = self._edition(source)
            first = source.path not in self._seen and source.path not in self._added
            if first and edition and edition.stamps:
                self._seen[source.path] = edition.stamps
            return self._look(source, edition)

    def _look(self, source: Source, edition: Edition | None) -> Reading:
        path = Path(source.path)
        try:
            stamps = _stamps(path)
            before = _with_pictures(stamps, path, edition.book if edition else None)
            if before == self._seen.get(source.path):
                self._mend_copies(source, edition)
                return Reading(source, None, unchanged=True)
            book = self._read_book(path)
            if _stamps(path) != stamps:
                return Reading(source, None, unchanged=True)
            unfit = _unfit(book, edition)
            seen = before if unfit else _with_pictures(stamps, path, book)
        except (OSError, BookError) as error:
            return self._out_of_reach(source, edition, error)
        self._seen[source.path] = seen
        if unfit is not None:
            return Reading(source, None, unfit)
        return self._take(Edition(source.path, seen, book))

    def _take(self, edition: Edition) -> Reading:
        problems = edition.book.problems
        source = Source(edition.source)
        folder = _folder(Path(edition.source))
        try:
            # First the pictures: whoever sees the new edition may paste one at once.
            self._copies(source).keep(edition.book.pictures(), folder)
            write_edition(self._edition_path(source), edition)
        except StoreError as error:
            problems += (Problem(source.path, 0, "", error.title, error.hint),)
        return Reading(source, edition.book, problems)

    def _mend_copies(self, source: Source, edition: Edition | None) -> None:
        """Copy anew what was lost or damaged here since the book was read."""
        pictures = edition.book.pictures() if edition else ()
        if pictures:
            # Whoever wants to paste one is told that it is missing.
            with suppress(StoreError):
                self._copies(source).keep(pictures, _folder(Path(source.path)))

    def _out_of_reach(
        self, source: Source, edition: Edition | None, error: OSError | BookError
    ) -> Reading:
        told = source.path in self._seen and self._seen[source.path] is None
        if edition is None:
            self._seen[source.path] = None
        problem = Problem(source.path, 0, "", *_why(error), fatal=True)
        unchanged = edition is not None or told
        return Reading(source, None, (problem,), unchanged)

    def _edition(self, source: Source) -> Edition | None:
        edition = read_edition(self._edition_path(source))
        return edition if edition and edition.source == source.path else None

    def _copies(self, source: Source) -> PictureCopies:
        return PictureCopies(self._edition_path(source).with_suffix(".pictures"))

    def _edition_path(self, source: Source) -> Path:
        # Any name that differs will do; an edition names its source, and is checked.
        path = os.fsencode(source.path)
        name = f"{zlib.crc32(path):08x}{zlib.adler32(path):08x}"
        return self._folder / _EDITIONS / f"{name}.book"

    def _keep(self, sources: list[Source]) -> None:
        paths = [source.path for source in sources]
        self._tables.put_only("sources", {"paths": paths})
        self._kept = sources


def _source(path: str) -> Source:
    return Source(str(Path(path).expanduser().absolute()))


def _same(one: Source, other: Source) -> bool:
    return os.path.normcase(one.path) == os.path.normcase(other.path)


def _stamps(path: Path) -> tuple[Stamp, ...]:
    """Stamps of the file, or of all files in the folder but hidden ones."""
    if not path.is_dir():
        state = path.stat()
        return (Stamp(str(path), state.st_mtime_ns, state.st_size),)
    stamps = []
    for file in sorted(path.iterdir()):
        if not file.name.startswith(".") and file.is_file():
            state = file.stat()
            stamps.append(Stamp(str(file), state.st_mtime_ns, state.st_size))
    return tuple(stamps)


def _with_pictures(
    stamps: tuple[Stamp, ...], path: Path, book: Book | None
) -> tuple[Stamp, ...]:
    """`stamps`, and those of the pictures that `book` names, also of missing ones."""
    folder = _folder(path)
    named = [picture.path for picture in book.pictures()] if book else []
    return (*stamps, *(_stamp(folder / each) for each in named if each))


def _folder(path: Path) -> Path:
    """Where the pictures of a book lie: beside its file, or in its folder."""
    return path if path.is_dir() else path.parent


def _stamp(file: Path) -> Stamp:
    try:
        state = file.stat()
    except OSError:
        return Stamp(str(file), 0, 0)
    return Stamp(str(file), state.st_mtime_ns, state.st_size)


def _unfit(book: Book, edition: Edition | None) -> tuple[Problem, ...] | None:
    """The problems that keep a new edition out, or None for one to be used."""
    if any(problem.fatal for problem in book.problems):
        return book.problems
    before = len(edition.book.phrases) if edition else 0
    # A file that breaks off in the midst of a phrase has a fault of that phrase only.
    if len(book.phrases) * 2 < before and book.problems:
        return (*book.problems, _halved(book.problems[0].file, before, book))
    return None


def _halved(file: str, before: int, book: Book) -> Problem:
    return Problem(
        file,
        0,
        "",
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "Only {now} of {before} phrases are left, and the file has faults.",
            ),
            now=len(book.phrases),
            before=before,
        ),
        words(
            QT_TRANSLATE_NOOP("core", "Mend the faults; until then nothing changes.")
        ),
        fatal=True,
    )


def _why(error: OSError | BookError) -> tuple[Words, Words]:
    if isinstance(error, BookError):
        return error.title, error.hint
    return (
        words(
            QT_TRANSLATE_NOOP("core", "The phrasebook is out of reach: {reason}."),
            reason=error.strerror or type(error).__name__,
        ),
        words(
            QT_TRANSLATE_NOOP("core", "It is read as soon as it can be reached again.")
        ),
    )
