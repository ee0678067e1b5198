"""Time for the core: its Clock port over Qt's timers."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimerEvent


class QtClock(QObject):
    """Monotonic seconds, and timers that are precise to a millisecond."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: dict[int, _Call] = {}

    def now(self) -> float:
        """Seconds since an arbitrary start."""
        return time.monotonic()

    def call_later(
        self, seconds: float, callback: Callable[[], None]
    ) -> Callable[[], None]:
        """Call once after `seconds`; the returned function cancels, also afterwards."""
        wait = max(0, round(seconds * 1000))
        timer = self.startTimer(wait, Qt.TimerType.PreciseTimer)
        call = self._calls[timer] = _Call(callback)

        def cancel() -> None:
            # Qt gives the numbers of old timers to new ones.
            if self._calls.get(timer) is call:
                self._end(timer)

        return cancel

    def timerEvent(self, event: QTimerEvent) -> None:
        self._end(event.timerId()).callback()

    def _end(self, timer: int) -> "_Call":
        self.killTimer(timer)
        return self._calls.pop(timer)


class _Call:
    __slots__ = ("callback",)

    def __init__(self, callback: Callable[[], None]) -> None:
        self.callback = callback
