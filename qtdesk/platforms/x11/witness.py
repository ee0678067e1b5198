"""Whether a code's last key was the last key altogether, in the X server's own order.

While a code is being typed, this connection asks for raw keys too. They arrive before
any later answer of the server, so that within one step it is certain what has come and
what has not. At all other times no key reaches this process.
"""

from collections import deque

from Xlib.protocol.rq import Event

from qtdesk.core.ports import Typed
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.keymap import Keymap
from qtdesk.platforms.x11.raw_input import GENERIC_EVENT, RawClick, RawInput, RawKey

_REMEMBERED = 64
"""Presses and releases; a code and what was typed behind it within a moment."""


class RawWitness:
    """Implements `Witness` with raw events of our own."""

    def __init__(self, connection: Connection, keymap: Keymap) -> None:
        self._connection = connection
        self._keymap = keymap
        self._raw = RawInput(connection)
        self._seen: deque[RawKey | RawClick] = deque(maxlen=_REMEMBERED)
        connection.listen(GENERIC_EVENT, self._on_raw)

    @property
    def available(self) -> bool:
        """Whether this server tells raw keys at all."""
        return self._raw.available

    def watch(self) -> None:
        self._raw.want(wanted=True)
        self._connection.settle()

    def forget(self) -> None:
        self._raw.want(wanted=False)
        self._connection.settle()
        self._seen.clear()

    def is_last(self, typed: Typed) -> bool:
        # This answer comes behind all events before it.
        now = self._connection.server_time()
        for event in self._connection.take(self._raw.is_raw):
            self._on_raw(event)
        time, key = typed.stamp
        held_until = now
        for raw in reversed(self._seen):
            if raw == RawKey(down=True, key=key, time=time):
                held_ms = held_until - time
                # Held longer it has repeated, and stands there more than once.
                return 0 <= held_ms < self._keymap.repeat_delay_ms
            if isinstance(raw, RawClick) or raw.down:
                return False
            if raw.key == key:
                held_until = raw.time
        return False

    def _on_raw(self, event: Event) -> None:
        raw = self._raw.read(event)
        if raw is not None and not self._is_modifier(raw):
            self._seen.append(raw)

    def _is_modifier(self, raw: RawKey | RawClick) -> bool:
        return isinstance(raw, RawKey) and self._keymap.is_modifier(raw.key)
