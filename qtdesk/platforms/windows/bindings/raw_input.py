"""Raw input: what keyboards and mice send, told to a window of ours beside all others.

Delays nobody and changes nothing. Registered for as long as it is wanted.
"""

import ctypes
import struct
import sys
from ctypes import wintypes

from qtdesk.platforms.windows.win32 import RawClick, RawKey

if sys.platform != "win32":
    raise ImportError("This is Windows' own.")

from qtdesk.platforms.windows.bindings.library import declare, user32

_GENERIC_DESKTOP, _MOUSE, _KEYBOARD = 1, 2, 6
_ALSO_BEHIND = 0x0100
"""RIDEV_INPUTSINK: whoever is in front."""
_REMOVE = 0x0001
_INPUT = 0x10000003
_OF_MOUSE, _OF_KEYBOARD = 0, 1
_LARGEST = 256
_UP = 1
_BUTTONS_DOWN = 0x0001 | 0x0004 | 0x0010 | 0x0040 | 0x0100
_NO_KEY = 0xFF
"""Sent along with keys of the extended block."""

_KEY_FIELDS = struct.Struct("<HHHH")
"""Scan code, flags, reserved, key."""
_MOUSE_FIELDS = struct.Struct("<HxxH")
"""Flags, padding, changes of buttons."""


class _Device(ctypes.Structure):
    """RAWINPUTDEVICE."""

    _fields_ = (
        ("page", wintypes.USHORT),
        ("usage", wintypes.USHORT),
        ("flags", wintypes.DWORD),
        ("window", wintypes.HWND),
    )


class _Header(ctypes.Structure):
    """RAWINPUTHEADER."""

    _fields_ = (
        ("kind", wintypes.DWORD),
        ("size", wintypes.DWORD),
        ("device", wintypes.HANDLE),
        ("parameter", wintypes.WPARAM),
    )


_HEADER_SIZE = ctypes.sizeof(_Header)

_RegisterRawInputDevices = declare(
    user32,
    "RegisterRawInputDevices",
    wintypes.BOOL,
    *(ctypes.POINTER(_Device), wintypes.UINT, wintypes.UINT),
)
_GetRawInputData = declare(
    user32,
    "GetRawInputData",
    wintypes.UINT,
    *(wintypes.HANDLE, wintypes.UINT, wintypes.LPVOID),
    *(ctypes.POINTER(wintypes.UINT), wintypes.UINT),
)


class WindowsRawInput:
    """Implements `RawInput`."""

    def want(self, window: int, *, wanted: bool) -> bool:
        flags = _ALSO_BEHIND if wanted else _REMOVE
        # To remove is to name no window.
        found = [
            _Device(_GENERIC_DESKTOP, usage, flags, window if wanted else None)
            for usage in (_KEYBOARD, _MOUSE)
        ]
        devices = (_Device * len(found))(*found)
        size = ctypes.sizeof(_Device)
        return bool(_RegisterRawInputDevices(devices, len(found), size))

    def read(self, handle: int) -> RawKey | RawClick | None:
        data = ctypes.create_string_buffer(_LARGEST)
        size = wintypes.UINT(_LARGEST)
        got = _GetRawInputData(handle, _INPUT, data, ctypes.byref(size), _HEADER_SIZE)
        if not _HEADER_SIZE < got <= _LARGEST:
            return None
        kind = _Header.from_buffer(data).kind
        if kind == _OF_KEYBOARD:
            scan_code, flags, _, key = _KEY_FIELDS.unpack_from(data, _HEADER_SIZE)
            return RawKey(not flags & _UP, key, scan_code) if key != _NO_KEY else None
        if kind == _OF_MOUSE:
            _, buttons = _MOUSE_FIELDS.unpack_from(data, _HEADER_SIZE)
            return RawClick() if buttons & _BUTTONS_DOWN else None
        return None
