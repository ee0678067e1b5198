"""The composition root: the only place that picks among adapters. Knows no Qt."""

import select
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, time
from typing import TYPE_CHECKING, Protocol, TypeVar

from qtdesk import __version__, autostart, formats, paths, platforms
from qtdesk.core.desk import Desk
from qtdesk.core.errors import UpdateError
from qtdesk.core.finder import Finder
from qtdesk.core.inquiry import Inquiry
from qtdesk.core.ports import (
    Ability,
    Autostart,
    Background,
    Clock,
    Indexes,
    Library,
    Platform,
    Store,
)
from qtdesk.core.record_keeping import RecordKeeping
from qtdesk.core.record_reading import RecordReading
from qtdesk.core.settings import Settings
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.storage.agent_data import AgentData, Saving
from qtdesk.storage.indexes import DiskIndexes
from qtdesk.storage.library import BookLibrary
from qtdesk.storage.store import DeskStore

if TYPE_CHECKING:
    # A start has no use for them.
    from qtdesk.core.lint import TextCheck
    from qtdesk.core.orders import OrderReader
    from qtdesk.core.ports.records import Records
    from qtdesk.core.ports.updates import Updates
    from qtdesk.core.records import KeptRecord
    from qtdesk.formats.lint_packs import PackReading

SHIPPED_BOOKS = ("general-zh-CN", "general-en-US.yaml")
"""Books of `paths.phrasebooks()`, files and folders, for an agent who has none yet."""

REGIONS_FILE = "regions.txt"
"""In the agent's data it stands in for the list that comes with the program."""

_ANSWER_LIMIT_S = 3.0
"""How long a desktop may take to say what it can do; a portal may have to start."""
_T = TypeVar("_T")


class Lanes(Background, Protocol):
    """A background with room beside it."""

    def beside(self) -> Background:
        """Another one, whose work does not wait behind what is slow in this one."""
        ...


class _AtOnce:
    """The background of a program that has nothing else to do."""

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        done(work())


class _NoTimers:
    """The clock of a program that ends before anything could be due."""

    def now(self) -> float:
        return monotonic()

    def call_later(
        self, seconds: float, callback: Callable[[], None]
    ) -> Callable[[], None]:
        del seconds, callback
        return lambda: None


def open_data(folder: Path) -> AgentData:
    """The agent's own data in `folder`; a change is on the disk when its call returns.

    To be closed by `flush`, so that another program may write there.

    Raises:
        StoreError: they cannot be read.
    """
    data = AgentData(folder)
    if not data.readable and data.state.problem is not None:
        raise data.state.problem
    return data


def open_library(folder: Path, data: AgentData, books: Sequence[Path] = ()) -> Library:
    """The agent's sources in `data`, with `books` before them for this run only.

    The shipped books stand in for missing ones, unless `books` say what is to be used.
    Editions are kept in `folder`.
    """
    samples = [paths.phrasebooks() / name for name in SHIPPED_BOOKS if not books]
    return BookLibrary(folder, data.tables, formats.read_book, books, samples)


def open_store(data: AgentData) -> Store:
    """The agent's settings, notes and recent phrases in `data`."""
    return DeskStore(data)


def open_indexes(folder: Path) -> Indexes:
    """The indexes of phrasebooks, kept in `folder`."""
    return DiskIndexes(folder, paths.resources() / "readings" / "readings.txt")


def open_finder(folder: Path) -> Finder:
    """A search without books yet, by the indexes in `folder`; waits for new ones."""
    return Finder(open_indexes(folder), _AtOnce(), time)


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


def open_text_check(data: Path, switched_on: Collection[str] = ()) -> "TextCheck":
    """What looks at a text first, with the optional packs `switched_on`."""
    from qtdesk.core.lint import TextCheck  # noqa: PLC0415 - as above

    return TextCheck(lambda: read_lint_packs(data).packs, switched_on)


def open_autostart(data: Path) -> Autostart:
    """Starting with the system, for the agent whose data are in `data`."""
    return autostart.open_autostart(lambda: paths.start_command(data))


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


def open_records(data: Path) -> "Records":
    """Records of order checks in `data`; nothing is read before it is asked for."""
    # Brings SQLite along, which a start has no use for.
    from qtdesk.storage.records.kept import KeptRecords  # noqa: PLC0415

    copies = data / "backups" / "records"
    return KeptRecords(data / "records", _now, lambda: (copies,))


def _now() -> datetime:
    """The agent's time, with its distance from UTC."""
    return datetime.now().astimezone()


def write_records(
    path: Path, records: "Iterable[KeptRecord]", language: str, *, unmasked: bool
) -> int:
    """Write a table of `records` to `path`; see `formats.record_files`.

    Raises:
        StoreError: there is no such format, or the file could not be written.
    """
    # Brings csv along, which a start has no use for.
    from qtdesk.formats import record_files  # noqa: PLC0415

    return record_files.write_records(path, records, language, unmasked=unmasked)


def keep_records(
    data: Path,
    store: Store,
    given: Mapping[str, str],
    clock: Clock,
    background: Background,
) -> None:
    """Look after the records in `data` for as long as `clock` goes."""

    def days() -> int:
        settings = Settings.from_stored(store.settings()).with_changes(given)
        return int(settings.records_personal_days)

    keeping = RecordKeeping(
        lambda: open_records(data), clock, background, lambda: _now().date(), days
    )
    keeping.start()


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


def build_desk(
    platform: Platform,
    clock: Clock,
    background: Lanes,
    folder: Path,
    books: Sequence[Path],
    given: Mapping[str, str],
) -> Desk:
    """A desk over the agent's data in `folder`; see `Desk` for the rest.

    Raises:
        SettingsError: a setting in `given` cannot be used.
    """
    emergency = paths.emergency_file(folder)
    data = AgentData(folder, Saving(background.beside(), clock.call_later, emergency))
    store = open_store(data)
    keep_records(folder, store, given, clock, background)
    return Desk(
        platform,
        open_library(folder, data, books),
        store,
        clock,
        background,
        given,
        open_autostart(folder),
        Inquiry(
            Finder(open_indexes(folder), background, time),
            clock,
            background.beside(),
        ),
        RecordReading(lambda: open_records(folder), background, write_records),
    )
