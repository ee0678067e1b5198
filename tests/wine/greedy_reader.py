"""A program like a history of the clipboard: it reads every new text at once."""

import ctypes
import sys
import time

from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.bindings.clipboard import WindowsClipboard
from qtdesk.platforms.windows.bindings.messages import WindowsMessages

assert sys.platform == "win32"

_LONGEST = 1 << 20
_PATIENCE_S = 0.5
_MOMENT_S = 0.001


class Reader:
    """Opens the clipboard for a window of its own, as most such programs do."""

    def __init__(self) -> None:
        self.messages = WindowsMessages()
        self._clipboard = WindowsClipboard()
        self._window = self.messages.make_window(self._on_message, focusable=False)
        self._clipboard.listen(self._window)

    def _on_message(self, message: int, _number: int, _long: int) -> int | None:
        if message != codes.WM_CLIPBOARDUPDATE:
            return None
        end = time.monotonic() + _PATIENCE_S
        while not self._clipboard.open(self._window):
            if time.monotonic() > end:
                return 0
            time.sleep(_MOMENT_S)
        self._clipboard.get(codes.CF_UNICODETEXT, _LONGEST)
        self._clipboard.close()
        return 0


def main() -> None:
    reader = Reader()
    print("reads", flush=True)  # noqa: T201 - whoever started it waits for this
    wait = ctypes.WinDLL("user32").WaitMessage
    while True:
        reader.messages.pump()
        wait()


if __name__ == "__main__":
    main()
