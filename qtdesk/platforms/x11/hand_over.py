"""Giving what we own to another process before ours ends."""

import os
import socket
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from Xlib import X, Xatom
from Xlib.protocol.rq import Event

from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.content import Content, Legacy, encode

if TYPE_CHECKING:
    import subprocess

MANAGER_S = 1.0
"""A clipboard manager may take so long to fetch everything."""
HOLDER_S = 3.0
"""A holder process may take so long to start."""
_LOOK_AGAIN_S = 0.005

_left_behind: list["subprocess.Popen[bytes]"] = []
"""Holders outlive us; letting go of one would only earn a warning."""


class HandOver:
    """One attempt, over as soon as somebody else owns the selection."""

    def __init__(
        self,
        connection: Connection,
        selection: str,
        window: Any,
        content: Content,
        holder_command: Sequence[str],
        done: Callable[[], None],
    ) -> None:
        """Begin; `window` is the one that owns `content` now."""
        self._connection = connection
        self._window = window
        self._legacy = Legacy(selection, window.id, content)
        self._holder_command = tuple(holder_command)
        self._done: Callable[[], None] | None = done
        connection.listen(X.SelectionClear, self._on_clear)
        connection.listen(X.SelectionNotify, self._on_answer)
        self._manager = connection.atom("CLIPBOARD_MANAGER")
        self._asking = True
        if selection == "CLIPBOARD" and connection.owner_of(self._manager):
            self._ask_manager()
        else:
            self._start_holder()

    def _ask_manager(self) -> None:
        atom = self._connection.atom
        place = atom("QTDESK_SAVE")
        formats = [atom(name) for name in self._legacy.content]
        self._window.change_property(place, Xatom.ATOM, 32, formats)
        self._window.convert_selection(
            self._manager,
            atom("SAVE_TARGETS"),
            place,
            self._connection.server_time(),
        )
        self._cancel = self._connection.clock.call_later(MANAGER_S, self._start_holder)

    def _on_answer(self, event: Event) -> None:
        if event.requestor != self._window or not self._asking:
            return
        self._cancel()
        if event.property != X.NONE:
            self._end()
        else:
            self._start_holder()

    def _on_clear(self, event: Event) -> None:
        if event.window == self._window:
            self._end()

    def _start_holder(self) -> None:
        self._asking = False
        self._cancel = self._connection.clock.call_later(HOLDER_S, self._end)
        display = self._connection.display.get_display_name()
        import subprocess  # noqa: PLC0415 - needed at the very end only

        ours, theirs = socket.socketpair()
        with theirs:
            try:
                holder = subprocess.Popen(
                    self._holder_command,
                    env={**os.environ, "DISPLAY": display},
                    stdin=theirs.fileno(),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
            except OSError:
                ours.close()
                self._end()
                return
        _left_behind.append(holder)
        ours.setblocking(False)
        self._feed(holder, ours, memoryview(encode(self._legacy)))

    def _feed(
        self, holder: "subprocess.Popen[bytes]", pipe: socket.socket, unsent: memoryview
    ) -> None:
        """Write as much as the holder takes now, and look whether it lives."""
        try:
            while unsent:
                unsent = unsent[pipe.send(unsent) :]
            pipe.close()
        except BlockingIOError:
            pass
        except OSError:
            unsent = unsent[:0]
            pipe.close()
        if holder.poll() is not None:
            self._end()
        if self._done is None:
            pipe.close()
            return
        self._connection.clock.call_later(
            _LOOK_AGAIN_S, lambda: self._feed(holder, pipe, unsent)
        )

    def _end(self) -> None:
        done, self._done = self._done, None
        if done is None:
            return
        self._cancel()
        self._connection.forget(X.SelectionClear, self._on_clear)
        self._connection.forget(X.SelectionNotify, self._on_answer)
        done()
