"""Slow work away from the interface: the core's Background port over Qt's threads.

The only thread code in the interface. Results come back on the thread that asked.
"""

import gc
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

_T = TypeVar("_T")


class Tasks(QObject):
    """Runs work in a pool, one after the other, and hands over what came of it.

    One at a time: books change together, and a share is not read faster by two.
    To be closed before it is let go: work under way holds on to it, and would
    otherwise take it down from a thread that is not its own.
    """

    _ended = Signal(int, object, object)  # number, result, BaseException or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._waiting: dict[int, Callable[[Any], None]] = {}
        self._number = 0
        self._closed = False
        self._beside: Tasks | None = None
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        """Do `work` elsewhere, then call `done` with its result on this thread.

        After `close` nothing is done any more: its end would find nobody.
        """
        if self._closed:
            return
        self._number += 1
        self._waiting[self._number] = done
        self._pool.start(_Task(self._number, work, self._ended.emit))

    def beside(self) -> "Tasks":
        """Another one, whose work waits for none of this one's; closed with it."""
        if self._beside is None:
            self._beside = Tasks(self)
        return self._beside

    def close(self) -> None:
        """Wait for what is under way; its result is not handed over any more."""
        if self._beside is not None:
            self._beside.close()
        self._closed = True
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(int, object, object)
    def _on_ended(
        self, number: int, result: object, error: BaseException | None
    ) -> None:
        done = self._waiting.pop(number, None)
        if error is not None:
            raise error  # a defect: show it where all other defects show
        if done is not None:
            done(result)


class _Task(QRunnable):
    def __init__(
        self,
        number: int,
        work: Callable[[], object],
        ended: Callable[[int, object, BaseException | None], None],
    ) -> None:
        super().__init__()
        self._number = number
        self._work = work
        self._ended = ended

    def run(self) -> None:
        result, error = None, None
        # Searching all objects for cycles stops every thread, the interface too: with
        # the parts of a large book in memory for up to 100 ms.
        gc.disable()
        try:
            result = self._work()
        except Exception as raised:  # noqa: BLE001 - raised again on the asking thread
            error = raised
        finally:
            gc.enable()
        self._ended(self._number, result, error)
