"""What `doctor` looks at, one function each. Looks only: changes and sends nothing."""

import importlib.metadata
import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from qtdesk.cli import clipboard
from qtdesk.cli.context import Context
from qtdesk.core.errors import QtdeskError
from qtdesk.core.ports import Ability
from qtdesk.ipc import NotRunningError
from qtdesk.platforms import session

_QT = "PySide6-Essentials"
_BAD_QT = "6.12.0"
_FIRST_UNHURT_PYTHON = (3, 12)


class Check(NamedTuple):
    """One thing that works, or does not."""

    name: str
    ok: bool
    found: str
    remedy: str = ""


def data_folder(context: Context) -> Check:
    """Whether the agent's data can be read and written."""
    name = "data folder"
    try:
        data = context.data
        _write_in(data)
        context.store.settings()
        context.library.sources()
    except QtdeskError as error:
        found = " ".join(str(part) for part in (error.title, error.detail) if part)
        return Check(name, ok=False, found=found, remedy=str(error.hint))
    except OSError as error:
        found = f"{data}: {error.strerror}"
        return Check(name, False, found, "Give yourself the right to write there.")
    return Check(name, ok=True, found=str(data))


def _write_in(folder: Path) -> None:
    """Write a file that vanishes, in `folder` or where it would be created."""
    existing = next(place for place in (folder, *folder.parents) if place.is_dir())
    with tempfile.TemporaryFile(dir=existing) as file:
        file.write(b"qtdesk")


def running(context: Context) -> Check:
    """Whether an instance is there that hangs; none at all is no fault."""
    try:
        pid = context.ask({"do": "ping"})["pid"]
    except NotRunningError as error:
        return Check("running", ok=True, found=str(error.title))
    except QtdeskError as error:
        return Check("running", False, str(error.title), str(error.hint))
    return Check("running", ok=True, found=f"pid {pid}")


def pasting(context: Context) -> list[Check]:
    """What the running instance finds in the way of a paste; nothing without one."""
    try:
        found = context.ask({"do": "doctor"}).get("findings", ())
    except QtdeskError:
        # `running` has told of it, or it is of an older edition.
        return []
    return [
        Check(
            *(f"here: {each['name']}", each["verdict"] == "ok"),
            *(each["what"], each["remedy"]),
        )
        for each in found
    ]


def qt() -> Check:
    """Whether the Qt that is installed is one that works; it is not loaded."""
    try:
        version = importlib.metadata.version(_QT)
    except importlib.metadata.PackageNotFoundError:
        return Check("Qt", False, f"{_QT} is not installed", f"Install {_QT}.")
    python = ".".join(map(str, sys.version_info[:3]))
    found = f"{_QT} {version} on Python {python}"
    if version == _BAD_QT and sys.version_info < _FIRST_UNHURT_PYTHON:
        remedy = "This pair loses objects. Install another version of either."
        return Check("Qt", ok=False, found=found, remedy=remedy)
    return Check("Qt", ok=True, found=found)


def clipboard_tool() -> Check:
    """Whether `copy` of the command line has what it needs."""
    if sys.platform != "linux":
        return Check("clipboard tool", ok=True, found="none is needed")
    tool = clipboard.tool()
    if tool is None:
        return Check("clipboard tool", False, "there is none", clipboard.advice())
    return Check("clipboard tool", ok=True, found=tool)


def input_method() -> Check:
    """Whether Chinese can be typed into our windows."""
    asked = session.input_method(os.environ) or "the default"
    if not session.asks_for_fcitx(os.environ):
        return Check("input method", ok=True, found=asked)
    if session.qt_has_input_plugin("fcitx"):
        return Check("input method", ok=True, found="fcitx")
    if session.qt_has_input_plugin("ibus"):
        return Check("input method", ok=True, found="fcitx, reached as ibus")
    return Check(
        "input method",
        ok=False,
        found="fcitx is asked for, and this Qt has no plugin that reaches it",
        remedy=f"Install {_QT} from its wheel, which has one.",
    )


def ability(of_platform: Ability) -> Check:
    """One thing this desktop can or cannot do."""
    name = of_platform.name.replace("_", " ")
    return Check(name, of_platform.able, str(of_platform.reason))
