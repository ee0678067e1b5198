"""The application: one desk, and the windows that serve it.

Wires rooms together and decides nothing about phrases, pastes or books.
"""

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot
from PySide6.QtWidgets import QApplication

from qtdesk import APP_ID, ipc, paths, platforms
from qtdesk.bootstrap import build_desk
from qtdesk.core.errors import StoreError
from qtdesk.platforms import session
from qtdesk.ui import plain_clipboard
from qtdesk.ui.answers import Answers
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.clock import QtClock
from qtdesk.ui.panel_visits import PanelVisits
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.signals import Signals
from qtdesk.ui.tasks import Tasks
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import Translations

if TYPE_CHECKING:
    from qtdesk.core.order_checks import OrderChecks
    from qtdesk.core.settings import Settings
    from qtdesk.storage.agent_data import AgentData

_SURROUNDINGS_MS = 50
_IDLE_MS = 250
"""After the start. A hotkey pressed sooner is served, only less quickly."""


def run(
    data: Path,
    books: Sequence[Path],
    changes: Mapping[str, str],
    address: str,
    hail: ipc.Message,
) -> int:
    """Open the desk and stay until it is closed; gives an exit code.

    `books` and `changes` come from the command line and hold for this run only. At
    `address` the command line and later starts reach us. `hail` is what another
    instance is asked that turns out to be there already.

    Raises:
        QtdeskError: the desk cannot be opened.
    """
    os.environ.update(session.qt_environment(os.environ))
    server = ipc.Server(address, lambda request: answers(request))  # noqa: PLW0108 - made below
    if not server.claim():
        # Another one started at the same moment, and was quicker.
        ipc.ask(address, hail)
        return 0
    try:
        qt = QApplication(["qtdesk"])
        qt.setApplicationName("qtdesk")
        qt.setDesktopFileName(APP_ID)
        qt.setQuitOnLastWindowClosed(False)
        application = Application(qt, data, books, changes)
        answers = Answers(
            application.desk, application.panel, application.is_ready, application.quit
        )
        requests = QSocketNotifier(server.fileno(), QSocketNotifier.Type.Read)
        requests.activated.connect(server.accept_ready)
        code = qt.exec()
    finally:
        server.close()
    if application.unsaved is not None:
        raise application.unsaved
    return code


