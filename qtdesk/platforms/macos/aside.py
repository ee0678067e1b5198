"""Questions that may hang, each on a thread of its own, answered on ours.

Used for nothing but waiting for other programs. A thread that never comes back is
left behind and holds nobody up, not even the end of qtdesk.
"""

import queue
import socket
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

_T = TypeVar("_T")


class Aside:
    """Implements `Background` with a socket that is readable when an answer waits."""

    def __init__(self) -> None:
        # A pair of sockets: the Cocoa loop watches no pipes.
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._answers: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()

    def fileno(self) -> int:
        return self._ours.fileno()

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        def wait() -> None:
            result = work()
            self._answers.put(partial(done, result))
            try:
                self._theirs.send(b".")
            except OSError:
                return  # closed meanwhile: nobody wants to know any more

        threading.Thread(target=wait, daemon=True, name="macos-aside").start()

    def dispatch(self) -> None:
        """Hand over all answers that have come."""
        try:
            self._ours.recv(4096)
        except BlockingIOError:
            return
        while not self._answers.empty():
            self._answers.get()()

    def close(self) -> None:
        self._ours.close()
        self._theirs.close()
