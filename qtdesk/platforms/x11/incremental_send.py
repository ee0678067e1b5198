"""Sending a large value piece by piece, at the pace at which its reader takes it."""

import sys
from collections.abc import Callable
from typing import Any

from Xlib import X
from Xlib.error import XError
from Xlib.protocol.rq import Event

from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.content import PropertyValue

IDLE_S = 10.0
"""A reader that takes no piece for so long has gone."""


def piece_size(connection: Connection) -> int:
    """Bytes that fit into one request with room to spare: a quarter of the limit.

    python-xlib knows no larger requests (BIG-REQUESTS); the quarter is ICCCM's advice.
    """
    longs = int(connection.display.display.info.max_request_length)
    return min(longs // 4 * 4, 200_000)


class IncrementalSends:
    """All such transfers of one selection, each by its reader's window and property."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._incr = connection.atom("INCR")
        self._piece = piece_size(connection)
        self._sends: dict[tuple[int, int], _Send] = {}
        connection.listen(X.PropertyNotify, self._on_property)

    def wanted_for(self, value: PropertyValue) -> bool:
        """Whether `value` is too large for one request."""
        return len(value.data) > self._piece

    def begin(
        self, window: Any, target: int, value: PropertyValue, taken: Callable[[], None]
    ) -> bool:
        """Announce `value` on the property `target`; False where the window is gone.

        `taken` is called once the reader has taken the last piece.
        """
        if not self._watch(window):
            return False
        key = (int(window.id), target)
        self._end(key)
        self._sends[key] = _Send(window, value, taken)
        self._rearm(key)
        size = len(value.data).to_bytes(4, sys.byteorder)
        window.change_property(target, self._incr, 32, size)
        return True

    def _watch(self, window: Any) -> bool:
        """Hear of the window's properties, besides whatever we hear of it already.

        The mask is only ever widened: another room may watch the same window.
        """
        try:
            mask = window.get_attributes().your_event_mask
        except XError:
            return False
        window.change_attributes(event_mask=mask | X.PropertyChangeMask)
        return True

    def _on_property(self, event: Event) -> None:
        key = (event.window.id, event.atom)
        send = self._sends.get(key)
        if send is None or event.state != X.PropertyDelete:
            return
        piece = send.value.data[send.sent : send.sent + self._piece]
        kind = self._connection.atom(send.value.kind)
        send.window.change_property(event.atom, kind, send.value.width, piece)
        send.sent += len(piece)
        if piece:
            self._rearm(key)
        else:
            self._end(key)
            send.taken()

    def _rearm(self, key: tuple[int, int]) -> None:
        send = self._sends[key]
        send.cancel()
        send.cancel = self._connection.clock.call_later(IDLE_S, lambda: self._end(key))

    def _end(self, key: tuple[int, int]) -> None:
        send = self._sends.pop(key, None)
        if send is not None:
            send.cancel()


class _Send:
    def __init__(
        self, window: Any, value: PropertyValue, taken: Callable[[], None]
    ) -> None:
        self.window = window
        self.value = value
        self.taken = taken
        self.sent = 0
        self.cancel = _nothing


def _nothing() -> None:
    """No timer is set yet."""
