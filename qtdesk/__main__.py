"""`python -m qtdesk`: without a command the desk, with one the command line.

A second start only asks the running instance to show its panel, and loads no Qt.
"""

import contextlib
import gc
import os
import re
import socket
import sys
from collections.abc import Sequence

from qtdesk import ipc, paths
from qtdesk.cli import options
from qtdesk.cli.main import CANNOT, OK, USAGE
from qtdesk.cli.output import complain
from qtdesk.cli.running import show_request
from qtdesk.core.errors import DesktopError, QtdeskError, SettingsError
from qtdesk.core.settings import Settings
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

_LISTEN = "--listen-for-codes"
"""How a frozen program starts itself as the process that hears typed codes."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the desk, or run the command in `arguments`; gives an exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments and arguments[0] == _LISTEN:
        from qtdesk.platforms.listen import main as listen  # noqa: PLC0415 - see above

        return listen()
    at_login = paths.AT_LOGIN in arguments
    arguments = [argument for argument in arguments if argument != paths.AT_LOGIN]
    given, rest = options.split(arguments, "qtdesk")
    if rest:
        from qtdesk.cli.main import main as run_command  # noqa: PLC0415 - see above

        return run_command(arguments)
    try:
        return _open_desk(given, at_login=at_login)
    except QtdeskError as error:
        complain(error)
        return USAGE if isinstance(error, SettingsError) else CANNOT


def _open_desk(given: options.Options, *, at_login: bool) -> int:
    Settings().with_changes(given.changes)
    data = paths.data_dir(given.data_dir)
    with contextlib.suppress(OSError):
        # A folder out of reach keeps nobody from pasting; the tray tells of it.
        data.mkdir(parents=True, exist_ok=True)
    address = paths.runtime_address(data)
    # At login nobody has asked to see anything.
    hail = {"do": "ping"} if at_login else show_request()
    with contextlib.suppress(ipc.NotRunningError):
        ipc.ask(address, hail)
        return OK
    _look_for_a_screen()
    # All that is loaded now stays: looking through it again and again takes long. On
    # again as soon as the hotkey works.
    gc.disable()
    from qtdesk.ui.app import run  # noqa: PLC0415 - Qt is slow to load

    return run(data, given.books, given.changes, address, hail)


def _look_for_a_screen() -> None:
    """Qt would end the process without a word about what to do.

    Raises:
        DesktopError: there is no desktop to show anything on.
    """
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY")
        or os.environ.get("WAYLAND_DISPLAY")
        or os.environ.get("QT_QPA_PLATFORM")
    ):
        raise DesktopError(
            words(QT_TRANSLATE_NOOP("core", "There is no desktop to show qtdesk on.")),
            words(QT_TRANSLATE_NOOP("core", "DISPLAY is not set.")),
            words(QT_TRANSLATE_NOOP("core", "Start qtdesk from within the desktop.")),
        )
    if not _x_server_listens():
        raise DesktopError(
            words(QT_TRANSLATE_NOOP("core", "The X server cannot be reached.")),
            words(
                QT_TRANSLATE_NOOP("core", "DISPLAY is {display}."),
                display=os.environ["DISPLAY"],
            ),
            words(QT_TRANSLATE_NOOP("core", "Start qtdesk from within the desktop.")),
        )


def _x_server_listens() -> bool:
    """False only for a server of this machine that is certainly not there."""
    if sys.platform != "linux":
        return True
    display = os.environ.get("DISPLAY", "")
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    chosen = os.environ.get("QT_QPA_PLATFORM", "xcb")
    if local is None or os.environ.get("WAYLAND_DISPLAY") or chosen != "xcb":
        return True
    path = f"/tmp/.X11-unix/X{local[1]}"  # noqa: S108 - where X servers are found
    for address in (f"\0{path}", path):
        with socket.socket(socket.AF_UNIX) as trial:
            if trial.connect_ex(address) == 0:
                return True
    return False


if __name__ == "__main__":
    sys.exit(main())
