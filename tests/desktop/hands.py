"""An agent's hands: physical key presses on a private X server, as fast as asked."""

import time

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

_KEYSYMS = {
    "ctrl": "Control_L",
    "alt": "Alt_L",
    "shift": "Shift_L",
    "super": "Super_L",
    "space": "space",
    "enter": "Return",
    "escape": "Escape",
    "tab": "Tab",
    "up": "Up",
    "down": "Down",
    "backspace": "BackSpace",
    "delete": "Delete",
    "home": "Home",
    "insert": "Insert",
    "end": "End",
    "minus": "minus",
    "comma": "comma",
    "page_down": "Next",
    "page_up": "Prior",
}


class Hands:
    """Presses keys through XTest, which the server cannot tell from a keyboard."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)

    def close(self) -> None:
        self._display.close()

    def down(self, *keys: str) -> None:
        for key in keys:
            self._send(X.KeyPress, key)

    def up(self, *keys: str) -> None:
        for key in keys:
            self._send(X.KeyRelease, key)

    def tap(self, combo: str, hold_s: float = 0.0) -> None:
        """Press and release a combination such as `ctrl+alt+space`."""
        keys = combo.split("+")
        self.down(*keys)
        if hold_s:
            time.sleep(hold_s)  # how long a person holds a key is what is simulated
        self.up(*reversed(keys))

    def type(self, text: str, pause_s: float = 0.0) -> None:
        """Type ASCII letters and digits, a key every `pause_s`."""
        for letter in text:
            self.tap("space" if letter == " " else letter)
            if pause_s:
                time.sleep(pause_s)  # the rhythm of the typist is what is simulated

    def click(self, left: int, top: int) -> None:
        """Go there with the pointer, press and release its first button."""
        xtest.fake_input(self._display, X.MotionNotify, x=left, y=top)
        for kind in (X.ButtonPress, X.ButtonRelease):
            xtest.fake_input(self._display, kind, 1)
        self._display.sync()

    def keys_down(self) -> set[int]:
        """Key codes the server believes to be down."""
        keymap = self._display.query_keymap()
        return {code for code in range(256) if keymap[code // 8] & 1 << code % 8}

    def _send(self, kind: int, key: str) -> None:
        keysym = XK.string_to_keysym(_KEYSYMS.get(key, key))
        keycode = self._display.keysym_to_keycode(keysym)
        assert keycode, f"this keyboard has no key {key!r}"
        xtest.fake_input(self._display, kind, keycode)
        self._display.sync()
