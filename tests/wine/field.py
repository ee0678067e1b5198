"""A program with nothing but a field of the system's, for a password if asked for.

Runs in Windows' Python; tells its process and its window in a line of JSON.
"""

import ctypes
import json
import os
import sys

assert sys.platform == "win32"

from ctypes import wintypes  # noqa: E402 - of use on the right side of that line only

_OVERLAPPED_AND_VISIBLE = 0x10CF0000
_PASSWORD, _OWN_WIDTH = 0x20, 0x80

_user = ctypes.WinDLL("user32")
_make = _user.CreateWindowExW
_make.restype = wintypes.HWND
_make.argtypes = (
    *(wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD),
    *(ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int),
    *(wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID),
)


def main() -> None:
    style = _OVERLAPPED_AND_VISIBLE | _OWN_WIDTH
    if "password" in sys.argv:
        style |= _PASSWORD
    place = (60, 60, 400, 80)
    window = _make(0, "EDIT", "", style, *place, None, None, None, None)
    # By itself: asked by another program, it would have the keys only a moment later.
    _user.SetForegroundWindow(wintypes.HWND(window))
    _user.SetFocus(wintypes.HWND(window))
    told = {"pid": os.getpid(), "window": window, "field": window}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n")
    sys.stdout.buffer.flush()
    message = wintypes.MSG()
    while _user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
        _user.TranslateMessage(ctypes.byref(message))
        _user.DispatchMessageW(ctypes.byref(message))


if __name__ == "__main__":
    main()
