"""The windows of other programs on macOS: seen, remembered, and asked to the front.

The quick panel does not activate qtdesk, so that usually nothing has to come back.
"""

from collections.abc import Callable

from qtdesk.core.ports import Background, Sight, Target
from qtdesk.platforms.macos.seam import Accessibility, App, Workspace
from qtdesk.platforms.macos.targets import Known, Targets

_PATIENCE_S = 8.0
"""As long as a paste waits at most; other threads do the waiting."""
_RAISE_S = 1.0
_REMEMBERED = 8


class MacWindows:
    """Implements `Windows` with NSWorkspace and, where allowed, Accessibility."""

    def __init__(
        self,
        targets: Targets,
        workspace: Workspace,
        accessibility: Accessibility,
        aside: Background,
    ) -> None:
        self._targets = targets
        self._workspace = workspace
        self._accessibility = accessibility
        self._aside = aside
        self._recent: list[App] = []
        self._watchers: list[Callable[[], None]] = []
        self._remember()

    def front(self) -> Target | None:
        return self._targets.front()

    def recent(self) -> Target | None:
        self._remember()
        for app in reversed(self._recent):
            target = self._targets.of(app)
            if target is not None:
                return target
        return None

    def _remember(self) -> None:
        """Which program is in front; its windows are looked at when they are wanted."""
        app = self._targets.foreign_app()
        if app is not None:
            others = [old for old in self._recent if old != app]
            self._recent = [*others, app][-_REMEMBERED:]

    def sight(self, target: Target) -> Sight:
        return self._targets.sight(target)

    def moment(self) -> int:
        return 0

    def touched(self, target: Target, since: int) -> bool:
        # Nothing is ever sent here: readers have no names.
        del target, since
        return False

    def bring_to_front(self, target: Target, attempt: int) -> None:
        known = self._targets.known(target)
        if known is None or self.sight(target) is Sight.FRONT:
            return
        if self._workspace.frontmost() != known.app:
            self._workspace.activate(known.app.pid)
        self._aside.run(lambda: self._raise(known, attempt), lambda _: None)

    def _raise(self, known: Known, attempt: int) -> None:
        """Bring its window before its others; on another thread."""
        if known.window is not None:
            self._accessibility.raise_window(known.window, _RAISE_S)
        if attempt >= 2:  # noqa: PLR2004 - the last attempt
            # Not subject to the consent that activation needs since macOS 14.
            self._accessibility.make_frontmost(known.app.pid, _RAISE_S)

    def ping(self, target: Target, answered: Callable[[], None]) -> bool:
        """Ask twice: between two answers the program went round its event loop once.

        Questions have a queue of their own; macOS does not promise that they stay
        behind the keys.
        """
        known = self._targets.known(target)
        if known is None or not self._accessibility.trusted():
            return False
        pid = known.app.pid

        def ask() -> bool:
            return all(self._accessibility.answers(pid, _PATIENCE_S) for _ in range(2))

        def done(came_round: bool) -> None:
            if came_round:
                answered()

        self._aside.run(ask, done)
        return True

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        self._watchers.append(changed)

        def stop() -> None:
            if changed in self._watchers:
                self._watchers.remove(changed)

        return stop

    def on_switched(self) -> None:
        """Another application is in front."""
        self._remember()
        for changed in tuple(self._watchers):
            changed()