class Application(QObject):
    """The desk with its panel; tray, messages and dialogs come after the start."""

    def __init__(
        self,
        qt: QApplication,
        data: Path,
        books: Sequence[Path],
        changes: Mapping[str, str],
    ) -> None:
        """Build what the hotkey needs, and nothing else yet."""
        super().__init__(qt)
        self._qt, self._data = qt, data
        clock = QtClock(self)
        self._tasks = Tasks(self)
        platform = platforms.detect(clock, plain_clipboard.copy, plain_clipboard.lend)
        self.desk = build_desk(
            platform, clock, self._tasks, data, books, changes, _open_checks
        )
        self.bridge = Bridge(self.desk, self)
        self.appearance = Appearance(qt)
        self.appearance.choose(self.desk.settings.theme)
        self._translations = Translations(paths.resources() / "translations", qt)
        self._translations.use(self.desk.settings.language)
        self.panel = QuickPanel(self.desk, self.appearance, platform.composited)
        self._ready = False
        self.unsaved: StoreError | None = None
        """Why something that was only in memory could not be written at the end."""
        self._visits = PanelVisits(self.desk, self.bridge, self.panel)
        self._watch_platform()
        self._connect()
        self.desk.listening.start_hotkeys()
        QTimer.singleShot(0, self, self._on_started)

    # --- building --------------------------------------------------------------

    def _watch_platform(self) -> None:
        platform = self.desk.platform
        self._input: QSocketNotifier | None = None
        number = platform.fileno()
        if number is not None:
            self._input = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
            self._input.activated.connect(self._on_input)

    def _connect(self) -> None:
        self.bridge.settings_changed.connect(self._on_settings_changed)
        self.bridge.sources_changed.connect(self._on_books_changed)
        self.bridge.book_changed.connect(self._on_books_changed)
        self.bridge.lists_changed.connect(self.panel.lists_changed)
        self.bridge.own_phrases_changed.connect(self._on_books_changed)
        self._signals = Signals(self)
        self._signals.asked_to_end.connect(self.quit)

    @Slot()
    def _on_started(self) -> None:
        """The hotkey works; what can wait comes when its press has been seen to."""
        gc.enable()
        # With nothing on the shelf yet, nobody waits; what is read then is told by the
        # surroundings, which are there before it has been.
        self._ready = self.desk.books.phrase_count > 0
        QTimer.singleShot(_IDLE_MS * self._ready, self, self._on_idle)
        QTimer.singleShot(_SURROUNDINGS_MS * self._ready, self, self._on_settled_in)

    @Slot()
    def _on_settled_in(self) -> None:
        from qtdesk.core.launcher import Tool  # noqa: PLC0415 - can wait
        from qtdesk.ui.check_room import CheckRoom  # noqa: PLC0415 - the same
        from qtdesk.ui.editor.editing import Editing  # noqa: PLC0415 - the same
        from qtdesk.ui.promises.room import PromiseRoom  # noqa: PLC0415 - the same
        from qtdesk.ui.size_room import SizeRoom  # noqa: PLC0415 - the same
        from qtdesk.ui.surroundings import Surroundings  # noqa: PLC0415 - the same
        from qtdesk.ui.table_room import TableRoom  # noqa: PLC0415 - the same
        from qtdesk.ui.word_room import WordRoom  # noqa: PLC0415 - the same

        served = (self.desk, self.bridge, self.appearance)
        around = (self._tasks, self.quit, self._data)
        self.surroundings = Surroundings(*served, self.panel, *around)
        shown = (self.surroundings.tray, self.surroundings.messages)
        self.checks = CheckRoom(*served, self._visits.take_strokes, *shown)
        self.tables = TableRoom(*served, self._visits.take_strokes, *shown)
        self.editing = Editing(*served, self.panel)
        tray = self.surroundings.tray
        told = (tray, self.surroundings.messages, self._data)
        self.sizes = SizeRoom(
            *(self.desk, self.appearance, self._tasks, self._data), self
        )
        self.surroundings.tools.offer(Tool.SIZES, self.sizes.show)
        self.words = WordRoom(*served, self._visits.take_strokes, *told)
        take_strokes = self._visits.take_strokes
        self.promises = PromiseRoom(*served, take_strokes, self.surroundings)

    @Slot()
    def _on_idle(self) -> None:
        """Nobody has asked for anything yet: spare the first hotkey its waiting."""
        self.desk.listening.start_abbreviations()
        self.desk.search.warm_up()
        self.panel.warm_up()
        self.desk.books.refresh(self._on_books_read)

    def _on_books_read(self) -> None:
        self._ready = True
        # What is new needs an index before somebody searches, not when.
        self.desk.search.warm_up()
        # What is there now stays: no need to look through it again and again.
        gc.collect()
        gc.freeze()

    def is_ready(self) -> bool:
        """Whether the hotkey works."""
        return self._ready

    # --- what else happens -----------------------------------------------------

    @Slot()
    def _on_input(self) -> None:
        self.desk.platform.dispatch()

    @Slot(object)
    def _on_books_changed(self) -> None:
        self.panel.refresh()

    @Slot(object)
    def _on_settings_changed(self) -> None:
        self.appearance.choose(self.desk.settings.theme)
        self._translations.use(self.desk.settings.language)

    @Slot()
    def quit(self) -> None:
        """Settle what is under way, put everything back, and end."""
        self._ready = False
        self.panel.close_panel()
        self.desk.platform.type_ahead.release()
        self.desk.close(self._on_settled)

    def _on_settled(self) -> None:
        self.desk.platform.hand_over(self._on_handed_over)

    def _on_handed_over(self) -> None:
        # Not now: this may be called in the midst of the platform's own events.
        QTimer.singleShot(0, self, self._end)

    @Slot()
    def _end(self) -> None:
        self._tasks.close()
        try:
            self.desk.flush()
        except StoreError as error:
            self.unsaved = error
        if self._input is not None:
            self._input.setEnabled(False)
        self.desk.platform.close()
        self._qt.quit()


def _open_checks(
    folder: Path,
    data: "AgentData",
    settings: "Callable[[], Settings]",
    places: tuple[str, ...],
) -> "OrderChecks":
    from qtdesk.order_desk import open_order_checks  # noqa: PLC0415 - for the first check

    return open_order_checks(folder, data, settings, books=places)
