"""The use cases, one short method each. Both front ends call this and nothing below."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.events import (
    BookChanged,
    BookKept,
    DeskEvent,
    HotkeysChanged,
    PanelWanted,
    PasteEnded,
    SettingsChanged,
    Subscriber,
)
from qtdesk.core.paste import Paster, PasteResult
from qtdesk.core.phrases import Phrase, Problem, Shelf, Stage
from qtdesk.core.ports import (
    Background,
    Clock,
    Library,
    Platform,
    Reading,
    Source,
    Store,
    Target,
)
from qtdesk.core.search import Answer, Marks, PlainSearch, SearchEngine
from qtdesk.core.settings import Settings


class SourceState(NamedTuple):
    """One source as the agent sees it."""

    source: Source
    title: str
    version: str
    phrases: int
    problems: int
    in_use: bool
    """False where nothing of it could be used yet."""


class Desk:
    """Everything an agent can do."""

    def __init__(
        self,
        platform: Platform,
        library: Library,
        store: Store,
        clock: Clock,
        background: Background,
        given: Mapping[str, str],
    ) -> None:
        """Stand ready, with the last good books on the shelf.

        `given` are settings from the command line; they hold for this run only and
        win over stored ones.
        """
        self.platform = platform
        self._library = library
        self._store = store
        self._background = background
        self._given = dict(given)
        self._settings = (
            Settings().with_changes(store.settings()).with_changes(self._given)
        )
        self._shelf = Shelf()
        self._problems: dict[str, tuple[Problem, ...]] = {}
        self._engine: SearchEngine | None = None
        self._subscribers: list[Subscriber] = []
        self._paster = Paster(platform, clock, self._on_paste_ended)
        self._target: Target | None = None
        self._hotkeys = HotkeysChanged(
            self._settings.hotkey, active=False, paused=False, problem=None
        )
        for source in library.sources():
            book = library.last_good(source)
            if book is not None:
                self._shelf.place(source.path, book)

    # --- announcements ---------------------------------------------------------

    def subscribe(self, subscriber: Subscriber) -> None:
        """Hand every event to `subscriber`, on the desk's own thread."""
        self._subscribers.append(subscriber)

    def _announce(self, event: DeskEvent) -> None:
        for subscriber in tuple(self._subscribers):
            subscriber(event)

    # --- settings and hotkeys --------------------------------------------------

    @property
    def settings(self) -> Settings:
        return self._settings

    def change_settings(self, changes: Mapping[str, str]) -> None:
        """Check, apply and keep `changes`.

        Raises:
            SettingsError: nothing was changed.
            HotkeyError: the new combination is taken; the old one works on.
        """
        new = self._settings.with_changes(changes)
        if new.hotkey != self._settings.hotkey:
            self._move_hotkey(new.hotkey)
        self._settings = new
        for name in changes:
            self._given.pop(name, None)
        self._store.save_settings({**self._store.settings(), **changes})
        self._announce(SettingsChanged(tuple(changes)))

    @property
    def hotkeys(self) -> HotkeysChanged:
        """The state of the panel's hotkey."""
        return self._hotkeys

    def start_hotkeys(self) -> None:
        """Register the hotkey; a conflict is announced in words and nothing stops."""
        problem: HotkeyError | None = None
        try:
            self._register(self._settings.hotkey)
        except HotkeyError as refused:
            problem = refused
        self._set_hotkeys(active=problem is None, paused=False, problem=problem)

    def pause_hotkeys(self, paused: bool) -> None:
        """Give all combinations back to the system, or take them again."""
        if not paused:
            self.start_hotkeys()
            return
        if self._hotkeys.active:
            self.platform.hotkeys.unregister(Combo.parse(self._hotkeys.combo))
        self._set_hotkeys(active=False, paused=True, problem=None)

    def _move_hotkey(self, text: str) -> None:
        old = self._hotkeys
        if not old.paused:
            self._register(text)
            if old.active:
                self.platform.hotkeys.unregister(Combo.parse(old.combo))
        self._hotkeys = HotkeysChanged(
            text, active=not old.paused, paused=old.paused, problem=None
        )
        self._announce(self._hotkeys)

    def _register(self, text: str) -> None:
        self.platform.hotkeys.register(
            Combo.parse(text), lambda: self.want_panel(by_hotkey=True)
        )

    def _set_hotkeys(
        self, *, active: bool, paused: bool, problem: HotkeyError | None
    ) -> None:
        self._hotkeys = HotkeysChanged(self._settings.hotkey, active, paused, problem)
        self._announce(self._hotkeys)

    # --- the quick panel -------------------------------------------------------

    def want_panel(self, *, by_hotkey: bool = False) -> None:
        """Ask the front end to open its panel, or to close it where it is open."""
        self._announce(PanelWanted(by_hotkey))

    def open(self) -> Target | None:
        """Remember the window in front as the target, and save the clipboard.

        To be called before a panel is shown. From the tray, where no window is in
        front any more, the one that was in front last is taken.
        """
        windows = self.platform.windows
        self._target = windows.front() or windows.recent()
        self._paster.prepare(self._target)
        return self._target

    @property
    def target(self) -> Target | None:
        """The window that will receive the text."""
        return self._target

    def dismiss(self) -> None:
        """Close without a paste: the target gets the focus back, nothing is touched."""
        if self._target is not None:
            self.platform.windows.bring_to_front(self._target, 0)

    def search(self, query: str, *, stage: str | None = None) -> Answer:
        """The best phrases for `query`."""
        return self._search_engine().search(query, stage=stage)

    def marks(self, query: str, phrase: Phrase) -> Marks:
        return self._search_engine().marks(query, phrase)

    def stages(self) -> tuple[Stage, ...]:
        return self._shelf.stages()

    def _search_engine(self) -> SearchEngine:
        if self._engine is None:
            self._engine = PlainSearch(self._shelf.books)
        return self._engine

    # --- paste and copy --------------------------------------------------------

    def paste(self, phrase: Phrase) -> None:
        """Paste into the target; the end is announced as `PasteEnded`."""
        self._store.add_recent(phrase.key)
        self._paster.paste(
            phrase.text, self._target, phrase.key, self._settings.paste_timeout
        )

    def copy(self, phrase: Phrase) -> None:
        """An ordinary copy, and the focus back to the target."""
        self._store.add_recent(phrase.key)
        self._paster.copy(phrase.text, phrase.key)
        self.dismiss()

    def _on_paste_ended(self, result: PasteResult) -> None:
        self._announce(PasteEnded(result))

    @property
    def last_paste(self) -> PasteResult | None:
        return self._paster.last

    @property
    def can_bring_clipboard_back(self) -> bool:
        """Whether a text of ours took the place of something that is still known."""
        return self._paster.can_bring_back

    def bring_clipboard_back(self) -> bool:
        """Put the clipboard back as it was before the last paste that replaced it."""
        return self._paster.bring_back()

    def recent(self) -> tuple[Phrase, ...]:
        """Phrases lately used that are still on the shelf, the latest first."""
        found = (self._shelf.phrase(key) for key in self._store.recent())
        return tuple(phrase for phrase in found if phrase is not None)

    # --- books -----------------------------------------------------------------

    @property
    def phrase_count(self) -> int:
        return len(self._shelf)

    def sources(self) -> tuple[SourceState, ...]:
        return tuple(self._state_of(source) for source in self._library.sources())

    def problems(self, source: Source) -> tuple[Problem, ...]:
        """What is wrong in `source` as it was last read; empty for a sound one."""
        book = self._shelf.of(source.path)
        return self._problems.get(source.path, book.problems if book else ())

    def add_source(self, path: str) -> None:
        """Use the phrasebook at `path`; what was read is announced."""
        self._refresh(self._library.add(path))

    def remove_source(self, source: Source) -> None:
        self._library.remove(source)
        self._shelf.take_away(source.path)
        self._problems.pop(source.path, None)
        self._engine = None

    def refresh_books(self, done: Callable[[], None] | None = None) -> None:
        """Look at every source; new editions are announced, faults do not hurt."""
        waiting = list(self._library.sources())

        def next_one() -> None:
            if waiting:
                self._refresh(waiting.pop(0), next_one)
            elif done is not None:
                done()

        next_one()

    def _refresh(self, source: Source, done: Callable[[], None] | None = None) -> None:
        def accept(reading: Reading) -> None:
            self._accept(reading)
            if done is not None:
                done()

        self._background.run(lambda: self._library.read(source), accept)

    def _accept(self, reading: Reading) -> None:
        path = reading.source.path
        if reading.unchanged or reading.source not in self._library.sources():
            return
        self._problems[path] = reading.problems
        old = self._shelf.of(path)
        if reading.book is None:
            title = old.title if old else path
            self._announce(BookKept(path, title, reading.problems))
            return
        change = self._shelf.place(path, reading.book)
        self._engine = None
        self._announce(
            BookChanged(
                path,
                reading.book.title,
                reading.book.version,
                *change,
                problems=reading.problems,
                first=old is None,
            )
        )

    def _state_of(self, source: Source) -> SourceState:
        book = self._shelf.of(source.path)
        return SourceState(
            source,
            book.title if book else "",
            book.version if book else "",
            len(book.phrases) if book else 0,
            len(self.problems(source)),
            in_use=book is not None,
        )

    # --- the end ---------------------------------------------------------------

    def close(self, done: Callable[[], None]) -> None:
        """Settle a paste under way, give the hotkey back, then call `done`."""
        if self._hotkeys.active:
            self.platform.hotkeys.unregister(Combo.parse(self._hotkeys.combo))
        self._paster.close(done)
