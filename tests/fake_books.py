"""Books, a library and a store that live in memory only."""

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

from qtdesk import paths
from qtdesk.core.errors import StoreError
from qtdesk.core.facts import Fact
from qtdesk.core.finder import Finder
from qtdesk.core.inquiry import Inquiry
from qtdesk.core.phrases import Book, Phrase, Picture, Problem, Stage
from qtdesk.core.ports import Backup, Clock, Reading, Source, StoreState
from qtdesk.core.words import Words
from tests.fake_promises import FakeKeptPromises

_T = TypeVar("_T")


def phrase(number: int, title: str = "", **fields: object) -> Phrase:
    """A phrase like any other; `fields` replaces what matters to the test."""
    values: dict[str, object] = {
        "book": "book",
        "id": f"p{number}",
        "stage": "answer",
        "situation": "发货时间",
        "title": title or f"话术 {number}",
        "texts": (f"亲，这是第 {number} 条～",),
        "code": f"c{number}",
    }
    return Phrase(**{**values, **fields})  # type: ignore[arg-type]  # names are checked by the dataclass


def book(*phrases: Phrase, version: str = "1") -> Book:
    return Book(
        "book",
        "通用话术",
        "zh-CN",
        version,
        (Stage("answer", "解答"), Stage("ship", "物流")),
        phrases,
    )


class FakeLibrary:
    """Sources whose content a test changes at will."""

    def __init__(self, **books: Book) -> None:
        self.content: dict[str, Book | Problem | None] = dict(books)
        """A book, a fatal problem, or None for a share out of reach."""
        self._compiled: dict[str, Book] = dict(books)
        self._sources = [Source(path) for path in books]
        self.pictures: dict[str, bytes] = {}
        """By digest."""
        self.samples: tuple[Source, ...] = ()

    def picture(self, picture: Picture) -> bytes | None:
        return self.pictures.get(picture.digest)

    def sources(self) -> tuple[Source, ...]:
        return tuple(self._sources) or self.samples

    def add(self, path: str) -> Source:
        source = Source(path)
        if source not in self._sources:
            self._sources.append(source)
        return source

    def remove(self, source: Source) -> None:
        self._sources.remove(source)

    def last_good(self, source: Source) -> Book | None:
        return self._compiled.get(source.path)

    def read(self, source: Source) -> Reading:
        content = self.content.get(source.path)
        if content is None or content == self._compiled.get(source.path):
            return Reading(source, None, unchanged=True)
        if isinstance(content, Problem):
            return Reading(source, None, (content,))
        self._compiled[source.path] = content
        return Reading(source, content, content.problems)


def broken(path: str) -> Problem:
    return Problem(path, 3, "", Words("The indentation is broken."), fatal=True)


class FakeSafekeeping:
    """What a test says of how the agent's data are kept."""

    def __init__(self) -> None:
        self.state = StoreState()
        self.backups: tuple[Backup, ...] = ()
        self.asked: list[str] = []
        """What was to be done, in turn."""
        self.refusal: StoreError | None = None
        self._listener: Callable[[StoreState], None] = lambda _state: None

    def listen(self, changed: Callable[[StoreState], None]) -> None:
        self._listener = changed

    def become(self, state: StoreState) -> None:
        self.state = state
        self._listener(state)

    def start(self) -> None:
        self.asked.append("start")

    def find_backups(self, done: Callable[[tuple[Backup, ...]], None]) -> None:
        done(self.backups)

    def restore(self, name: str, done: Callable[[StoreError | None], None]) -> None:
        self.asked.append(f"restore {name}")
        done(self.refusal)

    def begin_anew(self) -> None:
        self.asked.append("begin anew")


class FakeStore:
    """The agent's own data, gone with the test."""

    def __init__(self, **settings: str) -> None:
        self.safekeeping = FakeSafekeeping()
        self.promises = FakeKeptPromises()
        self._settings = settings
        self._recent: list[str] = []
        self._notes: dict[str, str] = {}
        self._levels: dict[str, float] = {}
        self.all_facts: list[Fact] = []
        self._own: dict[str, dict[str, Any]] = {}

    def settings(self) -> dict[str, str]:
        return dict(self._settings)

    def save_settings(self, texts: Mapping[str, str]) -> None:
        self._settings = dict(texts)

    def recent(self) -> tuple[str, ...]:
        return tuple(self._recent)

    def levels(self) -> dict[str, float]:
        return dict(self._levels)

    def add_recent(self, key: str, level: float | None = None) -> None:
        self._recent = [key, *(old for old in self._recent if old != key)]
        if level is not None:
            self._levels[key] = level

    def note(self, name: str) -> str:
        return self._notes.get(name, "")

    def save_note(self, name: str, text: str) -> None:
        self._notes[name] = text

    def facts(self) -> tuple[Fact, ...]:
        return tuple(self.all_facts)

    def own_phrases(self) -> list[dict[str, Any]]:
        return list(self._own.values())

    def save_own_phrase(self, key: str, values: Mapping[str, Any]) -> None:
        # As a file would have it.
        self._own[key] = json.loads(json.dumps({"key": key, **values}))

    def remove_own_phrase(self, key: str) -> None:
        self._own.pop(key, None)

    def flush(self) -> None:
        """Nothing is kept."""


class FakeIndexes:
    """Indexes that are gone with the test, made with the table that is shipped."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.full = False
        """Whether there is no room for another."""

    def readings(self) -> bytes:
        return (paths.resources() / "readings" / "readings.txt").read_bytes()

    def open(self, name: str) -> memoryview | None:
        return memoryview(self.kept[name]) if name in self.kept else None

    def save(self, name: str, data: bytes) -> bool:
        if not self.full:
            self.kept[name] = data
        return not self.full

    def keep_only(self, names: Collection[str]) -> None:
        for name in self.kept.keys() - set(names):
            del self.kept[name]


class AtOnce:
    """A background that is done before it has begun."""

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        done(work())


class Later:
    """A background whose work is done when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.waiting.append((work, done))

    def work(self) -> None:
        while self.waiting:
            work, done = self.waiting.pop(0)
            done(work())


def fake_inquiry(clock: Clock) -> Inquiry:
    """Searches on the spot, with indexes that are kept in memory."""
    return Inquiry(Finder(FakeIndexes(), AtOnce(), clock.now), clock, AtOnce())
