"""The application: one desk, and the windows that serve it.

Wires rooms together and decides nothing about phrases, pastes or books.
"""

import gc
import os
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot
from PySide6.QtWidgets import QApplication

from qtdesk import APP_ID, ipc, paths, platforms
from qtdesk.bootstrap import build_desk
from qtdesk.core.errors import StoreError
from qtdesk.core.events import PanelWanted
from qtdesk.core.phrases import Phrase
from qtdesk.core.ports import Stroke
from qtdesk.platforms import session
from qtdesk.ui import plain_clipboard
from qtdesk.ui.answers import Answers
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.clock import QtClock
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.signals import Signals
from qtdesk.ui.tasks import Tasks
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import Translations

_SURROUNDINGS_MS = 50
_IDLE_MS = 250
"""After the start. A hotkey pressed sooner is served, only less quickly."""
_CATCH_UP_MS = 30
"""An event takes less than 1 ms from the X server to the panel on an idle machine; a
busy one may need more, and nobody sees a panel close two frames later."""
_FOCUS_LOOK_MS = 10
_FOCUS_LOOKS = 100
"""As long as a window manager may take; then the agent's keys go where they go."""


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
        self.desk = build_desk(platform, clock, self._tasks, data, books, changes)
        self.bridge = Bridge(self.desk, self)
        self.appearance = Appearance(qt)
        self.appearance.choose(self.desk.settings.theme)
        self._translations = Translations(paths.resources() / "translations", qt)
        self._translations.use(self.desk.settings.language)
        self.panel = QuickPanel(self.desk, self.appearance, platform.composited)
        self._ready = False
        self.unsaved: StoreError | None = None
        """Why something that was only in memory could not be written at the end."""
        self._typed_ahead: list[Stroke] = []
        """Keys for a panel that waits with its opening for a chord."""
        self._undecided = False
        """The hotkey was pressed over the open panel; soon it shows what it means."""
        self._watch_platform()
        self._connect()
        self.desk.start_hotkeys()
        QTimer.singleShot(0, self, self._on_started)

    # --- building --------------------------------------------------------------

    def _watch_platform(self) -> None:
        platform = self.desk.platform
        platform.type_ahead.listen(self._on_stroke)
        self._input: QSocketNotifier | None = None
        number = platform.fileno()
        if number is not None:
            self._input = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
            self._input.activated.connect(self._on_input)

    def _connect(self) -> None:
        self.bridge.panel_wanted.connect(self._on_panel_wanted)
        self.bridge.settings_changed.connect(self._on_settings_changed)
        self.bridge.sources_changed.connect(self._on_books_changed)
        self.bridge.book_changed.connect(self._on_books_changed)
        self.panel.opened_focused.connect(self._on_panel_focused)
        self.panel.phrase_chosen.connect(self._on_phrase_chosen)
        self.panel.phrase_copied.connect(self._on_phrase_copied)
        self.panel.dismissed.connect(self._on_dismissed)
        self.panel.left.connect(self._on_panel_left)
        self._signals = Signals(self)
        self._signals.asked_to_end.connect(self.quit)

    @Slot()
    def _on_started(self) -> None:
        """The hotkey works; what can wait comes when its press has been seen to."""
        # With nothing on the shelf yet, nobody waits; what is read then is told by the
        # surroundings, which are there before it has been.
        self._ready = self.desk.phrase_count > 0
        QTimer.singleShot(_IDLE_MS * self._ready, self, self._on_idle)
        QTimer.singleShot(_SURROUNDINGS_MS * self._ready, self, self._on_settled_in)

    @Slot()
    def _on_settled_in(self) -> None:
        from qtdesk.ui.surroundings import Surroundings  # noqa: PLC0415 - can wait

        served = (self.desk, self.bridge, self.appearance, self.panel)
        self.surroundings = Surroundings(*served, self._tasks, self.quit, self._data)

    @Slot()
    def _on_idle(self) -> None:
        """Nobody has asked for anything yet: spare the first hotkey its waiting."""
        self.desk.start_abbreviations()
        self.desk.warm_up()
        self.panel.warm_up()
        self.desk.refresh_books(self._on_books_read)

    def _on_books_read(self) -> None:
        self._ready = True
        # What is there now stays: no need to look through it again and again.
        gc.collect()
        gc.freeze()

    def is_ready(self) -> bool:
        """Whether the hotkey works."""
        return self._ready

    # --- the quick panel -------------------------------------------------------

    @Slot(object)
    def _on_panel_wanted(self, event: PanelWanted) -> None:
        if self.panel.isVisible():
            # The panel's keys come on a connection of Qt's: an Enter from before the
            # hotkey may still wait there, and must choose.
            self._undecided = event.by_hotkey
            wait = _CATCH_UP_MS if event.by_hotkey else 0
            QTimer.singleShot(wait, self, self._on_panel_decided)
        else:
            self.panel.open(
                self.desk.open(), by_hotkey=event.by_hotkey, query=event.query
            )
            self.bring_panel_forward()
            typed, self._typed_ahead = self._typed_ahead, []
            for stroke in typed:
                self._on_stroke(stroke)

    @Slot()
    def _on_panel_decided(self) -> None:
        """A panel that is still open is closed; one that was used opens again."""
        pressed, self._undecided = self._undecided, False
        if self.panel.isVisible():
            self.panel.close_panel()
            self._on_dismissed()
        elif pressed:
            self.desk.want_panel(by_hotkey=True)

    def _on_stroke(self, stroke: Stroke) -> None:
        if self.panel.isVisible() and not self._undecided:
            self.panel.feed(stroke)
        else:
            self._typed_ahead.append(stroke)

    def _free_keyboard(self) -> None:
        """Nothing more is typed for this opening of the panel."""
        if self._undecided:
            # The hotkey has taken the keyboard anew, for the next opening.
            return
        self.desk.platform.type_ahead.release()
        self._typed_ahead.clear()

    def bring_panel_forward(self) -> None:
        """Claim the focus that the hotkey press entitles us to."""
        self.desk.platform.take_focus(int(self.panel.winId()))

    @Slot()
    def _on_panel_focused(self) -> None:
        """Let the panel have the keys, once it has the focus by the system's word, too.

        Right behind a paste the focus may go back and forth once more.
        """
        self._release_keys_when_focused(_FOCUS_LOOKS)

    def _release_keys_when_focused(self, looks: int) -> None:
        if not self.panel.isVisible():
            return
        if not looks or self.desk.platform.has_focus(int(self.panel.winId())):
            self.desk.platform.type_ahead.release()
        else:
            again = partial(self._release_keys_when_focused, looks - 1)
            QTimer.singleShot(_FOCUS_LOOK_MS, self, again)

    @Slot()
    def _on_panel_left(self) -> None:
        self._free_keyboard()

    @Slot(object)
    def _on_phrase_chosen(self, phrase: Phrase) -> None:
        self._free_keyboard()
        self.desk.paste(phrase)

    @Slot(object)
    def _on_phrase_copied(self, phrase: Phrase) -> None:
        self._free_keyboard()
        self.desk.copy(phrase)

    @Slot()
    def _on_dismissed(self) -> None:
        self._free_keyboard()
        self.desk.dismiss()

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
