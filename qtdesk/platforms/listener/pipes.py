"""Lines from the listener where a pipe cannot be watched beside other things."""

import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from qtdesk.platforms.listener.protocol import LINE_LIMIT

if TYPE_CHECKING:
    import subprocess


class ThreadedPipe:
    """Implements `Pipe` with a thread that reads, and hands over on `dispatch`."""

    def __init__(self, wake: Callable[[], None]) -> None:
        """`wake` may be called on any thread, and has `dispatch` called on ours."""
        self._wake = wake
        self._lines: queue.SimpleQueue[tuple[int, bytes]] = queue.SimpleQueue()
        self._turn = 0
        self._arrived: Callable[[bytes], None] = lambda _: None

    def attach(
        self, process: "subprocess.Popen[bytes]", arrived: Callable[[bytes], None]
    ) -> None:
        self._turn += 1
        self._arrived = arrived
        arguments = (process, self._turn)
        threading.Thread(target=self._read, args=arguments, daemon=True).start()

    def detach(self) -> None:
        # What an old listener still says carries its old number.
        self._turn += 1

    def dispatch(self) -> None:
        """Hand over the lines that have arrived."""
        while not self._lines.empty():
            turn, line = self._lines.get()
            if turn == self._turn:
                self._arrived(line)

    def _read(self, process: "subprocess.Popen[bytes]", turn: int) -> None:
        line = b"\n"
        while line.endswith(b"\n") and process.stdout is not None:
            try:
                line = process.stdout.readline(LINE_LIMIT)
            except (OSError, ValueError):
                # Closed by `stop` while we were reading.
                line = b""
            self._lines.put((turn, line.removesuffix(b"\n")))
            self._wake()
