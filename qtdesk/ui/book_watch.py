"""Notices that a phrasebook changed, without asking all the time.

Local files tell by themselves; shares often do not, so that they are looked at when
the agent opens the panel, and once in a while.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Slot

from qtdesk.ui.bridge import Bridge

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

_SETTLE_MS = 300
"""An editor writes a file in several steps; the last one counts."""
_ROUND_MS = 60_000


class BookWatch(QObject):
    """Asks the desk to look at its sources whenever there may be news."""

    def __init__(self, desk: "Desk", bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looking = False
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._round = QTimer(self)
        self._round.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._round.start(_ROUND_MS)
        self._watcher.fileChanged.connect(self._on_touched)
        self._watcher.directoryChanged.connect(self._on_touched)
        self._settle.timeout.connect(self.look)
        self._round.timeout.connect(self.look)
        bridge.panel_wanted.connect(self._on_touched)
        bridge.book_changed.connect(self._on_books_changed)
        self._follow()

    @Slot()
    def look(self) -> None:
        """Look at all sources now, unless that is under way."""
        if not self._looking:
            self._looking = True
            self._desk.refresh_books(self._on_looked)

    def _on_looked(self) -> None:
        self._looking = False
        self._follow()

    @Slot()
    def _on_touched(self) -> None:
        self._settle.start()

    @Slot()
    def _on_books_changed(self) -> None:
        self._follow()

    def _follow(self) -> None:
        """Watch what the sources consist of now; editors replace files by new ones."""
        wanted: set[str] = set()
        for state in self._desk.sources():
            path = Path(state.source.path)
            wanted.add(str(path))
            # A file that is replaced is a new file: its folder tells.
            wanted.add(str(path.parent))
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(list(gone))
        if new := {path for path in wanted - watched if Path(path).exists()}:
            self._watcher.addPaths(list(new))
