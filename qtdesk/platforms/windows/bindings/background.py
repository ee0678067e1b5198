"""Calls that may wait for another program, each on a thread of its own.

A thread that waits for a program that hangs cannot be ended: it is left alone, and
ends with its program or with ours.
"""

import sys
import threading
from collections.abc import Callable
from typing import TypeVar

from qtdesk.platforms.windows.codes import WM_APP

if sys.platform != "win32":
    raise ImportError("This is Windows' own.")

from qtdesk.platforms.windows.bindings.messages import WindowsMessages

_T = TypeVar("_T")


class Threads:
    """Implements `Background`; what is done comes back as a message."""

    def __init__(self, messages: WindowsMessages) -> None:
        self._messages = messages
        self._window = messages.make_window(self._on_message, focusable=False)
        self._done: dict[int, Callable[[], None]] = {}
        self._serial = 0

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        """Do `work` elsewhere; where it raises, `done` is never called."""
        self._serial += 1
        serial = self._serial

        def do() -> None:
            result = work()
            self._done[serial] = lambda: done(result)
            self._messages.post(self._window, WM_APP, serial)

        threading.Thread(target=do, name="clipboard", daemon=True).start()

    def _on_message(self, message: int, number: int, _long: int) -> int | None:
        if message != WM_APP:
            return None
        self._done.pop(number)()
        return 0
