"""Where checklists as files meet the interface: dialog, preview, faults, an editor.

Made with the tray; the dialog and the window of a preview when they are asked for.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from qtdesk.core.errors import QtdeskError
from qtdesk.core.events import SettingsChanged
from qtdesk.ui.clock import QtClock
from qtdesk.ui.toast import Kind
from qtdesk.ui.words import tell_problem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qtdesk.core.desk import Desk
    from qtdesk.core.phrases import Problem
    from qtdesk.ui.bridge import Bridge
    from qtdesk.ui.order_check.window import OrderCheckWindow
    from qtdesk.ui.theme import Appearance
    from qtdesk.ui.toast import Messages


class ListRoom(QObject):
    """Makes the dialog of lists, and tells of faults in them as those of books are."""

    def __init__(
        self,
        desk: "Desk",
        bridge: "Bridge",
        appearance: "Appearance",
        messages: "Messages",
        refused: Callable[[QtdeskError], None],
    ) -> None:
        """`refused` tells the agent of what could not be done."""
        super().__init__(bridge)
        self._desk, self._bridge, self._appearance = desk, bridge, appearance
        self._messages, self._refused = messages, refused
        self._told: list[Problem] = []
        self._clock = QtClock(self)
        self._preview: OrderCheckWindow | None = None
        self.show_lists: Callable[[], None] = lambda: None
        """Opens the dialog; set by whoever keeps the dialogs."""
        bridge.lists_changed.connect(self._on_lists_changed)
        bridge.sources_changed.connect(self._on_sources_changed)
        bridge.settings_changed.connect(self._on_settings_changed)

    def make_dialog(self) -> "QWidget":
        from qtdesk.ui.lists_dialog import ListsDialog  # noqa: PLC0415 - rarely used

        dialog = ListsDialog(self._desk, self._bridge, self._appearance)
        dialog.refused.connect(self._refused)
        dialog.file_made.connect(self._on_file_made)
        dialog.preview_asked.connect(self.show_preview)
        # It may be asked for before the lists are there, which is announced.
        self._desk.launcher.load()
        return dialog

    @Slot(str)
    def show_preview(self, checklist: str) -> None:
        """Open the window of a list with an order of nobody; nothing is recorded."""
        from qtdesk.core.list_preview import preview_checks  # noqa: PLC0415 - as above
        from qtdesk.core.words import NO_WORDS  # noqa: PLC0415 - the same
        from qtdesk.order_desk import sample_order  # noqa: PLC0415 - the same
        from qtdesk.platforms.null import Null  # noqa: PLC0415 - the same
        from qtdesk.ui.order_check.window import OrderCheckWindow  # noqa: PLC0415 - the same

        engine = self._desk.checks.engine
        if engine is None:
            return
        nowhere = Null(NO_WORDS, lambda _text: True)
        served = (nowhere, self._clock)
        checks = preview_checks(engine, checklist, sample_order(), served)
        if self._preview is not None:
            self._preview.close_window()
            self._preview.deleteLater()
        platform = self._desk.platform
        self._preview = OrderCheckWindow(checks, self._appearance, platform.composited)
        self._preview.setWindowTitle(self.tr("qtdesk: preview of a checklist"))
        self._preview.open()
        platform.take_focus(int(self._preview.winId()))

    @Slot(str)
    def _on_file_made(self, path: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(path))

    @Slot()
    def _on_sources_changed(self) -> None:
        self._desk.lists.refresh()

    @Slot(object)
    def _on_settings_changed(self, event: SettingsChanged) -> None:
        if "lists_off" in event.names:
            self._desk.lists.follow()

    @Slot()
    def _on_lists_changed(self) -> None:
        """Each fault is told once; the dialog lists them all."""
        sources = ["", *(each.source.path for each in self._desk.books.sources())]
        wrong = [
            problem for each in sources for problem in self._desk.lists.problems(each)
        ]
        news = [problem for problem in wrong if problem not in self._told]
        self._told = wrong
        if news:
            name = Path(news[0].file).name
            title = self.tr("{file} cannot be used as it is now").format(file=name)
            lines = [tell_problem(news[0])]
            lines.append(self.tr("What was read last stays in use."))
            show = self.show_lists
            self._messages.say(title, "\n".join(lines), Kind.STOP, when_clicked=show)
