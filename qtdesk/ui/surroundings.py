"""Everything around the panel: tray, messages, dialogs, and a watch on the books.

Loaded once the hotkey works, because none of it is needed for that.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from qtdesk import paths
from qtdesk.core.errors import QtdeskError
from qtdesk.core.events import PasteEnded
from qtdesk.core.launcher import Tool
from qtdesk.core.paste import Fate, Reason
from qtdesk.core.phrases import Phrase
from qtdesk.core.ports import Notices
from qtdesk.ui.book_watch import BookWatch
from qtdesk.ui.desktop_messages import DesktopMessages
from qtdesk.ui.dock.docking import Docking
from qtdesk.ui.dock.offers import DockOffers
from qtdesk.ui.icons import icon
from qtdesk.ui.list_room import ListRoom
from qtdesk.ui.news import News
from qtdesk.ui.record_room import RecordRoom
from qtdesk.ui.search_field import SLASH
from qtdesk.ui.toast import Kind, Messages, Toast
from qtdesk.ui.tools import Tools
from qtdesk.ui.tray import Tray
from qtdesk.ui.update_watch import UpdateWatch
from qtdesk.ui.words import tell, tell_error

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from qtdesk.core.desk import Desk
    from qtdesk.core.ports import Background, Permission
    from qtdesk.ui.bridge import Bridge
    from qtdesk.ui.quick_panel import QuickPanel
    from qtdesk.ui.theme import Appearance

_SAFEKEEPING_MS = 1000
"""What it loads would be in the way of a hotkey pressed right after the start."""


class Surroundings(QObject):
    """Built around a panel that already works."""

    def __init__(
        self,
        desk: "Desk",
        bridge: "Bridge",
        appearance: "Appearance",
        panel: "QuickPanel",
        background: "Background",
        close: "Callable[[], None]",
        data: "Path",
    ) -> None:
        """`close` ends the program; `data` is the agent's folder."""
        super().__init__(bridge)
        self._desk = desk
        self._bridge = bridge
        self._appearance = appearance
        self._panel, self._background = panel, background
        self._close = close
        self._dialogs: dict[str, QWidget] = {}
        self.messages: Messages = self._make_messages()
        shown = (self.show_sources, self.show_recovery)
        self._news = News(self._desk, bridge, self.messages, *shown)
        icons: Path = paths.resources() / "icons"
        QGuiApplication.setWindowIcon(icon(icons, appearance.theme))
        self.tray = Tray(self._desk, bridge, appearance, icons)
        self.tray.show()
        self.docking = Docking(desk, bridge, appearance, panel, self._on_refused)
        DockOffers(desk, bridge, self.docking)
        self.lists = ListRoom(
            *(desk, bridge, appearance, self.messages, self._on_refused)
        )
        self.lists.show_lists = self.show_lists
        fronted = (self.bring_forward, self._on_refused, self)
        self.records = RecordRoom(desk, appearance, *fronted)
        self.tools = Tools(desk, bridge, panel, self._openers())
        self._watch = BookWatch(self._desk, bridge, background, self)
        command = paths.command_line()
        self.updates = UpdateWatch(desk, bridge, data, command, self)
        self._connect()
        if self._desk.listening.hotkeys.problem is not None:
            bridge.hotkeys_changed.emit(self._desk.listening.hotkeys)
        QTimer.singleShot(_SAFEKEEPING_MS, self, self._desk.safekeeping.start)

    def _make_messages(self) -> Messages:
        platform = self._desk.platform
        if isinstance(platform, Notices):
            return DesktopMessages(platform, self)
        return Toast(self._appearance, platform.composited)

    def _connect(self) -> None:
        panel, tray = self._panel, self.tray
        panel.books_asked.connect(self.show_sources)
        panel.settings_asked.connect(self.show_settings)
        panel.paths_dropped.connect(self._on_paths_dropped)
        tray.open_asked.connect(self._on_open_asked)
        tray.dock_asked.connect(self.docking.turn)
        tray.recent_chosen.connect(self._on_recent_chosen)
        tray.pause_asked.connect(self._on_pause_asked)
        tray.books_asked.connect(self.show_sources)
        tray.lists_asked.connect(self.show_lists)
        tray.launcher_asked.connect(self._on_launcher_asked)
        tray.records_asked.connect(self.records.show_records)
        tray.settings_asked.connect(self.show_settings)
        tray.profiles_asked.connect(self.show_profiles)
        tray.doctor_asked.connect(self.show_doctor)
        tray.permission_asked.connect(self.show_permission)
        self._bridge.paste_ended.connect(self._on_paste_ended)
        tray.update_asked.connect(self.show_update)
        tray.recovery_asked.connect(self.show_recovery)
        self.updates.changed.connect(self._on_update_changed)
        tray.clipboard_back_asked.connect(self._on_clipboard_back_asked)
        tray.quit_asked.connect(self._close)

    def _openers(self) -> "dict[Tool, Callable[[], None]]":
        """What the launcher offers besides checklists; a new room adds its line."""
        return {
            Tool.TABLES: self.tray.tables_asked.emit,
            Tool.RECORDS: self.records.show_records,
            Tool.AUDIT: self.records.show_audit,
            Tool.LISTS: self.show_lists,
            Tool.PROFILES: self.show_profiles,
        }

    @Slot()
    def show_lists(self) -> None:
        """Open the checklists as files, or bring them to the front."""
        if "lists" not in self._dialogs:
            self._dialogs["lists"] = self.lists.make_dialog()
        self.bring_forward(self._dialogs["lists"])

    @Slot()
    def show_sources(self) -> None:
        """Open the list of phrasebooks, or bring it to the front."""
        from qtdesk.ui.sources_dialog import SourcesDialog  # noqa: PLC0415 - rarely used

        served = (self._desk, self._bridge, self._appearance)
        if "sources" not in self._dialogs:
            dialog = SourcesDialog(*served, self._background)
            dialog.refused.connect(self._on_refused)
            dialog.lists_asked.connect(self.show_lists)
            self._dialogs["sources"] = dialog
        self.bring_forward(self._dialogs["sources"])

    @Slot()
    def show_settings(self) -> None:
        """Open the settings, or bring them to the front."""
        from qtdesk.ui.settings_dialog import SettingsDialog  # noqa: PLC0415 - the same

        if "settings" not in self._dialogs:
            dialog = SettingsDialog(self._desk, self._appearance)
            dialog.books_asked.connect(self.show_sources)
            dialog.profiles_asked.connect(self.show_profiles)
            dialog.quit_asked.connect(self._close)
            self._bridge.hotkeys_changed.connect(dialog.show_hotkeys)
            self._bridge.dock_changed.connect(dialog.show_hotkeys)
            self._dialogs["settings"] = dialog
        self.bring_forward(self._dialogs["settings"])

    @Slot()
    def show_profiles(self) -> None:
        """Open how programs are pasted into, or bring it to the front."""
        from qtdesk.ui.profiles_dialog import ProfilesDialog  # noqa: PLC0415 - the same

        if "profiles" not in self._dialogs:
            dialog = ProfilesDialog(self._desk, self._appearance)
            dialog.doctor_asked.connect(self.show_doctor)
            self._dialogs["profiles"] = dialog
        self.bring_forward(self._dialogs["profiles"])

    @Slot()
    def show_doctor(self) -> None:
        """Tell why a paste could not work here, as of now."""
        from qtdesk.ui.doctor_dialog import DoctorDialog  # noqa: PLC0415 - the same

        if "doctor" not in self._dialogs:
            dialog = DoctorDialog(self._desk, self._appearance)
            dialog.profiles_asked.connect(self.show_profiles)
            self._dialogs["doctor"] = dialog
        elif self._dialogs["doctor"].isVisible():
            # What it shows is of the moment in which it was opened.
            self._dialogs["doctor"].hide()
        self.bring_forward(self._dialogs["doctor"])

    @Slot()
    def show_permission(self) -> None:
        """Tell what the system wants to be asked for, if it wants anything."""
        from qtdesk.ui.permission_dialog import PermissionDialog  # noqa: PLC0415 - the same

        permission = self._desk.platform.permission
        if permission is None:
            return
        name = _name_of(permission)
        if name not in self._dialogs:
            self._dialogs[name] = PermissionDialog(permission, self._appearance)
        self.bring_forward(self._dialogs[name])

    @Slot(object)
    def _on_paste_ended(self, event: PasteEnded) -> None:
        """Each once a run, where a paste would have needed it."""
        permission = self._desk.platform.permission
        if permission is None or permission.granted:
            return
        result = event.result
        needed = result.reason is Reason.UNABLE or result.fate is Fate.NOT_SAVED
        if needed and _name_of(permission) not in self._dialogs:
            self.show_permission()

    @Slot()
    def show_update(self) -> None:
        """Open what is known about releases, or bring it to the front."""
        from qtdesk.ui.update_dialog import UpdateDialog  # noqa: PLC0415 - rarely used

        if "update" not in self._dialogs:
            self._dialogs["update"] = UpdateDialog(self.updates, self._appearance)
        self.bring_forward(self._dialogs["update"])

    @Slot()
    def show_recovery(self) -> None:
        """Open the way back to a backup, or bring it to the front."""
        from qtdesk.ui.recovery_dialog import RecoveryDialog  # noqa: PLC0415 - the same

        if "recovery" not in self._dialogs:
            served = (self._desk.safekeeping, self._bridge, self._appearance)
            dialog = RecoveryDialog(*served)
            dialog.quit_asked.connect(self._close)
            self._dialogs["recovery"] = dialog
        self.bring_forward(self._dialogs["recovery"])

    @Slot()
    def _on_update_changed(self) -> None:
        release, warning = self.updates.release, self.updates.warning
        line = tell(warning[0]) if warning is not None else ""
        if release is not None:
            line = self.tr("qtdesk {version} is there…").format(version=release.version)
        self.tray.show_update(line)

    def bring_forward(self, dialog: "QWidget") -> None:
        """Show a dialog in front of everything, with the focus."""
        self._panel.close_panel()
        # The keys may have come so quickly that they are still held for the panel.
        self._desk.platform.type_ahead.release()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    @Slot()
    def _on_open_asked(self) -> None:
        self._desk.want_panel()

    @Slot()
    def _on_launcher_asked(self) -> None:
        self._desk.want_panel(query=SLASH)

    @Slot(object)
    def _on_recent_chosen(self, phrase: Phrase) -> None:
        self._desk.open()
        self._desk.paste(phrase)

    @Slot(bool)
    def _on_pause_asked(self, paused: bool) -> None:
        self._desk.listening.pause(paused)

    @Slot()
    def _on_clipboard_back_asked(self) -> None:
        self._desk.pastes.bring_back()

    @Slot(list)
    def _on_paths_dropped(self, dropped: list[str]) -> None:
        try:
            for path in dropped:
                self._desk.books.add(path)
        except QtdeskError as error:
            self._on_refused(error)

    @Slot(object)
    def _on_refused(self, error: QtdeskError) -> None:
        self.messages.say(*tell_error(error), Kind.STOP, urgent=True)


def _name_of(permission: "Permission") -> str:
    return permission.title.template
