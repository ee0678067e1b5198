"""One row of a table: its cells, who wrote it, and what it said before.

Plain values; each change makes a new one, which remembers the one before. How they are
written is the business of `written`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from qtdesk.core.records import new_uid

Cell = str | bool | Decimal | date
"""`date` includes `datetime`. A tick that is not set, like any empty cell, is none."""
MOST_EARLIER = 20
"""Changes that a row remembers."""


@dataclass(frozen=True, slots=True, repr=False)
class Earlier:
    """What a row said before one change."""

    at: datetime
    by: str
    """Who changed it."""
    cells: Mapping[str, Cell | None]
    """Of each column that was changed what had been there; None for nothing."""


@dataclass(frozen=True, slots=True)
class Removal:
    """That a row was taken away; it stays for a while, so that it can come back."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """One row; may hold what is private, and shows nothing of it in a log."""

    uid: str
    """Its own name for ever; see `new_uid`."""
    table: str
    made: datetime
    """The moment it belongs to, with its distance from UTC; never changes."""
    agent: str
    """Who wrote it."""
    cells: Mapping[str, Cell] = field(default_factory=dict)
    """Id of a column to what it holds."""
    source: str = ""
    """The checklist that it came of; empty where it was written by hand."""
    earlier: tuple[Earlier, ...] = ()
    """The latest change last."""
    removed: Removal | None = None
    let_go: bool = False
    """Whether what was private in it is gone."""

    def __repr__(self) -> str:
        return f"Row({self.uid!r}, {self.table!r}, {len(self.cells)} cells)"

    @property
    def day(self) -> date:
        return self.made.date()

    @property
    def touched(self) -> datetime:
        """When it was last written."""
        if self.removed is not None:
            return self.removed.at
        return self.earlier[-1].at if self.earlier else self.made

    def changed(self, cells: Mapping[str, Cell], at: datetime, by: str) -> "Row":
        """With `cells` instead of all there are; the same row where nothing differs."""
        names = {*self.cells, *cells}
        other = {n for n in names if not _same(self.cells.get(n), cells.get(n))}
        if not other:
            return self
        before = Earlier(at, by, {n: self.cells.get(n) for n in sorted(other)})
        kept = (*self.earlier, before)[-MOST_EARLIER:]
        return replace(self, cells=dict(cells), earlier=kept)

    def taken_away(self, at: datetime, by: str) -> "Row":
        return replace(self, removed=Removal(at, by))

    def brought_back(self) -> "Row":
        return replace(self, removed=None)

    def without(self, columns: Collection[str]) -> "Row":
        """Without what is in `columns`, now and before: what is private is let go."""
        earlier = (
            Earlier(e.at, e.by, {n: c for n, c in e.cells.items() if n not in columns})
            for e in self.earlier
        )
        return replace(
            self,
            cells={n: cell for n, cell in self.cells.items() if n not in columns},
            earlier=tuple(each for each in earlier if each.cells),
            let_go=True,
        )


def new_row(
    table: str,
    made: datetime,
    agent: str,
    cells: Mapping[str, Cell],
    source: str = "",
    uid: str = "",
) -> Row:
    """A row that is not there yet, under a name of its own where none is given."""
    return Row(uid or new_uid(), table, made, agent, dict(cells), source)


def _same(one: Cell | None, other: Cell | None) -> bool:
    # True equals 1, and a moment may equal one of another zone.
    return type(one) is type(other) and str(one) == str(other)
