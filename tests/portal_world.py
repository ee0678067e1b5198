"""A portal on a session bus that behaves as the real ones do.

The portal answers with handles, requests and sessions, as
its interface descriptions say; what the person at the desktop does is for the test.
"""

import select
import time
from collections.abc import Callable
from typing import Any

from jeepney import (  # type: ignore[import-untyped]  # the package has no types
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import (  # type: ignore[import-untyped]  # as above
    DBusConnection,
    open_dbus_connection,
)

from tests.desktop.waiting import DEADLINE_S

PORTAL = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
REMOTE = "org.freedesktop.portal.RemoteDesktop"
NOTIFICATIONS = "org.freedesktop.Notifications"
_BUS = DBusAddress(
    "/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus"
)
_SESSION = "org.freedesktop.portal.Session"
_REQUEST = "org.freedesktop.portal.Request"


class Service:
    """A program on the bus that answers method calls one by one, when it is let."""

    def __init__(self, address: str, name: str) -> None:
        self._bus: DBusConnection = open_dbus_connection(address)
        self._bus.send_and_get_reply(
            new_method_call(_BUS, "RequestName", "su", (name, 0))
        )

    def fileno(self) -> int:
        number: int = self._bus.sock.fileno()
        return number

    def work(self) -> None:
        """Answer what has come."""
        while True:
            try:
                message = self._bus.receive(timeout=0)
            except TimeoutError:
                return
            if message.header.message_type is MessageType.method_call:
                self.answer(message, *_called(message))

    def answer(self, message: Message, interface: str, method: str) -> None:
        raise NotImplementedError

    def returns(self, message: Message, signature: str = "", *body: Any) -> None:
        self._bus.send(new_method_return(message, signature or None, body))

    def fails(self, message: Message, error: str) -> None:
        self._bus.send(new_error(message, error, "s", ("no",)))

    def announces(
        self, path: str, interface: str, member: str, signature: str, *body: Any
    ) -> None:
        emitter = DBusAddress(path, interface=interface)
        self._bus.send(new_signal(emitter, member, signature, body))

    def stop(self) -> None:
        self._bus.close()


class FakePortal(Service):
    """`versions` tells which interfaces there are; the rest is the person's."""

    def __init__(self, address: str, versions: dict[str, int] | None = None) -> None:
        self.versions = {SHORTCUTS: 1} if versions is None else versions
        self.registered: list[str] = []
        self.needs_registration = False
        """As portals since 1.21 do."""
        self._spoken = False
        self.in_menu = True
        """Whether there is a .desktop file of the name that is registered."""
        self.code = 0
        """The person's answer: 0 yes, 1 no, 2 something else."""
        self.dialog = False
        """Whether the answer waits for `decide`."""
        self.assigns: dict[str, str | None] = {}
        """Other keys than those that were wished for; None for none at all."""
        self.sessions: dict[str, dict[str, str]] = {}
        """Session to what is bound in it: identifier to trigger."""
        self.wishes: list[dict[str, str]] = []
        self.keys: list[tuple[int, int]] = []
        """Key symbols that were pressed (1) and released (0) for us."""
        self.asked_devices: list[dict[str, Any]] = []
        self.token = "restore-1"  # noqa: S105 - to be seen in tests
        """What spares the next question; a portal of version 1 has none."""
        self.devices = 1
        """What the person allowed; 1 is the keyboard."""
        self._open: list[Callable[[], None]] = []
        super().__init__(address, PORTAL)

    def answer(self, message: Message, interface: str, method: str) -> None:
        match interface, method:
            case "org.freedesktop.DBus.Properties", "Get":
                self._get(message)
            case "org.freedesktop.host.portal.Registry", "Register":
                self._register(message)
            case _, "CreateSession" if self.versions.get(interface):
                self._create_session(message)
            case _, "BindShortcuts" if self.versions.get(interface):
                self._bind(message)
            case _, "SelectDevices" if self.versions.get(interface):
                session, options = message.body
                assert session in self.sessions
                self.asked_devices.append({k: v[1] for k, v in options.items()})
                self._reply(message, options, {}, 0)
            case _, "Start" if self.versions.get(interface):
                self._start_remote(message)
            case _, "NotifyKeyboardKeysym" if self.versions.get(interface):
                session, _options, keysym, state = message.body
                assert session in self.sessions
                self.press_key(keysym, state)
                self.returns(message)
            case "org.freedesktop.portal.Session", "Close":
                self.sessions.pop(message.header.fields[HeaderFields.path], None)
                self.returns(message)
            case _:
                self.fails(message, "org.freedesktop.DBus.Error.UnknownMethod")

    def _get(self, message: Message) -> None:
        self._spoken = True
        version = self.versions.get(message.body[0])
        if version is None:
            self.fails(message, "org.freedesktop.DBus.Error.InvalidArgs")
        else:
            self.returns(message, "v", ("u", version))

    def _register(self, message: Message) -> None:
        assert not self._spoken, "a name comes before everything else"
        if self.in_menu:
            self.registered.append(message.body[0])
            self.returns(message)
        else:
            self.fails(message, "org.freedesktop.portal.Error.Failed")

    def _create_session(self, message: Message) -> None:
        if self.needs_registration and not self.registered:
            self.fails(message, "org.freedesktop.portal.Error.NotAllowed")
            return
        (options,) = message.body
        token = options["session_handle_token"][1]
        session = f"{PATH}/session/{_sender(message)}/{token}"
        self.sessions[session] = {}
        self._reply(message, options, {"session_handle": ("s", session)}, 0)

    def _bind(self, message: Message) -> None:
        session, wished, _window, options = message.body
        assert session in self.sessions
        assert not self.sessions[session], "a session takes its shortcuts once"
        self.wishes.append({name: v["preferred_trigger"][1] for name, v in wished})

        def decide() -> None:
            if self.code == 0 and session in self.sessions:
                self.sessions[session] = {
                    name: trigger
                    for name, values in wished
                    if (trigger := self._trigger(name, values)) is not None
                }
            self._reply(message, options, {"shortcuts": self._told(session)}, self.code)

        if self.dialog:
            self._open.append(decide)
        else:
            decide()

    def _start_remote(self, message: Message) -> None:
        _session, _window, options = message.body
        results: dict[str, Any] = {"devices": ("u", self.devices)}
        if self.versions[REMOTE] >= 2:
            results["restore_token"] = ("s", self.token)
        self._reply(message, options, results, self.code)

    def press_key(self, keysym: int, state: int) -> None:
        """What a compositor would do with it."""
        self.keys.append((keysym, state))

    def _trigger(self, name: str, values: dict[str, Any]) -> str | None:
        return self.assigns.get(name, f"Press {values['preferred_trigger'][1]}")

    def _told(self, session: str) -> tuple[str, list[Any]]:
        told = [
            (name, {"trigger_description": ("s", trigger)})
            for name, trigger in self.sessions.get(session, {}).items()
        ]
        return ("a(sa{sv})", told)

    def _reply(
        self, message: Message, options: dict[str, Any], results: Any, code: int
    ) -> None:
        handle = f"{PATH}/request/{_sender(message)}/{options['handle_token'][1]}"
        self.returns(message, "o", handle)
        results = results if code == 0 else {}
        self.announces(handle, _REQUEST, "Response", "ua{sv}", code, results)

    # --- the person at the desktop ---------------------------------------------

    def decide(self, code: int) -> None:
        """Answer the dialog that is open."""
        self.code = code
        self._open.pop(0)()

    def press(self, name: str, token: str = "") -> None:
        """Press the keys of a shortcut, where it is bound."""
        options = {"activation_token": ("s", token)} if token else {}
        for session, bound in self.sessions.items():
            if name in bound:
                body = (session, name, 1234, options)
                self.announces(PATH, SHORTCUTS, "Activated", "osta{sv}", *body)

    def reassign(self, name: str, trigger: str) -> None:
        """Give a shortcut other keys in the desktop's own settings."""
        for session, bound in self.sessions.items():
            bound[name] = trigger
            told = self._told(session)[1]
            body = (session, told)
            self.announces(PATH, SHORTCUTS, "ShortcutsChanged", "oa(sa{sv})", *body)

    def take_away(self) -> None:
        """End all sessions, as a person may in the desktop's settings."""
        for session in tuple(self.sessions):
            del self.sessions[session]
            self.announces(session, _SESSION, "Closed", "")


class FakeNotifications(Service):
    """Shows messages to nobody."""

    def __init__(self, address: str) -> None:
        self.shown: list[tuple[int, str, str]] = []
        """Number that was replaced, title and body."""
        super().__init__(address, NOTIFICATIONS)

    def answer(self, message: Message, interface: str, method: str) -> None:
        assert (interface, method) == (NOTIFICATIONS, "Notify")
        _name, replaced, _icon, title, body, *_ = message.body
        self.shown.append((replaced, title, body))
        self.returns(message, "u", 7)

    def click(self) -> None:
        path = "/org/freedesktop/Notifications"
        self.announces(path, NOTIFICATIONS, "ActionInvoked", "us", 7, "default")


class FakeTray(Service):
    """The place beside the clock, as desktops with a bus have it."""

    def __init__(self, address: str) -> None:
        self.icons: list[str] = []
        super().__init__(address, "org.kde.StatusNotifierWatcher")

    def answer(self, message: Message, interface: str, method: str) -> None:
        match interface, method:
            case "org.freedesktop.DBus.Properties", "Get":
                self.returns(message, "v", ("b", True))
            case "org.freedesktop.DBus.Properties", "GetAll":
                known = {"IsStatusNotifierHostRegistered": ("b", True)}
                self.returns(message, "a{sv}", known)
            case _, "RegisterStatusNotifierItem":
                self.icons.append(message.body[0])
                self.returns(message)
            case _:
                self.fails(message, "org.freedesktop.DBus.Error.UnknownMethod")


def run(
    until: Callable[[], object],
    *parts: Any,
    clock: Any = None,
    seconds: float = DEADLINE_S,
) -> bool:
    """Let `parts` work, each when it has input, until `until` holds."""
    end = time.monotonic() + seconds
    while not until():
        left = end - time.monotonic()
        if left <= 0:
            return False
        due = clock.until_due() if clock is not None else left
        ready, _, _ = select.select(parts, [], [], max(0.0, min(left, due)))
        for part in ready:
            part.work() if isinstance(part, Service) else part.dispatch()
        if clock is not None:
            clock.run_due()
    return True


def _called(message: Message) -> tuple[str, str]:
    fields = message.header.fields
    return fields.get(HeaderFields.interface, ""), fields[HeaderFields.member]


def _sender(message: Message) -> str:
    sender: str = message.header.fields[HeaderFields.sender]
    return sender.removeprefix(":").replace(".", "_")
