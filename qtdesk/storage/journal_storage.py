"""The tables of a journal in memory, and the way of a change to the disk.

What fails changes nothing. Safe on two threads: whoever changes something holds
`one_writer`, and whoever looks holds `guard` for the moment it takes.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from threading import RLock
from typing import Any

from tinydb import Storage

from qtdesk.core.errors import StoreError
from qtdesk.storage.atomic import could_not_save
from qtdesk.storage.journal.contents import (
    Documents,
    Tables,
    apply,
    as_written,
    differences,
)
from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal.lines import Change
from qtdesk.storage.journal.reading import Contents
from qtdesk.storage.refusals import unreadable

Migrate = Callable[[int, Tables], Tables]
"""Takes tables laid out as of a schema to how they are laid out now."""


class JournalStorage(Storage):
    """A journal's tables in memory; a change is on the disk before it is here."""

    def __init__(self, journal: Journal, migrate: Migrate | None = None) -> None:
        """Read `journal`; tables of an older schema are taken to the present one.

        What cannot be read has no tables, and a `refusal` that says why.
        """
        self.journal = journal
        self.one_writer = RLock()
        self.guard = RLock()
        """Held for moments only; whoever writes to the disk holds `one_writer`."""
        self.refusal: StoreError | None = None
        """Why nothing at all is to be written here."""
        try:
            self.contents = journal.read()
        except OSError as error:
            self.contents = Contents()
            self.refusal = unreadable(journal.path, error)
        self._tables: Tables = self.contents.tables
        self._written_otherwise = False
        self._keep = ""
        schema = self.contents.schema
        if migrate is not None and 0 < schema < journal.schema:
            self.fill(migrate(schema, self._tables), keep=f"schema-{schema}")

    def fill(self, tables: Tables, keep: str = "") -> None:
        """Have `tables` instead; the file is written anew before the next change.

        With `keep`, what was there is kept then, under a name that has this in it.
        """
        self._tables = tables
        self._written_otherwise, self._keep = True, keep

    def read(self) -> dict[str, dict[str, Any]] | None:
        with self.guard:
            # TinyDB takes tables out of it before they are gone.
            return dict(self._tables) or None

    def documents(self, table: str) -> Documents | None:
        """Those of `table` by their numbers, to be looked at under `guard` only."""
        return self._tables.get(table)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make the tables what `data` says, by what is different.

        Raises:
            StoreError: it could not be written; nothing has changed.
        """
        with self.changing():
            self.commit(tuple(differences(self._tables, data)))

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """Nobody else changes anything meanwhile.

        Raises:
            StoreError: nothing can be changed here.
        """
        with self.one_writer:
            self.open_for_changes()
            yield

    def commit(self, changes: tuple[Change, ...]) -> None:
        """Do `changes`, all or none; on the disk when this returns.

        Raises:
            StoreError: they could not be written; nothing has changed.
        """
        if not changes:
            return
        changes = as_written(changes)
        try:
            self.journal.append(changes)
        except OSError as error:
            raise could_not_save(self.journal.path, error) from error
        self._apply(changes)
        self._make_small()

    def close(self) -> None:
        self.journal.close()

    def open_for_changes(self) -> None:
        """Open the file for writing, and take over what others have written.

        Raises:
            StoreError: it cannot be written to.
        """
        if self.refusal is not None:
            raise self.refusal
        try:
            news = self.journal.open_for_writing()
            if self._written_otherwise or (news and news.fell_behind):
                # Of an older schema; or somebody deleted the file, or put an older one
                # there. We have it all.
                if self._keep:
                    self.journal.keep_copies(self._keep)
                self.journal.rewrite(self.snapshot())
                self._written_otherwise, self._keep = False, ""
            elif news is not None:
                self.contents = news.contents
                self._take_over(news.contents.tables)
        except OSError as error:
            raise could_not_save(self.journal.path, error) from error

    def rewrite(self) -> None:
        """Write the file anew, without what is past; a failure changes nothing."""
        tables = self._tables_to_rewrite()
        # All is saved where it fails, only in a larger file than need be.
        with contextlib.suppress(StoreError, OSError):
            if tables is not None:
                self.journal.rewrite(tables)

    def _apply(self, changes: Iterable[Change]) -> None:
        with self.guard:
            apply(self._tables, changes)

    def _make_small(self) -> None:
        if self.journal.is_worth_rewriting(sum(map(len, self._tables.values()))):
            self.rewrite()

    def snapshot(self) -> Tables:
        """The tables as they are now, and stay."""
        with self.guard:
            return {name: dict(rows) for name, rows in self._tables.items()}

    def _tables_to_rewrite(self) -> Tables | None:
        """What belongs in the file; None where this is no time for it."""
        return self.snapshot()

    def _take_over(self, tables: Tables) -> None:
        with self.guard:
            self._tables = tables
