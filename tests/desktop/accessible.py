"""Reading the fields of real programs as a screen reader does.

No key is pressed, no clipboard is touched and no focus moves: the programs themselves
say what their field holds. The bus is a private one.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from jeepney import (  # type: ignore[import-untyped]  # the package has no types
    DBusAddress,
    MessageType,
    new_method_call,
)
from jeepney.io.blocking import (  # type: ignore[import-untyped]  # as above
    DBusConnection,
    open_dbus_connection,
)

from tests.desktop.waiting import DEADLINE_S, wait_for
from tests.desktop.xserver import XServer
from tests.session_bus import ACCESSIBILITY, SessionBus

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_COMPONENT = "org.a11y.atspi.Component"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_EDITABLE, _MULTI_LINE, _SHOWING = 1 << 7, 1 << 17, 1 << 25
_OWN_FIELD = _EDITABLE | _MULTI_LINE | _SHOWING


class _Node(NamedTuple):
    program: str
    path: str


_ROOT = _Node("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")


class AccessibleBus:
    """A message bus of its own, on which programs show what is on their windows."""

    def __init__(self, server: XServer, home: Path) -> None:
        """Start the bus; `home` keeps its services away from the caller's."""
        places = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LC_ALL": "C.UTF-8"}
        self._daemon = SessionBus(ACCESSIBILITY, env={**server.env, **places})
        self.address = self._daemon.start()
        self._session = open_dbus_connection(self.address)
        where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (address,) = _call(self._session, where, "GetAddress")
        self._bus = open_dbus_connection(address)

    @property
    def env(self) -> dict[str, str]:
        """What makes GTK 2, GTK 3 and Qt programs show themselves here."""
        return {
            "DBUS_SESSION_BUS_ADDRESS": self.address,
            "NO_AT_BRIDGE": "0",
            "GTK_MODULES": "gail:atk-bridge",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    def close(self) -> None:
        self._bus.close()
        self._session.close()
        self._daemon.stop()

    def field(self, program: str) -> "Field":
        """The one field of several lines in the windows of `program`."""
        found = wait_for(lambda: list(self._fields(program)), f"a field in {program}")
        assert len(found) == 1, f"{program} shows {len(found)} fields"
        return Field(self, found[0])

    def names(self, program: str) -> list[str]:
        """What is said by all that can be seen of `program`."""
        words = (
            " ".join(filter(None, (self._name(node), self._name(node, "Description"))))
            for node in self._seen(program)
        )
        return [word for word in words if word]

    def middle_of(self, program: str, name: str) -> tuple[int, int]:
        """Where on the screen the mouse hits what is called `name`."""
        called = wait_for(
            lambda: [node for node in self._seen(program) if self._name(node) == name],
            f"{name!r} in {program}",
        )
        # A control comes behind the label that gives it its name.
        return self._middle(called[-1])

    def first_middle_of(self, program: str, start: str) -> tuple[int, int]:
        """The same for the first thing whose name begins with `start`."""
        found = wait_for(
            lambda: [n for n in self._seen(program) if self._name(n).startswith(start)],
            f"{start!r} in {program}",
        )
        return self._middle(found[0])

    def _middle(self, node: _Node) -> tuple[int, int]:
        ((x, y, width, height),) = self.ask(node, _COMPONENT, "GetExtents", 0)
        return x + width // 2, y + height // 2

    def ask(
        self, node: _Node, interface: str, method: str, *arguments: Any
    ) -> tuple[Any, ...]:
        kinds = {int: "u" if method == "GetExtents" else "i", str: "s"}
        signature = "".join(kinds[type(argument)] for argument in arguments)
        address = DBusAddress(node.path, node.program, interface)
        return _call(self._bus, address, method, signature, arguments)

    def _fields(self, program: str) -> Iterator[_Node]:
        for node in self._programs(program):
            yield from self._fields_below(node)

    def _programs(self, name: str) -> Iterator[_Node]:
        for node in self._children(_ROOT):
            if self._name(node).casefold() == name.casefold():
                yield node

    def _name(self, node: _Node, kind: str = "Name") -> str:
        try:
            return str(self.ask(node, _PROPERTIES, "Get", _ACCESSIBLE, kind)[0][1])
        except LookupError:
            return ""

    def _seen(self, program: str) -> Iterator[_Node]:
        for node in self._programs(program):
            for window in self._children(node):
                yield from self._seen_below(window)

    def _seen_below(self, node: _Node) -> Iterator[_Node]:
        try:
            (states,) = self.ask(node, _ACCESSIBLE, "GetState")
        except LookupError:
            return
        if states[0] & _SHOWING:
            yield node
            for child in self._children(node):
                yield from self._seen_below(child)

    def _fields_below(self, node: _Node) -> Iterator[_Node]:
        for child in self._children(node):
            (states,) = self.ask(child, _ACCESSIBLE, "GetState")
            if states[0] & _OWN_FIELD == _OWN_FIELD:
                yield child
            else:
                yield from self._fields_below(child)

    def _children(self, node: _Node) -> list[_Node]:
        try:
            (children,) = self.ask(node, _ACCESSIBLE, "GetChildren")
        except LookupError:
            return []
        return [_Node(*child) for child in children]


class Field:
    """One text field of a program."""

    def __init__(self, bus: AccessibleBus, node: _Node) -> None:
        self._bus = bus
        self._node = node

    def text(self) -> str:
        """Exactly what the field holds now."""
        found = self._bus.ask(self._node, "org.a11y.atspi.Text", "GetText", 0, -1)
        return str(found[0])

    def set_text(self, text: str) -> None:
        """Let the field hold `text`, without a key or a clipboard."""
        interface = "org.a11y.atspi.EditableText"
        self._bus.ask(self._node, interface, "SetTextContents", text)


def _call(
    connection: DBusConnection,
    address: DBusAddress,
    method: str,
    signature: str | None = None,
    arguments: tuple[Any, ...] = (),
) -> tuple[Any, ...]:
    message = new_method_call(address, method, signature or None, arguments)
    reply = connection.send_and_get_reply(message, timeout=DEADLINE_S)
    if reply.header.message_type is MessageType.error:
        raise LookupError(f"{method}: {reply.body}")
    return tuple(reply.body)
