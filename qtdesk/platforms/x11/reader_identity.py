"""Who reads: whether a window that asks for a selection belongs to the target.

Programs read through hidden windows; what those share with the target is the X
connection, or at least the process behind it.
"""

from Xlib.error import XError
from Xlib.ext import res

from qtdesk.core.ports import Reader, Target
from qtdesk.platforms.x11.connection import Connection


class ReaderIdentity:
    """The readers of one publication.

    Client numbers are given again to new programs, so that what is known about them
    must not outlive the publication.
    """

    def __init__(self, connection: Connection, target: Target | None) -> None:
        self._connection = connection
        self._target = target
        self._known: dict[int, Reader] = {}

    def of(self, window: int) -> Reader:
        """Who asks through `window`."""
        client = self._connection.client_of(window)
        if client not in self._known:
            self._known[client] = self._look(client)
        return self._known[client]

    def _look(self, client: int) -> Reader:
        target = self._target
        if target is None:
            return Reader.OTHER
        if client == target.client:
            return Reader.TARGET
        same = target.pid and self._pid_of(client) == target.pid
        return Reader.TARGET if same else Reader.OTHER

    def _pid_of(self, client: int) -> int:
        """The process behind a client; 0 where the server does not tell."""
        display = self._connection.display
        if res.extname not in display.extensions:
            return 0
        try:
            answer = display.res_query_client_ids([(client, res.LocalClientPIDMask)])
        except XError:
            return 0
        pids = [int(one.value[0]) for one in answer.ids if one.value]
        return pids[0] if pids else 0
