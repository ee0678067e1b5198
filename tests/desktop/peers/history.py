"""A history tool that takes every new text over, so that it outlives its program.

Order: `{"lag": s}`, how long after a change it begins to read. Reports `took` whenever
the clipboard has become its own.
"""

from typing import Any

from Xlib import X
from Xlib.ext import xfixes

from tests.desktop.peers.loop import Loop, Receiver
from tests.desktop.peers.owner import Owner


class History(Owner):
    """Owns what it has last read, as plain text."""

    def __init__(self, loop: Loop) -> None:
        """Begin to watch."""
        super().__init__(loop)
        self._lag_before = 0.0
        self._window.change_attributes(event_mask=X.PropertyChangeMask)
        self._receiver = Receiver(loop, self._window)
        loop.display.xfixes_query_version()
        loop.display.xfixes_select_selection_input(
            self._window,
            loop.atom("CLIPBOARD"),
            xfixes.XFixesSetSelectionOwnerNotifyMask,
        )
        loop.display.sync()

    def order(self, order: dict[str, Any]) -> None:
        self._lag_before = order["lag"]
        self._loop.report("ready")

    def event(self, event: Any) -> None:
        self._receiver.handle(event)
        changed = self._loop.display.extension_event.SetSelectionOwnerNotify
        if (event.type, getattr(event, "sub_code", 0)) != changed:
            super().event(event)
        elif event.owner and event.owner != self._window:
            self._loop.after(self._lag_before, self._read)

    def _read(self) -> None:
        self._receiver.ask("CLIPBOARD", "UTF8_STRING", self._take)

    def _take(self, content: bytes | None) -> None:
        if content is None:
            return
        self._formats = {self._loop.atom("UTF8_STRING"): content}
        self._window.set_selection_owner(self._loop.atom("CLIPBOARD"), X.CurrentTime)
        self._loop.display.sync()
        self._loop.report("took")


if __name__ == "__main__":
    loop = Loop()
    history = History(loop)
    loop.run(history.event, history.order)
