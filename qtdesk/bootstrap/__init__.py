"""The composition root: the only place that picks among adapters. Knows no Qt.

What a start has no use for is opened by `on_request`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Protocol, TypeVar

from qtdesk import autostart, formats, paths
from qtdesk.bootstrap.tables import open_rows, shop_tables, tidy_rows
from qtdesk.core.desk import Desk
from qtdesk.core.finder import Finder
from qtdesk.core.inquiry import Inquiry
from qtdesk.core.living_phrases import local_time
from qtdesk.core.ports import (
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
from qtdesk.core.wording import PackReading, Wording
from qtdesk.storage.agent_data import AgentData, Saving
from qtdesk.storage.indexes import DiskIndexes
from qtdesk.storage.library import BookLibrary
from qtdesk.storage.store import DeskStore

if TYPE_CHECKING:
    # A start has no use for them.
    from qtdesk.core.order_checks import OrderChecks
    from qtdesk.core.ports.records import Records
    from qtdesk.core.ports.tables import Rows
    from qtdesk.core.records import KeptRecord

SHIPPED_BOOKS = ("general-zh-CN", "general-en-US.yaml")
"""Books of `paths.phrasebooks()`, files and folders, for an agent who has none yet."""

OpenChecks = Callable[
    [Path, AgentData, Callable[[], Settings], tuple[str, ...]], "OrderChecks"
]
"""Opens the engine of order checks."""
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


def open_autostart(data: Path) -> Autostart:
    """Starting with the system, for the agent whose data are in `data`."""
    return autostart.open_autostart(lambda: paths.start_command(data))


def open_records(data: Path) -> "Records":
    """Records of order checks in `data`; nothing is read before it is asked for."""
    # Brings SQLite along, which a start has no use for.
    from qtdesk.storage.records.kept import KeptRecords  # noqa: PLC0415

    copies = data / "backups" / "records"
    return KeptRecords(data / "records", local_time, lambda: (copies,))


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
    rows: "Callable[[], Rows]",
) -> None:
    """Look after records and `rows` in `data` for as long as `clock` goes."""

    def days() -> int:
        settings = Settings.from_stored(store.settings()).with_changes(given)
        return int(settings.records_personal_days)

    keeping = RecordKeeping(
        *(lambda: open_records(data), clock, background),
        *(lambda: local_time().date(), days),
        lambda today, kept: tidy_rows(data, rows(), today, kept),
    )
    keeping.start()


def build_desk(
    platform: Platform,
    clock: Clock,
    background: Lanes,
    folder: Path,
    books: Sequence[Path],
    given: Mapping[str, str],
    open_checks: OpenChecks,
) -> Desk:
    """A desk over the agent's data in `folder`; see `Desk` for the rest.

    `open_checks` is also told the places of the phrasebooks, which may bring lists.

    Raises:
        SettingsError: a setting in `given` cannot be used.
    """
    emergency = paths.emergency_file(folder)
    data = AgentData(folder, Saving(background.beside(), clock.call_later, emergency))
    store = open_store(data)
    wording = Wording(lambda: _read_packs(folder))
    rows = cache(lambda: open_rows(folder))
    keep_records(folder, store, given, clock, background, rows)
    library = open_library(folder, data, books)

    def engine(settings: Callable[[], Settings]) -> "OrderChecks":
        places = tuple(source.path for source in library.sources())
        return open_checks(folder, data, settings, places)

    return Desk(
        platform,
        library,
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
        RecordReading(
            *(lambda: open_records(folder), background, write_records),
            rows,
        ),
        lambda *served: shop_tables(folder, data, rows, background, *served),
        engine,
        wording,
    )


def _read_packs(folder: Path) -> PackReading:
    # A start has no use for it.
    from qtdesk.bootstrap.on_request import read_lint_packs  # noqa: PLC0415

    return read_lint_packs(folder)
