"""Files of checklists in three places, and copies of the last good edition of each.

A share comes and goes, and a lead saves half-written files: what was good once stays in
use until something better was read whole. Knows no format; readers are handed in.
"""

import logging
import os
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Generic, NamedTuple, TypeVar

from qtdesk.core.checklists import Checklist
from qtdesk.core.errors import ChecklistError, StoreError
from qtdesk.core.phrases import Problem
from qtdesk.core.ports.lists import FoundList, ListReading, Origin
from qtdesk.core.rules import RuleBook
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.storage.atomic import write_atomically

LISTS = "checklists"
"""The folder of lists in a phrasebook's folder, and among the agent's data."""
RULES_FILE, CHOICE_FILE = "rules.yaml", "lists.yaml"
"""Files in it that are no lists: platforms' rules, and which lists are left out."""
_SUFFIXES = (".yaml", ".yml")
_KEPT = Path("editions", LISTS)
_log = logging.getLogger(__name__)
_T = TypeVar("_T")
_Read = tuple[_T | None, tuple[Problem, ...]]


class ListReaders(NamedTuple):
    """What takes the files apart; each answers None where a file must not be used.

    Each may raise ChecklistError where its file is out of reach.
    """

    list: Callable[[Path, Mapping[str, Checklist]], _Read[Checklist]]
    """The second is what other lists may be taken from."""
    rules: Callable[[Path], _Read[RuleBook]]
    choice: Callable[[Path], _Read[frozenset[str]]]


class _Place(NamedTuple):
    """A folder of lists; `source` is the phrasebook it belongs to."""

    origin: Origin
    path: Path
    source: str = ""

    @property
    def key(self) -> str:
        """What the copies of its files are kept under."""
        path = os.fsencode(str(self.path))
        return f"{zlib.crc32(path):08x}{zlib.adler32(path):08x}"


@dataclass
class _Got(Generic[_T]):
    """What came of a file, now or the last time that it was good."""

    value: _T | None
    problems: tuple[Problem, ...] = ()
    kept: bool = False


@dataclass
class _Haul:
    """What is being gathered, place after place."""

    found: list[FoundList] = field(default_factory=list)
    rules: list[RuleBook] = field(default_factory=list)
    off: set[str] = field(default_factory=set)
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)

    def complain(self, source: str, problems: Sequence[Problem]) -> None:
        if problems:
            self.problems[source] = (*self.problems.get(source, ()), *problems)


