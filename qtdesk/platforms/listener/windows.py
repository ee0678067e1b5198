"""The listener on Windows: the `keyboard` package, listening only.

A process of its own. The hook's callback notes the key and returns; everything else
happens on the main thread, so that no key is ever kept waiting. Without the package
the listener says so and ends.
"""

import os
import queue
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, Protocol

from qtdesk.core.abbreviations import Why
from qtdesk.platforms.listener.protocol import (
    LINE_LIMIT,
    VERSION,
    Alive,
    Ask,
    CodeTyped,
    Deaf,
    GoOn,
    Greeting,
    Listening,
    Message,
    Ping,
    decode,
    encode,
)
from qtdesk.platforms.listener.scribe import Places, Scribe
from qtdesk.platforms.listener.windows_strokes import PROBE, Heard, WindowsStrokes


class Hook(Protocol):
    """Has Windows call us at every key, from `start` to `stop`."""

    def start(self, heard: Callable[[Heard], None]) -> bool:
        """Whether it could be done; nothing where it is done already."""
        ...

    def stop(self) -> None: ...


class Ears:
    """All that happens, in one queue, seen to on one thread."""

    def __init__(
        self,
        places: Places,
        hook: Hook,
        probe: Callable[[], bool],
        say: Callable[[Message], None],
    ) -> None:
        """Stand ready, hearing nothing.

        `probe` presses a key that comes back by the hook; not where nobody is there.
        """
        self._hook = hook
        self._probe = probe
        self._say = say
        self._timers: list[tuple[float, Callable[[], None]]] = []
        self._events: queue.SimpleQueue[Heard | bytes] = queue.SimpleQueue()
        self._scribe = Scribe(places, self._call_later, self._tell)
        self._strokes = WindowsStrokes()
        self._deaf = False
        """Whether a code was told, and the parent has yet to settle it."""
        self.over = False
        """Whether there is nobody to listen for any more."""

    def note(self, event: Heard | bytes) -> None:
        """A key, or a line from the parent; from any thread, returns at once."""
        self._events.put(event)

    def step(self, longest_s: float | None = None) -> None:
        """See to the next event, or to what is due before it."""
        now = time.monotonic()
        due = min((at for at, _ in self._timers), default=None)
        waits = [wait for wait in (longest_s, due and max(0.0, due - now)) if wait]
        try:
            event = self._events.get(due is None or due > now, min(waits, default=None))
        except queue.Empty:
            self._call_due()
            return
        if isinstance(event, Heard):
            self._on_key(event)
        else:
            self._on_line(event)

    def _call_later(self, seconds: float, callback: Callable[[], None]) -> None:
        self._timers.append((time.monotonic() + seconds, callback))

    def _call_due(self) -> None:
        now = time.monotonic()
        due = [timer for timer in self._timers if timer[0] <= now]
        self._timers = [timer for timer in self._timers if timer[0] > now]
        for _, callback in due:
            callback()

    def _on_key(self, heard: Heard) -> None:
        key = heard.key
        if key.number == -PROBE:
            # A key went all the way through the system and came to us.
            if not key.down:
                self._say(Alive())
            return
        for stroke in self._strokes.read(key, heard.scene):
            self._scribe.feed(stroke, key.time, key.number)

    def _on_line(self, line: bytes) -> None:
        try:
            order = decode(line)
        except ValueError:
            self.over = True
            return
        match order:
            case Ask():
                self._listen(order)
            case GoOn():
                self._go_on()
            case Ping():
                self._go_on()
                if not self._probe():
                    self._say(Alive())
            case _:
                self.over = True

    def _listen(self, ask: Ask) -> None:
        self._scribe.ask(ask.prefix, frozenset(ask.never))
        if self._hook.start(self.note):
            self._say(Listening())
        else:
            self._say(Deaf("no-keyboard-package"))
            self.over = True

    def _tell(self, message: Message) -> None:
        if isinstance(message, CodeTyped):
            # While somebody has a hook, Windows lets other keys in between those that
            # erase. What is typed meanwhile the parent sees for itself.
            self._hook.stop()
            self._deaf = True
        self._say(message)

    def _go_on(self) -> None:
        if self._deaf:
            self._deaf = False
            self._scribe.lose(Why.LOST)
            self.over = not self._hook.start(self.note)


def read_orders(ears: Ears, stream: Any) -> None:
    """Hand every line of the parent to `ears`, and an empty one at the end."""
    while line := stream.readline(LINE_LIMIT):
        ears.note(line)
    ears.note(b"")


def main() -> int:
    """Listen until the parent goes."""
    if sys.platform != "win32":
        return 1
    from qtdesk.platforms.listener.windows_hook import (  # noqa: PLC0415 - loads ctypes
        KeyboardHook,
        WindowsPlaces,
        probe,
    )

    out = os.dup(1)
    # The package prints its own troubles, which are no messages.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

    def say(message: Message) -> None:
        try:
            os.write(out, encode(message))
        except OSError:
            ears.over = True

    ears = Ears(WindowsPlaces(), KeyboardHook(), probe, say)
    say(Greeting(VERSION))
    reading = (ears, sys.stdin.buffer)
    threading.Thread(target=read_orders, args=reading, daemon=True).start()
    while not ears.over:
        ears.step()
    return 0
