"""Phrasebooks from wherever they lie, and the agent's own data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from qtdesk.core.facts import Fact
from qtdesk.core.phrases import Book, Picture, Problem
from qtdesk.core.ports.promises import KeptPromises
from qtdesk.core.ports.safekeeping import Safekeeping


@dataclass(frozen=True)
class Source:
    """A place that a phrasebook is read from: a file or a folder, also on a share."""

    path: str
    sample: bool = field(default=False, compare=False)
    """Came with the program; in use only while the agent has no source of their own."""


class Reading(NamedTuple):
    """What came of looking at a source."""

    source: Source
    book: Book | None
    """The new edition; None where the last good one stays in use."""
    problems: tuple[Problem, ...] = ()
    unchanged: bool = False
    """True where the source is as it was, or is out of reach for now."""


class Library(Protocol):
    """The sources of phrasebooks, and the last good edition of each."""

    def sources(self) -> tuple[Source, ...]:
        """The agent's own; while there is none, the samples."""
        ...

    def add(self, path: str) -> Source:
        """Remember a source; adding one twice is the same as once."""
        ...

    def remove(self, source: Source) -> None:
        """Forget one of the agent's own; a sample stays."""
        ...

    def last_good(self, source: Source) -> Book | None:
        """The last good edition, compiled: quick enough for the program's start."""
        ...

    def read(self, source: Source) -> Reading:
        """Look at the source and read it if it changed. Slow; safe on any thread."""
        ...

    def picture(self, picture: Picture) -> bytes | None:
        """The copy that was made when its book was read; None where there is none.

        A PNG of a few megabytes at most, from this computer's disk. Safe on any thread.
        """
        ...


class Store(Protocol):
    """The agent's own data.

    Changes hold at once. A store that saves them a moment later raises nothing: where
    they cannot be written, `safekeeping` tells.
    """

    def settings(self) -> dict[str, str]:
        """Name to text of every setting that was changed from its default."""
        ...

    def save_settings(self, texts: Mapping[str, str]) -> None:
        """Keep exactly `texts`.

        Raises:
            StoreError: they could not be written; the old ones stay.
        """
        ...

    def recent(self) -> tuple[str, ...]:
        """Keys of phrases lately pasted, the latest first."""
        ...

    def levels(self) -> dict[str, float]:
        """How much phrases are used, by key, as it was handed to `add_recent`."""
        ...

    def add_recent(self, key: str, level: float | None = None) -> None:
        """The phrase was used, which brought it to `level`; None leaves that as it is.

        `Habits` says what a level is. Small enough to be called at each use.
        """
        ...

    def note(self, name: str) -> str:
        """What the program itself kept under `name`; empty where there is nothing."""
        ...

    def save_note(self, name: str, text: str) -> None:
        """Keep `text` under `name`.

        Raises:
            StoreError: it could not be written.
        """
        ...

    def facts(self) -> tuple[Fact, ...]:
        """Frequent facts of the shop, the one last changed first."""
        ...

    def own_phrases(self) -> Sequence[Mapping[str, Any]]:
        """Plain values of each of the agent's own phrases, in their order."""
        ...

    def save_own_phrase(self, key: str, values: Mapping[str, Any]) -> None:
        """Keep `values`, which JSON can hold, in place of what was under `key`.

        Raises:
            StoreError: they could not be written; the old ones stay.
        """
        ...

    def remove_own_phrase(self, key: str) -> None:
        """Keep nothing under `key` any more.

        Raises:
            StoreError: that could not be written.
        """
        ...

    @property
    def promises(self) -> KeptPromises:
        """Where promises are kept."""
        ...

    @property
    def safekeeping(self) -> Safekeeping:
        """How they are kept, and what can be done where that goes wrong."""
        ...

    def flush(self) -> None:
        """Write what is only in memory; to be called once, at the end.

        Raises:
            StoreError: it could not be written.
        """
        ...
