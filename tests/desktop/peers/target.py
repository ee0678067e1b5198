"""A window that writes down every key and every text that it is given.

Orders: `{"lag": s}` before it reads the clipboard, `{"busy": s}` in which it handles
nothing at all, `{"title": ...}`. Reports `key`, `paste`, `focus` and `ping`.
"""

import sys
import time
from typing import Any

from Xlib import XK, X
from Xlib.protocol import event as events

from tests.desktop.peers.loop import Loop, Receiver, quietly

_NAMES = {
    value: name.removeprefix("XK_")
    for name, value in vars(XK).items()
    if name.startswith("XK_")
}
_EVENTS = (
    X.KeyPressMask
    | X.KeyReleaseMask
    | X.FocusChangeMask
    | X.PropertyChangeMask
    | X.ButtonPressMask
)


class Target:
    """One window, with `title` and a WM_CLASS made from `app`."""

    def __init__(self, loop: Loop, app: str, title: str) -> None:
        """Show the window."""
        self._loop = loop
        self._lag = 0.0
        self._window = loop.root.create_window(
            40, 40, 400, 300, 0, X.CopyFromParent, event_mask=_EVENTS
        )
        self._window.set_wm_class(app, app.title())
        self._window.set_wm_protocols(
            [loop.atom("WM_DELETE_WINDOW"), loop.atom("_NET_WM_PING")]
        )
        self._set_title(title)
        self._receiver = Receiver(loop, self._window)
        self._window.map()
        loop.display.sync()
        loop.report("ready", window=self._window.id)

    def order(self, order: dict[str, Any]) -> None:
        self._lag = order.get("lag", self._lag)
        if "title" in order:
            self._set_title(order["title"])
            self._loop.display.sync()
        self._loop.report("ready", window=self._window.id)
        time.sleep(order.get("busy", 0))

    def event(self, event: Any) -> None:
        self._receiver.handle(event)
        if event.type in (X.KeyPress, X.KeyRelease):
            self._key(event)
        elif event.type in (X.FocusIn, X.FocusOut):
            self._loop.report("focus", there=event.type == X.FocusIn)
        elif event.type == X.MappingNotify:
            self._loop.display.refresh_keyboard_mapping(event)
        elif event.type == X.ClientMessage:
            self._message(event)

    def _key(self, event: Any) -> None:
        name = self._name(event)
        down = event.type == X.KeyPress
        self._loop.report(
            "key", key=name, down=down, state=event.state, sent=bool(event.send_event)
        )
        chord = (name.casefold(), event.state & (X.ControlMask | X.ShiftMask))
        if down and chord == ("v", X.ControlMask):
            self._loop.after(self._lag, lambda: self._paste("CLIPBOARD"))
        if down and chord == ("insert", X.ShiftMask):
            self._loop.after(self._lag, lambda: self._paste("PRIMARY"))

    def _name(self, event: Any) -> str:
        """What the key is; with Ctrl a Latin letter on it counts, as in toolkits."""
        groups = (0, 2) if event.state & X.ControlMask else (0,)
        shift = event.state & X.ShiftMask
        signs = (
            self._loop.display.keycode_to_keysym(event.detail, group + shift)
            for group in groups
        )
        found = [_NAMES.get(sign, hex(sign)) for sign in signs]
        return next((name for name in found if name == "v"), found[0])

    def _paste(self, selection: str) -> None:
        self._loop.report("reading", selection=selection)

        def take(content: bytes | None) -> None:
            text = None if content is None else content.decode()
            self._loop.report("paste", text=text)

        self._receiver.ask(selection, "UTF8_STRING", take)

    def _message(self, event: Any) -> None:
        kind = event.data[1][0]
        if kind == self._loop.atom("WM_DELETE_WINDOW"):
            sys.exit(0)
        if kind == self._loop.atom("_NET_WM_PING"):
            self._loop.report("ping")
            answer = events.ClientMessage(
                window=self._loop.root, client_type=event.client_type, data=event.data
            )
            mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
            quietly(self._loop, self._loop.root.send_event, answer, event_mask=mask)

    def _set_title(self, title: str) -> None:
        utf8 = self._loop.atom("UTF8_STRING")
        name = self._loop.atom("_NET_WM_NAME")
        self._window.change_property(name, utf8, 8, title.encode())


if __name__ == "__main__":
    loop = Loop()
    target = Target(loop, app=sys.argv[1], title=sys.argv[2])
    loop.run(target.event, target.order)
