"""Looking at the windows of a test display, and typing on its keyboard.

Stands outside the programs under test: a client of its own on the X server. Knows
nothing about qtdesk.
"""

import subprocess
from collections.abc import Mapping
from typing import Any

from Xlib import X, Xutil
from Xlib.display import Display
from Xlib.error import BadWindow, XError
from Xlib.protocol import event

from tests.desktop.waiting import DEADLINE_S, wait_for

_A_PAGER = 2
"""Who asks: a task bar, which window managers obey."""
_FRAME = 50
"""Pixels that a frame may move a window by."""


class Screen:
    """One display, as an agent sees and uses it."""

    def __init__(self, env: Mapping[str, str]) -> None:
        """Connect to the display that `env` names."""
        self.env = dict(env)
        self._display = Display(self.env["DISPLAY"])
        self._root = self._display.screen().root

    def close(self) -> None:
        self._display.close()

    # --- looking ---------------------------------------------------------------

    def windows(self) -> tuple[int, ...]:
        """Windows that the window manager looks after, the oldest first."""
        return tuple(self._property(self._root, "_NET_CLIENT_LIST") or ())

    def active(self) -> int:
        """The window in front; 0 for none."""
        found = self._property(self._root, "_NET_ACTIVE_WINDOW")
        return int(found[0]) if found else 0

    def title(self, window: int) -> str:
        """The window's title; empty where it has none or is gone."""
        resource = self._window(window)
        found = self._property(resource, "_NET_WM_NAME")
        if found is None:
            found = self._property(resource, "WM_NAME")
        return found.decode() if isinstance(found, bytes) else str(found or "")

    def class_of(self, window: int) -> str:
        """Both names of WM_CLASS, as `instance.Class`."""
        found = self._property(self._window(window), "WM_CLASS") or b""
        text = found.decode() if isinstance(found, bytes) else str(found)
        return ".".join(text.strip("\0").split("\0"))

    def is_menu(self, window: int) -> bool:
        """Whether `window` is a menu that pops up."""
        kinds = self._property(self._window(window), "_NET_WM_WINDOW_TYPE") or ()
        wanted = ("_NET_WM_WINDOW_TYPE_POPUP_MENU", "_NET_WM_WINDOW_TYPE_MENU")
        return any(self._display.intern_atom(kind) in kinds for kind in wanted)

    def wait_for_window(self, app: str, title: str = "") -> int:
        """The newest window whose class and title contain these, once it is mapped."""

        def look() -> int:
            for window in reversed(self.windows()):
                if app.casefold() not in self.class_of(window).casefold():
                    continue
                if title in self.title(window):
                    return window
            return 0

        return wait_for(look, f"a window of {app} titled {title!r}")

    def wait_until_active(self, window: int) -> None:
        wait_for(lambda: self.active() == window, f"window {window:#x} in front")

    def wait_until_listed(self, *windows: int) -> None:
        """Return once the window manager looks after all of these."""
        wait_for(lambda: set(windows) <= set(self.windows()), "all windows to be there")

    # --- acting ----------------------------------------------------------------

    def activate(self, window: int) -> None:
        """Bring `window` to the front, as a task bar does, and wait for it."""
        self.ask_for_front(window)
        self.wait_until_active(window)
        wait_for(
            lambda: self._focus_lies_in(window), f"the focus in window {window:#x}"
        )

    def ask_for_front(self, window: int) -> None:
        """The same, without waiting."""
        self._wish(window, "_NET_ACTIVE_WINDOW", _A_PAGER, X.CurrentTime)

    def focus(self, window: int) -> None:
        """Give `window` the focus where there is no window manager."""
        self._window(window).set_input_focus(X.RevertToParent, X.CurrentTime)
        wait_for(
            lambda: self._focus_lies_in(window), f"the focus in window {window:#x}"
        )

    def minimise(self, window: int) -> None:
        """Put `window` away, and wait until another one or none is in front."""
        self._wish(window, "WM_CHANGE_STATE", Xutil.IconicState)
        wait_for(lambda: self.active() != window, f"window {window:#x} to be away")

    def fill_screen(self, window: int) -> None:
        """Show `window` on the full screen, and wait for it."""
        state = self._display.intern_atom("_NET_WM_STATE_FULLSCREEN")
        self._wish(window, "_NET_WM_STATE", 1, state)
        wait_for(lambda: self.is_full(window), f"window {window:#x} on all the screen")

    def is_full(self, window: int) -> bool:
        states = self._property(self._window(window), "_NET_WM_STATE") or ()
        return self._display.intern_atom("_NET_WM_STATE_FULLSCREEN") in states

    def area(self, window: int) -> tuple[int, int, int, int]:
        """Left, top, width and height on the desktop."""
        shape = self._window(window).get_geometry()
        place = self._root.translate_coords(window, 0, 0)
        return place.x, place.y, shape.width, shape.height

    def move(self, window: int, left: int, top: int) -> None:
        """Put a window there, as near as the window manager allows, and wait."""
        self._window(window).configure(x=left, y=top)
        wait_for(
            lambda: abs(self.area(window)[0] - left) < _FRAME,
            f"window {window:#x} at its place",
        )

    def press(self, *chords: str) -> None:
        """Press keys as a person does: they go wherever the focus is."""
        self._xdotool("key", *chords)

    def type(self, text: str) -> None:
        """Type `text` on the keyboard."""
        self._xdotool("type", "--delay", "15", text)

    def ping(self, window: int) -> None:
        """Ask `window` whether it handles its events, as a window manager does."""
        protocols = self._display.intern_atom("WM_PROTOCOLS")
        question = self._display.intern_atom("_NET_WM_PING")
        self._window(window).send_event(
            event.ClientMessage(
                window=window,
                client_type=protocols,
                data=(32, [question, X.CurrentTime, window, 0, 0]),
            )
        )
        self._display.flush()

    def close_window(self, window: int) -> None:
        """Ask the window manager to close `window`, as its button does."""
        self._wish(window, "_NET_CLOSE_WINDOW", X.CurrentTime, _A_PAGER)

    # --- the X protocol --------------------------------------------------------

    def _wish(self, window: int, message: str, *numbers: int) -> None:
        """Ask the window manager something about `window`."""
        self._root.send_event(
            event.ClientMessage(
                window=window,
                client_type=self._display.intern_atom(message),
                data=(32, [*numbers, 0, 0, 0, 0, 0][:5]),
            ),
            event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask,
        )
        self._display.flush()

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(
            ["xdotool", *arguments], env=self.env, check=True, timeout=DEADLINE_S
        )

    def _window(self, window: int) -> Any:
        return self._display.create_resource_object("window", window)

    def _property(self, window: Any, name: str) -> Any:
        atom = self._display.intern_atom(name)
        try:
            found = window.get_full_property(atom, X.AnyPropertyType)
        except BadWindow:
            return None
        return found.value if found is not None else None

    def _focus_lies_in(self, window: int) -> bool:
        focus = self._display.get_input_focus().focus
        while focus not in (X.NONE, X.PointerRoot) and focus != self._root:
            if focus.id == window:
                return True
            try:
                focus = focus.query_tree().parent
            except XError:
                return False
        return False
