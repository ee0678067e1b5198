"""A chat program reduced to its X requests: windows, titles, and every key it gets."""

import os
from typing import Any, NamedTuple

from Xlib import X, Xutil
from Xlib.display import Display
from Xlib.protocol import event as messages

_PING = "_NET_WM_PING"


class Key(NamedTuple):
    """One key event that reached one of the client's windows."""

    window: int
    down: bool
    keycode: int
    state: int
    send_event: bool


class RawClient:
    """One connection with any number of top-level windows."""

    def __init__(
        self, display: str, *, app: str = "Chat", pid: int = 0, pings: bool = True
    ) -> None:
        """Connect; without a `pid` a made-up one that is never ours."""
        self.display = Display(display)
        self.display.set_error_handler(lambda *_: None)
        self.app = app
        self.pid = pid or os.getpid() + 1
        self.pings = pings
        self.keys: list[Key] = []
        self.answers_pings = True
        self._atom = self.display.intern_atom

    def open(
        self,
        title: str = "张三",
        *,
        kind: str = "",
        override_redirect: bool = False,
        area: tuple[int, int, int, int] = (40, 40, 300, 200),
    ) -> Any:
        """Map a window; it is in front when the window manager says so."""
        window = self.display.screen().root.create_window(
            *area,
            0,
            X.CopyFromParent,
            X.InputOutput,
            override_redirect=override_redirect,
            event_mask=X.KeyPressMask | X.KeyReleaseMask | X.FocusChangeMask,
        )
        window.set_wm_class(self.app.casefold(), self.app)
        window.set_wm_hints(flags=Xutil.InputHint, input=1)
        self.number(window, "_NET_WM_PID", "CARDINAL", self.pid)
        if self.pings:
            window.set_wm_protocols([self._atom(_PING)])
        if kind:
            name = f"_NET_WM_WINDOW_TYPE_{kind}"
            self.number(window, "_NET_WM_WINDOW_TYPE", "ATOM", self._atom(name))
        self.rename(window, title)
        window.map()
        self.display.sync()
        return window

    def rename(self, window: Any, title: str) -> None:
        window.change_property(
            self._atom("_NET_WM_NAME"), self._atom("UTF8_STRING"), 8, title.encode()
        )
        self.display.flush()

    def number(self, window: Any, name: str, kind: str, value: int) -> None:
        window.change_property(self._atom(name), self._atom(kind), 32, [value])

    def wish(self, window: Any, message: str, *numbers: int) -> None:
        """Ask the window manager something about `window`."""
        self.display.screen().root.send_event(
            messages.ClientMessage(
                window=window,
                client_type=self._atom(message),
                data=(32, [*numbers, 0, 0, 0, 0, 0][:5]),
            ),
            event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask,
        )
        self.display.flush()

    def activate(self, window: Any) -> None:
        self.wish(window, "_NET_ACTIVE_WINDOW", 2)

    def minimise(self, window: Any) -> None:
        self.wish(window, "WM_CHANGE_STATE", Xutil.IconicState)

    def pump(self) -> None:
        """Take in what has arrived, and answer pings."""
        while self.display.pending_events():
            event = self.display.next_event()
            if event.type in {X.KeyPress, X.KeyRelease}:
                down = event.type == X.KeyPress
                self.keys.append(
                    Key(
                        event.window.id,
                        down,
                        event.detail,
                        event.state,
                        event.send_event,
                    )
                )
            elif event.type == X.ClientMessage and self.answers_pings:
                self._answer(event)

    def _answer(self, event: Any) -> None:
        if event.data[1][0] == self._atom(_PING):
            root = self.display.screen().root
            root.send_event(
                messages.ClientMessage(
                    window=root, client_type=event.client_type, data=event.data
                ),
                event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask,
            )
            self.display.flush()

    def received(self) -> list[Key]:
        """Every key so far, once everything under way has arrived."""
        self.display.sync()
        self.pump()
        return self.keys

    def pressed(self, window: Any | None = None) -> list[int]:
        """Keycodes of the presses so far, of one window or of all."""
        return [
            key.keycode
            for key in self.received()
            if key.down and (window is None or key.window == window.id)
        ]

    def close(self) -> None:
        self.display.close()
