"""A desk without platform, storage or engine: what it is asked for is written down.

Its public methods are those of `qtdesk.core.desk.Desk`; a test compares the two.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import NamedTuple, TypeVar, cast

from qtdesk.core.bookcase import Bookcase
from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.events import (
    AbbreviationsChanged,
    BookChanged,
    DeskEvent,
    FormWanted,
    HotkeysChanged,
    PanelWanted,
    PasteEnded,
    SettingsChanged,
    SourcesChanged,
    Subscriber,
)
from qtdesk.core.finder import Finder
from qtdesk.core.inquiry import Answers, Show
from qtdesk.core.launcher import Launcher
from qtdesk.core.lists_in_use import ListsInUse
from qtdesk.core.living_phrases import NO_ANSWERS, LivingPhrases, Piece
from qtdesk.core.paste import Fate, Outcome, PasteResult, Reason
from qtdesk.core.paste_profiles import PasteProfiles
from qtdesk.core.phrases import Book, Phrase, Picture, Problem, Shelf, Stage
from qtdesk.core.ports import Area, Source, Target
from qtdesk.core.proofreading import Proofreading
from qtdesk.core.remarks import Remarks
from qtdesk.core.search import Answer, Hit, Marks, Span
from qtdesk.core.settings import Settings
from qtdesk.core.templates import Filled, Filling
from qtdesk.core.words import NO_WORDS, words
from qtdesk.core.writing import Writing
from qtdesk.ui import utf16
from tests.fake_books import AtOnce, FakeIndexes, FakeSafekeeping, FakeStore
from tests.fake_records import fake_reading
from tests.fakes import FakeAutostart, FakeClock, FakeWindows
from tests.promising_desk import PromisingDesk
from tests.shipped_wording import shipped_wording
from tests.ui.fake_phrases import PHRASES, STAGES

MOMENT = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
TARGET = Target(7, 7, 0, "千牛", "小鹿家女装 - 云朵8821", Area(100, 80, 900, 640))


_T = TypeVar("_T")


class SourceState(NamedTuple):
    source: Source
    title: str
    version: str
    phrases: int
    problems: int
    in_use: bool


class FakeBookcase:
    """Its public methods are those of `qtdesk.core.bookcase.Bookcase`."""

    def __init__(self, desk: "FakeDesk") -> None:
        self._desk = desk
        self.faults: dict[str, tuple[Problem, ...]] = {}
        self.states: list[SourceState] = []
        self.pictures: dict[str, bytes] = {}
        """By digest."""

    @property
    def phrase_count(self) -> int:
        return len(self._desk.phrases)

    def stages(self) -> tuple[Stage, ...]:
        return STAGES if self._desk.phrases else ()

    def sources(self) -> tuple[SourceState, ...]:
        return tuple(self.states)

    def problems(self, source: Source) -> tuple[Problem, ...]:
        return self.faults.get(source.path, ())

    def add(self, path: str) -> None:
        self._desk.done.append(("add", path))
        self.states.append(SourceState(Source(path), "新话术", "1", 3, 0, in_use=True))
        change = BookChanged(path, "新话术", "1", ("一",), (), (), (), first=True)
        self._desk.announce(change)

    def view(
        self,
        picture: Picture,
        work: Callable[[bytes | None], _T],
        done: Callable[[_T], None],
    ) -> None:
        done(work(self.pictures.get(picture.digest)))

    def remove(self, source: Source) -> None:
        self._desk.done.append(("remove", source.path))
        self.states = [state for state in self.states if state.source != source]
        self._desk.announce(SourcesChanged())

    def refresh(self, done: Callable[[], None] | None = None) -> None:
        if done is not None:
            done()


class FakeUsage:
    """Its methods are some of `qtdesk.core.usage.Usage`."""

    def __init__(self) -> None:
        self.pins: set[str] = set()

    def pinned(self, phrase: Phrase) -> bool:
        return phrase.key in self.pins

    def pin(self, phrase: Phrase, pinned: bool) -> None:
        (self.pins.add if pinned else self.pins.discard)(phrase.key)


class FakePastes:
    """Its methods are some of `qtdesk.core.paste.Paster`."""

    def __init__(self, desk: "FakeDesk") -> None:
        self._desk = desk
        self.last: PasteResult | None = None
        self.can_bring_back = False
        self.looking = False

    def bring_back(self) -> bool:
        self._desk.done.append(("bring back", None))
        return True


class FakeListening:
    """Its methods are some of `qtdesk.core.listening.Listening`."""

    def __init__(self, desk: "FakeDesk") -> None:
        self._desk = desk
        self.hotkeys = HotkeysChanged(
            "ctrl+alt+space", active=True, paused=False, problem=None
        )
        self.abbreviations = AbbreviationsChanged(
            on=False, listening=False, problem=NO_WORDS
        )

    def start_hotkeys(self) -> None:
        self.pause(paused=False)

    def pause(self, paused: bool) -> None:
        self.hotkeys = HotkeysChanged(
            self._desk.settings.hotkey, active=not paused, paused=paused, problem=None
        )
        self._desk.announce(self.hotkeys)

    def lend(self, lent: bool) -> None:
        self._desk.done.append(("lend", lent))

    def start_abbreviations(self) -> None:
        self._desk.done.append(("abbreviations", None))


class FakeSearching:
    """Its methods are some of `qtdesk.core.searching.Searching`."""

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        self.phrases = phrases
        self.searched: list[str] = []
        self.marked: list[str] = []
        self.progress = (0, 0)
        """Phrases indexed and to be indexed."""
        self.waiting: list[Callable[[], None]] | None = None
        """Where answers come in two parts, the parts that are still to come."""

    def _find(self, query: str, *, stage: str | None = None) -> Answer:
        self.searched.append(query)
        found = [
            Hit(phrase, 1)
            for phrase in self.phrases
            if stage in {None, phrase.stage} and _matches(query, phrase)
        ]
        return Answer(query, tuple(found[:50]), more=len(found) > 50, stage=stage)

    def answers(self, query: str, stage: str | None) -> Answers:
        everywhere = self._find(query)
        chosen = everywhere if stage is None else self._find(query, stage=stage)
        return Answers(chosen, everywhere)

    def ask(self, query: str, stage: str | None, show: Show) -> None:
        answers = self.answers(query, stage)
        if self.waiting is None:
            show(answers)
            return
        self.waiting.append(lambda: show(answers))
        nothing = Answer(query, (), complete=False, stage=stage)
        show(Answers(nothing, nothing))

    @property
    def indexed(self) -> tuple[int, int]:
        return self.progress

    def marks(self, query: str, phrase: Phrase) -> Marks:
        self.marked.append(phrase.id)
        return Marks(
            _spans(query, phrase.title),
            _spans(query, phrase.text),
            _spans(query, phrase.code),
        )


class FakeDock:
    """What windows beside the dock ask of it; the dock itself is tried with a desk."""

    def __init__(self) -> None:
        self.keys = SimpleNamespace(
            start=lambda: None, of_phrases={}, of_setting=lambda _name: None
        )


class FakeDelivery:
    """Its methods are some of `qtdesk.core.delivery.Delivery`."""

    def __init__(self, desk: "FakeDesk") -> None:
        self._desk = desk

    def text(self, piece: Piece) -> Filling:
        filling = self._desk.fill(piece.phrase, piece.answers)
        if piece.worded.better and isinstance(filling, Filled):
            return self._desk.proof.mended(filling)
        return filling

    def remarks(self, pieces: Sequence[Piece]) -> Remarks | None:
        texts = map(self.text, pieces)
        finished = [one for one in texts if isinstance(one, Filled)]
        return self._desk.proof.gravest(finished)


class FakeDesk:
    def __init__(
        self, phrases: tuple[Phrase, ...] = PHRASES, target: Target | None = TARGET
    ) -> None:
        self._subscribers: list[Subscriber] = []
        self.platform = SimpleNamespace(
            abilities=(),
            permission=None,
            windows=FakeWindows(FakeClock()),
        )
        self.profiles = PasteProfiles(FakeStore())
        self.autostart = FakeAutostart()
        self.safekeeping = FakeSafekeeping()
        self.phrases = phrases
        self.done: list[tuple[str, object]] = []
        """Every order given, in turn."""
        self.taken = "ctrl+alt+q"
        """The one combination that another program has."""
        self.enter_down = False
        self.keys_missing = False
        """Whether the real Enter key is down, which tests here do not touch."""
        self.search = FakeSearching(phrases)
        self.pastes = FakePastes(self)
        self.delivery = FakeDelivery(self)
        self.listening = FakeListening(self)
        self.settings = Settings()
        self.target = target
        self.books = FakeBookcase(self)
        self.usage = FakeUsage()
        self.records = fake_reading()
        self.copied: str | None = None
        self.texts: list[str] = []
        """What was pasted, in turn."""
        shelf = Shelf()
        book = phrases[0].book if phrases else "shop"
        shelf.place(book, Book(book, "小鹿家", "zh-CN", "1", STAGES, phrases))
        self.living = LivingPhrases(
            *(shelf, FakeStore(), lambda: self.settings, lambda: MOMENT),
            lambda: self.copied,
        )
        self.writing = Writing(
            *(FakeStore(), shelf, shipped_wording(), AtOnce(), lambda: MOMENT),
            *(lambda _books: None, self.announce),
        )
        self.dock = FakeDock()
        self.proof = Proofreading(
            *(shipped_wording(), FakeStore(), AtOnce()),
            *(lambda: self.settings, lambda: MOMENT),
        )
        self.proof.packs.load()
        self.promising = PromisingDesk()
        self.promising.hears = self.announce
        self.promises = self.promising.promises
        world = self.promising.world
        self.checks, self.copied_text = world.checks, world.copied
        """Real ones, over another desktop."""
        finder = Finder(FakeIndexes(), AtOnce(), lambda: 0.0)
        self.stages_now: tuple[str, ...] = ()
        self.word_keys = SimpleNamespace(start=lambda: None, problems=())
        self.launcher = Launcher(
            *(self.checks, finder, AtOnce(), lambda: self.stages_now, self.announce)
        )
        self.lists = ListsInUse(
            *(self.checks, as_books(self.books), AtOnce(), lambda: self.settings),
            *(self.change_settings, self.announce),
        )

    def subscribe(self, subscriber: Subscriber) -> None:
        self._subscribers.append(subscriber)

    def announce(self, event: DeskEvent) -> None:
        for subscriber in tuple(self._subscribers):
            subscriber(event)

    def change_settings(self, changes: Mapping[str, str]) -> None:
        new = self.settings.with_changes(changes)
        if new.hotkey == self.taken != self.settings.hotkey:
            raise HotkeyError(
                words("{combo} is taken by another program.", combo=new.hotkey),
                hint=words("Choose another key combination."),
            )
        self.settings = new
        self.done.append(("settings", dict(changes)))
        self.announce(SettingsChanged(tuple(changes)))

    def want_panel(self, *, by_hotkey: bool = False, query: str = "") -> None:
        self.announce(PanelWanted(by_hotkey, query))

    def want_form(self, phrase: Phrase) -> None:
        self.announce(FormWanted(phrase))

    def open(self, saved: Callable[[], None] = lambda: None) -> Target | None:
        self.living.turn_to(self.target)
        saved()
        return self.target

    def enter_is_held(self) -> bool:
        return self.enter_down

    def keys_may_be_missing(self) -> bool:
        return self.keys_missing

    def dismiss(self) -> None:
        self.done.append(("dismiss", None))

    def fill(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> Filling:
        return self.living.fill(phrase, answers)

    def paste(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> None:
        self.paste_all((Piece(phrase, answers),))

    def paste_all(self, pieces: Sequence[Piece]) -> None:
        self.done.append(("paste", _ids(pieces)))
        self.texts.append(
            "\n".join(self.delivery.text(piece).draft for piece in pieces)
        )
        key = pieces[0].phrase.key
        result = PasteResult(Outcome.PASTED, Reason.NONE, Fate.RESTORED, "千牛", key)
        self.pastes.last = result
        self.announce(PasteEnded(result))

    def copy(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> None:
        self.copy_all((Piece(phrase, answers),))

    def copy_all(self, pieces: Sequence[Piece]) -> None:
        self.done.append(("copy", _ids(pieces)))

    def recent(self) -> tuple[Phrase, ...]:
        return self.phrases[:3]

    def close(self, done: Callable[[], None]) -> None:
        done()


def as_books(fake: FakeBookcase) -> Bookcase:
    """The fake in the type that is asked for."""
    return cast("Bookcase", fake)


def _ids(pieces: Sequence[Piece]) -> str:
    return "+".join(piece.phrase.id for piece in pieces)


def _matches(query: str, phrase: Phrase) -> bool:
    place = "\n".join((phrase.title, phrase.text, phrase.code, *phrase.keywords))
    return all(word in place.casefold() for word in query.casefold().split())


def _spans(query: str, text: str) -> tuple[Span, ...]:
    spans = []
    for word in query.casefold().split():
        at = text.casefold().find(word)
        if at >= 0:
            spans.append(Span(utf16.length(text[:at]), utf16.length(word)))
    return tuple(sorted(spans))


def combo_label(text: str) -> str:
    return Combo.parse(text).label
