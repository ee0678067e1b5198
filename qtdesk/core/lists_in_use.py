"""Which checklist of each id is in use, from where, and what is wrong in the others.

Looks again in the background whenever somebody says that there may be news; what is
good replaces what was there, what is not leaves it. Files are a port's business.
"""

import re
from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from qtdesk.core.events import DeskEvent, ListsChanged
from qtdesk.core.ports.lists import FoundList, ListFiles, ListReading, Origin

if TYPE_CHECKING:
    from qtdesk.core.bookcase import Bookcase
    from qtdesk.core.checklists import Checklist
    from qtdesk.core.checks import Checks
    from qtdesk.core.phrases import Problem
    from qtdesk.core.ports import Background
    from qtdesk.core.settings import Settings

_BETWEEN = re.compile(r"[\s,，、;；]+")
_WANTED = "+"
"""Before the id of a list that a phrasebook leaves out and the agent wants."""


class ListUse(Enum):
    """What becomes of a list."""

    USED = auto()
    OFF = auto()
    """There, and not offered."""
    DRAFT = auto()
    """Not offered because it says so itself."""
    BEHIND = auto()
    """Another of the same id goes before it."""
    UNUSABLE = auto()


class ListState(NamedTuple):
    """One list as the agent sees it."""

    found: FoundList
    name: str
    use: ListUse
    book: str
    """Title of the phrasebook it came with; empty for others."""

    @property
    def version(self) -> str:
        return self.found.checklist.version if self.found.checklist else ""


def chosen(reading: ListReading) -> "dict[str, Checklist]":
    """The lists that go before all others of their id, in the order of their ids."""
    first: dict[str, Checklist] = {}
    for found in reading.found:
        if found.checklist is not None:
            first.setdefault(found.checklist.id, found.checklist)
    return {each: first[each] for each in sorted(first)}


def left_out(reading: ListReading, setting: str) -> frozenset[str]:
    """Ids that are not offered, by the phrasebooks and by the setting `lists_off`."""
    said = set(filter(None, _BETWEEN.split(setting)))
    wanted = {each.removeprefix(_WANTED) for each in said if each.startswith(_WANTED)}
    return frozenset((reading.off | said) - wanted)


class ListsInUse:
    """The lists of the desk; empty until the engine of checks was loaded."""

    def __init__(
        self,
        checks: "Checks",
        books: "Bookcase",
        background: "Background",
        settings: "Callable[[], Settings]",
        change: Callable[[Mapping[str, str]], None],
        announce: Callable[[DeskEvent], None],
    ) -> None:
        """`change` changes settings."""
        self._checks, self._books = checks, books
        self._background = background
        self._settings, self._change = settings, change
        self._announce = announce
        self._followed: str | None = None
        """The setting `lists_off` as it was followed last."""

    @property
    def _files(self) -> ListFiles | None:
        engine = self._checks.engine
        return engine.files if engine is not None else None

    @property
    def _sources(self) -> tuple[str, ...]:
        return tuple(state.source.path for state in self._books.sources())

    @property
    def folders(self) -> tuple[str, ...]:
        """Where lists may lie, to be watched."""
        return self._files.folders(self._sources) if self._files is not None else ()

    @property
    def states(self) -> tuple[ListState, ...]:
        """All that were found, those that go before others first within an id."""
        if self._files is None:
            return ()
        reading = self._files.last
        used = chosen(reading)
        off = left_out(reading, self._settings().lists_off)
        titles = {each.source.path: each.title for each in self._books.sources()}
        states = [
            ListState(
                found,
                self._name_of(found),
                _use_of(found, used, off),
                titles.get(found.source, found.source),
            )
            for found in reading.found
        ]
        return tuple(sorted(states, key=lambda state: state.found.id))

    def _name_of(self, found: FoundList) -> str:
        if found.checklist is None:
            return found.id
        return found.checklist.name.said(self._checks.language)

    def problems(self, source: str) -> "tuple[Problem, ...]":
        """What is wrong in the lists of a phrasebook; in the agent's own for none."""
        if self._files is None:
            return ()
        reading = self._files.last
        mine = (
            each
            for each in reading.found
            if each.source == source and each.origin is not Origin.SHIPPED
        )
        faults = (problem for each in mine for problem in each.problems)
        return (*faults, *reading.problems.get(source, ()))

    # --- changes ---------------------------------------------------------------

    def refresh(self, done: Callable[[], None] = lambda: None) -> None:
        """Look at all files again; what changed is announced. Then call `done`."""
        files, sources = self._files, self._sources
        if files is None:
            # The engine reads them when it is loaded.
            done()
            return
        before = files.last

        def take(reading: ListReading) -> None:
            if reading != before:
                self._take(reading)
            done()

        self._background.run(lambda: files.read(sources), take)

    def switch(self, list_id: str, *, on: bool) -> None:
        """Offer a list, or do no more.

        Raises:
            SettingsError: the setting could not be changed.
        """
        if self._files is None:
            return
        said = [each for each in _BETWEEN.split(self._settings().lists_off) if each]
        kept = [each for each in said if each.removeprefix(_WANTED) != list_id]
        if not on:
            kept.append(list_id)
        elif list_id in self._files.last.off:
            kept.append(_WANTED + list_id)
        self._change({"lists_off": ", ".join(kept)})
        self.follow()

    def follow(self) -> None:
        """Offer what the setting of now says, where it is another than before."""
        if self._files is not None and self._followed != self._settings().lists_off:
            self._take(self._files.last)

    def copy(self, state: ListState) -> str:
        """Make a list the agent's own; the path of the file.

        Raises:
            StoreError: it could not be copied.
        """
        if self._files is None:
            return state.found.path
        return self._files.copy(state.found)

    def _take(self, reading: ListReading) -> None:
        engine = self._checks.engine
        if engine is not None:
            self._followed = self._settings().lists_off
            off = left_out(reading, self._followed)
            engine.use(chosen(reading).values(), reading.rules, off)
            self._announce(ListsChanged())


def _use_of(
    found: FoundList, used: "Mapping[str, Checklist]", off: frozenset[str]
) -> ListUse:
    if found.checklist is None:
        return ListUse.UNUSABLE
    if used.get(found.id) is not found.checklist:
        return ListUse.BEHIND
    if found.checklist.draft:
        return ListUse.DRAFT
    return ListUse.OFF if found.id in off else ListUse.USED
