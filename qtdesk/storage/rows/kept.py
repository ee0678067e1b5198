"""Rows in a folder, a file a month; see `qtdesk.core.ports.tables`.

A row lies in the month of its own moment, which never changes. Months that were read
lately stay in memory, and no others.
"""

import contextlib
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from threading import RLock

from qtdesk.core.errors import StoreError
from qtdesk.core.ports.tables import Change, Watch, read_on
from qtdesk.core.tables import Row
from qtdesk.storage.atomic import could_not_save, write_atomically
from qtdesk.storage.journal.writer_lock import WriterLock
from qtdesk.storage.rows.month import Month, months_in, name_of

MOST_OPEN = 6
"""Months in memory; with some 2,500 rows each that is a matter of 20 MB."""
_LOCK = "rows"
_WAIT_S = 10.0
"""How long another process may be changing files."""


class KeptRows:
    """The rows in `folder`, and copies of the files in `copies`."""

    def __init__(self, folder: Path, copies: Path) -> None:
        """Nothing is opened yet, and no folder made."""
        self._folder, self._copies = folder, copies
        self._months: OrderedDict[str, Month] = OrderedDict()
        self._one_change = RLock()

    def put(self, rows: Sequence[Row]) -> None:
        if not rows:
            return
        by_month: dict[str, list[Row]] = {}
        for row in rows:
            by_month.setdefault(name_of(row.day), []).append(row)
        with self._changing():
            for name, those in by_month.items():
                self._bring_back(name)
                self._month(name).put(those)

    def of(
        self,
        table: str,
        first: date | None = None,
        last: date | None = None,
        watch: Watch = read_on,
    ) -> Iterator[Row]:
        names = [name for name in self._names() if _is_within(name, first, last)]
        for number, name in enumerate(names):
            if not watch(number, len(names)):
                return
            with self._one_change:
                rows = list(self._readable(name).rows(table))
            yield from (row for row in rows if _is_of(row, first, last))

    def revise(self, change: Change, traces: Collection[str] = ()) -> int:
        names = self._names()
        if not names:
            return 0
        return self._each(names, lambda name: self._revise(name, change, traces))

    def back_up(self) -> int:
        names = [path.name for path in months_in(self._folder)]
        if not names:
            return 0
        return self._each(names, self._back_up)

    # --- within ----------------------------------------------------------------

    def _names(self) -> list[str]:
        """All months there are, the newest first; one that is only a copy, too."""
        places = (*months_in(self._folder), *months_in(self._copies))
        return sorted({path.name for path in places}, reverse=True)

    def _each(self, names: Sequence[str], do: Callable[[str], int]) -> int:
        """Do it to all months; one that cannot be done stops no other.

        Raises:
            StoreError: why the first of those could not be done.
        """
        problem: StoreError | None = None
        done = 0
        with self._changing():
            for name in names:
                try:
                    done += do(name)
                except StoreError as error:
                    problem = problem or error
        if problem is not None:
            raise problem
        return done

    def _back_up(self, name: str) -> int:
        copy = self._copies / name
        self._month(name).heal(copy)
        return int(self._month(name).copy_to(copy))

    def _revise(self, name: str, change: Change, traces: Collection[str]) -> int:
        copy = self._copies / name
        self._bring_back(name)
        month = self._month(name)
        # Else what damage has taken away would be gone with the copy.
        month.heal(copy)
        count = month.revise(change, traces)
        if count and copy.exists():
            copy.unlink()
            month.copy_to(copy)
        return count

    def _readable(self, name: str) -> Month:
        """The month, or its copy where its file is gone."""
        path, copy = self._folder / name, self._copies / name
        is_gone = not path.exists() and copy.exists()
        return Month(copy) if is_gone else self._month(name)

    def _bring_back(self, name: str) -> None:
        """A file that is gone comes back from its copy: there is nothing to lose."""
        path, copy = self._folder / name, self._copies / name
        if not path.exists() and copy.exists():
            try:
                write_atomically(path, copy.read_bytes())
            except OSError as error:
                raise could_not_save(path, error) from error

    def _month(self, name: str) -> Month:
        if name not in self._months:
            self._months[name] = Month(self._folder / name)
        self._months.move_to_end(name)
        while len(self._months) > MOST_OPEN:
            self._months.popitem(last=False)
        return self._months[name]

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        """Nobody else changes anything meanwhile, here or in another process.

        Raises:
            StoreError: whatever goes wrong within, in words for people.
        """
        with self._one_change:
            try:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                lock = WriterLock(self._folder / _LOCK, _WAIT_S)
            except OSError as error:
                raise could_not_save(self._folder, error) from error
            try:
                yield
            except OSError as error:
                raise could_not_save(self._folder, error) from error
            finally:
                lock.release()


def _is_within(name: str, first: date | None, last: date | None) -> bool:
    """Whether the month of that file may have rows of these days."""
    month = name[:7]
    return not (
        (first is not None and month < f"{first:%Y-%m}")
        or (last is not None and month > f"{last:%Y-%m}")
    )


def _is_of(row: Row, first: date | None, last: date | None) -> bool:
    return (first is None or row.day >= first) and (last is None or row.day <= last)
