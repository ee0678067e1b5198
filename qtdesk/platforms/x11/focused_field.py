"""Whether the field with the focus is for a password, where its program says so.

Programs say it on the accessibility bus, if the desktop has one and they use it. Only
news of the focus are heard, and only the field's kind is asked for, never its text.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jeepney.io.blocking import (  # type: ignore[import-untyped]  # has no types
        DBusConnection,
    )

_PATIENCE_S = 0.2
_PASSWORD_TEXT = 40
_REGISTRY = "org.a11y.atspi.Registry"
_EVENTS = "org.a11y.atspi.Event.Object"
_FOCUSED = "object:state-changed:focused"
Watch = Callable[[int, Callable[[], bool]], None]


class FocusedField:
    """Follows the focus from field to field."""

    def __init__(self, watch: Watch) -> None:
        """Begin; `watch` has a callback called when a descriptor is readable."""
        self.is_secret = False
        """Whether the field that last told of its focus is for a password."""
        self._asked = 0
        """The number of the question that is open."""
        self._bus: DBusConnection | None = None
        with suppress(OSError, EOFError, ValueError, RuntimeError, KeyError):
            self._bus = _accessibility_bus()
        if self._bus is not None:
            watch(self._bus.sock.fileno(), self._on_readable)

    def _on_readable(self) -> bool:
        """Take in what has arrived; False once the bus is gone."""
        try:
            while self._bus is not None:
                self._on_message(self._bus.receive(timeout=0))
        except TimeoutError:
            return True
        except (OSError, EOFError):
            self._bus = None
            self.is_secret = False
        return False

    def _on_message(self, message: Any) -> None:
        from jeepney import (  # type: ignore[import-untyped]  # noqa: PLC0415 - rare
            HeaderFields,
        )

        fields = message.header.fields
        told = message.body[:2] if message.body else ()
        if fields.get(HeaderFields.interface) == _EVENTS and told == ("focused", 1):
            self._ask(fields[HeaderFields.sender], fields[HeaderFields.path])
        elif fields.get(HeaderFields.reply_serial, 0) == self._asked:
            kind = message.body[0] if message.body else 0
            self.is_secret = kind == _PASSWORD_TEXT

    def _ask(self, program: str, path: str) -> None:
        """Ask for the kind of a field, which is a secret until it is told."""
        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415

        if self._bus is not None:
            self.is_secret = True
            field = DBusAddress(path, program, "org.a11y.atspi.Accessible")
            self._asked = next(self._bus.outgoing_serial)
            self._bus.send_message(
                new_method_call(field, "GetRole"), serial=self._asked
            )


def _accessibility_bus() -> "DBusConnection | None":
    """A connection that hears of the focus; None where the desktop has no such bus."""
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return None
    from jeepney import (  # noqa: PLC0415 - rarely needed
        DBusAddress,
        MatchRule,
        MessageFlag,
        MessageType,
        message_bus,
        new_method_call,
    )
    from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415

    where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    asked = new_method_call(where, "GetAddress")
    # Who has no such bus shall not get one from us.
    asked.header.flags |= MessageFlag.no_auto_start
    with open_dbus_connection("SESSION") as session:
        answer = session.send_and_get_reply(asked, timeout=_PATIENCE_S)
    if answer.header.message_type is MessageType.error:
        return None
    bus = open_dbus_connection(answer.body[0])
    rule = MatchRule(type="signal", interface=_EVENTS, member="StateChanged")
    registry = DBusAddress("/org/a11y/atspi/registry", _REGISTRY, _REGISTRY)
    for wish in (
        message_bus.AddMatch(rule),
        new_method_call(registry, "RegisterEvent", "s", (_FOCUSED,)),
    ):
        bus.send_and_get_reply(wish, timeout=_PATIENCE_S)
    return bus
