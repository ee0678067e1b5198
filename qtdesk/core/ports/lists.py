"""Checklists from wherever they lie: the agent's own, those of a phrasebook, ours."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from qtdesk.core.phrases import Problem

if TYPE_CHECKING:
    # Loaded with the first check, not with the desk.
    from qtdesk.core.checklists import Checklist
    from qtdesk.core.rules import RuleBook


class Origin(StrEnum):
    """Where a list is from; what stands first goes before what follows."""

    OWN = "own"
    BOOK = "book"
    SHIPPED = "shipped"


class FoundList(NamedTuple):
    """One file with a checklist, as it was found."""

    path: str
    origin: Origin
    source: str
    """The phrasebook that it came with; empty for others."""
    id: str
    """Of the list; the name of the file where nothing of it could be read."""
    checklist: "Checklist | None"
    """The last good edition of it; None where there never was one."""
    problems: tuple[Problem, ...] = ()
    kept: bool = False
    """Whether `checklist` is an earlier edition than the file."""


class ListReading(NamedTuple):
    """All lists that there are, those that go before others first."""

    found: tuple[FoundList, ...]
    rules: "RuleBook"
    off: frozenset[str] = frozenset()
    """Ids of lists that phrasebooks leave out."""
    problems: Mapping[str, tuple[Problem, ...]] = MappingProxyType({})
    """What is wrong beside the lists: in rules and choices, by the phrasebook they
    came with; under the empty name in the agent's own."""


class ListFiles(Protocol):
    """The files of checklists, and the last good edition of each."""

    @property
    def last(self) -> ListReading:
        """What was read last."""
        ...

    def folders(self, books: Sequence[str]) -> tuple[str, ...]:
        """Where lists may lie, for somebody who watches; not all are there.

        `books` are the places that phrasebooks are read from.
        """
        ...

    def read(self, books: Sequence[str]) -> ListReading:
        """Look at all of them, and read what changed. Slow; safe on any thread.

        Where a phrasebook is out of reach its lists stay as they last were.
        """
        ...

    def copy(self, found: FoundList) -> str:
        """Copy a list into the agent's own folder; the path of what is there then.

        A list that the agent has already is left as it is.

        Raises:
            StoreError: it could not be copied.
        """
        ...
