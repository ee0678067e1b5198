"""Asking programs whether they handle their events, by _NET_WM_PING.

The answer is sent to the root window. GTK and Chromium address it to those who
select SubstructureNotify there, Qt to StructureNotify; both may be selected beside a
window manager, and are only while a question is open. Programs that do not list
the protocol are never asked: xterm closes on such a message.
"""

from collections.abc import Callable

from Xlib import X
from Xlib.protocol import event as messages
from Xlib.protocol.rq import Event

from qtdesk.core.ports import Target
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.properties import Property

ALWAYS = X.PropertyChangeMask
"""What this backend selects on the root window at all times."""
_PONGS = X.SubstructureNotifyMask | X.StructureNotifyMask
_PATIENCE_S = 10.0


class Pings:
    """Questions that wait for their answer."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._open: dict[int, tuple[int, Callable[[], None]]] = {}
        self._serial = 0
        connection.listen(X.ClientMessage, self._on_message)

    def ask(self, target: Target, answered: Callable[[], None]) -> bool:
        """Send the question; False where the program does not know it."""
        ping = self._connection.atom("_NET_WM_PING")
        protocols = Property(self._connection, target.window, "WM_PROTOCOLS")
        if ping not in protocols.numbers():
            return False
        self._serial = self._serial % 0x7FFFFFFF + 1
        serial = self._serial
        self._open[serial] = (target.window, answered)
        self._listen_to_root()
        window = self._connection.window(target.window)
        window.send_event(
            messages.ClientMessage(
                window=window,
                client_type=self._connection.atom("WM_PROTOCOLS"),
                data=(32, [ping, serial, target.window, 0, 0]),
            ),
            event_mask=X.NoEventMask,
        )
        self._connection.clock.call_later(_PATIENCE_S, lambda: self._close(serial))
        self._connection.settle()
        return True

    def _on_message(self, event: Event) -> None:
        _, data = event.data
        if event.client_type != self._connection.atom("WM_PROTOCOLS"):
            return
        if data[0] != self._connection.atom("_NET_WM_PING"):
            return
        window, answered = self._open.get(data[1], (0, None))
        if window == data[2] and answered is not None:
            self._close(data[1])
            answered()

    def _close(self, serial: int) -> None:
        if self._open.pop(serial, None) is not None and not self._open:
            self._listen_to_root()

    def _listen_to_root(self) -> None:
        mask = ALWAYS | (_PONGS if self._open else 0)
        self._connection.root.change_attributes(event_mask=mask)
        self._connection.display.flush()
