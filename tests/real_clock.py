"""Real time for a backend whose events a test sees to."""

import heapq
import itertools
import time
from collections.abc import Callable

from tests.desktop.waiting import DEADLINE_S


class RealClock:
    """Monotonic time; calls come from `run_due`."""

    def __init__(self) -> None:
        self._calls: list[tuple[float, int, list[Callable[[], None]]]] = []
        self._numbers = itertools.count()

    def now(self) -> float:
        return time.monotonic()

    def call_later(
        self, seconds: float, callback: Callable[[], None]
    ) -> Callable[[], None]:
        # An emptied list is a cancelled call.
        call = [callback]
        due = self.now() + seconds
        heapq.heappush(self._calls, (due, next(self._numbers), call))
        return call.clear

    def run_due(self) -> None:
        while self._calls and self._calls[0][0] <= self.now():
            call = heapq.heappop(self._calls)[2]
            if call:
                call.pop()()

    def until_due(self) -> float:
        return max(0.0, self._calls[0][0] - self.now()) if self._calls else DEADLINE_S
