"""Linux: a place in the desktop's menu of applications, as freedesktop has it.

Portals know a program by its file there, and newer ones give keys to no other. Writes
only our own file, and that only when somebody asks for it.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from qtdesk import APP_ID
from qtdesk.autostart import Command
from qtdesk.autostart.desktop_file import GROUP, escaped, exec_line, read, would_start
from qtdesk.autostart.files import remove, write
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

_TITLE = words(
    QT_TRANSLATE_NOOP("core", "The menu of applications could not be changed.")
)


class MenuEntry:
    """Implements `Autostart` for the menu: whether the agent can start us there."""

    def __init__(
        self, command: Command, icon: Path, environ: Mapping[str, str] = os.environ
    ) -> None:
        """Take the folders from `environ`; nothing is read or written yet.

        `icon` is a picture that stays where it is as long as the program does.
        """
        self._command = command
        self._icon = icon
        home = Path(environ.get("HOME") or Path.home())
        own = environ.get("XDG_DATA_HOME", "")
        folder = Path(own) if Path(own).is_absolute() else home / ".local/share"
        shared = environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
        self._places = [
            place / "applications" / f"{APP_ID}.desktop"
            for place in (folder, *map(Path, shared.split(os.pathsep)))
            if place.is_absolute()
        ]

    def enabled(self) -> bool:
        for path in self._places:
            entries = read(path)
            if entries is not None:
                # The agent's own file hides those of the system.
                return would_start(entries)
        return False

    def enable(self) -> None:
        command = self._command()
        lines = (
            GROUP,
            "Type=Application",
            "Name=qtdesk",
            "Comment=Phrasebook for customer service",
            "Comment[zh_CN]=客服话术",
            f"Icon={escaped(str(self._icon))}",
            f"TryExec={escaped(command[0])}",
            f"Exec={exec_line(command)}",
            "Terminal=false",
            "StartupNotify=false",
            "StartupWMClass=qtdesk",
            "Categories=Office;Utility;",
        )
        write(self._places[0], "\n".join((*lines, "")).encode(), _TITLE)

    def disable(self) -> None:
        remove(self._places[0], _TITLE)