class DiskLists:
    """Lists on disks and shares; see `qtdesk.core.ports.lists.ListFiles`."""

    def __init__(
        self, data: Path, shipped: tuple[Path, Path], readers: ListReaders
    ) -> None:
        """The agent's data, the folder of our lists with our rules, and the readers."""
        self._own = _Place(Origin.OWN, data / LISTS)
        self._ours = _Place(Origin.SHIPPED, shipped[0])
        self._our_rules = shipped[1]
        self._kept = data / _KEPT
        self._readers = readers
        self._others: dict[str, Checklist] = {}
        """Ours, which every other list may take items from."""
        self._seen: dict[str, tuple[tuple[int, int], _Got[Any]]] = {}
        self._one_reading = Lock()
        self.last = ListReading((), RuleBook())

    def folders(self, books: Sequence[str]) -> tuple[str, ...]:
        return (str(self._own.path), *(str(Path(book) / LISTS) for book in books))

    def read(self, books: Sequence[str]) -> ListReading:
        with self._one_reading:
            haul = _Haul()
            ours = self._our_lists()
            places = [self._own, *(_of_book(Path(book)) for book in books)]
            for place in places:
                self._read_place(place, haul)
            haul.rules.append(self._rules())
            self.last = ListReading(
                (*haul.found, *ours), haul.rules[0], frozenset(haul.off), haul.problems
            )
            return self.last

    def copy(self, found: FoundList) -> str:
        path = self._own.path / f"{found.id}.yaml"
        if path.exists():
            return str(path)
        try:
            text = self._readable(found).read_bytes()
        except OSError as error:
            raise StoreError(
                words(QT_TRANSLATE_NOOP("core", "The list could not be copied.")),
                words("{reason}", reason=error.strerror or type(error).__name__),
                words(QT_TRANSLATE_NOOP("core", "Try again when it can be reached.")),
            ) from error
        write_atomically(path, text)
        return str(path)

    def _readable(self, found: FoundList) -> Path:
        """The file itself, or its last good edition where that is what is used."""
        path = Path(found.path)
        if not found.kept:
            return path
        place = _Place(found.origin, path.parent, found.source)
        return self._copy_of(place, path)

    # --- one place -------------------------------------------------------------

    def _our_lists(self) -> list[FoundList]:
        haul = _Haul()
        for path in _yaml_in(self._ours.path):
            found = self._read_list(self._ours, path, haul)
            if found.checklist is not None:
                self._others.setdefault(found.checklist.id, found.checklist)
        return haul.found

    def _rules(self) -> RuleBook:
        got = self._get(self._ours, self._our_rules, self._readers.rules)
        if got.value is None:
            problem = got.problems[0]
            raise ChecklistError(problem.what, hint=problem.remedy)
        return got.value

    def _read_place(self, place: _Place, haul: _Haul) -> None:
        files = _files_in(place)
        if files is None:
            # Away for now: as it last was.
            kept = self._kept / place.key
            files = [place.path / each.name for each in _yaml_in(kept)]
        else:
            self._forget_files(place, {each.name for each in files})
        for path in files:
            if path.name == RULES_FILE:
                rules = self._get(place, path, self._readers.rules)
                haul.complain(place.source, rules.problems)
                haul.rules += [rules.value] if rules.value is not None else []
            elif path.name == CHOICE_FILE:
                choice = self._get(place, path, self._readers.choice)
                haul.complain(place.source, choice.problems)
                haul.off |= choice.value or frozenset()
            else:
                self._read_list(place, path, haul)

    def _read_list(self, place: _Place, path: Path, haul: _Haul) -> FoundList:
        got = self._get(
            place, path, lambda file: self._readers.list(file, self._others)
        )
        checklist, problems = got.value, got.problems
        list_id = checklist.id if checklist is not None else path.stem
        for other in haul.found:
            if checklist and (other.id, other.source) == (list_id, place.source):
                checklist, problems = None, (*problems, _twice(path, other))
        found = FoundList(
            str(path),
            place.origin,
            place.source,
            list_id,
            checklist,
            problems,
            got.kept,
        )
        haul.found.append(found)
        return found

    def _get(
        self, place: _Place, path: Path, read: Callable[[Path], _Read[_T]]
    ) -> "_Got[_T]":
        """What `path` holds, or held when it was last good."""
        stamp = _stamp(path)
        known = self._seen.get(str(path))
        if known is not None and stamp is not None and known[0] == stamp:
            return known[1]
        got = self._read_now(place, path, read)
        if stamp is None or _stamp(path) != stamp:
            # Out of reach, or being written: a later look will tell.
            return known[1] if known is not None else got
        self._seen[str(path)] = (stamp, got)
        return got

    def _read_now(
        self, place: _Place, path: Path, read: Callable[[Path], _Read[_T]]
    ) -> "_Got[_T]":
        copy = self._copy_of(place, path)
        try:
            value, problems = read(path)
        except ChecklistError as error:
            # Out of reach: nothing is wrong while there is an edition of it.
            kept = _value_in(copy, read)
            problem = Problem(str(path), 0, "", error.title, error.hint)
            return _Got(kept) if kept is not None else _Got(None, (problem,))
        if place.origin is Origin.SHIPPED:
            return _Got(value, problems)
        if value is not None:
            self._keep(path, copy)
            return _Got(value)
        value = _value_in(copy, read)
        return _Got(value, problems, kept=value is not None)

    # --- the last good editions --------------------------------------------------

    def _copy_of(self, place: _Place, path: Path) -> Path:
        return self._kept / place.key / path.name

    def _keep(self, path: Path, copy: Path) -> None:
        try:
            text = path.read_bytes()
            if not copy.exists() or copy.read_bytes() != text:
                write_atomically(copy, text)
        except (OSError, StoreError):
            # Only worse than having one: the file itself was good.
            _log.warning("the edition of a checklist could not be kept")

    def _forget_files(self, place: _Place, names: set[str]) -> None:
        for copy in _yaml_in(self._kept / place.key):
            if copy.name not in names:
                copy.unlink(missing_ok=True)


def _value_in(copy: Path, read: Callable[[Path], _Read[_T]]) -> _T | None:
    """What the last good edition of a file holds; None where there is none."""
    try:
        return read(copy)[0]
    except ChecklistError:
        return None


def _of_book(book: Path) -> _Place:
    return _Place(Origin.BOOK, book / LISTS, str(book))


def _files_in(place: _Place) -> list[Path] | None:
    """The YAML files there; None where nobody can tell now."""
    try:
        if place.source and not Path(place.source).exists():
            return None
        return list(_yaml_in(place.path))
    except OSError:
        return None


def _yaml_in(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(
            path
            for path in folder.iterdir()
            if path.suffix.lower() in _SUFFIXES and not path.name.startswith(".")
        )


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


def _twice(path: Path, other: FoundList) -> Problem:
    template = QT_TRANSLATE_NOOP("core", "{id} is in {file} already.")
    what = words(template, id=other.id, file=Path(other.path).name)
    remedy = words(QT_TRANSLATE_NOOP("core", "Give one of them another id."))
    return Problem(str(path), 0, "", what, remedy, fatal=True)
