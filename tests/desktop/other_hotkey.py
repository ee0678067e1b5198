"""Another program that wants a key combination for itself."""

from typing import Self

from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import BadAccess, CatchError

_CTRL_ALT = X.ControlMask | X.Mod1Mask


class OtherHotkey:
    """Use it in a `with`; holds Ctrl+Alt and one key as long as it is open."""

    def __init__(self, display: str, key: str) -> None:
        self._display = Display(display)
        keysym = XK.string_to_keysym(key)
        self._keycode = self._display.keysym_to_keycode(keysym)

    def take(self) -> bool:
        """Whether the combination was free."""
        refused = CatchError(BadAccess)
        self._display.screen().root.grab_key(
            self._keycode,
            _CTRL_ALT,
            owner_events=False,
            pointer_mode=X.GrabModeAsync,
            keyboard_mode=X.GrabModeAsync,
            onerror=refused,
        )
        self._display.sync()
        return refused.get_error() is None

    def give_back(self) -> None:
        self._display.screen().root.ungrab_key(self._keycode, _CTRL_ALT)
        self._display.sync()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._display.close()
