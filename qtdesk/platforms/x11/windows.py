"""The windows of other programs on X11: seen, remembered, and asked to the front."""

from collections.abc import Callable

from Xlib import X
from Xlib.protocol import event as messages
from Xlib.protocol.rq import Event

from qtdesk.core.ports import Sight, Target
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.facts import Facts
from qtdesk.platforms.x11.ping import ALWAYS, Pings
from qtdesk.platforms.x11.properties import Property

_REMEMBERED = 8
_WATCHED = X.PropertyChangeMask | X.FocusChangeMask | X.StructureNotifyMask
_A_PAGER = 2
"""Focus-stealing prevention listens to a pager, not to a mere program."""
_ALL_DESKTOPS = 0xFFFFFFFF
_TIMES = 1 << 32
"""The server's time begins anew after seven weeks."""


class X11Windows:
    """Implements `FollowedWindows` with EWMH, or with the bare focus without it."""

    def __init__(self, connection: Connection, facts: Facts) -> None:
        self._connection = connection
        self._facts = facts
        self._pings = Pings(connection)
        self._recent: list[Target] = []
        self._watchers: list[Callable[[], None]] = []
        self._followers: list[Callable[[], None]] = []
        self._watched = X.NONE
        connection.root.change_attributes(event_mask=ALWAYS)
        connection.listen(X.PropertyNotify, self._on_property)
        connection.listen(X.FocusOut, self._on_watched)
        connection.listen(X.FocusIn, self._on_watched)
        connection.listen(X.UnmapNotify, self._on_watched)
        connection.listen(X.ConfigureNotify, self._on_moved)
        self.front()

    def front(self) -> Target | None:
        target = self._facts.target(self._facts.front().window)
        if target is not None:
            self._remember(target)
        self._connection.settle()
        return target

    def recent(self) -> Target | None:
        self.front()
        while self._recent:
            target = self._facts.exists(self._recent[-1])
            if target is not None:
                break
            self._recent.pop()
        self._connection.settle()
        return target if self._recent else None

    def sight(self, target: Target) -> Sight:
        sight = self._facts.sight(target)
        self._connection.settle()
        return sight

    def moment(self) -> int:
        time = self._connection.server_time()
        self._connection.settle()
        return time

    def touched(self, target: Target, since: int) -> bool:
        times = self._facts.used_at(target)
        self._connection.settle()
        return any(0 < (time - since) % _TIMES < _TIMES // 2 for time in times)

    def bring_to_front(self, target: Target, attempt: int) -> None:
        if self._facts.exists(target) is None:
            return
        time = self._connection.server_time()
        root = int(self._connection.root.id)
        desktop = Property(self._connection, target.window, "_NET_WM_DESKTOP")
        current = Property(self._connection, root, "_NET_CURRENT_DESKTOP")
        if desktop.numbers() and desktop.number() not in {
            _ALL_DESKTOPS,
            current.number(),
        }:
            self._ask_root(root, "_NET_CURRENT_DESKTOP", [desktop.number(), time])
        self._ask_root(target.window, "_NET_ACTIVE_WINDOW", [_A_PAGER, time])
        window = self._connection.window(target.window)
        unmanaged = not self._facts.is_managed()
        if attempt >= 1 or unmanaged:
            window.configure(stack_mode=X.Above)
        if attempt >= 2 or unmanaged:  # noqa: PLR2004 - the last attempt
            window.set_input_focus(X.RevertToParent, time)
        self._connection.settle()

    def activate(self, window: int) -> None:
        """Ask for one of our own windows to be in front."""
        time = self._connection.server_time()
        self._ask_root(window, "_NET_ACTIVE_WINDOW", [_A_PAGER, time])
        if not self._facts.is_managed():
            own = self._connection.window(window)
            own.set_input_focus(X.RevertToParent, time)
        self._connection.settle()

    def has_focus(self, window: int) -> bool:
        """Whether keys reach one of our own windows, by the server's word."""
        focus = self._facts.front().focus
        self._connection.settle()
        return focus == window

    def ping(self, target: Target, answered: Callable[[], None]) -> bool:
        return self._pings.ask(target, answered)

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        self._watchers.append(changed)
        self._watch_front()

        def stop() -> None:
            if changed in self._watchers:
                self._watchers.remove(changed)
                self._watch_front()

        return stop

    def follow(self, moved: Callable[[], None]) -> Callable[[], None]:
        stop_watching = self.watch(moved)
        self._followers.append(moved)

        def stop() -> None:
            if moved in self._followers:
                self._followers.remove(moved)
                stop_watching()

        return stop

    def _on_moved(self, event: Event) -> None:
        """Window managers tell a window where it has come to, as the X server would."""
        if event.window.id == self._watched:
            for moved in tuple(self._followers):
                moved()

    def _on_property(self, event: Event) -> None:
        if event.window == self._connection.root:
            if event.atom == self._connection.atom("_NET_ACTIVE_WINDOW"):
                self.front()
                self._watch_front()
                self._announce()
        elif event.window.id == self._watched and event.atom in {
            self._connection.atom("_NET_WM_NAME"),
            self._connection.atom("WM_NAME"),
        }:
            self._announce()

    def _on_watched(self, event: Event) -> None:
        if event.window.id == self._watched:
            self.front()
            self._watch_front()
            self._announce()

    def _announce(self) -> None:
        for changed in tuple(self._watchers):
            changed()

    def _remember(self, target: Target) -> None:
        known = [old for old in self._recent if old.window != target.window]
        self._recent = [*known, target][-_REMEMBERED:]

    def _watch_front(self) -> None:
        """Follow the window in front, so that its new title or lost focus is noticed.

        Only while somebody watches: nothing is asked of other programs' windows else.
        """
        front = self.front() if self._watchers else None
        window = front.window if front is not None else X.NONE
        if window == self._watched:
            return
        for old_or_new, mask in ((self._watched, X.NoEventMask), (window, _WATCHED)):
            if old_or_new:
                self._connection.window(old_or_new).change_attributes(event_mask=mask)
        self._watched = window
        self._connection.settle()

    def _ask_root(self, about: int, message: str, numbers: list[int]) -> None:
        """Send a wish to the window manager."""
        data = [*numbers, 0, 0, 0, 0, 0][:5]
        self._connection.root.send_event(
            messages.ClientMessage(
                window=self._connection.window(about),
                client_type=self._connection.atom(message),
                data=(32, data),
            ),
            event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask,
        )
