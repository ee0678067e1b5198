"""A program that owns a clipboard: in any formats, slowly, or without ever answering.

First order: `{"formats": {name: base64}, "selection": ..., "lag": s, "hangs": bool}`.
Reports `owned`, `asked` (for each request) and `lost`.
"""

import base64
from typing import Any

from Xlib import X, Xatom
from Xlib.protocol import event as events

from tests.desktop.peers.loop import CHUNK, Loop, quietly


class Owner:
    """Owns one selection until another program takes it."""

    def __init__(self, loop: Loop) -> None:
        """Wait for the first order."""
        self._loop = loop
        self._window = loop.root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self._formats: dict[int, bytes] = {}
        self._lag = 0.0
        self._hangs = False
        self._sending: dict[tuple[int, int], tuple[Any, int, bytes]] = {}
        loop.report("ready")

    def order(self, order: dict[str, Any]) -> None:
        self._lag = order.get("lag", 0.0)
        self._hangs = order.get("hangs", False)
        self._formats = {
            self._loop.atom(name): base64.b64decode(content)
            for name, content in order["formats"].items()
        }
        selection = self._loop.atom(order["selection"])
        self._window.set_selection_owner(selection, X.CurrentTime)
        self._loop.display.sync()
        owner = self._loop.display.get_selection_owner(selection)
        self._loop.report("owned" if owner == self._window else "refused")

    def event(self, event: Any) -> None:
        if event.type == X.SelectionRequest:
            self._loop.report("asked", kind=self._loop.name(event.target))
            if not self._hangs:
                self._loop.after(self._lag, lambda: self._answer(event))
        elif event.type == X.SelectionClear:
            self._loop.report("lost")
        elif event.type == X.PropertyNotify and event.state == X.PropertyDelete:
            self._send_piece((event.window.id, event.atom))

    def _answer(self, event: Any) -> None:
        place = event.property or event.target
        targets = self._loop.atom("TARGETS")
        requestor = event.requestor
        if event.target == targets:
            names = [targets, *self._formats]
            quietly(self._loop, requestor.change_property, place, Xatom.ATOM, 32, names)
        elif event.target not in self._formats:
            place = X.NONE
        elif len(content := self._formats[event.target]) <= CHUNK:
            kind = event.target
            quietly(self._loop, requestor.change_property, place, kind, 8, content)
        else:
            self._begin_pieces(requestor, place, event.target, content)
        notice = events.SelectionNotify(
            time=event.time,
            requestor=requestor,
            selection=event.selection,
            target=event.target,
            property=place,
        )
        quietly(self._loop, requestor.send_event, notice)

    def _begin_pieces(
        self, requestor: Any, place: int, kind: int, content: bytes
    ) -> None:
        requestor.change_attributes(event_mask=X.PropertyChangeMask)
        self._sending[requestor.id, place] = (requestor, kind, content)
        incremental = self._loop.atom("INCR")
        requestor.change_property(place, incremental, 32, [len(content)])

    def _send_piece(self, key: tuple[int, int]) -> None:
        if key not in self._sending:
            return
        requestor, kind, content = self._sending[key]
        piece, rest = content[:CHUNK], content[CHUNK:]
        quietly(self._loop, requestor.change_property, key[1], kind, 8, piece)
        if piece:
            self._sending[key] = (requestor, kind, rest)
        else:
            del self._sending[key]


if __name__ == "__main__":
    loop = Loop()
    owner = Owner(loop)
    loop.run(owner.event, owner.order)
