"""The X connection and the listener's lines, watched together as one descriptor.

Whoever runs the event loop has one thing to watch, whether somebody listens or not.
"""

import os
import select
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qtdesk.core.errors import DesktopError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.platforms.listener.lines import Lines

if TYPE_CHECKING:
    import subprocess

_PIECE = 4096


class PolledPipe:
    """Implements `Pipe` beside another descriptor."""

    def __init__(self, beside: int) -> None:
        """Watch `beside`, too."""
        self._poll = _readable(beside)
        self._number = -1
        self._lines = Lines()
        self._arrived: Callable[[bytes], None] = lambda _: None

    def fileno(self) -> int:
        """Readable when either of both is."""
        return int(self._poll.fileno())

    def close(self) -> None:
        self._poll.close()

    def attach(
        self, process: "subprocess.Popen[bytes]", arrived: Callable[[bytes], None]
    ) -> None:
        if process.stdout is None:
            return
        self._lines = Lines()
        self._arrived = arrived
        self._number = process.stdout.fileno()
        _never_wait_for(self._number)
        _watch(self._poll, self._number)

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


def _readable(descriptor: int) -> Any:
    if sys.platform != "linux":
        raise DesktopError(
            words(QT_TRANSLATE_NOOP("core", "The X server cannot be reached."))
        )
    poll = select.epoll()
    _watch(poll, descriptor)
    return poll


def _watch(poll: Any, descriptor: int) -> None:
    if sys.platform == "linux":
        poll.register(descriptor, select.EPOLLIN)


def _never_wait_for(descriptor: int) -> None:
    if sys.platform == "linux":
        os.set_blocking(descriptor, False)
