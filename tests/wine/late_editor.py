"""A program that is slow to paste: it takes the chord, and reads much later.

Its field is an ordinary one of Windows, so that its text can be asked for.
"""

import ctypes
import sys
import time
from ctypes import wintypes

assert sys.platform == "win32"

LATE_S = 0.6
_KEY_DOWN, _SET_FOCUS = 0x0100, 0x0007
_V, _CONTROL = 0x56, 0x11
_WINDOW = 0x10CF0000
_FIELD = 0x50200044
"""A child that is seen, of several lines, which scrolls by itself."""

_user = ctypes.WinDLL("user32")
_create = _user.CreateWindowExW
_create.restype = wintypes.HWND
_create.argtypes = (
    *(wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD),
    *(ctypes.c_int,) * 4,
    *(wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID),
)


def main() -> None:
    # A dialogue's window gives the keyboard to its field by itself.
    window = _create(
        0, "#32770", "late", _WINDOW, 60, 60, 500, 300, None, None, None, None
    )
    field = _create(0, "EDIT", "", _FIELD, 0, 0, 480, 260, window, None, None, None)
    _user.SetFocus(wintypes.HWND(field))
    message = wintypes.MSG()
    while _user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
        chord = message.message == _KEY_DOWN and message.wParam == _V
        if chord and _user.GetKeyState(_CONTROL) & 0x8000:
            time.sleep(LATE_S)  # how slow the program is, is what is simulated
        _user.TranslateMessage(ctypes.byref(message))
        _user.DispatchMessageW(ctypes.byref(message))


if __name__ == "__main__":
    main()
