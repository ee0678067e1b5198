"""The windows of other programs: seen, remembered, and asked to the front."""

from collections.abc import Callable

from qtdesk.core.ports import Clock, Sight, Target
from qtdesk.platforms.windows.facts import Facts
from qtdesk.platforms.windows.front import Front
from qtdesk.platforms.windows.pings import Pings
from qtdesk.platforms.windows.win32 import Win32

_REMEMBERED = 8
_LOOK_S = 0.02
"""How often a watcher looks for itself: not every Windows tells of a new front."""


class WindowsWindows:
    """Implements `Windows`."""

    def __init__(
        self, win32: Win32, clock: Clock, facts: Facts, front: Front, pings: Pings
    ) -> None:
        self._desktop = win32.desktop
        self._clock = clock
        self._facts = facts
        self._front = front
        self._pings = pings
        self._recent: list[Target] = []
        self._watchers: list[Callable[[], None]] = []
        self._seen = 0
        """The window that was in front when we last looked."""
        self._cancel_look: Callable[[], None] = _nothing
        self.on_new_front: Callable[[], None] = _nothing
        self._stop = self._desktop.watch_foreground(self._look)
        self.front()

    def front(self) -> Target | None:
        target = self._facts.target(self._facts.front())
        if target is not None:
            known = [old for old in self._recent if old.window != target.window]
            self._recent = [*known, target][-_REMEMBERED:]
        return target

    def recent(self) -> Target | None:
        self.front()
        while self._recent:
            target = self._recent[-1]
            if self._facts.exists(target):
                title = self._desktop.title(target.window)
                return target._replace(
                    title=title, area=self._desktop.area(target.window)
                )
            self._recent.pop()
        return self._uppermost()

    def _uppermost(self) -> Target | None:
        """Windows lie in the order in which they were used, but for few."""
        found = map(self._facts.target, self._desktop.from_the_top())
        return next((target for target in found if target and target.title), None)

    def sight(self, target: Target) -> Sight:
        return self._facts.sight(target)

    def moment(self) -> int:
        return 0

    def touched(self, target: Target, since: int) -> bool:
        # Windows knows of the last key or motion anywhere, and no more.
        del target, since
        return False

    def bring_to_front(self, target: Target, attempt: int) -> None:
        if not self._facts.exists(target):
            return
        if self._desktop.is_minimised(target.window):
            self._desktop.restore(target.window)
        self._front.ask(target.window, attempt)

    def ping(self, target: Target, answered: Callable[[], None]) -> bool:
        return self._pings.ask(target, answered)

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        self._look()
        self._watchers.append(changed)
        self._cancel_look()
        self._cancel_look = self._clock.call_later(_LOOK_S, self._look)

        def stop() -> None:
            if changed in self._watchers:
                self._watchers.remove(changed)

        return stop

    def close(self) -> None:
        """Look no more."""
        self._watchers.clear()
        self._cancel_look()
        self._stop()

    # --- watching --------------------------------------------------------------

    def _look(self) -> None:
        self._cancel_look()
        self._cancel_look = _nothing
        front = self._facts.front()
        if front != self._seen:
            self._seen = front
            self.front()
            self.on_new_front()
            for changed in tuple(self._watchers):
                changed()
        if self._watchers:
            self._cancel_look = self._clock.call_later(_LOOK_S, self._look)


def _nothing() -> None:
    """Stand in where there is nothing to cancel."""
