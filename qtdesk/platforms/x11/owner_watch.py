"""Hearing of a selection's new owners, and counting those that are not ourselves."""

from collections.abc import Container
from typing import Protocol

from Xlib.ext import xfixes
from Xlib.protocol.rq import Event

from qtdesk.platforms.x11.connection import Connection

_ALL = (
    xfixes.XFixesSetSelectionOwnerNotifyMask
    | xfixes.XFixesSelectionWindowDestroyNotifyMask
    | xfixes.XFixesSelectionClientCloseNotifyMask
)


class OtherOwner(Protocol):
    """Told when somebody else takes the selection, or when it loses its owner."""

    def __call__(self, time: int, *, owned: bool) -> None: ...


class OwnerWatch:
    """Changes of one selection's owner, by the XFixes extension."""

    def __init__(
        self,
        connection: Connection,
        selection: int,
        ours: Container[int],
        changed: OtherOwner,
    ) -> None:
        """Begin; `ours` are our own owner windows, now and later."""
        self._connection = connection
        self._selection = selection
        self._ours = ours
        self._changed = changed
        self._emptied_at = -1
        self.told = 0
        """How many changes have been passed on. Content is as old as they are: it may
        have been read just before a change that waits behind it in the queue."""
        display = connection.display
        display.xfixes_query_version()
        display.xfixes_select_selection_input(connection.root, selection, _ALL)
        self._type = display.extension_event.SetSelectionOwnerNotify[0]
        connection.listen(self._type, self._on_event)

    def stamp(self) -> int:
        """How often somebody else changed it, what has just arrived included."""
        display = self._connection.display
        display.pending_events()
        waiting = sum(map(self._counts, display.display.event_queue))
        self._connection.settle()
        return self.told + waiting

    def expect_emptied(self, time: int) -> None:
        """We are about to leave the selection without an owner, as of `time`."""
        self._emptied_at = time

    def _counts(self, event: Event) -> bool:
        if event.type != self._type or event.selection != self._selection:
            return False
        if event.owner.id:
            return event.owner.id not in self._ours
        return bool(event.selection_timestamp != self._emptied_at)

    def _on_event(self, event: Event) -> None:
        if self._counts(event):
            self.told += 1
            self._changed(event.timestamp, owned=bool(event.owner.id))
