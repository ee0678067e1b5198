"""Hears of new releases, once a day and only where the agent wants it.

Asks the command line, in a process of its own: whatever a server does, the desk does
not wait for it, and a quit ends it at once. Fetches and installs nothing.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Qt, QTimer, Signal, Slot

from qtdesk.core.events import SettingsChanged
from qtdesk.core.words import Words
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.translations import system_language

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

_FIRST_MS = 60_000
"""After the start, which has better things to do."""
_DAY_MS = 24 * 60 * 60 * 1000
_LONGEST_MS = 60_000
_OURS = {"updates", "updates_from"}


class NewRelease(NamedTuple):
    """A release that the agent does not have yet."""

    version: str
    page: str
    notes: tuple[str, ...]


class UpdateWatch(QObject):
    """What is known about releases: a new one, a warning, or neither."""

    changed = Signal()

    def __init__(
        self,
        desk: "Desk",
        bridge: Bridge,
        data: Path,
        command: Sequence[str],
        parent: QObject | None = None,
    ) -> None:
        """`command` starts the command line; `data` is the agent's folder."""
        super().__init__(parent)
        self._desk = desk
        self._data = data
        self._command = tuple(command)
        self.release: NewRelease | None = None
        self.warning: tuple[Words, Words, Words] | None = None
        """Title, detail and hint of something that is not as it should be."""
        self._process: QProcess | None = None
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._due.timeout.connect(self.look)
        self._due.start(_FIRST_MS)
        bridge.settings_changed.connect(self._on_settings_changed)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    @Slot()
    def look(self) -> None:
        """Ask, if the agent wants it; the answer comes as `changed`."""
        self._due.start(_DAY_MS)
        settings = self._desk.settings
        if not settings.updates or self._process is not None:
            return
        process = QProcess(self)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_not_started)
        self._process = process
        chosen = settings.language
        language = system_language() if chosen == "auto" else chosen
        program, *arguments = self._command
        arguments += ["--data-dir", str(self._data)]
        arguments += ["--set", f"updates_from={settings.updates_from}"]
        arguments += ["updates", "check", "--json", "--if-due", "--language", language]
        process.start(program, arguments)
        QTimer.singleShot(_LONGEST_MS, process, process.kill)

    @Slot()
    def close(self) -> None:
        """Wait for no answer any more."""
        self._due.stop()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._on_finished)
            process.errorOccurred.disconnect(self._on_not_started)
            process.kill()
            process.waitForFinished(1000)

    @Slot(object)
    def _on_settings_changed(self, event: SettingsChanged) -> None:
        if not _OURS.isdisjoint(event.names):
            self.release = self.warning = None
            self.changed.emit()
            self.look()

    @Slot()
    def _on_finished(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        output = bytes(process.readAllStandardOutput().data())
        process.deleteLater()
        try:
            told = json.loads(output)
        except ValueError:
            return  # it was ended, or could not even read its settings
        self._take(told)

    @Slot(QProcess.ProcessError)
    def _on_not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._process = None

    def _take(self, told: dict[str, Any]) -> None:
        if not self._desk.settings.updates:
            return
        match told["standing"]:
            case "newer_there":
                notes = tuple(told["notes"])
                self.release = NewRelease(told["version"], told["page"], notes)
                self.warning = None
            case "up_to_date":
                self.release = self.warning = None
            case "unknown" if told["alarming"]:
                self.release = None
                self.warning = _sentences(told["error"])
        self.changed.emit()


def _sentences(told: dict[str, Any]) -> tuple[Words, Words, Words]:
    title, detail, hint = (
        Words(told[name]["template"], told[name]["values"])
        for name in ("title", "detail", "hint")
    )
    return title, detail, hint
