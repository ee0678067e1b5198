"""Which window of which application: told apart, recognised, and looked at anew.

A target is an application, by process and launch date, and within it a window where
the agent allowed Accessibility. Titles are compared and handed on, never kept longer
than a target lives.
"""

from typing import NamedTuple

from qtdesk.core.paste.conversation import same_conversation
from qtdesk.core.ports import Clock, Sight, Target
from qtdesk.platforms.macos.seam import (
    Accessibility,
    Answer,
    App,
    Focused,
    Workspace,
)

QUESTION_S = 0.1
"""How long a look at a window may take; healthy programs need a few milliseconds."""
SILENT_S = 1.0
"""A program that did not answer is not asked again sooner: each try takes its time."""
_REMEMBERED = 64
_NEVER = frozenset(
    {
        *("com.apple.dock", "com.apple.loginwindow", "com.apple.SecurityAgent"),
        *("com.apple.systemuiserver", "com.apple.controlcenter"),
        *("com.apple.notificationcenterui", "com.apple.Spotlight"),
        *("com.apple.WindowManager", "com.apple.ScreenSaver.Engine"),
    }
)
"""Parts of the desktop, by bundle id: in front at times, never a place for a text."""
_FINDER = "com.apple.finder"
"""Its windows may be one; the desktop, which is no window, may not."""


class Known(NamedTuple):
    """An application, and one of its windows where that can be told."""

    app: App
    window: object | None


class Targets:
    """Numbers for windows, and what is to be seen of them now."""

    def __init__(
        self, workspace: Workspace, accessibility: Accessibility, clock: Clock
    ) -> None:
        self._workspace = workspace
        self._accessibility = accessibility
        self._clock = clock
        self._known: dict[int, Known] = {}
        self._next = 1
        self._silent_until: dict[int, float] = {}

    def front(self) -> Target | None:
        """The window in front; None for the desktop and for our own."""
        app = self.foreign_app()
        return None if app is None else self.of(app)

    def foreign_app(self) -> App | None:
        """The program in front, unless it is our own or a part of the desktop."""
        app = self._workspace.frontmost()
        if app is None or app.pid == self._workspace.own_pid() or app.bundle in _NEVER:
            return None
        return app

    def of(self, app: App) -> Target | None:
        """The window of `app` that has the focus or would have it; None if it ended."""
        if self._workspace.running(app.pid) != app:
            return None
        focused = self.focused(app.pid)
        if app.bundle == _FINDER and focused.answer is not Answer.GIVEN:
            return None
        number = self._number(Known(app, focused.window))
        title = focused.title
        return Target(number, app.pid, app.pid, app.bundle, title, name=app.name)

    def sight(self, target: Target) -> Sight:
        """How `target` stands, asking macOS and the program anew."""
        known = self.known(target)
        if known is None:
            return Sight.GONE
        front = self._workspace.frontmost()
        if front is None or front.pid != known.app.pid:
            sight = Sight.BEHIND
        elif self._accessibility.trusted():
            sight = _compare(target, known, self.focused(known.app.pid))
        else:
            # As far as can be seen; no chord is pressed without that permission.
            sight = Sight.FRONT
        return Sight.GONE if sight is Sight.BEHIND and self._closed(known) else sight

    def known(self, target: Target) -> Known | None:
        """What is behind `target`, unless its application has ended."""
        known = self._known.get(target.window)
        if known is None or self._workspace.running(known.app.pid) != known.app:
            return None
        return known

    def _closed(self, known: Known) -> bool:
        """Whether the application says that the window is closed."""
        if known.window is None or self._is_silent(known.app.pid):
            return False
        answer = self._accessibility.look(known.window, QUESTION_S)
        self._remember(known.app.pid, answer)
        return answer is Answer.CLOSED

    def focused(self, pid: int) -> Focused:
        """What has the focus in `pid`; asked of a hung program once in a while only."""
        if not self._accessibility.trusted():
            return Focused(Answer.NOTHING)
        if self._is_silent(pid):
            return Focused(Answer.SILENT)
        focused = self._accessibility.focused(pid, QUESTION_S)
        self._remember(pid, focused.answer)
        return focused

    def _remember(self, pid: int, answer: Answer) -> None:
        if answer is Answer.SILENT:
            self._silent_until[pid] = self._clock.now() + SILENT_S

    def _is_silent(self, pid: int) -> bool:
        if self._clock.now() < self._silent_until.get(pid, 0.0):
            return True
        self._silent_until.pop(pid, None)
        return False

    def _number(self, known: Known) -> int:
        number = next((n for n, old in self._known.items() if old == known), self._next)
        self._next = max(self._next, number + 1)
        # The latest last, so that the one longest unseen is forgotten.
        self._known.pop(number, None)
        self._known[number] = known
        if len(self._known) > _REMEMBERED:
            del self._known[next(iter(self._known))]
        return number


def _compare(target: Target, known: Known, focused: Focused) -> Sight:
    if focused.answer is Answer.SILENT:
        return Sight.SILENT
    if known.window is None:
        return Sight.FRONT
    # None has the focus while our panel has the keys, and right after it.
    if focused.answer is not Answer.GIVEN or focused.window != known.window:
        return Sight.BEHIND
    if not same_conversation(target.title, focused.title):
        return Sight.OTHER_CONVERSATION
    return Sight.FRONT
