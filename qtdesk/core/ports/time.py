"""Time, and a place for slow work."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Protocol, TypeVar

_T = TypeVar("_T")


class Clock(Protocol):
    """Monotonic time and timers; a test's clock runs as fast as it likes."""

    def now(self) -> float:
        """Seconds since an arbitrary start."""
        ...

    def call_later(
        self, seconds: float, callback: Callable[[], None]
    ) -> Callable[[], None]:
        """Call once after `seconds`; the returned function cancels, also afterwards."""
        ...


class WallClock(Protocol):
    """What clocks on the wall show. It is set, and jumps; `Clock` does neither."""

    def now(self) -> datetime:
        """The agent's local time, with its distance from UTC."""
        ...

    def on(self, day: date, at: time) -> datetime:
        """That time of that day as it will be shown here: summer time counts."""
        ...


class Background(Protocol):
    """Where slow work goes, so that no key press ever waits for it."""

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        """Do `work` elsewhere, then call `done` with its result on this thread."""
        ...
