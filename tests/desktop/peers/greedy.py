"""A clipboard manager that reads every format whenever the clipboard changes hands.

Order: `{"lag": s}`, how long it waits before it reads. Reports `read` with the kind and
the size of each format, and `text` for the plain text.
"""

from typing import Any

from Xlib import X
from Xlib.ext import xfixes

from tests.desktop.peers.loop import Loop, Receiver


class Greedy:
    """Watches one selection and reads it all, format by format."""

    def __init__(self, loop: Loop) -> None:
        """Begin to watch."""
        self._loop = loop
        self._lag = 0.0
        self._window = loop.root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self._window.change_attributes(event_mask=X.PropertyChangeMask)
        self._receiver = Receiver(loop, self._window)
        self._waiting: list[str] = []
        loop.display.xfixes_query_version()
        loop.display.xfixes_select_selection_input(
            self._window,
            loop.atom("CLIPBOARD"),
            xfixes.XFixesSetSelectionOwnerNotifyMask,
        )
        loop.display.sync()
        loop.report("ready")

    def order(self, order: dict[str, Any]) -> None:
        self._lag = order["lag"]
        self._loop.report("ready")

    def event(self, event: Any) -> None:
        self._receiver.handle(event)
        changed = self._loop.display.extension_event.SetSelectionOwnerNotify
        if (event.type, getattr(event, "sub_code", 0)) == changed and event.owner:
            self._loop.after(self._lag, self._read_all)

    def _read_all(self) -> None:
        self._receiver.ask("CLIPBOARD", "TARGETS", self._on_targets)

    def _on_targets(self, content: bytes | None) -> None:
        atoms = memoryview(content or b"").cast("I")
        no_content = {"TARGETS", "MULTIPLE", "SAVE_TARGETS", "DELETE"}
        names = [self._loop.name(atom) for atom in atoms]
        self._waiting = [name for name in names if name not in no_content]
        self._read_next()

    def _read_next(self) -> None:
        if not self._waiting:
            self._loop.report("done")
            return
        kind = self._waiting.pop(0)

        def take(content: bytes | None) -> None:
            self._loop.report("read", kind=kind, size=len(content or b""))
            if kind == "UTF8_STRING" and content is not None:
                self._loop.report("text", text=content.decode())
            self._read_next()

        self._receiver.ask("CLIPBOARD", kind, take)


if __name__ == "__main__":
    loop = Loop()
    greedy = Greedy(loop)
    loop.run(greedy.event, greedy.order)
