"""Lines from the listener, read when they are there: beside X, and never waited for."""

import os
import select
from collections.abc import Callable
from typing import TYPE_CHECKING

from qtdesk.platforms.listener.lines import Lines

if TYPE_CHECKING:
    import subprocess

_PIECE = 4096


class PolledPipe:
    """Implements `Pipe`; `poll` watches it together with the X connection."""

    def __init__(self, poll: select.epoll) -> None:
        self._poll = poll
        self._number = -1
        self._lines = Lines()
        self._arrived: Callable[[bytes], None] = lambda _: None

    def attach(
        self, process: "subprocess.Popen[bytes]", arrived: Callable[[bytes], None]
    ) -> None:
        if process.stdout is None:
            return
        self._lines = Lines()
        self._arrived = arrived
        self._number = process.stdout.fileno()
        os.set_blocking(self._number, False)
        self._poll.register(self._number, select.EPOLLIN)

    def detach(self) -> None:
        if self._number >= 0:
            self._poll.unregister(self._number)
            self._number = -1

    def dispatch(self) -> None:
        """Hand over the lines that have arrived."""
        while self._number >= 0:
            try:
                piece = os.read(self._number, _PIECE)
            except BlockingIOError:
                return
            for line in self._lines.feed(piece):
                # What a line leads to may end this listener, and begin another.
                if self._number >= 0:
                    self._arrived(line)
            if not piece:
                return
