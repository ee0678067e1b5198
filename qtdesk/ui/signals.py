"""The end of a session, told by the operating system instead of the agent."""

import contextlib
import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot


class Signals(QObject):
    """SIGTERM, SIGINT and SIGHUP as a Qt signal, so that the clipboard is put back."""

    asked_to_end = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # Python handles a signal only between two of its own instructions; the byte
        # it writes here wakes the event loop, so that there are some.
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(
            self._reading.fileno(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._on_activated)

    @Slot()
    def _on_activated(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._reading.recv(64)
        self.asked_to_end.emit()
