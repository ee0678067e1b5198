"""Which window is in front, and what it is: the eyes of this backend.

Reads only; changes nothing on the desktop.
"""

import os
from typing import NamedTuple

from Xlib import X

from qtdesk.core.paste.conversation import same_conversation
from qtdesk.core.ports import Sight, Target
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.properties import Focus, Place, Property, parent_of

_NO_TARGETS = ("_NET_WM_WINDOW_TYPE_DESKTOP", "_NET_WM_WINDOW_TYPE_DOCK")
_GUARD = "_NET_SUPPORTING_WM_CHECK"
_USED, _USED_WINDOW = "_NET_WM_USER_TIME", "_NET_WM_USER_TIME_WINDOW"
_DEEPEST = 32


class Front(NamedTuple):
    """What the desktop says about the front."""

    window: int
    """The window in front; 0 for none."""
    focus: int
    """The window that gets the keys; often a child of the one in front."""


class _Description:
    """Everything about one window, under way."""

    def __init__(self, connection: Connection, window: int) -> None:
        self._window = window
        self._client = connection.client_of(window)
        self._place = Place(connection, window)
        self._class = Property(connection, window, "WM_CLASS")
        self._pid = Property(connection, window, "_NET_WM_PID")
        self._title = Property(connection, window, "_NET_WM_NAME")
        self._old_title = Property(connection, window, "WM_NAME")
        self._kinds = Property(connection, window, "_NET_WM_WINDOW_TYPE")
        self._no_targets = [connection.atom(name) for name in _NO_TARGETS]

    def read(self) -> Target | None:
        """None where the window is gone."""
        area = self._place.area()
        if area is None:
            return None
        return Target(
            window=self._window,
            client=self._client,
            pid=self._pid.number(),
            app=(*self._class.texts(), "", "")[1],
            title=self._title.text() or self._old_title.text(),
            area=area,
        )

    def is_foreign(self) -> bool:
        """False for our own windows, for panels and for the desktop itself."""
        if self._pid.number() == os.getpid():
            return False
        return not set(self._no_targets) & set(self._kinds.numbers())


class Facts:
    """Answers about windows, each with as few round trips as possible."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._own_client = connection.client_of(
            int(connection.display.display.info.resource_id_base)
        )

    def front(self) -> Front:
        """What is in front by the window manager, or by the focus where there is none.

        A window manager that has died leaves its last word behind on the root
        window; it counts only while the manager's own window still exists.
        """
        root = int(self._connection.root.id)
        active = Property(self._connection, root, "_NET_ACTIVE_WINDOW")
        asked = Focus(self._connection)
        managed = self.is_managed()
        focus = asked.window()
        window = active.number() if managed else self._top_of(focus)
        return Front(window, focus)

    def is_managed(self) -> bool:
        """Whether a window manager is there that keeps `_NET_ACTIVE_WINDOW`."""
        root = int(self._connection.root.id)
        supported = Property(self._connection, root, "_NET_SUPPORTED")
        guard = Property(self._connection, root, _GUARD).number()
        if not guard or not Property(self._connection, guard, _GUARD).number():
            return False
        active = self._connection.atom("_NET_ACTIVE_WINDOW")
        return active in supported.numbers()

    def target(self, window: int) -> Target | None:
        """The window as a target; None for ours, panels, and windows that are gone."""
        if not window or self._connection.client_of(window) == self._own_client:
            return None
        description = _Description(self._connection, window)
        target = description.read()
        return target if target is not None and description.is_foreign() else None

    def sight(self, target: Target) -> Sight:
        """How `target` stands now."""
        description = _Description(self._connection, target.window)
        front = self.front()
        now = description.read()
        if now is None or not _same_window(now, target):
            return Sight.GONE
        if front.window != target.window or not self._has_focus(target, front.focus):
            return Sight.BEHIND
        if not same_conversation(target.title, now.title):
            return Sight.OTHER_CONVERSATION
        return Sight.FRONT

    def exists(self, target: Target) -> Target | None:
        """`target` with its present title and place; None where it is gone."""
        now = _Description(self._connection, target.window).read()
        return now if now is not None and _same_window(now, target) else None

    def used_at(self, target: Target) -> tuple[int, ...]:
        """When the program was last used, in the server's time, as far as it says so.

        Toolkits keep this up to date for the window manager's sake. Some announce a
        window apart for it, to spare the manager each change, and use either.
        """
        named = Property(self._connection, target.window, _USED_WINDOW)
        times = Property(self._connection, target.window, _USED).numbers()
        apart = named.number()
        there = Property(self._connection, apart, _USED).numbers() if apart else ()
        return (*times, *there)

    def _has_focus(self, target: Target, focus: int) -> bool:
        """Whether keys reach `target`: its window, a child of it, or a helper's.

        Another top-level window of the same program is another conversation, so the
        connection's number alone proves nothing.
        """
        if focus == X.PointerRoot:
            return self._top_of(focus) == target.window
        window, own = focus, False
        for _ in range(_DEEPEST):
            if window == target.window:
                return True
            if window in {X.NONE, X.PointerRoot, self._connection.root.id}:
                return own
            if Property(self._connection, window, "WM_STATE").numbers():
                return False
            own = own or self._is_of(window, target)
            window = parent_of(self._connection, window)
        return False

    def _is_of(self, window: int, target: Target) -> bool:
        """Whether `window` belongs to the target's program, by connection or process.

        Window managers' frames around windows answer to neither.
        """
        if self._connection.client_of(window) == target.client:
            return True
        pid = Property(self._connection, window, "_NET_WM_PID").number()
        return bool(target.pid) and pid == target.pid

    def _top_of(self, focus: int) -> int:
        """The program's own outermost window around the focus, without a manager."""
        if focus == X.PointerRoot:
            pointed = self._connection.root.query_pointer().child
            focus = int(getattr(pointed, "id", pointed))
        window = focus
        for _ in range(_DEEPEST):
            if not window or window == self._connection.root.id:
                return X.NONE
            parent = parent_of(self._connection, window)
            named = Property(self._connection, window, "WM_CLASS").texts() != [""]
            if named or parent == self._connection.root.id:
                return window
            window = parent
        return X.NONE


def _same_window(now: Target, then: Target) -> bool:
    """Window ids are reused: the process and the program must be the same, too."""
    return now.app == then.app and (not then.pid or now.pid == then.pid)
