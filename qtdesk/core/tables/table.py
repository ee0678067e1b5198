"""A table of the shop as data: what is written down of lost enquiries and so on.

Immutable and complete; `formats` makes it from a file. Rows are in `row`, and what a
cell may hold in `cells`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from qtdesk.core.checklists.texts import NO_TEXT, Text


class ColumnType(StrEnum):
    """Every kind of column."""

    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    DATETIME = "datetime"
    MONEY = "money"
    NUMBER = "number"
    TICK = "tick"

    @property
    def is_reckoned(self) -> bool:
        return self in (ColumnType.MONEY, ColumnType.NUMBER)


class Private(StrEnum):
    """What in a column tells who a buyer is, and so how it is hidden."""

    NAME = "name"
    PHONE = "phone"
    TEXT = "text"
    """Anything; none of it is shown."""
    WORDS = "words"
    """What somebody wrote: it is read by whoever has the table open, and in no table
    that is handed on."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    id: str
    """Rows go by it: it never changes."""
    type: ColumnType
    label: Text
    help: Text = NO_TEXT
    options: tuple[Option, ...] = ()
    required: bool = False
    quick: bool = False
    """Whether it is asked where a row is written down in a hurry."""
    private: Private | None = None
    """None for what tells nothing of a buyer."""
    usual: str = ""
    """What a new row begins with; `today` for a day."""

    def option(self, option_id: str) -> Option | None:
        return next((each for each in self.options if each.id == option_id), None)


@dataclass(frozen=True, slots=True)
class Retention:
    """How long rows stay, in days."""

    private: int | None = None
    """What is private in them; None for as long as the settings say."""
    rows: int | None = None
    """The rows themselves; None for ever."""
    since_change: bool = False
    """Whether days count from the last change and not from the row's own day."""


KEPT_FOR_EVER = Retention()


@dataclass(frozen=True)
class Table:
    """One table, complete and free of faults."""

    id: str
    """Such as `returns`; rows and checklists go by it."""
    name: Text
    columns: tuple[Column, ...]
    note: Text = NO_TEXT
    """What is written down here, in a sentence."""
    retention: Retention = KEPT_FOR_EVER
    setting: str = ""
    """Name of the setting that turns it on; empty for one that is always there."""
    lasting: bool = False
    """Whether its rows belong to no day, such as facts of the shop."""

    @cached_property
    def by_id(self) -> Mapping[str, Column]:
        return {column.id: column for column in self.columns}

    @property
    def quick(self) -> tuple[Column, ...]:
        """What is asked in a hurry; all of it where nothing is marked."""
        return tuple(each for each in self.columns if each.quick) or self.columns

    @property
    def private(self) -> frozenset[str]:
        """Ids of columns that tell who a buyer is."""
        return frozenset(each.id for each in self.columns if each.private)

    def __repr__(self) -> str:
        return f"Table({self.id!r})"
