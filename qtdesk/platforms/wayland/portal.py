"""The desktop portal: what it offers, and requests that a person may have to answer.

Knows how portals talk, and nothing of what is asked for.
"""

import secrets
from collections.abc import Callable
from typing import Any, NamedTuple

from qtdesk import APP_ID
from qtdesk.platforms.wayland.bus import BUS, Bus, Place, Reply, Signal

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"

_REQUEST = "org.freedesktop.portal.Request"
_SESSION = "org.freedesktop.portal.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_REGISTRY = Place(NAME, PATH, "org.freedesktop.host.portal.Registry")
_DONE, _DENIED = 0, 1
_STARTS_LIMIT = 5
"""A portal that crashes more often than that is left alone."""

Values = dict[str, Any]
"""Results by name, out of their D-Bus variants."""


class Answer(NamedTuple):
    """The end of a request."""

    values: Values
    """Empty where it was not granted."""
    granted: bool
    denied: bool = False
    """True where the person said no; other failures are the desktop's."""
    error: str = ""
    """The D-Bus error, where the request did not even begin."""


class Portal:
    """One desktop portal; it may be restarted at any time, and is then asked anew."""

    def __init__(self, bus: Bus, began: Callable[[], None]) -> None:
        """Get ready; `began` is called whenever a portal is there that knows us not."""
        self._bus = bus
        self._began = began
        self._owner = ""
        self._waiting: dict[str, Callable[[Answer], None]] = {}
        self._closing: dict[str, Callable[[], None]] = {}
        bus.ask_for_signals(
            interface="org.freedesktop.DBus", member="NameOwnerChanged", arg0=NAME
        )
        for interface in (_REQUEST, _SESSION):
            bus.ask_for_signals(sender=NAME, interface=interface)
        bus.listen(BUS.interface, self._on_bus_signal)
        bus.listen(_REQUEST, self._on_response)
        bus.listen(_SESSION, self._on_session_closed)
        self._starts = 0
        self._start()

    @property
    def there(self) -> bool:
        """Whether a portal is running."""
        return bool(self._owner)

    def _start(self) -> None:
        """Have it started where it is not running; its name is announced then."""
        self._starts += 1
        if self._starts <= _STARTS_LIMIT:
            arguments = (NAME, 0)
            self._bus.call(BUS, "StartServiceByName", "su", arguments, self._on_started)

    def _on_started(self, _reply: Reply) -> None:
        # Also where it cannot be started: somebody may run it by hand.
        self._bus.call(BUS, "GetNameOwner", "s", (NAME,), self._on_owner)

    def _on_owner(self, reply: Reply) -> None:
        if reply.body:
            self._take_owner(str(reply.body[0]))
        elif not self._owner:
            self._began()

    def _on_bus_signal(self, signal: Signal) -> None:
        if signal.member == "NameOwnerChanged" and signal.body[0] == NAME:
            self._take_owner(str(signal.body[2]))

    def _take_owner(self, owner: str) -> None:
        if owner == self._owner:
            return
        self._owner = owner
        waiting, self._waiting = self._waiting, {}
        for answered in waiting.values():
            answered(Answer({}, granted=False))
        closing, self._closing = self._closing, {}
        for closed in closing.values():
            closed()
        if owner:
            # Without a name of ours newer portals give no key combinations, and know
            # it only from the menu of applications; older ones do not know the call.
            self._bus.call(_REGISTRY, "Register", "sa{sv}", (APP_ID, {}))
            self._began()
        else:
            self._start()

    # --- asking ----------------------------------------------------------------

    def version_of(self, interface: str, told: Callable[[int], None]) -> None:
        """Tell the version of `interface`; 0 where the desktop has none."""

        def answered(reply: Reply) -> None:
            value = reply.body[0] if reply.body else None
            told(int(value[1]) if isinstance(value, tuple) else 0)

        place = Place(NAME, PATH, _PROPERTIES)
        self._bus.call(place, "Get", "ss", (interface, "version"), answered)

    def request(
        self,
        interface: str,
        method: str,
        signature: str,
        body: tuple[Any, ...],
        answered: Callable[[Answer], None],
        **options: tuple[str, Any],
    ) -> None:
        """Call a method that ends in options and answers later, perhaps by a dialog."""
        token = f"qtdesk_{secrets.token_hex(8)}"
        sender = self._bus.name.removeprefix(":").replace(".", "_")
        path = f"{PATH}/request/{sender}/{token}"
        # Before the call: the answer may be quicker than the reply.
        self._waiting[path] = answered

        def replied(reply: Reply) -> None:
            if reply.error:
                ended = self._waiting.pop(path, None)
                if ended is not None:
                    ended(Answer({}, granted=False, error=reply.error))

        given = {"handle_token": ("s", token), **options}
        self._bus.call(
            Place(NAME, PATH, interface),
            method,
            f"{signature}a{{sv}}",
            (*body, given),
            replied,
        )

    def tell(
        self, interface: str, method: str, signature: str, body: tuple[Any, ...]
    ) -> None:
        """Call a method that has nothing to answer."""
        self._bus.call(Place(NAME, PATH, interface), method, signature, body)

    def open_session(
        self,
        interface: str,
        opened: Callable[[str, Answer], None],
        closed: Callable[[], None],
    ) -> None:
        """Create a session; `opened` is told its path, or an empty one.

        `closed` is called once where the desktop ends an open session.
        """

        def answered(answer: Answer) -> None:
            session = str(answer.values.get("session_handle", ""))
            if session:
                self._closing[session] = closed
            opened(session, answer)

        token = ("s", f"qtdesk_{secrets.token_hex(8)}")
        self.request(
            interface, "CreateSession", "", (), answered, session_handle_token=token
        )

    def close_session(self, session: str) -> None:
        """End a session of ours without a word."""
        if self._closing.pop(session, None) is not None:
            self._bus.call(Place(NAME, session, _SESSION), "Close")

    def listen(self, interface: str, heard: Callable[[Signal], None]) -> None:
        """Tell `heard` the signals of `interface` that come from the portal itself."""
        self._bus.ask_for_signals(sender=NAME, interface=interface)

        def checked(signal: Signal) -> None:
            if signal.sender == self._owner:
                heard(signal)

        self._bus.listen(interface, checked)

    # --- hearing ---------------------------------------------------------------

    def _on_response(self, signal: Signal) -> None:
        if signal.member != "Response" or signal.sender != self._owner:
            return
        answered = self._waiting.pop(signal.path, None)
        if answered is None:
            return
        code, results = signal.body
        granted = code == _DONE
        values = {name: value for name, (_, value) in results.items()}
        answered(Answer(values if granted else {}, granted, denied=code == _DENIED))

    def _on_session_closed(self, signal: Signal) -> None:
        if signal.member == "Closed" and signal.sender == self._owner:
            closed = self._closing.pop(signal.path, None)
            if closed is not None:
                closed()
