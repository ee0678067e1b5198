"""A program that moves the focus about, as badly behaved ones do, only faster.

Order: `{"windows": [...], "every": s, "for": s}`: give the focus to one after the
other. Reports `begun`, and `done` with the number of moves.
"""

import time
from typing import Any

from Xlib import X
from Xlib.protocol import event as events

from tests.desktop.peers.loop import Loop, quietly


class Thief:
    """Moves the focus by the window manager and past it."""

    def __init__(self, loop: Loop) -> None:
        """Wait for the first order."""
        self._loop = loop
        self._active = loop.atom("_NET_ACTIVE_WINDOW")
        self._moves = 0
        loop.report("ready")

    def order(self, order: dict[str, Any]) -> None:
        self._moves = 0
        self._loop.report("begun")
        self._move(order["windows"], order["every"], time.monotonic() + order["for"])

    def event(self, event: Any) -> None:
        """Nothing that happens is of interest."""

    def _move(self, windows: list[int], every: float, end: float) -> None:
        if time.monotonic() > end:
            self._loop.report("done", moves=self._moves)
            return
        number = windows[self._moves % len(windows)]
        self._moves += 1
        window = self._loop.display.create_resource_object("window", number)
        wish = events.ClientMessage(
            window=window,
            client_type=self._active,
            data=(32, [2, X.CurrentTime, 0, 0, 0]),
        )
        mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
        quietly(self._loop, self._loop.root.send_event, wish, event_mask=mask)
        focus = (X.RevertToParent, X.CurrentTime)
        quietly(self._loop, window.set_input_focus, *focus)
        self._loop.after(every, lambda: self._move(windows, every, end))


if __name__ == "__main__":
    loop = Loop()
    thief = Thief(loop)
    loop.run(thief.event, thief.order)
