"""What is opened when somebody asks for it, and what a start has no use for.

Nothing here is loaded by the start of the desk.
"""

import select
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from qtdesk import __version__, autostart, paths, platforms
from qtdesk.core.errors import UpdateError
from qtdesk.core.ports import Ability, Autostart, Platform
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    # Each is loaded by the call that needs it.
    from qtdesk.core.book_check import Finding, Placed
    from qtdesk.core.book_reviews import BookReviews
    from qtdesk.core.orders import OrderReader
    from qtdesk.core.phrases import Book
    from qtdesk.core.ports import Background
    from qtdesk.core.ports.updates import Updates
    from qtdesk.core.proofreading import Proofreading
    from qtdesk.core.search import SearchEngine
    from qtdesk.core.settings import Settings
    from qtdesk.core.wording import PackReading
    from qtdesk.formats.places import Places
    from qtdesk.formats.size_yaml import SizeReading

_ANSWER_LIMIT_S = 3.0
"""How long a desktop may take to say what it can do; a portal may have to start."""

REGIONS_FILE = "regions.txt"
"""In the agent's data it stands in for the list that comes with the program."""


class _NoTimers:
    """The clock of a program that ends before anything could be due."""

    def now(self) -> float:
        return monotonic()

    def call_later(
        self, seconds: float, callback: Callable[[], None]
    ) -> Callable[[], None]:
        del seconds, callback
        return lambda: None


def open_order_reader(data: Path) -> "OrderReader":
    """What reads orders, with the regions in `data` or else those that come with us.

    Takes some milliseconds, so that it is for the first order and not for the start.

    Raises:
        RegionsError: the regions in `data` cannot be used.
    """
    # Many patterns are compiled there, which no start has to wait for.
    from qtdesk.core.orders import OrderReader  # noqa: PLC0415
    from qtdesk.storage.regions import read_regions  # noqa: PLC0415

    shipped = paths.resources() / "regions"
    return OrderReader(
        read_regions([folder / REGIONS_FILE for folder in (data, shipped)])
    )


def read_lint_packs(data: Path) -> "PackReading":
    """The packs that come with the program, and those in `data` in place of them."""
    # Brings YAML along, which no start has to wait for.
    from qtdesk.formats.lint_packs import read_packs  # noqa: PLC0415

    return read_packs([folder / "lint" for folder in (paths.resources(), data)])


class OpenedBook(NamedTuple):
    """A book as it was read, and where its phrases stand."""

    book: "Book"
    places: "Places"
    path: str

    def place(self, finding: "Finding") -> "Placed":
        """Where to mend what was found."""
        from qtdesk.core.book_check import Placed  # noqa: PLC0415 - as above

        place = self.places.get(finding.phrase)
        if place is None:
            return Placed(finding, self.path, 0)
        line = place.line_of(finding.text, finding.start)
        return Placed(finding, place.file, line)


def open_for_review(path: Path) -> OpenedBook:
    """The phrasebook at `path`, whatever is wrong with it.

    Raises:
        BookError: the path is out of reach, or of no known format.
    """
    from qtdesk.formats import read_book_with_places  # noqa: PLC0415 - as above

    return OpenedBook(*read_book_with_places(path), str(path))


def open_reviews(
    proof: "Proofreading", background: "Background", settings: "Callable[[], Settings]"
) -> "BookReviews":
    """Reviews of phrasebooks, done in `background`."""
    from qtdesk.core.book_reviews import BookReviews  # noqa: PLC0415 - as above
    from qtdesk.core.living_phrases import local_time  # noqa: PLC0415 - as above

    def opened(path: str) -> OpenedBook:
        return open_for_review(Path(path))

    served = (proof, background, settings, local_time)
    return BookReviews(opened, engine_over, *served)


def engine_over(book: "Book") -> "SearchEngine":
    """A search over this book alone, which leaves nothing behind."""
    from qtdesk.core.phrases import PhraseColumns  # noqa: PLC0415 - as above
    from qtdesk.core.search import Habits  # noqa: PLC0415 - as above
    from qtdesk.core.search.compiler import Compiler  # noqa: PLC0415 - as above
    from qtdesk.core.search.engine import StreamSearch  # noqa: PLC0415 - as above
    from qtdesk.core.search.index import IndexBuilder  # noqa: PLC0415 - as above
    from qtdesk.core.search.readings import Readings  # noqa: PLC0415 - as above

    table = (paths.resources() / "readings" / "readings.txt").read_bytes()
    readings = Readings(table)
    columns = book._replace(phrases=PhraseColumns.of(book.phrases))
    index = IndexBuilder(columns, readings).finish()
    return StreamSearch([(columns, index)], Compiler(readings), Habits(), monotonic)


def open_menu_entry(data: Path) -> Autostart | None:
    """The desktop's menu of applications; None where a program puts itself in none."""
    icon = paths.resources() / "icons" / "qtdesk-256.png"
    return autostart.open_menu_entry(lambda: paths.desk_command(data), icon)


def open_updates(address: str, data: Path) -> "Updates":
    """News of releases from `address`; what was heard of is kept in `data`.

    Raises:
        UpdateError: `address` cannot be used, or no signature can be checked here.
    """
    try:
        # Brings cryptography along, which nothing else has use for.
        from qtdesk.updates.checking import WebUpdates  # noqa: PLC0415
    except ImportError as problem:
        # Its library wants a newer system than this one.
        raise _no_signatures() from problem
    return WebUpdates(address, __version__, data, lambda: datetime.now(UTC))


def _no_signatures() -> UpdateError:
    return UpdateError(
        words(
            QT_TRANSLATE_NOOP("core", "Updates cannot be looked for on this computer.")
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core", "The part that checks the publisher's signature does not load."
            )
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "Look at your publisher's page now and then, and turn this off in the "
                "settings.",
            )
        ),
    )


def desktop_abilities() -> tuple[str, tuple[Ability, ...]]:
    """Name of the platform, and what it can do; it is closed again at once."""
    platform = platforms.detect(_NoTimers())
    try:
        _let_it_answer(platform)
        return platform.name, platform.abilities
    finally:
        platform.close()


def _let_it_answer(platform: Platform) -> None:
    """Wait, but not for ever, where a desktop has to be asked what it can do."""
    number = platform.fileno()
    end = monotonic() + _ANSWER_LIMIT_S
    while number is not None and any(ability.pending for ability in platform.abilities):
        left = end - monotonic()
        if left <= 0 or not select.select([number], [], [], left)[0]:
            return
        platform.dispatch()


def open_size_tables(data: Path) -> "SizeReading":
    """The size tables in `data`, before those that come with us; some 50 ms."""
    from qtdesk.formats.size_yaml import read_size_tables  # noqa: PLC0415 - the same

    return read_size_tables([data / "sizes", paths.phrasebooks() / "sizes"])
