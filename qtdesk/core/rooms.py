"""The rooms of a desk, built once and wired to each other.

Who works in them is `desk`; nothing here does anything for an agent.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
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
    SourcesChanged,
    StoreChanged,
    Subscriber,
)
from qtdesk.core.fact_phrases import FactPhrases
from qtdesk.core.inquiry import Inquiry
from qtdesk.core.listening import Listening
from qtdesk.core.living_phrases import LivingPhrases, local_time
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
from qtdesk.core.typed_codes import TypedCodes
from qtdesk.core.usage import Usage
from qtdesk.core.wording import Wording
from qtdesk.core.writing import Writing

if TYPE_CHECKING:
    from qtdesk.core.auditing import Auditing
    from qtdesk.core.dock import Dock
    from qtdesk.core.launcher import Launcher
    from qtdesk.core.lists_in_use import ListsInUse
    from qtdesk.core.order_checks import OrderChecks
    from qtdesk.core.promise_desk import PromiseDesk
    from qtdesk.core.shop_tables import OpenTables


class Rooms(ABC):
    """All that a desk consists of; what is loaded late is a property."""

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
        facts = FactPhrases(
            *(self.living.facts, self.books.shelf),
            *(self.writing.arrange, self._announce),
        )
        self.tables = tables(lambda: self._settings, facts.arrange)
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
    def auditing(self) -> "Auditing":
        """The lead's samples and figures; as `launcher`."""
        from qtdesk.core.auditing import Auditing  # noqa: PLC0415 - can wait

        return Auditing(self.records, self.tables, self._background)

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

    @property
    def settings(self) -> Settings:
        return self._settings

    def _on_book(self, event: BookChanged | BookKept | SourcesChanged) -> None:
        self.writing.arrange()
        self._announce(event)

    # --- what the rooms ask of the desk they are in ------------------------------

    @abstractmethod
    def change_settings(self, changes: Mapping[str, str]) -> None: ...

    @abstractmethod
    def want_panel(self, *, by_hotkey: bool = False, query: str = "") -> None: ...

    @abstractmethod
    def want_form(self, phrase: Phrase) -> None: ...

    @abstractmethod
    def paste_in_front(self, phrase: Phrase) -> None: ...

    @abstractmethod
    def _replace(self, typed: Typed, phrase: Phrase) -> None: ...
