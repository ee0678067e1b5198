"""Which window system this session is, and what Qt must be told before it starts.

Reads the environment and looks for sockets; changes nothing and connects for a look
only. The front end, `detect` and `doctor` ask here, so that they cannot disagree.
"""

import errno
import os
import socket
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

ACTIVATION_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - the name of a variable
"""Holds the right to come to the front, for whoever was started by a key press."""

_QT = "PySide6-Essentials"
_FCITX = ("fcitx", "fcitx5")
_IM_VARIABLES = ("QT_IM_MODULES", "QT_IM_MODULE", "XMODIFIERS")


def is_wayland(environ: Mapping[str, str]) -> bool:
    """Whether our windows are Wayland's; an X server beside it is for older programs.

    `QT_QPA_PLATFORM` decides where the person has set it.
    """
    chosen = environ.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith("wayland"):
        return False
    path = wayland_socket(environ)
    return path is not None and _listens(path)


def wayland_socket(environ: Mapping[str, str]) -> Path | None:
    """Where the compositor listens, as its clients find it."""
    name = environ.get("WAYLAND_DISPLAY")
    folder = environ.get("XDG_RUNTIME_DIR")
    if not name:
        return None
    if Path(name).is_absolute():
        return Path(name)
    return Path(folder, name) if folder else None


def _listens(path: Path) -> bool:
    if sys.platform == "win32":
        return False
    try:
        if not stat.S_ISSOCK(path.stat().st_mode):
            return False
        with socket.socket(socket.AF_UNIX) as trial:
            trial.setblocking(False)
            # A full backlog is a busy compositor, not a missing one.
            return trial.connect_ex(os.fspath(path)) in {0, errno.EAGAIN}
    except OSError:
        return False


def qt_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Variables to set before Qt starts; empty where its own choices are right."""
    wanted: dict[str, str] = {}
    wayland = is_wayland(environ)
    if wayland and not environ.get("QT_QPA_PLATFORM"):
        # Qt prefers X on some desktops, where nobody could paste into our windows.
        wanted["QT_QPA_PLATFORM"] = "wayland;xcb"
    if asks_for_fcitx(environ) and not qt_has_input_plugin("fcitx"):
        modules = environ.get("QT_IM_MODULES") or environ.get("QT_IM_MODULE", "")
        known = [name for name in modules.split(";") if name]
        # Where Qt was told nothing, the compositor itself brings the input method.
        if "ibus" not in known and (known or not wayland):
            # Qt takes the first that it has; fcitx5 answers where ibus would.
            wanted["QT_IM_MODULES"] = ";".join((*known, "ibus"))
    return wanted


def asks_for_fcitx(environ: Mapping[str, str]) -> bool:
    """Whether the person's input method is fcitx, by any of the usual variables."""
    return any(
        name.removeprefix("@im=") in _FCITX
        for variable in _IM_VARIABLES
        for name in environ.get(variable, "").split(";")
    )


def input_method(environ: Mapping[str, str]) -> str:
    """What is asked for, as the variables tell it; empty for Qt's own choice."""
    told = (environ.get(variable, "") for variable in _IM_VARIABLES)
    return " ".join(filter(None, told))


def qt_has_input_plugin(name: str) -> bool:
    """Whether the installed Qt came with the plugin; Qt itself is not loaded."""
    import importlib.metadata  # noqa: PLC0415 - slow to load, and rarely asked

    try:
        files = importlib.metadata.files(_QT) or ()
    except importlib.metadata.PackageNotFoundError:
        return False
    return any(
        file.parent.name == "platforminputcontexts" and name in file.name
        for file in files
    )
