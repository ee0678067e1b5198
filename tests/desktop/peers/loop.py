"""What the small programs beside qtdesk have in common: events, timers and reports.

They are written on the bare X protocol, so that nothing is between a test and what
happens. Orders come in on standard input and reports go out on standard output, one
JSON object a line.
"""

import heapq
import itertools
import json
import os
import select
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from Xlib import X
from Xlib.display import Display
from Xlib.error import CatchError

CHUNK = 60_000
"""Bytes in one property; more than that goes over in pieces."""


class Loop:
    """One connection to the X server, until standard input ends."""

    def __init__(self) -> None:
        """Connect; nothing is watched yet."""
        self.display = Display()
        self.root = self.display.screen().root
        self._timers: list[tuple[float, int, Callable[[], None]]] = []
        self._count = itertools.count()
        self._orders = b""

    def atom(self, name: str) -> int:
        return int(self.display.intern_atom(name))

    def name(self, atom: int) -> str:
        return str(self.display.get_atom_name(atom))

    def report(self, what: str, **more: object) -> None:
        """Tell the test; `at` is on the clock of `time.monotonic`."""
        line = json.dumps({"what": what, "at": time.monotonic(), **more})
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    def after(self, seconds: float, act: Callable[[], None]) -> None:
        heapq.heappush(
            self._timers, (time.monotonic() + seconds, next(self._count), act)
        )

    def run(
        self, event: Callable[[Any], None], order: Callable[[dict[str, Any]], None]
    ) -> None:
        """Hand X events to `event` and lines from the test to `order`."""
        while True:
            while self.display.pending_events():
                event(self.display.next_event())
            self.display.flush()
            ready, _, _ = select.select([self.display, sys.stdin], [], [], self._due())
            if sys.stdin in ready:
                for line in self._lines():
                    if not line:
                        return
                    order(json.loads(line))

    def _due(self) -> float | None:
        """Run timers whose time has come; seconds to the next."""
        while self._timers and self._timers[0][0] <= time.monotonic():
            heapq.heappop(self._timers)[2]()
            self.display.flush()
        if self.display.pending_events():
            return 0
        if not self._timers:
            return None
        return max(0.0, self._timers[0][0] - time.monotonic())

    def _lines(self) -> Iterator[bytes]:
        """Whole lines that have arrived; an empty one for the end."""
        received = os.read(sys.stdin.fileno(), 65536)
        self._orders += received
        while b"\n" in self._orders:
            line, self._orders = self._orders.split(b"\n", 1)
            yield line
        if not received:
            yield b""


class Receiver:
    """Asks for the content of a selection, and takes it also in pieces."""

    def __init__(self, loop: Loop, window: Any) -> None:
        """Receive through properties of `window`, which must see their changes."""
        self._loop = loop
        self._window = window
        self._pieces: dict[int, bytes] = {}
        self._done: dict[int, Callable[[bytes | None], None]] = {}
        self._count = itertools.count()

    def ask(
        self, selection: str, kind: str, done: Callable[[bytes | None], None]
    ) -> None:
        """Call `done` with the content, or with None where it is refused."""
        place = self._loop.atom(f"RECEIVED_{next(self._count) % 32}")
        self._done[place] = done
        self._window.convert_selection(
            self._loop.atom(selection), self._loop.atom(kind), place, X.CurrentTime
        )

    def handle(self, event: Any) -> None:
        """Give every event to this first."""
        if event.type == X.SelectionNotify:
            if event.property == X.NONE:
                self._refused()
            else:
                self._first(event.property)
        elif (
            event.type == X.PropertyNotify
            and event.state == X.PropertyNewValue
            and event.atom in self._pieces
        ):
            self._piece(event.atom)

    def _refused(self) -> None:
        """A refusal names no property: it answers the oldest question."""
        place = next(iter(self._done))
        self._done.pop(place)(None)

    def _first(self, place: int) -> None:
        found = self._window.get_full_property(place, X.AnyPropertyType)
        if found is not None and found.property_type == self._loop.atom("INCR"):
            self._pieces[place] = b""
        self._window.delete_property(place)
        if place not in self._pieces:
            self._finish(place, _as_bytes(found))

    def _piece(self, place: int) -> None:
        found = self._window.get_full_property(place, X.AnyPropertyType)
        piece = _as_bytes(found)
        self._window.delete_property(place)
        if piece:
            self._pieces[place] += piece
        else:
            self._finish(place, self._pieces.pop(place))

    def _finish(self, place: int, content: bytes) -> None:
        done = self._done.pop(place, None)
        if done is not None:
            done(content)


def _as_bytes(found: Any) -> bytes:
    if found is None:
        return b""
    value = found.value
    return value if isinstance(value, bytes) else value.tobytes()


def quietly(loop: Loop, act: Callable[..., None], *arguments: Any, **more: Any) -> None:
    """Do `act` on a window of another program that may be gone by now."""
    act(*arguments, **more, onerror=CatchError())
    loop.display.flush()
