"""A clock with its event loop, for processes that have none: holder and listener."""

import heapq
import itertools
import select
import time
from collections.abc import Callable

from qtdesk.platforms.x11.connection import Connection


class Loop:
    """The core's `Clock`, and `run` which keeps it ticking."""

    def __init__(self) -> None:
        self._timers: list[tuple[float, int, Callable[[], None]]] = []
        self._numbers = itertools.count()
        self._inputs: dict[int, Callable[[], bool]] = {}

    def now(self) -> float:
        return time.monotonic()

    def call_later(
        self, seconds: float, callback: Callable[[], None]
    ) -> Callable[[], None]:
        number = next(self._numbers)
        heapq.heappush(self._timers, (self.now() + seconds, number, callback))

        def cancel() -> None:
            for place, timer in enumerate(self._timers):
                if timer[1] == number:
                    del self._timers[place]
                    heapq.heapify(self._timers)
                    return

        return cancel

    def watch(self, descriptor: int, readable: Callable[[], bool]) -> None:
        """Call `readable` whenever there is something to read, until it says no."""
        self._inputs[descriptor] = readable

    def run(
        self,
        connection: Connection,
        until: Callable[[], bool],
        seconds: float | None = None,
    ) -> bool:
        """Handle events and timers until `until` holds; False if time ran out first."""
        end = None if seconds is None else self.now() + seconds
        while not until():
            if end is not None and self.now() >= end:
                return False
            connection.dispatch()
            self._call_due()
            if until():
                break
            connection.display.flush()
            times = [self._timers[0][0]] if self._timers else []
            times += [end] if end is not None else []
            left = max(0.0, min(times) - self.now()) if times else None
            if not connection.display.display.event_queue:
                watched = [connection.fileno(), *self._inputs]
                for ready in select.select(watched, [], [], left)[0]:
                    if ready in self._inputs and not self._inputs[ready]():
                        del self._inputs[ready]
        return True

    def _call_due(self) -> None:
        now = self.now()
        while self._timers and self._timers[0][0] <= now:
            _, _, callback = heapq.heappop(self._timers)
            callback()
