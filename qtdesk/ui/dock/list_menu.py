"""The checklists beside the dock: those that are likely now, one click each.

No menu of Qt's, which would take the keyboard; the launcher has all the others.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Slot

from qtdesk.core.launcher import Entry, Kind
from qtdesk.core.ports import QuietWindows
from qtdesk.ui.dock.popover import Action, Note, Popover
from qtdesk.ui.search_field import SLASH

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.ui.dock.window import DockWindow
    from qtdesk.ui.theme import Appearance

_MOST = 10
"""More would be slower to read than to type."""
_ALL = "all"


class ListMenu(QObject):
    """Shows itself above the button, and goes with the pointer."""

    def __init__(
        self, desk: "Desk", appearance: "Appearance", window: "DockWindow"
    ) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._entries: dict[str, Entry] = {}
        self.popover = Popover(appearance, desk.platform.composited, upright=True)
        self.popover.action_chosen.connect(self._on_chosen)

    def in_use(self) -> bool:
        """Whether the agent is about to choose."""
        return self.popover.offers

    @Slot()
    def show(self) -> None:
        """Offer what is likely now; that lists are still loading is said."""
        launcher = self._desk.launcher
        launcher.load()
        fitting = [each for each in launcher.entries() if each.kind is not Kind.TOOL]
        self._entries = {each.key: each for each in fitting[:_MOST]}
        actions = [Action(key, each.title) for key, each in self._entries.items()]
        actions.append(Action(_ALL, self.tr("All, in the panel…")))
        warning = self.tr("The checklists are being loaded.")
        note = Note(
            self.tr("Checklists"),
            "",
            warning if launcher.loading else "",
            tuple(actions),
        )
        button = self._window.lists
        about = QRect(button.mapToGlobal(button.rect().topLeft()), button.size())
        self.popover.say(note, about, self._window.visible_part)
        platform = self._desk.platform
        if isinstance(platform, QuietWindows):
            platform.keep_quiet(int(self.popover.winId()))

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if key == _ALL:
            self._desk.want_panel(query=SLASH)
        elif key in self._entries:
            # For the window in front at this moment, as every click of the dock.
            self._desk.launcher.open(self._entries[key], None)
