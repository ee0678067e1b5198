"""Notices that a phrasebook or a checklist changed, without asking all the time.

Local files tell by themselves; shares often do not, so that they are looked at when
the agent opens the panel, and once in a while.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Slot

from qtdesk.core.ports import Background
from qtdesk.ui.bridge import Bridge

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

_SETTLE_MS = 300
"""An editor writes a file in several steps; the last one counts."""
_ROUND_MS = 60_000
_State = dict[str, tuple[int, int, int] | None]


class BookWatch(QObject):
    """Asks the desk to look at its sources whenever there may be news."""

    def __init__(
        self, desk: "Desk", bridge: Bridge, background: Background, parent: QObject
    ) -> None:
        """Begin to watch; `background` takes the looking at disks and shares."""
        super().__init__(parent)
        self._desk = desk
        self._background = background
        self._looking = False
        self._known: dict[str, _State] = {}
        """By folder, how our files in it were when it last told of a change."""
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._round = QTimer(self)
        self._round.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._round.start(_ROUND_MS)
        self._watcher.fileChanged.connect(self._on_touched)
        self._watcher.directoryChanged.connect(self._on_directory_touched)
        self._settle.timeout.connect(self.look)
        self._round.timeout.connect(self.look)
        bridge.panel_wanted.connect(self._on_touched)
        bridge.sources_changed.connect(self._on_books_changed)
        bridge.book_changed.connect(self._on_books_changed)
        bridge.lists_changed.connect(self._on_books_changed)
        self._follow()

    @Slot()
    def look(self) -> None:
        """Look at all sources now, unless that is under way."""
        if not self._looking:
            self._looking = True
            self._desk.books.refresh(self._on_books_looked)

    def _on_books_looked(self) -> None:
        self._desk.lists.refresh(self._on_looked)

    def _on_looked(self) -> None:
        self._looking = False
        self._follow()

    @Slot()
    def _on_touched(self) -> None:
        self._settle.start()

    @Slot(str)
    def _on_directory_touched(self, folder: str) -> None:
        """A book may lie in a folder where all the time something else changes.

        A folder that tells of a change is not one that hangs: looking is quick here.
        """
        state = self._state_in(folder)
        if self._known.get(folder) != state:
            self._known[folder] = state
            self._settle.start()

    def _state_in(self, folder: str) -> "_State":
        state: _State = {}
        for source in self._sources():
            path = Path(source)
            if folder in {str(path), str(path.parent)}:
                state |= {str(file): _stamp(file) for file in (path, *_files_in(path))}
        return state

    def _sources(self) -> list[str]:
        """What phrasebooks and lists are read from."""
        books = [state.source.path for state in self._desk.books.sources()]
        return [*books, *self._desk.lists.folders]

    @Slot()
    def _on_books_changed(self) -> None:
        self._follow()

    def _follow(self) -> None:
        """Watch what the sources consist of now; editors replace files by new ones.

        A share that hangs must not hold the interface up: the looking is slow work.
        """
        sources = self._sources()
        self._background.run(lambda: _places_of(sources), self._watch)

    def _watch(self, wanted: set[str]) -> None:
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(list(gone))
        if new := wanted - watched:
            self._watcher.addPaths(list(new))


def _places_of(sources: list[str]) -> set[str]:
    """Everything there is whose change may mean a new edition."""
    wanted: set[Path] = set()
    for source in map(Path, sources):
        # A file that is replaced is a new file: its folder tells. What is written to a
        # file in a folder, only the file itself tells.
        wanted |= {source, source.parent, *_files_in(source)}
    return {str(path) for path in wanted if path.exists()}


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What differs between two editions of a file; None where there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def _files_in(path: Path) -> list[Path]:
    """Files of a folder that may belong to a book; none for a file."""
    try:
        return [file for file in path.iterdir() if not file.name.startswith(".")]
    except OSError:
        return []
