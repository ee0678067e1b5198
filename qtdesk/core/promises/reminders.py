"""When to remind of promises: driven by a clock that runs and one that shows the time.

Only the second one says what is due. It may be set, forward or back, and the computer
may sleep: so while anything waits it is looked at every half minute, and never while
nothing does.
"""

from collections.abc import Callable, Iterable

from qtdesk.core.ports import Clock, WallClock
from qtdesk.core.promises.promise import Promise

LOOK_S = 30.0
"""Longest time between two looks at the wall clock: half of what a reminder may be
late."""
_SLACK_S = 0.02
"""Timers may go off a little early; a look that comes too soon would be for nothing."""


class Reminders:
    """Tells of promises once their moment has come, all of them at one look."""

    def __init__(
        self,
        clock: Clock,
        wall: WallClock,
        waiting: Callable[[], Iterable[Promise]],
        tell: Callable[[tuple[Promise, ...]], None],
    ) -> None:
        """Nothing is looked at before `look`.

        `waiting` are promises still to be kept. `tell` is handed those that are due,
        the oldest first, and sees to it that they are not untold any more.
        """
        self._clock, self._wall = clock, wall
        self._waiting, self._tell = waiting, tell
        self._cancel: Callable[[], None] = _nothing

    def look(self) -> None:
        """Tell what is due, and look again in time; to be called after each change."""
        self.stop()
        now = self._wall.now()
        due = [each for each in self._waiting() if each.untold and each.moment <= now]
        if due:
            self._tell(tuple(sorted(due, key=lambda each: each.moment)))
        coming = [each.moment for each in self._waiting() if each.untold]
        if coming:
            left = (min(coming) - now).total_seconds() + _SLACK_S
            wait = min(max(left, _SLACK_S), LOOK_S)
            self._cancel = self._clock.call_later(wait, self.look)

    def stop(self) -> None:
        """Look no more."""
        self._cancel()
        self._cancel = _nothing


def _nothing() -> None:
    """Stand for the end of a wait that there is not."""
