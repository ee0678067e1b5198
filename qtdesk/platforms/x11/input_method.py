"""Whether an input method stands between the keys and the text.

While one composes, keys are not text: `;hi` and a space may have become two Chinese
characters. What cannot be asked counts as composing.
"""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.properties import Property

if TYPE_CHECKING:
    from jeepney.io.blocking import (  # type: ignore[import-untyped]  # has no types
        DBusConnection,
    )

_PATIENCE_S = 0.2
_SILENCE = ()
"""The answer of a program that gives none in time."""
_ACTIVE = 2
"""What both editions of Fcitx call "composing" as opposed to "passing keys on"."""
_PLAIN_IBUS = "xkb:"
_KNOWN_SERVERS = frozenset({"none", "local"})
_FCITX = (
    ("org.fcitx.Fcitx5", "/controller", "org.fcitx.Fcitx.Controller1", "State"),
    (
        *("org.fcitx.Fcitx", "/inputmethod"),
        *("org.fcitx.Fcitx.InputMethod", "GetCurrentState"),
    ),
)


class InputMethods:
    """IBus and Fcitx are asked; of any other it is only known that it is there."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def engaged(self) -> bool:
        """Whether keys may be something else than the text they stand for."""
        ibus = self._ibus()
        if ibus is not None:
            return ibus
        fcitx = self._fcitx()
        if fcitx is not None:
            return fcitx
        return self._others()

    def _ibus(self) -> bool | None:
        """None where IBus does not run."""
        address = self._ibus_address()
        if not address:
            return None
        name = _ask_ibus(address)
        return None if name is None else not name.startswith(_PLAIN_IBUS)

    def _ibus_address(self) -> str:
        """As IBus itself leaves it for programs of this display."""
        if given := os.environ.get("IBUS_ADDRESS"):
            return given
        display = self._connection.display.get_display_name()
        number = re.fullmatch(r"[^:]*:(\d+)(?:\.\d+)?", display)
        default = Path.home() / ".config"
        folder = Path(os.environ.get("XDG_CONFIG_HOME") or default, "ibus", "bus")
        if number is None or not folder.is_dir():
            return ""
        found = ""
        for file in folder.glob(f"*-unix-{number[1]}"):
            with suppress(OSError, UnicodeDecodeError):
                text = file.read_text(encoding="utf-8")
                line = re.search(r"^IBUS_ADDRESS=(.+)$", text, re.MULTILINE)
                found = line[1] if line else found
        return found

    def _fcitx(self) -> bool | None:
        """None where Fcitx does not run."""
        if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return None
        for name, path, interface, method in _FCITX:
            answer = _ask_session(name, path, interface, method)
            if answer is not None:
                return answer in (_ACTIVE, _SILENCE)
        return None

    def _others(self) -> bool:
        """Whether some other server of the X protocol for input methods is there."""
        root = int(self._connection.root.id)
        servers = Property(self._connection, root, "XIM_SERVERS").numbers()
        for server in servers:
            name = self._connection.atom_name(server).removeprefix("@server=")
            if name not in _KNOWN_SERVERS and self._connection.owner_of(server):
                return True
        return False


def _ask_ibus(address: str) -> str | None:
    """The name of the engine in use; None where nobody answers."""
    from jeepney import (  # type: ignore[import-untyped]  # noqa: PLC0415 - rarely needed
        DBusAddress,
        Properties,
    )

    name = "org.freedesktop.IBus"
    bus = DBusAddress("/org/freedesktop/IBus", name, name)
    answer = _ask(address, Properties(bus).get("GlobalEngine"))
    # Variants in variants; the engine's name is the third field of its description.
    while isinstance(answer, tuple) and len(answer) == 2:  # noqa: PLR2004 - D-Bus's own
        answer = answer[1]
    try:
        return None if answer is None else str(answer[2])
    except (TypeError, IndexError, KeyError):
        return ""


def _ask_session(name: str, path: str, interface: str, method: str) -> object:
    """The answer of a program on the session's bus; None where it is not there."""
    from jeepney import DBusAddress, new_method_call  # noqa: PLC0415

    asked = new_method_call(DBusAddress(path, name, interface), method)
    return _ask("SESSION", asked)


def _ask(bus: str, asked: Any) -> Any:
    from jeepney import MessageFlag, MessageType  # noqa: PLC0415
    from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415

    asked.header.flags |= MessageFlag.no_auto_start
    try:
        connection: DBusConnection = open_dbus_connection(bus)
    except (OSError, ValueError, RuntimeError, KeyError):
        return None
    with connection:
        try:
            answer = connection.send_and_get_reply(asked, timeout=_PATIENCE_S)
        except TimeoutError:
            # It hangs: what it would have done with the keys, nobody knows.
            return _SILENCE
        except (OSError, EOFError):
            return None
    if answer.header.message_type is MessageType.error:
        return None
    return answer.body[0] if answer.body else None
