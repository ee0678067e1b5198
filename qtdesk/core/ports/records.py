"""Where records of order checks are kept, as the core and the front ends see it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from qtdesk.core.records import Correction, KeptRecord, Record

Progress = Callable[[int, int], bool]
"""Told how many bytes of how many are read; answers False to break off."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which records are asked for; what is left empty does not matter."""

    order: str = ""
    """An order's number, or its last characters, four at least."""
    buyer: str = ""
    """The buyer's whole name on the platform; known as long as personal data are."""
    first: date | None = None
    """The agent's day of the check, and `last` with it."""
    last: date | None = None
    limit: int = 100


class Answer(NamedTuple):
    """Records that match, the newest first."""

    records: tuple[KeptRecord, ...]
    more: bool = False
    """Whether there are more than were asked for."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken away for good."""

    records: int = 0
    """Records that went, or that lost what was personal in them."""
    corrections: int = 0
    mentions: int = 0
    """Other records that named the order in their texts, and now have stars there."""
    damaged: int = 0
    """Damaged pieces that held something of it."""
    files: int = 0
    """Files that were written anew, copies among backups included."""
    out_of_reach: tuple[str, ...] = ()
    """Names of files that a newer program wrote: it has to be done there as well."""
    rows: int = 0
    """Rows of the shop's tables that named it."""


@dataclass(frozen=True, slots=True)
class MonthState:
    """How the file of one month is."""

    month: str
    """Such as `2026-10`."""
    records: int = 0
    corrections: int = 0
    sealed: bool = False
    """Whether the month is over, and its file has a seal."""
    altered: bool = False
    """Whether the seal does not fit what is before it."""
    damaged: int = 0
    """Pieces that cannot be read; none of them was thrown away."""
    missing: int = 0
    """Lines that were there once."""
    newer: bool = False
    """Whether a newer program wrote it: it is left alone, and its records are not
    shown."""
    lost: bool = False
    """Whether the file is gone, and a later one tells that it was there."""

    @property
    def sound(self) -> bool:
        """Whether everything that was ever saved in it can be read."""
        faults = self.altered or self.damaged or self.missing or self.newer or self.lost
        return not faults


class Records(Protocol):
    """Records of order checks over years.

    Every call may take as long as a disk does, and belongs to `Background`. All of
    them are safe on any thread, and beside another process that does the same.
    """

    def add(self, record: Record) -> None:
        """Keep `record`; on the disk when this returns.

        Raises:
            StoreError: it could not be written; what was kept before is as it was.
        """
        ...

    def correct(self, correction: Correction) -> None:
        """Keep `correction` beside the record it corrects, as `add` does."""
        ...

    def find(self, question: Question) -> Answer:
        """What matches `question`.

        Raises:
            StoreError: the records cannot be read.
        """
        ...

    def get(self, uid: str) -> KeptRecord | None:
        """The record of that name; None where there is none. Raises as `find`."""
        ...

    def of_month(self, year: int, month: int) -> Iterator[KeptRecord]:
        """The records of the days of one month, the oldest first. Raises as `find`."""
        ...

    def look_through(self, progress: Progress) -> bool:
        """Read what questions need and was not read yet; some seconds for years.

        Questions do this by themselves; this is for whoever wants to watch. False
        where `progress` broke it off: what was read so far stays read.
        """
        ...

    def forget(self, order: str) -> Removed:
        """Take everything about the order of exactly this number out of every file.

        Copies in our own backups too. What was exported, and what others backed up,
        is not ours to reach. What breaks off in the middle is finished by the next
        start.

        Raises:
            StoreError: not all could be done; it is finished by the next start.
        """
        ...

    def expire(self, before: date) -> Removed:
        """Take what is personal out of all records of days before `before`.

        Raises:
            StoreError: not all could be done; the next call does the rest.
        """
        ...

    def seal(self) -> int:
        """Seal the months that are over; how many there were.

        Raises:
            StoreError: not all could be sealed.
        """
        ...

    def back_up(self) -> int:
        """Copy what is new and sound beside the agent's other backups; how many months.

        Raises:
            StoreError: not all could be copied; copies made before are as they were.
        """
        ...

    def mend(self) -> int:
        """Add what is in a copy and cannot be read any more; how much there was.

        It goes to the newest month, and questions find it by its day as before.

        Raises:
            StoreError: not all could be added.
        """
        ...

    def months(self) -> tuple[MonthState, ...]:
        """How every month is, read anew from its file; the oldest first."""
        ...
