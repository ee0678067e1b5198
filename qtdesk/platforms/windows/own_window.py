"""An invisible window of ours, and who handles which message."""

import logging
from collections.abc import Callable

from qtdesk.platforms.windows.win32 import Messages

_log = logging.getLogger(__name__)

Handler = Callable[[int, int], None]
"""Takes the two numbers of a message."""


class OwnWindow:
    """Messages come in, handlers by message are called; the rest is Windows' own."""

    def __init__(self, messages: Messages, *, focusable: bool = False) -> None:
        self._messages = messages
        self._handlers: dict[int, Handler] = {}
        self.handle = messages.make_window(self._on_message, focusable=focusable)

    def listen(self, message: int, handler: Handler) -> None:
        """Call `handler` for every `message`, which is handled by that."""
        self._handlers[message] = handler

    def destroy(self) -> None:
        """End the window; what it promised to the clipboard is asked for now."""
        self._messages.destroy_window(self.handle)

    def _on_message(self, message: int, number: int, long: int) -> int | None:
        handler = self._handlers.get(message)
        if handler is None:
            return None
        try:
            handler(number, long)
        except Exception:  # noqa: BLE001 - see below
            # Windows called us: nobody above could catch it, and the rest works on.
            _log.exception("A message could not be handled.")
        return 0
