"""The listener on X11: hears raw keys, tells its parent of codes, keeps nothing else.

A process of its own; `platforms/listener` has the parent's end and the protocol.
"""

import os
import sys
from contextlib import suppress

from Xlib import X
from Xlib.error import ConnectionClosedError
from Xlib.protocol.rq import Event

from qtdesk.core.abbreviations import (
    PAUSE_S,
    Armed,
    Away,
    Dropped,
    Recognised,
    Recogniser,
    Stroke,
    Why,
)
from qtdesk.core.errors import DesktopError
from qtdesk.platforms.listener.lines import Lines
from qtdesk.platforms.listener.protocol import (
    VERSION,
    Alive,
    Ask,
    CodeDropped,
    CodeTyped,
    Deaf,
    Greeting,
    Listening,
    Message,
    Ping,
    PrefixTyped,
    decode,
    encode,
)
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.keymap import Keymap
from qtdesk.platforms.x11.loop import Loop
from qtdesk.platforms.x11.places import Places
from qtdesk.platforms.x11.raw_input import GENERIC_EVENT, RawInput, RawKey
from qtdesk.platforms.x11.strokes import StrokeReader

_STDIN, _STDOUT = 0, 1


class Ears:
    """Raw events in, messages out."""

    def __init__(self, connection: Connection, loop: Loop) -> None:
        self._connection = connection
        self._loop = loop
        self._raw = RawInput(connection)
        self._keymap = Keymap(connection)
        self._places = Places(connection)
        self._reader = StrokeReader(connection, self._keymap)
        self._recogniser = Recogniser("")
        self._window = 0
        """The window a prefix was typed in, while its code is open."""
        self._last = RawKey(down=True, key=0, time=0)
        self._lines = Lines()
        self.over = False
        connection.root.change_attributes(event_mask=X.PropertyChangeMask)
        connection.listen(X.PropertyNotify, self._on_property)
        connection.listen(GENERIC_EVENT, self._on_raw)
        self._keymap.watch(self._on_other_layout)

    # --- the parent ------------------------------------------------------------

    def read_orders(self) -> None:
        """Hear the parent out; without a parent there is nothing to listen for."""
        try:
            for line in self._lines.feed(os.read(_STDIN, 4096)):
                self._obey(decode(line))
        except (OSError, ValueError):
            self.over = True

    def _obey(self, order: Message) -> None:
        match order:
            case Ask():
                self._listen(order)
            case Ping():
                # An answer from the server: not only this process is alive.
                self._connection.server_time()
                self._say(Alive())
            case _:
                raise ValueError("not for a listener")

    def _listen(self, ask: Ask) -> None:
        if not self._raw.available:
            self._say(Deaf("no-raw-keys"))
            self.over = True
            return
        self._recogniser = Recogniser(ask.prefix)
        self._places.never = frozenset(ask.never)
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
        if isinstance(raw, RawKey):
            self._last = raw
        for stroke in self._reader.read(raw):
            self._feed(stroke)

    def _on_property(self, event: Event) -> None:
        if event.atom == self._connection.atom("_NET_ACTIVE_WINDOW"):
            self._lose(Why.FOCUS)

    def _on_other_layout(self) -> None:
        self._lose(Why.LOST)
        self._reader.resync()

    def _lose(self, why: Why) -> None:
        self._feed(Away(why, self._last.time / 1000))

    def _feed(self, stroke: Stroke) -> None:
        match self._recogniser.feed(stroke):
            case Armed():
                self._on_armed()
            case Dropped():
                self._drop()
            case Recognised() as recognised:
                self._on_recognised(recognised)
            case None:
                return

    def _on_armed(self) -> None:
        window = self._places.open_to_codes()
        if not window:
            self._lose(Why.COMPOSITION)
            return
        self._window = window
        self._say(PrefixTyped(window))
        self._wait()

    def _wait(self) -> None:
        """Drop a code that nobody goes on with, so that nothing of it is kept."""
        begun = self._last

        def look() -> None:
            if self._window and self._last == begun:
                self._lose(Why.TIMEOUT)
            elif self._window:
                self._wait()

        self._loop.call_later(PAUSE_S, look)

    def _drop(self) -> None:
        if self._window:
            self._window = 0
            self._say(CodeDropped())

    def _on_recognised(self, recognised: Recognised) -> None:
        window, self._window = self._window, 0
        if window and self._places.open_to_codes() == window:
            time, key = self._last.time, self._last.key
            self._say(CodeTyped(recognised.code, recognised.length, window, time, key))
        elif window:
            self._say(CodeDropped())


def main() -> int:
    """Listen until the parent or the X server goes."""
    os.chdir("/")
    loop = Loop()
    try:
        connection = Connection(loop)
    except DesktopError:
        return 1
    os.write(_STDOUT, encode(Greeting(VERSION)))
    with suppress(ConnectionClosedError, BrokenPipeError):
        ears = Ears(connection, loop)
        loop.watch(_STDIN, ears.read_orders)
        loop.run(connection, lambda: ears.over)
    return 0


if __name__ == "__main__":
    sys.exit(main())
