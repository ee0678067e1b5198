"""Where the shop's tables meet the rest of the interface: keys, tray, messages.

Loaded once the panel's hotkey works; the windows with the first row that is wanted.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from qtdesk.core.errors import QtdeskError
from qtdesk.core.events import EntryWanted, SettingsChanged
from qtdesk.core.ports import AssignedHotkeys, Stroke
from qtdesk.core.table_entries import QUESTIONS
from qtdesk.ui.keys import event_of
from qtdesk.ui.toast import Kind
from qtdesk.ui.words import tell_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from qtdesk.core.desk import Desk
    from qtdesk.ui.bridge import Bridge
    from qtdesk.ui.tables import EntryDialog, TablesWindow
    from qtdesk.ui.theme import Appearance
    from qtdesk.ui.toast import Messages
    from qtdesk.ui.tray import Tray

_FOCUS_LOOK_MS = 10
_FOCUS_LOOKS = 100
"""As long as a window manager may take; then the agent's keys go where they go."""


class TableRoom(QObject):
    """Makes the windows of tables when they are wanted."""

    def __init__(
        self,
        desk: "Desk",
        bridge: "Bridge",
        appearance: "Appearance",
        give_keys_back: "Callable[[], None]",
        tray: "Tray",
        messages: "Messages",
    ) -> None:
        """`give_keys_back` lets keys typed behind a hotkey go to the panel again."""
        super().__init__(bridge)
        self._desk, self._appearance = desk, appearance
        self._give_keys_back, self._messages = give_keys_back, messages
        self._typed_ahead: list[Stroke] = []
        self.entry: EntryDialog | None = None
        self.window: TablesWindow | None = None
        bridge.entry_wanted.connect(self._on_entry_wanted)
        bridge.settings_changed.connect(self._on_settings_changed)
        tray.tables_asked.connect(self.show_tables)
        tray.entry_asked.connect(desk.entries.want)
        desk.table_keys.start()
        if not isinstance(desk.platform.hotkeys, AssignedHotkeys):
            for problem in desk.table_keys.problems:
                self._on_refused(problem)

    # --- all of them -----------------------------------------------------------

    @Slot()
    def show_tables(self) -> None:
        """Open the tables, or bring them to the front."""
        from qtdesk.ui.tables import TablesWindow  # noqa: PLC0415 - rarely used

        if self.window is None:
            self.window = TablesWindow(self._desk.tables, self._appearance)
            self.window.refused.connect(self._on_refused)
        self._desk.platform.type_ahead.release()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    # --- a row in a hurry ------------------------------------------------------

    @Slot(object)
    def _on_entry_wanted(self, event: EntryWanted) -> None:
        from qtdesk.ui.tables import EntryDialog  # noqa: PLC0415 - can wait

        if event.by_hotkey:
            self._desk.platform.type_ahead.listen(self._on_stroke)
        if self.entry is None:
            self.entry = EntryDialog(self._desk.tables, self._appearance)
            self.entry.written.connect(self._on_written)
            self.entry.dismissed.connect(self._on_dismissed)
        # Qt calls a window active that was hidden a moment ago.
        shown = self.entry.isVisible() and self.entry.isActiveWindow()
        if event.by_hotkey and shown:
            self.entry.close()
            return
        self._desk.entries.open()
        self._desk.tables.load(partial(self._ask, event.table))

    def _ask(self, table: str) -> None:
        entry = self.entry
        if entry is None:
            return
        if entry.isVisible():
            # What was typed there stays.
            entry.activateWindow()
            entry.take_focus()
            self._release_keys()
            return
        buyer = self._desk.dock.buyers.current
        name = buyer.name if buyer is not None else ""
        entry.ask(table, {"buyer": name, "customer": name, "nickname": name})
        self._desk.platform.take_focus(int(entry.winId()))
        self._release_keys_when_focused(_FOCUS_LOOKS)
        if table == QUESTIONS:
            self._desk.entries.copied(self._on_copied)

    def _on_copied(self, words: str) -> None:
        if self.entry is not None and words:
            situation = self._desk.entries.situation(words)
            self.entry.fill({"words": words, "situation": situation})
            self.entry.take_focus()

    def _on_stroke(self, stroke: Stroke) -> None:
        entry = self.entry
        if entry is None or not entry.isVisible():
            self._typed_ahead.append(stroke)
            return
        receiver = entry.focusWidget() or entry
        QCoreApplication.sendEvent(receiver, event_of(stroke))

    def _release_keys_when_focused(self, looks: int) -> None:
        entry = self.entry
        if entry is None or not entry.isVisible():
            return
        typed, self._typed_ahead = self._typed_ahead, []
        for stroke in typed:
            self._on_stroke(stroke)
        if looks and not self._desk.platform.has_focus(int(entry.winId())):
            again = partial(self._release_keys_when_focused, looks - 1)
            QTimer.singleShot(_FOCUS_LOOK_MS, self, again)
        else:
            self._release_keys()

    def _release_keys(self) -> None:
        self._desk.platform.type_ahead.release()
        self._give_keys_back()

    @Slot()
    def _on_dismissed(self) -> None:
        self._typed_ahead.clear()
        self._release_keys()
        self._desk.entries.dismiss()

    @Slot(object)
    def _on_written(self) -> None:
        self._messages.say(self.tr("Written down."))
        if self.window is not None and self.window.isVisible():
            self.window.ask()

    # --- what else happens -----------------------------------------------------

    @Slot(object)
    def _on_settings_changed(self, event: SettingsChanged) -> None:
        self._desk.tables.take_settings(event.names)

    @Slot(object)
    def _on_refused(self, error: QtdeskError) -> None:
        self._messages.say(*tell_error(error), Kind.STOP, urgent=True)
