"""The use cases, one short method each. Both front ends call this and nothing below."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from qtdesk.core.bookcase import Bookcase
from qtdesk.core.check_keys import CheckKeys
from qtdesk.core.check_texts import CheckTexts
from qtdesk.core.checks import Checks
from qtdesk.core.copied_text import CopiedText
from qtdesk.core.delivery import Delivery
from qtdesk.core.events import (
    BookChanged,
    BookKept,
    DeskEvent,
    DockChanged,
    DockWanted,
    FormWanted,
    PanelWanted,
    SettingsChanged,
    SourcesChanged,
    StoreChanged,
    Subscriber,
)
from qtdesk.core.inquiry import Inquiry
from qtdesk.core.listening import Listening
from qtdesk.core.living_phrases import NO_ANSWERS, LivingPhrases, Piece, local_time
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
from qtdesk.core.proofreading import Proofreading
from qtdesk.core.record_reading import RecordReading
from qtdesk.core.searching import Searching
from qtdesk.core.setting_keys import Key, SettingKeys
from qtdesk.core.settings import Settings
from qtdesk.core.table_entries import TableEntries
from qtdesk.core.templates import Filled, Filling
from qtdesk.core.typed_codes import TypedCodes
from qtdesk.core.usage import Usage
from qtdesk.core.wording import Wording
from qtdesk.core.writing import Writing

if TYPE_CHECKING:
    from qtdesk.core.dock import Dock
    from qtdesk.core.launcher import Launcher
    from qtdesk.core.lists_in_use import ListsInUse
    from qtdesk.core.order_checks import OrderChecks
    from qtdesk.core.promise_desk import PromiseDesk
    from qtdesk.core.shop_tables import OpenTables


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
        tables: "OpenTables",
        open_checks: "Callable[[Callable[[], Settings]], OrderChecks]",
        wording: Wording,
        time: Callable[[], datetime] = local_time,
    ) -> None:
        """Stand ready, with the last good books on the shelf.

        `given` are settings from the command line; they hold for this run only and
        win over stored ones. `open_checks` is slow; `time` is the agent's local time.
        """
        self.platform, self.autostart, self.records = platform, autostart, records
        self.safekeeping = store.safekeeping
        self.safekeeping.listen(lambda state: self._announce(StoreChanged(state)))
        self._store, self._given = store, dict(given)
        self._clock, self._background = clock, background
        self._settings = Settings.from_stored(store.settings()).with_changes(given)
        self.books = Bookcase(library, background, self._on_book)
        self._finder = inquiry.finder
        self.usage = Usage(store, self._finder.habits, self._finder.now)
        self._subscribers: list[Subscriber] = []
        self.writing = Writing(
            *(store, self.books.shelf, wording, background, time),
            *(self._finder.take, self._announce),
        )
        self.profiles = PasteProfiles(store)
        self.target: Target | None = None
        """The window that will receive the text."""
        self.living = LivingPhrases(
            *(self.books.shelf, store, lambda: self._settings, time),
            lambda: self.pastes.copied(self.target),
        )
        self.search = Searching(inquiry, self.living)
        self.proof = Proofreading(
            *(wording, store, background, lambda: self._settings, time)
        )
        self.delivery = Delivery(
            *(platform, clock, self.profiles.of, self.proof, self.living),
            *(library.picture, self.usage, lambda: self._settings, self._announce),
        )
        self.pastes = self.delivery.pastes
        pasting = (platform, self.pastes, self.proof, self.delivery.timeout)
        self.checks = Checks(
            *(platform, self.pastes, background),
            lambda: open_checks(lambda: self._settings),
            *(records, self._announce, partial(CheckTexts, *pasting)),
        )
        self.copied_text = CopiedText(*pasting, self._announce)
        self.subscribe(self.checks.texts.on_event)
        self.listening = Listening(
            *(platform, store, self._settings),
            TypedCodes(
                *(platform, clock, self.books.shelf.with_code),
                *(self.delivery.why_not, self.living.fill, self._replace),
                *(lambda code: self.want_panel(query=code), self.want_form),
                *(self._announce, self.profiles.of),
            ),
            lambda: self.want_panel(by_hotkey=True),
            *(self._on_dock_changed, self._announce),
        )
        bound = (self.listening.bindings, self._settings)
        self.check_keys = CheckKeys(*bound, self.checks)
        self.tables = tables(lambda: self._settings, self.living.facts.forget)
        self.entries = TableEntries(platform, self.pastes, self.search, self._announce)
        self.table_keys = self.entries.keys(*bound)
        words = {"wording_hotkey": Key(lambda: self.copied_text.want(by_hotkey=True))}
        self.word_keys = SettingKeys(*bound, words)

    @cached_property
    def dock(self) -> "Dock":
        """Stages, buyers and keys beside the chat; nothing a hotkey has to wait for."""
        from qtdesk.core.dock import Dock  # noqa: PLC0415 - can wait

        return Dock(
            *(self.books.shelf, self.usage, self._store, lambda: self._settings),
            self.listening.bindings,
            (lambda: self._announce(DockWanted()), self.paste_in_front),
            *(self._finder.now, self._on_dock_changed, self.living.remembered.forget),
        )

    @cached_property
    def lists(self) -> "ListsInUse":
        """The checklists there are, and from where; as `launcher`."""
        from qtdesk.core.lists_in_use import ListsInUse  # noqa: PLC0415 - can wait

        served = (self.checks, self.books, self._background)
        changing = (lambda: self._settings, self.change_settings)
        return ListsInUse(*served, *changing, self._announce)

    @cached_property
    def launcher(self) -> "Launcher":
        """Checklists and tools by name; loaded when it is first asked for."""
        from qtdesk.core.launcher import Launcher  # noqa: PLC0415 - can wait

        def stages() -> tuple[str, ...]:
            line = self.dock.stage
            return line.stages if line is not None else ()

        served = (self.checks, self._finder, self._background)
        return Launcher(*served, stages, self._announce)

    @cached_property
    def promises(self) -> "PromiseDesk":
        """What was promised to buyers; nothing a hotkey has to wait for."""
        from qtdesk.core.promise_desk import open_promises  # noqa: PLC0415 - can wait

        opened = open_promises(
            *(self._store, self._clock, self.platform, self.pastes),
            *(self.checks, self.records, self.books.shelf),
            *(lambda: self.dock.buyers, lambda: self._settings),
            *(self.listening.bindings, self._announce),
        )
        self.subscribe(opened.on_event)
        return opened

    def _on_dock_changed(self) -> None:
        self.living.talk_to(self.dock.buyers.current)
        self._announce(DockChanged())

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
        keys = (self.dock.keys, self.check_keys, self.table_keys, self.word_keys)
        moves = [each.move for each in (*keys, self.promises.keys)]
        self.listening.move(new, moves)
        self._settings = new
        self._given = {n: t for n, t in self._given.items() if n not in changes}
        self._store.save_settings({**self._store.settings(), **changes})
        self.listening.follow(new)
        self._announce(SettingsChanged(tuple(changes)))

    # --- the quick panel -------------------------------------------------------

    def want_panel(self, *, by_hotkey: bool = False, query: str = "") -> None:
        """Ask the front end to open its panel, or to close it where it is open."""
        self.pastes.when_clear(lambda: self._announce(PanelWanted(by_hotkey, query)))

    def want_form(self, phrase: Phrase) -> None:
        """Ask the front end for what `phrase` wants, and for nothing else."""
        self.pastes.when_clear(lambda: self._announce(FormWanted(phrase)))

    def open(self, saved: Callable[[], None] = lambda: None) -> Target | None:
        """Remember the window in front as the target, and save the clipboard.

        To be called before a panel is shown. From the tray, where no window is in
        front any more, the one that was in front last is taken. `saved` is told when
        the clipboard was looked at, perhaps at once.
        """
        windows = self.platform.windows
        self.target = windows.front() or windows.recent()
        self.usage.meet(self.target)
        self.living.turn_to(self.target)
        self.pastes.prepare(self.target, saved)
        return self.target

    def enter_is_held(self) -> bool:
        """Whether Enter is down on the keyboard, whatever its events looked like."""
        return "enter" in self.platform.keyboard.held()

    def keys_may_be_missing(self) -> bool:
        """Whether what was typed behind the hotkey may be more than the panel got."""
        return self.platform.type_ahead.may_have_missed()

    def dismiss(self) -> None:
        """Close without a paste: the target gets the focus back, nothing is touched."""
        if self.target is not None:
            self.platform.windows.bring_to_front(self.target, 0)

    # --- paste and copy --------------------------------------------------------

    def fill(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> Filling:
        """How `phrase` reads now, with `answers` to what it wants by their keys."""
        return self.living.fill(phrase, answers)

    def paste(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> None:
        """Paste into the target; the end is announced as `PasteEnded`."""
        self.paste_all((Piece(phrase, answers),))

    def paste_all(self, pieces: Sequence[Piece]) -> None:
        """Paste several phrases as one text; the end is announced once."""
        self.delivery.paste(pieces, self.target)

    def paste_in_front(self, phrase: Phrase) -> None:
        """Paste into the window that is in front at this moment, by one click or key.

        What the phrase wants is asked for first. Where the desktop itself is in front,
        or a window of ours, the text is only copied, which is announced.
        """
        self.target = self.platform.windows.front()
        self.usage.meet(self.target)
        self.living.turn_to(self.target)
        filling = self.fill(phrase)
        ready = isinstance(filling, Filled) and not self.proof.forbids(filling)
        (self.paste if ready or self.living.refusal(phrase) else self.want_form)(phrase)

    def _replace(self, typed: Typed, phrase: Phrase) -> None:
        """Paste instead of the code that was typed for it."""
        self.target = typed.target
        self.living.turn_to(typed.target)
        self.delivery.paste((Piece(phrase),), typed.target, typed)

    def copy(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> None:
        """An ordinary copy, and the focus back to the target.

        What is still wanted stands in braces, for the agent to fill in by hand.
        """
        self.copy_all((Piece(phrase, answers),))

    def copy_all(self, pieces: Sequence[Piece]) -> None:
        """The same for several phrases as one text."""
        if self.delivery.copy(pieces, self.target):
            self.dismiss()

    def copy_here(self, phrase: Phrase) -> None:
        """An ordinary copy that leaves every window where it is."""
        self.delivery.copy((Piece(phrase),), self.target)

    def recent(self) -> tuple[Phrase, ...]:
        """Phrases lately used that are still on the shelf, the latest first."""
        return self.usage.recent(self.books.shelf)

    def _on_book(self, event: BookChanged | BookKept | SourcesChanged) -> None:
        self.writing.arrange()
        self._announce(event)

    def close(self, done: Callable[[], None]) -> None:
        """Settle a paste under way, give the hotkey back, then call `done`."""
        self.listening.close()
        self.promises.book.close()
        self.pastes.close(done)

    def flush(self) -> None:
        """Write what is only in memory; to be called last.

        Raises:
            StoreError: it could not be written.
        """
        self.living.flush()
        self.dock.flush()
        self._store.flush()
