"""Our connection to the session bus: calls, answers and signals, never waiting.

The only module that knows jeepney; it takes from it the reading and writing of
messages and leaves its blocking connections alone. No portal is known in here.
"""

import errno
import os
import socket
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

from jeepney import (  # type: ignore[import-untyped]  # the package has no types
    AuthenticationError,
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    Parser,
    new_method_call,
)
from jeepney.auth import (  # type: ignore[import-untyped]  # as above
    BEGIN,
    Authenticator,
)
from jeepney.bus import get_bus  # type: ignore[import-untyped]  # as above

from qtdesk.core.errors import DesktopError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

_PIECE = 1 << 16


class Place(NamedTuple):
    """An interface of an object of a program on the bus."""

    name: str
    path: str
    interface: str


class Reply(NamedTuple):
    """What came back from a call."""

    body: tuple[Any, ...] = ()
    error: str = ""
    """Name of the error, such as `org.freedesktop.DBus.Error.ServiceUnknown`."""


class Signal(NamedTuple):
    """Something a program announced."""

    sender: str
    path: str
    member: str
    body: tuple[Any, ...]


BUS = Place("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
LOST = "org.freedesktop.DBus.Error.Disconnected"

Answered = Callable[[Reply], None]


def session_address(environ: dict[str, str] | os._Environ[str]) -> str:
    """Where the session bus is, or empty; systemd's place needs no variable."""
    given = environ.get("DBUS_SESSION_BUS_ADDRESS")
    if given:
        return given
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    path = os.path.join(runtime, "bus")  # noqa: PTH118 - part of an address
    return f"unix:path={path}" if runtime and os.path.exists(path) else ""  # noqa: PTH110


def _local_socket() -> socket.socket:
    if sys.platform == "win32":
        # Nobody asks there; only types have to hold.
        return socket.socket()
    return socket.socket(socket.AF_UNIX)


class Bus:
    """One connection. What is said before it stands is sent as soon as it does."""

    def __init__(self, address: str) -> None:
        """Begin to connect.

        Raises:
            DesktopError: there is no bus at `address`.
        """
        self._socket = _local_socket()
        self._socket.setblocking(False)
        try:
            self._socket.connect(get_bus(address))
        except (OSError, RuntimeError, ValueError, KeyError) as problem:
            self._socket.close()
            raise DesktopError(
                words(QT_TRANSLATE_NOOP("core", "The session bus cannot be reached."))
            ) from problem
        self._login: Authenticator | None = Authenticator()
        self._parser = Parser()
        self._serial = 0
        self._unsent = bytearray()
        self._answers: dict[int, Answered] = {}
        self._listeners: dict[str, list[Callable[[Signal], None]]] = {}
        self._stand_in: tuple[socket.socket, socket.socket] | None = None
        self.name = ""
        """Our own on the bus; empty until it has greeted us."""
        self._write(self._login.data_to_send())
        self.call(BUS, "Hello", answered=self._on_hello)

    def fileno(self) -> int:
        return self._socket.fileno()

    @property
    def lost(self) -> bool:
        """Whether the bus has gone; it does not come back in a session."""
        return self._stand_in is not None

    # --- saying ----------------------------------------------------------------

    def call(
        self,
        place: Place,
        method: str,
        signature: str = "",
        body: tuple[Any, ...] = (),
        answered: Answered | None = None,
    ) -> None:
        """Call `method`; `answered` is told its reply or its error, once, later."""
        if self.lost:
            return
        message = new_method_call(
            DBusAddress(place.path, place.name, place.interface),
            method,
            signature or None,
            body,
        )
        self._serial += 1
        if answered is not None:
            self._answers[self._serial] = answered
        data = message.serialise(serial=self._serial)
        if self._login is not None:
            self._unsent += data
        else:
            self._write(data)

    def listen(self, interface: str, heard: Callable[[Signal], None]) -> None:
        """Tell `heard` every signal of `interface`; the bus must be asked for them."""
        self._listeners.setdefault(interface, []).append(heard)

    def ask_for_signals(self, **rule: str) -> None:
        """Have signals that match `rule` sent here, such as `interface="…"`."""
        text = ",".join(f"{key}='{value}'" for key, value in rule.items())
        self.call(BUS, "AddMatch", "s", (f"type='signal',{text}",))

    # --- hearing ---------------------------------------------------------------

    def dispatch(self) -> None:
        """Handle what has come; whoever is called may call again."""
        while not self.lost:
            try:
                data = self._socket.recv(_PIECE)
            except BlockingIOError:
                return
            except OSError:
                data = b""
            if not data:
                self._lose()
                return
            self._feed(data)

    def close(self) -> None:
        self._answers.clear()
        self._listeners.clear()
        self._socket.close()
        for end in self._stand_in or ():
            end.close()

    def _feed(self, data: bytes) -> None:
        if self._login is not None:
            self._log_in(self._login, data)
            return
        self._parser.add_data(data)
        while (message := self._parser.get_next_message()) is not None:
            self._deliver(message)
            if self.lost or self._socket.fileno() < 0:
                return

    def _log_in(self, login: Authenticator, data: bytes) -> None:
        try:
            login.feed(data)
        except AuthenticationError:
            self._lose()
            return
        if login.authenticated:
            self._login = None
            waiting, self._unsent = bytes(self._unsent), bytearray()
            self._write(BEGIN + waiting)

    def _deliver(self, message: Message) -> None:
        fields = message.header.fields
        kind = message.header.message_type
        if kind is MessageType.signal:
            signal = Signal(
                fields.get(HeaderFields.sender, ""),
                fields.get(HeaderFields.path, ""),
                fields.get(HeaderFields.member, ""),
                tuple(message.body),
            )
            interface = fields.get(HeaderFields.interface, "")
            for heard in tuple(self._listeners.get(interface, ())):
                heard(signal)
            return
        answered = self._answers.pop(fields.get(HeaderFields.reply_serial, 0), None)
        if answered is None:
            return
        if kind is MessageType.error:
            answered(Reply((), fields.get(HeaderFields.error_name, "unknown")))
        else:
            answered(Reply(tuple(message.body)))

    def _on_hello(self, reply: Reply) -> None:
        if reply.body:
            self.name = str(reply.body[0])

    def _write(self, data: bytes) -> None:
        try:
            sent = self._socket.send(data)
        except OSError as problem:
            # Our messages are small: a full buffer means that nobody reads at all.
            if problem.errno != errno.EBADF:
                self._lose()
            return
        if sent < len(data):
            self._lose()

    def _lose(self) -> None:
        """Tell everybody who waits, and keep the number of our socket quiet.

        Whoever watches it for input would find the end of the stream for ever.
        """
        if self._stand_in is not None:
            return
        self._stand_in = socket.socketpair()
        os.dup2(self._stand_in[0].fileno(), self._socket.fileno())
        waiting, self._answers = self._answers, {}
        for answered in waiting.values():
            answered(Reply((), LOST))
