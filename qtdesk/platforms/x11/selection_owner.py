"""Owning a selection with one content, and serving it to whoever asks.

One window per content: a request names the window it was sent to, so that a late one
is still answered with what its reader saw on offer.
"""

from collections.abc import Callable
from typing import Any

from Xlib import X, Xatom
from Xlib.error import XError
from Xlib.protocol import event as events
from Xlib.protocol.rq import Event

from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.content import HISTORY_HINT, LONG, Content
from qtdesk.platforms.x11.incremental_send import IncrementalSends

Served = Callable[[int], None]
"""Told the reader's window once a form of the content was handed over whole."""


class SelectionOwner:
    """One content on offer."""

    def __init__(
        self,
        connection: Connection,
        sends: IncrementalSends,
        content: Content,
        served: Served,
    ) -> None:
        self._connection = connection
        self._sends = sends
        self._served = served
        self.content = content
        self.window = connection.invisible_window()
        self.time = X.CurrentTime
        self._values = {connection.atom(name): value for name, value in content.items()}
        self._hint = connection.atom(HISTORY_HINT)
        atom = connection.atom
        self._targets = atom("TARGETS")
        self._timestamp = atom("TIMESTAMP")
        self._multiple = atom("MULTIPLE")

    def take(self, selection: int) -> bool:
        """Become the owner, unless somebody else does so at the same moment."""
        self.time = self._connection.server_time()
        self.window.set_selection_owner(selection, self.time)
        return self.owns(selection)

    def follow(self, selection: int, predecessor: int) -> bool:
        """The same, but only in the place of the window `predecessor` or of nobody."""
        self.time = self._connection.server_time()
        if self._connection.owner_of(selection) not in {0, predecessor}:
            return False
        # Whoever takes it from here on wins: the server compares times.
        self.window.set_selection_owner(selection, self.time)
        return self.owns(selection)

    def owns(self, selection: int) -> bool:
        """Whether this content is still on the selection, by the server's word."""
        return self._connection.owner_of(selection) == int(self.window.id)

    def answer(self, request: Event) -> None:
        """Serve one request, or refuse it."""
        reader = self._connection.window(request.requestor.id)
        # Programs older than 1988 name no property and expect the target's name.
        target, place = request.target, request.property or request.target
        if target == self._multiple:
            done, read = self._serve_several(reader, place)
        else:
            done = self._serve(reader, target, place)
            read = done and self._is_told_now(target)
        notice = events.SelectionNotify(
            time=request.time,
            requestor=reader,
            selection=request.selection,
            target=target,
            property=place if done else X.NONE,
        )
        reader.send_event(notice)
        if read:
            self._served(reader.id)

    def _is_content(self, target: int) -> bool:
        return target in self._values and target != self._hint

    def _is_told_now(self, target: int) -> bool:
        """Whether it is a reading that has ended; one in pieces tells that itself."""
        large = target in self._values and self._sends.wanted_for(self._values[target])
        return self._is_content(target) and not large

    def _serve(self, reader: Any, target: int, place: int) -> bool:
        if target == self._targets:
            known = [self._targets, self._timestamp, self._multiple, *self._values]
            reader.change_property(place, Xatom.ATOM, 32, known)
        elif target == self._timestamp:
            reader.change_property(place, Xatom.INTEGER, 32, [self.time])
        elif target in self._values:
            value = self._values[target]
            if self._sends.wanted_for(value):
                return self._sends.begin(
                    reader, place, value, lambda: self._on_taken(reader.id, target)
                )
            kind = self._connection.atom(value.kind)
            reader.change_property(place, kind, value.width, value.data)
        else:
            return False
        return True

    def _on_taken(self, reader: int, target: int) -> None:
        if self._is_content(target):
            self._served(reader)

    def _serve_several(self, reader: Any, place: int) -> tuple[bool, bool]:
        """MULTIPLE: a list of targets and properties; refused ones become None."""
        try:
            listed = reader.get_full_property(place, X.AnyPropertyType)
        except XError:
            return False, False
        if listed is None or listed.format != LONG or len(listed.value) % 2:
            return False, False
        pairs = list(listed.value)
        read = False
        for index in range(0, len(pairs), 2):
            target, where = pairs[index], pairs[index + 1]
            if (
                where
                and target != self._multiple
                and self._serve(reader, target, where)
            ):
                read |= self._is_told_now(target)
            else:
                pairs[index + 1] = X.NONE
        kind = self._connection.atom("ATOM_PAIR")
        reader.change_property(place, kind, 32, pairs)
        return True, read
