"""The listener on X11: hears raw keys, tells its parent of codes, keeps nothing else.

A process of its own; `platforms/listener` has the parent's end and the protocol.
"""

import os
import sys
from contextlib import suppress

from Xlib import X
from Xlib.error import ConnectionClosedError
from Xlib.protocol.rq import Event

from qtdesk.core.abbreviations import Why
from qtdesk.core.errors import DesktopError
from qtdesk.platforms.listener.lines import Lines
from qtdesk.platforms.listener.protocol import (
    VERSION,
    Alive,
    Ask,
    Deaf,
    GoOn,
    Greeting,
    Listening,
    Message,
    Ping,
    decode,
    encode,
)
from qtdesk.platforms.listener.scribe import Scribe
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.keymap import Keymap
from qtdesk.platforms.x11.loop import Loop
from qtdesk.platforms.x11.places import X11Places
from qtdesk.platforms.x11.raw_input import GENERIC_EVENT, RawInput, RawKey
from qtdesk.platforms.x11.strokes import StrokeReader

_STDIN, _STDOUT = 0, 1
_PIECE = 4096


class Ears:
    """Raw events in, strokes for the scribe out; obeys the parent."""

    def __init__(self, connection: Connection, loop: Loop) -> None:
        self._connection = connection
        self._raw = RawInput(connection)
        self._keymap = Keymap(connection)
        self._layout = self._keymap.layout
        self._reader = StrokeReader(connection, self._keymap)
        places = X11Places(connection, loop.watch)
        # Now, so that the first code need not wait for what this loads.
        places.open_to_codes()
        self._scribe = Scribe(places, loop.call_later, self._say)
        self._lines = Lines()
        self.over = False
        """Whether there is nobody to listen for any more."""
        connection.root.change_attributes(event_mask=X.PropertyChangeMask)
        connection.listen(X.PropertyNotify, self._on_property)
        connection.listen(GENERIC_EVENT, self._on_raw)
        self._keymap.watch(self._on_other_layout)

    # --- the parent ------------------------------------------------------------

    def read_orders(self) -> bool:
        """Hear the parent out; False without a parent, and nothing to listen for."""
        try:
            for line in self._lines.feed(os.read(_STDIN, _PIECE)):
                self._obey(decode(line))
        except (OSError, ValueError):
            self.over = True
        return not self.over

    def _obey(self, order: Message) -> None:
        match order:
            case Ask():
                self._listen(order)
            case Ping():
                # An answer from the server: not only this process is alive.
                self._connection.server_time()
                self._say(Alive())
            case GoOn():
                # It never stopped: raw events come between nobody's keys.
                return
            case _:
                raise ValueError("not for a listener")

    def _listen(self, ask: Ask) -> None:
        if not self._raw.available:
            self._say(Deaf("no-raw-keys"))
            self.over = True
            return
        self._scribe.ask(ask.prefix, frozenset(ask.never))
        self._raw.want(wanted=True)
        self._connection.display.sync()
        self._say(Listening())

    def _say(self, message: Message) -> None:
        try:
            os.write(_STDOUT, encode(message))
        except OSError:
            self.over = True

    # --- the keys --------------------------------------------------------------

    def _on_raw(self, event: Event) -> None:
        raw = self._raw.read(event)
        if raw is None:
            return
        key = raw.key if isinstance(raw, RawKey) else 0
        for stroke in self._reader.read(raw):
            self._scribe.feed(stroke, raw.time, key)

    def _on_property(self, event: Event) -> None:
        if event.atom == self._connection.atom("_NET_ACTIVE_WINDOW"):
            self._scribe.lose(Why.FOCUS)

    def _on_other_layout(self) -> None:
        # Another keyboard of the same layout is news, too, and changes nothing.
        if self._keymap.layout != self._layout:
            self._layout = self._keymap.layout
            self._scribe.lose(Why.LOST)
        self._reader.resync()


def main() -> int:
    """Listen until the parent or the X server goes."""
    os.chdir("/")
    loop = Loop()
    try:
        connection = Connection(loop)
    except DesktopError:
        return 1
    os.write(_STDOUT, encode(Greeting(VERSION)))
    with suppress(ConnectionClosedError):
        ears = Ears(connection, loop)
        loop.watch(_STDIN, ears.read_orders)
        loop.run(connection, lambda: ears.over)
    return 0


if __name__ == "__main__":
    sys.exit(main())
