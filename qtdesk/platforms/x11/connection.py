"""Our own connection to the X server, and the events that arrive on it.

All rooms of the backend share it. Windows the user sees belong to Qt's connection;
this one owns only invisible windows, grabs and selections.
"""

import platform
from collections.abc import Callable
from typing import Any

from Xlib import X, Xatom, error, ext
from Xlib.display import Display
from Xlib.protocol.rq import Event

from qtdesk.core.errors import DesktopError
from qtdesk.core.ports import Clock
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

Handler = Callable[[Event], None]

# Xlib loads a module for every extension that the server has; we use these.
_EXTENSIONS = ("XTEST", "XFIXES", "X-Resource")
ext.__dict__["__extensions__"][:] = [
    pair for pair in ext.__dict__["__extensions__"] if pair[0] in _EXTENSIONS
]
# Xlib asks which system this is, and would be told the name of the processor, too, for
# which Python starts a program and waits for it.
vars(platform.uname())["processor"] = ""


class Connection:
    """An X display with atoms by name and handlers by event type."""

    def __init__(self, clock: Clock, name: str | None = None) -> None:
        """Connect.

        Raises:
            DesktopError: there is no X server, or it refuses us.
        """
        try:
            self.display = Display(name)
        except (error.DisplayError, OSError) as problem:
            raise DesktopError(
                words(QT_TRANSLATE_NOOP("core", "The X server cannot be reached.")),
                words(
                    QT_TRANSLATE_NOOP("core", "It said: {reason}."), reason=str(problem)
                ),
                words(
                    QT_TRANSLATE_NOOP("core", "Start qtdesk from within the desktop.")
                ),
            ) from problem
        # A window may vanish between two requests; that is an ordinary event here.
        self.display.set_error_handler(lambda *_: None)
        self.clock = _Lifetime(clock)
        self.root = self.display.screen().root
        self._atoms: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self._handlers: dict[int, list[Handler]] = {}
        self._dispatch_due = False
        """Takes back the dispatch that is due, if one is."""
        self._timekeeper = self.invisible_window(X.PropertyChangeMask)

    def atom(self, name: str) -> int:
        if name not in self._atoms:
            self._atoms[name] = int(self.display.intern_atom(name))
            self._names[self._atoms[name]] = name
        return self._atoms[name]

    def atom_name(self, atom: int) -> str:
        """The name of `atom`, or an empty string for one that does not exist."""
        if atom not in self._names:
            try:
                name = str(self.display.get_atom_name(atom))
            except error.BadAtom:
                return ""
            self._names[atom] = name
            # Asked for by this name again, it must be the same atom, whatever its
            # bytes were.
            self._atoms[name] = atom
        return self._names[atom]

    def client_of(self, resource: int) -> int:
        """What all windows of one program have in common: its connection's number."""
        return resource & ~int(self.display.display.info.resource_id_mask) & 0xFFFFFFFF

    def invisible_window(self, event_mask: int = 0) -> Any:
        """A window that is never shown, to own selections and receive events."""
        return self.root.create_window(
            -10, -10, 1, 1, 0, X.CopyFromParent, X.InputOnly, event_mask=event_mask
        )

    def window(self, number: int) -> Any:
        """A window that somebody else made."""
        return self.display.create_resource_object("window", number)

    def owner_of(self, selection: int) -> int:
        """The number of the window that owns a selection; 0 for none."""
        owner: Any = self.display.get_selection_owner(selection)
        return int(owner.id) if owner else 0

    def server_time(self) -> int:
        """The X server's own clock, in its milliseconds; costs one round trip."""
        self._timekeeper.change_property(
            self.atom("QTDESK_TIME"), Xatom.STRING, 8, b"", X.PropModeAppend
        )
        self.display.sync()
        waiting = self.display.display.event_queue
        for place, event in enumerate(waiting):
            if event.type == X.PropertyNotify and event.window == self._timekeeper:
                del waiting[place]
                return int(event.time)
        return X.CurrentTime

    def listen(self, event_type: int, handler: Handler) -> None:
        """Call `handler` for every event of this type, in order of arrival."""
        self._handlers.setdefault(event_type, []).append(handler)

    def forget(self, event_type: int, handler: Handler) -> None:
        self._handlers[event_type].remove(handler)

    def take(self, wanted: Callable[[Event], bool]) -> list[Event]:
        """Remove the `wanted` ones among the events that wait, for immediate use."""
        queue = self.display.display.event_queue
        taken = [event for event in queue if wanted(event)]
        queue[:] = [event for event in queue if event not in taken]
        return taken

    def fileno(self) -> int:
        return int(self.display.fileno())

    def dispatch(self) -> None:
        """Handle all events that have arrived, then send what handlers asked for.

        Sending takes in what arrives meanwhile; left where it is, it would wait until
        the socket has something new to say, for seconds if need be.
        """
        while True:
            while self.display.pending_events():
                event = self.display.next_event()
                for handler in tuple(self._handlers.get(event.type, ())):
                    handler(event)
            self.display.flush()
            if not self.display.display.event_queue:
                return

    def settle(self) -> None:
        """Flush, and see to events that arrived while a reply was awaited.

        Such events wait in a queue of the library, where the event loop cannot see
        them. Every public call of the backend that waits for a reply ends with this.
        """
        self.display.flush()
        if self.display.display.event_queue and not self._dispatch_due:
            self._dispatch_due = True
            self.clock.call_later(0.0, self._dispatch_waiting)

    def _dispatch_waiting(self) -> None:
        self._dispatch_due = False
        self.dispatch()

    def close(self) -> None:
        """End; what was still to be called later will not be called any more."""
        self.clock.end()
        self.display.close()


class _Lifetime:
    """A clock that forgets what is due once the connection is closed.

    The event loop runs a little longer than the connection lives, and everything
    that waits here would speak to the X server.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._over = False

    def now(self) -> float:
        return self._clock.now()

    def call_later(
        self, seconds: float, callback: Callable[[], None]
    ) -> Callable[[], None]:
        def call() -> None:
            if not self._over:
                callback()

        return self._clock.call_later(seconds, call)

    def end(self) -> None:
        self._over = True
