"""The icon beside the clock and its menu. The program works without it.

It asks; the application and the desk act.
"""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from qtdesk.core.combos import Combo
from qtdesk.core.errors import StoreError
from qtdesk.core.launcher import Kind
from qtdesk.core.paste import explain
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.icons import State, tray_icon
from qtdesk.ui.menus import emptied
from qtdesk.ui.theme import Appearance
from qtdesk.ui.words import tell, tell_error

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

_RECENT = 5
_TITLE_LENGTH = 32
_DOCK = "target"
"""What a desktop has to be able to for a dock."""


class Tray(QObject):
    """Its menu is made anew each time it opens, from what the desk says then."""

    open_asked = Signal()
    recent_chosen = Signal(object)  # Phrase, for the window that was last in front
    dock_asked = Signal()
    pause_asked = Signal(bool)
    check_asked = Signal(str)  # id of a checklist
    check_chosen = Signal(str)  # uid of a check under way
    books_asked = Signal()
    lists_asked = Signal()
    launcher_asked = Signal()
    records_asked = Signal()
    tables_asked = Signal()
    entry_asked = Signal()
    promises_asked = Signal()
    settings_asked = Signal()
    profiles_asked = Signal()
    words_asked = Signal()
    copied_text_asked = Signal()
    doctor_asked = Signal()
    permission_asked = Signal()
    update_asked = Signal()
    recovery_asked = Signal()
    clipboard_back_asked = Signal()
    quit_asked = Signal()

    def __init__(
        self, desk: "Desk", bridge: Bridge, appearance: Appearance, icons: Path
    ) -> None:
        """`icons` is the folder of the icon's pictures."""
        super().__init__(bridge)
        self._desk = desk
        self._appearance = appearance
        self._icons = icons
        self._update = ""
        self._overdue = 0
        self.menu = QMenu()
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self.menu)
        self._fill()
        self._show_state()
        self.menu.aboutToShow.connect(self._fill)
        self._icon.activated.connect(self._on_activated)
        appearance.theme_changed.connect(self._show_state)
        bridge.hotkeys_changed.connect(self._on_changed)
        bridge.abbreviations_changed.connect(self._on_changed)
        bridge.paste_ended.connect(self._on_changed)
        bridge.store_changed.connect(self._on_changed)
        self.menu.installEventFilter(self)

    @staticmethod
    def available() -> bool:
        """Whether this desktop has a place for the icon."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Appear now, or as soon as the desktop has a place for it."""
        self._icon.show()

    def show_update(self, line: str) -> None:
        """A line about releases in the menu; none where it is empty."""
        self._update = line
        self._on_changed()

    def show_overdue(self, count: int) -> None:
        """How many promises are overdue: a dot, a line, and nothing that moves."""
        if count != self._overdue:
            self._overdue = count
            self._on_changed()

    def hide(self) -> None:
        self._icon.hide()

    @property
    def state(self) -> State:
        if self._desk.listening.hotkeys.paused:
            return State.PAUSED
        if (
            self._desk.listening.hotkeys.problem is not None
            or self._store_problem is not None
        ):
            return State.PROBLEM
        return State.DUE if self._overdue else State.READY

    @property
    def _store_problem(self) -> StoreError | None:
        return self._desk.safekeeping.state.problem

    # --- the menu --------------------------------------------------------------

    @Slot()
    def _fill(self) -> None:
        menu = emptied(self.menu)
        self._fill_top(menu)
        self._fill_checks(menu)
        self._fill_recent(menu)
        self._fill_clipboard(menu)
        menu.addSeparator()
        if self._update:
            self._add(_literal(self._update), self.update_asked)
        self._add(self._promises_line(), self.promises_asked)
        self._add(self.tr("Write something down…"), self.entry_asked)
        self._add(self.tr("Tables of the shop…"), self.tables_asked)
        self._add(self.tr("Records of checks…"), self.records_asked)
        menu.addSeparator()
        self._add(self.tr("Phrasebooks…"), self.books_asked)
        self._add(self._words_label(), self.words_asked)
        self._add(self.tr("Paste profiles…"), self.profiles_asked)
        self._add(self.tr("Settings…"), self.settings_asked)
        self._add(self.tr("Why can't I paste?…"), self.doctor_asked)
        menu.addSeparator()
        self._add(self.tr("Quit qtdesk"), self.quit_asked)

    def _words_label(self) -> str:
        label = self.tr("What is not said to buyers…")
        faults = len(self._desk.proof.packs.problems)
        return label + self.tr("  {count} to mend").format(count=faults) * bool(faults)

    def _fill_top(self, menu: QMenu) -> None:
        hotkeys = self._desk.listening.hotkeys
        label = self.tr("Find a phrase")
        if hotkeys.active:
            keys = hotkeys.trigger or Combo.parse(hotkeys.combo).label
            label += "\t" + keys
        menu.setDefaultAction(self._add(label, self.open_asked))
        if any(one.able for one in self._desk.platform.abilities if one.name == _DOCK):
            dock = self._add(self.tr("Dock beside the chat"), self.dock_asked)
            dock.setCheckable(True)
            dock.setChecked(self._desk.settings.dock_shown)
        pause = menu.addAction(self.tr("Pause hotkeys"))
        pause.setCheckable(True)
        pause.setChecked(hotkeys.paused)
        pause.triggered.connect(self.pause_asked)
        permission = self._desk.platform.permission
        if permission is not None and not permission.granted:
            self._add(_literal(tell(permission.title)) + "…", self.permission_asked)
        if self._desk.listening.abbreviations.on:
            # Never hidden: that keys are heard must be seen.
            menu.addAction(self._abbreviations_line()).setEnabled(False)
        if hotkeys.problem is not None:
            # What can be done about it is told in the settings.
            title, _remedy = tell_error(hotkeys.problem)
            self._add(_literal(title), self.settings_asked)
        if self._store_problem is not None:
            title, _remedy = tell_error(self._store_problem)
            self._add(_literal(title), self.recovery_asked)

    def _promises_line(self) -> str:
        if not self._overdue:
            return self.tr("Promises…")
        return self.tr("Promises: {count} overdue…").format(count=self._overdue)

    def _abbreviations_line(self) -> str:
        state = self._desk.listening.abbreviations
        if state.listening:
            prefix = self._desk.settings.abbreviation_prefix
            line = self.tr("Listening for codes after {prefix}")
            return _literal(line.format(prefix=prefix))
        if state.problem:
            return _literal(tell(state.problem))
        return self.tr("Not listening for codes")

    def _fill_checks(self, menu: QMenu) -> None:
        """Under way, then lists: those of the stage of now first, as the launcher."""
        launcher, checks = self._desk.launcher, self._desk.checks
        lists = menu.addMenu(self.tr("Checklists"))
        for check in checks.under_way:
            action = lists.addAction(_short(checks.names.of_check(check)))
            action.triggered.connect(partial(self.check_chosen.emit, check.uid))
        if checks.under_way:
            lists.addSeparator()
        for entry in launcher.entries():
            if entry.kind is Kind.LIST:
                action = lists.addAction(_literal(entry.title))
                action.triggered.connect(partial(self.check_asked.emit, entry.id))
        lists.addSeparator()
        for label, asked in (
            (self.tr("Find one in the panel"), self.launcher_asked),
            (self.tr("All checklists…"), self.lists_asked),
        ):
            lists.addAction(label).triggered.connect(asked)
        if month := checks.names.regions_as_of:
            line = self.tr("Regions as of {month}").format(month=month)
            lists.addAction(line).setEnabled(False)

    def _fill_recent(self, menu: QMenu) -> None:
        recent = self._desk.recent()[:_RECENT]
        if not recent:
            return
        menu.addSection(self.tr("Recent"))
        for phrase in recent:
            action = menu.addAction(_short(phrase.title))
            action.setData(phrase)
            action.triggered.connect(self._on_recent_triggered)

    def _fill_clipboard(self, menu: QMenu) -> None:
        menu.addSeparator()
        last = self._desk.pastes.last
        if last is not None:
            menu.addAction(_literal(tell(explain(last)[0]))).setEnabled(False)
        self._add(self.tr("Look at what is copied"), self.copied_text_asked)
        label = self.tr("Bring the clipboard back")
        back = self._add(label, self.clipboard_back_asked)
        back.setEnabled(self._desk.pastes.can_bring_back)

    def _add(self, label: str, asked: object) -> QAction:
        action = self.menu.addAction(label)
        action.triggered.connect(asked)
        return action

    # --- what happens ----------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A menu is told of a new language; a tray icon is not."""
        if event.type() is QEvent.Type.LanguageChange:
            self._on_changed()
        return super().eventFilter(watched, event)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # On a Mac every click opens the menu, and would open the panel as well.
        click = QSystemTrayIcon.ActivationReason.Trigger
        if reason is click and sys.platform != "darwin":
            self.open_asked.emit()

    @Slot()
    def _on_recent_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.recent_chosen.emit(action.data())

    @Slot()
    def _on_changed(self) -> None:
        self._show_state()
        # Later: the change may come from an action of this very menu.
        QTimer.singleShot(0, self, self._fill)

    @Slot()
    def _show_state(self) -> None:
        self._icon.setIcon(tray_icon(self._icons, self._appearance.theme, self.state))
        texts = {
            State.PAUSED: self.tr("qtdesk: hotkeys are paused"),
            State.PROBLEM: self.tr("qtdesk: the hotkey does not work"),
        }
        fine = self.tr("qtdesk")
        lines = [texts.get(self.state, fine)]
        if self._store_problem is not None:
            if self._desk.listening.hotkeys.problem is None:
                lines = [fine]
            lines.append(tell(self._store_problem.title))
        if self._desk.listening.abbreviations.listening:
            lines.append(self._abbreviations_line())
        if self._overdue:
            lines.append(self._promises_line().removesuffix("…"))
        self._icon.setToolTip("\n".join(lines))


def _short(title: str) -> str:
    cut = title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1] + "…"
    return _literal(cut)


def _literal(text: str) -> str:
    """Menus read an ampersand as the mark of a shortcut letter."""
    return text.replace("&", "&&")
