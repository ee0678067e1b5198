"""The use cases, one short method each. Both front ends call this and nothing below."""

from collections.abc import Callable, Mapping
from datetime import datetime

from qtdesk.core.bookcase import Bookcase
from qtdesk.core.events import (
    BookChanged,
    BookKept,
    DeskEvent,
    PanelWanted,
    PasteEnded,
    SettingsChanged,
    SourcesChanged,
    StoreChanged,
    Subscriber,
)
from qtdesk.core.inquiry import Answers, Inquiry, Show
from qtdesk.core.listening import Listening
from qtdesk.core.living_phrases import NO_ANSWERS, LivingPhrases, local_time
from qtdesk.core.paste import Paster, Reason
from qtdesk.core.paste.conversation import same_conversation
from qtdesk.core.paste_profiles import PasteProfiles
from qtdesk.core.phrases import Phrase
from qtdesk.core.ports import (
    Autostart,
    Background,
    Clock,
    Library,
    Platform,
    Store,
    Target,
    Typed,
)
from qtdesk.core.record_reading import RecordReading
from qtdesk.core.search import Marks
from qtdesk.core.settings import Settings
from qtdesk.core.templates import Filling, Unfilled, explain_unfilled
from qtdesk.core.typed_codes import TypedCodes
from qtdesk.core.usage import Usage


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
        autostart: Autostart,
        inquiry: Inquiry,
        records: RecordReading,
        time: Callable[[], datetime] = local_time,
    ) -> None:
        """Stand ready, with the last good books on the shelf.

        `given` are settings from the command line; they hold for this run only and
        win over stored ones. `time` is the agent's local time.
        """
        self.platform = platform
        self.autostart = autostart
        self.records = records
        self.safekeeping = store.safekeeping
        self.safekeeping.listen(lambda state: self._announce(StoreChanged(state)))
        self._store = store
        self._given = dict(given)
        stored = Settings.from_stored(store.settings())
        self._settings = stored.with_changes(self._given)
        self.books = Bookcase(library, background, self._on_book)
        self._inquiry = inquiry
        self._finder = inquiry.finder
        self.usage = Usage(store, self._finder.habits, self._finder.now)
        self._finder.take(self.books.shelf.books)
        self._subscribers: list[Subscriber] = []
        self.profiles = PasteProfiles(store)
        self.pastes = Paster(
            *(platform, clock, lambda r: self._announce(PasteEnded(r))),
            self.profiles.of,
        )
        self._target: Target | None = None
        self.living = LivingPhrases(
            self.books.shelf, store, lambda: self._settings, time
        )
        self.listening = Listening(
            platform,
            store,
            self._settings,
            TypedCodes(
                *(platform, clock, self.books.shelf.with_code),
                *(self.living.fill, self._replace),
                *(lambda code: self.want_panel(query=code), self._announce),
                self.profiles.of,
            ),
            lambda: self.want_panel(by_hotkey=True),
            self._announce,
        )

    # --- announcements ---------------------------------------------------------

    def subscribe(self, subscriber: Subscriber) -> None:
        """Hand every event to `subscriber`, on the desk's own thread."""
        self._subscribers.append(subscriber)

    def _announce(self, event: DeskEvent) -> None:
        for subscriber in tuple(self._subscribers):
            subscriber(event)

    # --- settings ---------------------------------------------------------------

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
        self.listening.move(new)
        self._settings = new
        for name in changes:
            self._given.pop(name, None)
        self._store.save_settings({**self._store.settings(), **changes})
        self.listening.follow(new)
        self._announce(SettingsChanged(tuple(changes)))

    # --- the quick panel -------------------------------------------------------

    def want_panel(self, *, by_hotkey: bool = False, query: str = "") -> None:
        """Ask the front end to open its panel, or to close it where it is open."""
        self.pastes.when_clear(lambda: self._announce(PanelWanted(by_hotkey, query)))

    def open(self) -> Target | None:
        """Remember the window in front as the target, and save the clipboard.

        To be called before a panel is shown. From the tray, where no window is in
        front any more, the one that was in front last is taken.
        """
        windows = self.platform.windows
        self._target = windows.front() or windows.recent()
        self.usage.meet(self._target)
        self.pastes.prepare(self._target)
        return self._target

    @property
    def target(self) -> Target | None:
        """The window that will receive the text."""
        return self._target

    def enter_is_held(self) -> bool:
        """Whether Enter is down on the keyboard, whatever its events looked like."""
        return "enter" in self.platform.keyboard.held()

    def keys_may_be_missing(self) -> bool:
        """Whether what was typed behind the hotkey may be more than the panel got."""
        return self.platform.type_ahead.may_have_missed()

    def dismiss(self) -> None:
        """Close without a paste: the target gets the focus back, nothing is touched."""
        if self._target is not None:
            self.platform.windows.bring_to_front(self._target, 0)

    def ask(self, query: str, stage: str | None, show: Show) -> None:
        """Search for what is being typed; see `Inquiry.ask`."""
        self._inquiry.ask(query, stage, show)

    def answers(self, query: str, stage: str | None) -> Answers:
        """Search for what was typed, and end an `ask` under way."""
        return self._inquiry.answers(query, stage)

    def marks(self, query: str, phrase: Phrase) -> Marks:
        return self._finder.engine.marks(query, phrase)

    @property
    def indexed(self) -> tuple[int, int]:
        """Phrases indexed and to be indexed; none where no index is being made."""
        return self._finder.progress

    def warm_up(self) -> None:
        """Do now what the first search and the first paste would have to wait for."""
        self._finder.engine.search("0")
        same_conversation("0", "0")

    # --- paste and copy --------------------------------------------------------

    def fill(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> Filling:
        """How `phrase` reads now, with `answers` to what it wants by their keys."""
        return self.living.fill(phrase, answers)

    def paste(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> None:
        """Paste into the target; the end is announced as `PasteEnded`.

        A text that still wants an answer must not reach a buyer as it stands.
        """
        filling = self.fill(phrase, answers)
        if isinstance(filling, Unfilled):
            told = explain_unfilled(filling)
            self.pastes.refuse(phrase.key, self._target, Reason.BLANKS, told)
            return
        self._note_use(phrase)
        timeout = self._settings.paste_timeout
        self.pastes.paste(filling.text, self._target, phrase.key, timeout)

    def _replace(self, typed: Typed, phrase: Phrase, text: str) -> None:
        """Paste instead of the code that was typed for it."""
        self._target = typed.target
        self._note_use(phrase)
        timeout = self._settings.paste_timeout
        self.pastes.replace(typed, text, phrase.key, timeout)

    def copy(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> None:
        """An ordinary copy, and the focus back to the target.

        What is still wanted stands in braces, for the agent to fill in by hand.
        """
        filling = self.fill(phrase, answers)
        self._note_use(phrase)
        self.pastes.copy(filling.draft, phrase.key)
        self.dismiss()

    def _note_use(self, phrase: Phrase) -> None:
        self.usage.used(phrase, self._target)
        self.living.used(phrase)

    def recent(self) -> tuple[Phrase, ...]:
        """Phrases lately used that are still on the shelf, the latest first."""
        return self.usage.recent(self.books.shelf)

    # --- books -----------------------------------------------------------------

    def _on_book(self, event: BookChanged | BookKept | SourcesChanged) -> None:
        self._finder.take(self.books.shelf.books)
        self._announce(event)

    # --- the end ---------------------------------------------------------------

    def close(self, done: Callable[[], None]) -> None:
        """Settle a paste under way, give the hotkey back, then call `done`."""
        self.listening.close()
        self.pastes.close(done)

    def flush(self) -> None:
        """Write what is only in memory; to be called last.

        Raises:
            StoreError: it could not be written.
        """
        self.living.flush()
        self._store.flush()
