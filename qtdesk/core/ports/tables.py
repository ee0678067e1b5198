"""Where rows of the shop's tables are kept, as the core sees it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import Protocol

from qtdesk.core.tables import Row

Watch = Callable[[int, int], bool]
"""Told how many files of how many are read; answers False to break off."""
Change = Callable[[Row], Row | None]
"""What becomes of a row: itself, another one, or nothing."""


def read_on(_done: int, _whole: int) -> bool:
    """Stand for nobody who watches."""
    return True


class Rows(Protocol):
    """Rows of all tables over years.

    Every call may take as long as a disk does, and belongs to `Background`. All of
    them are safe on any thread, and beside another process that does the same.
    """

    def put(self, rows: Sequence[Row]) -> None:
        """Have exactly these rows under their names; on the disk when this returns.

        Rows of one table and month are written all or none. A row that is there
        already is exchanged, so that the same call twice is as good as once.

        Raises:
            StoreError: they could not be written; months that come later in `rows`
                are as they were.
        """
        ...

    def of(
        self,
        table: str,
        first: date | None = None,
        last: date | None = None,
        watch: Watch = read_on,
    ) -> Iterator[Row]:
        """The rows of that table and of these days, both with it; of any where None.

        Those taken away are among them. In no order within a month.

        Raises:
            StoreError: they cannot be read.
        """
        ...

    def revise(self, change: Change, traces: Collection[str] = ()) -> int:
        """Do `change` to every row there is; how many it changed.

        What a row said before is in no file of ours any more: the files are written
        anew, and copies among backups with them. Damaged pieces go where they hold
        one of `traces`, or belong to a month of which nothing private is left.

        Raises:
            StoreError: not all could be done; the next call does the rest.
        """
        ...

    def back_up(self) -> int:
        """Copy what is new beside the agent's other backups; how many files.

        What a damaged file has lost comes back from its copy first.

        Raises:
            StoreError: not all could be copied; copies made before are as they were.
        """
        ...
