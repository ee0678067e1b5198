"""Time for the core: its Clock port over Qt's timers."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer


class QtClock(QObject):
    """Monotonic seconds, and timers that are precise to a millisecond."""

    def now(self) -> float:
        """Seconds since an arbitrary start."""
        return time.monotonic()

    def call_later(
        self, seconds: float, callback: Callable[[], None]
    ) -> Callable[[], None]:
        """Call once after `seconds`; the returned function cancels, also afterwards."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        live = [timer]

        def forget() -> None:
            if live:
                live.pop().deleteLater()

        def fire() -> None:
            forget()
            callback()

        def cancel() -> None:
            if live:
                live[0].stop()
                forget()

        timer.timeout.connect(fire)
        timer.start(max(0, round(seconds * 1000)))
        return cancel
