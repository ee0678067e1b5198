"""Linux: a file in the autostart folder, as freedesktop's specifications have it.

Reads only what decides whether a desktop would start us; writes only our own file.
"""

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from qtdesk.autostart import Command
from qtdesk.autostart.files import remove, write

_NAME = "qtdesk.desktop"
GROUP = "[Desktop Entry]"
_RESERVED = frozenset("\t\n \"'\\><~|&;$*?#()`")
_ODD_PROGRAM = frozenset("%=")
"""The specification forbids the one in a program's name, GLib misreads the other."""
_IN_QUOTES = frozenset('"`$\\')


class DesktopFile:
    """Implements `Autostart`."""

    def __init__(
        self, command: Command, environ: Mapping[str, str] = os.environ
    ) -> None:
        """Take the folders from `environ`; nothing is read or written yet."""
        self._command = command
        home = Path(environ.get("HOME") or Path.home())
        own = environ.get("XDG_CONFIG_HOME", "")
        folder = Path(own) if Path(own).is_absolute() else home / ".config"
        self._own = folder / "autostart" / _NAME
        shared = environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        self._shared = [
            Path(folder, "autostart", _NAME)
            for folder in shared.split(os.pathsep)
            if Path(folder).is_absolute()
        ]

    def enabled(self) -> bool:
        for path in (self._own, *self._shared):
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
            "Icon=qtdesk",
            f"TryExec={escaped(command[0])}",
            f"Exec={exec_line(command)}",
            "Terminal=false",
            "StartupNotify=false",
            "X-GNOME-Autostart-enabled=true",
        )
        write(self._own, "\n".join((*lines, "")).encode())

    def disable(self) -> None:
        if any(read(path) is not None for path in self._shared):
            text = f"{GROUP}\nType=Application\nName=qtdesk\nHidden=true\n"
            write(self._own, text.encode())
        else:
            remove(self._own)


def exec_line(command: Sequence[str]) -> str:
    """`command` as the value of `Exec`, which is unpacked in three steps."""
    if _ODD_PROGRAM.intersection(command[0]):
        command = ("sh", "-c", 'exec "$0" "$@"', *command)
    return " ".join(escaped(_quoted(part).replace("%", "%%")) for part in command)


def _quoted(part: str) -> str:
    if part and not _RESERVED.intersection(part):
        return part
    inner = "".join(f"\\{sign}" if sign in _IN_QUOTES else sign for sign in part)
    return f'"{inner}"'


def escaped(text: str) -> str:
    """`text` as the value of any key of type string."""
    steps = (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r"))
    for sign, written in steps:
        text = text.replace(sign, written)
    return text


def _unescaped(text: str) -> str:
    signs = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    parts = iter(text)
    return "".join(
        signs.get(next(parts, ""), "") if sign == "\\" else sign for sign in parts
    )


def read(path: Path) -> dict[str, str] | None:
    """The entries of the file's main group; None where there is no such file."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    entries: dict[str, str] = {}
    group = ""
    for line in text.splitlines():
        if line.startswith("["):
            group = line.strip()
        elif group == GROUP and not line.startswith("#"):
            key, equals, value = line.partition("=")
            if equals:
                entries[key.strip()] = _unescaped(value.strip())
    return entries


def would_start(entries: Mapping[str, str]) -> bool:
    """Whether a desktop would start what `entries` name."""
    hidden = entries.get("Hidden") == "true"
    off = entries.get("X-GNOME-Autostart-enabled") == "false"
    program = entries.get("TryExec", "")
    there = not program or shutil.which(program) is not None
    return "Exec" in entries and there and not hidden and not off
