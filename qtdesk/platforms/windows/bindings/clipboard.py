"""The clipboard's calls, and the memory that its contents travel in."""

import ctypes
import sys
from ctypes import wintypes

from qtdesk.platforms.windows.win32 import Memory

if sys.platform != "win32":
    raise ImportError("This is Windows' own.")

from qtdesk.platforms.windows.bindings.library import declare, kernel32, user32

_MOVEABLE = 2
_LONGEST_NAME = 257

_OpenClipboard = declare(user32, "OpenClipboard", wintypes.BOOL, wintypes.HWND)
_CloseClipboard = declare(user32, "CloseClipboard", wintypes.BOOL)
_EmptyClipboard = declare(user32, "EmptyClipboard", wintypes.BOOL)
_SetClipboardData = declare(
    user32, "SetClipboardData", wintypes.HANDLE, wintypes.UINT, wintypes.HANDLE
)
_GetClipboardData = declare(user32, "GetClipboardData", wintypes.HANDLE, wintypes.UINT)
_EnumClipboardFormats = declare(
    user32, "EnumClipboardFormats", wintypes.UINT, wintypes.UINT
)
_GetClipboardOwner = declare(user32, "GetClipboardOwner", wintypes.HWND)
_GetOpenClipboardWindow = declare(user32, "GetOpenClipboardWindow", wintypes.HWND)
_GetClipboardSequenceNumber = declare(
    user32, "GetClipboardSequenceNumber", wintypes.DWORD
)
_RegisterClipboardFormat = declare(
    user32, "RegisterClipboardFormatW", wintypes.UINT, wintypes.LPCWSTR
)
_GetClipboardFormatName = declare(
    user32,
    "GetClipboardFormatNameW",
    ctypes.c_int,
    *(wintypes.UINT, wintypes.LPWSTR, ctypes.c_int),
)
_AddClipboardFormatListener = declare(
    user32, "AddClipboardFormatListener", wintypes.BOOL, wintypes.HWND
)
_GlobalAlloc = declare(
    kernel32, "GlobalAlloc", wintypes.HGLOBAL, wintypes.UINT, ctypes.c_size_t
)
_GlobalFree = declare(kernel32, "GlobalFree", wintypes.HGLOBAL, wintypes.HGLOBAL)
_GlobalLock = declare(kernel32, "GlobalLock", wintypes.LPVOID, wintypes.HGLOBAL)
_GlobalUnlock = declare(kernel32, "GlobalUnlock", wintypes.BOOL, wintypes.HGLOBAL)
_GlobalSize = declare(kernel32, "GlobalSize", ctypes.c_size_t, wintypes.HGLOBAL)


class WindowsClipboard:
    """Implements `ClipboardCalls`."""

    def open(self, window: int) -> bool:
        return bool(_OpenClipboard(window or None))

    def close(self) -> None:
        _CloseClipboard()

    def empty(self) -> None:
        _EmptyClipboard()

    def promise(self, number: int) -> None:
        # Answers NULL in the case of success, too.
        _SetClipboardData(number, None)

    def put(self, number: int, data: bytes) -> bool:
        memory = _GlobalAlloc(_MOVEABLE, max(len(data), 1))
        place = _GlobalLock(memory) if memory else None
        if not place:
            return False
        ctypes.memmove(place, data, len(data))
        _GlobalUnlock(memory)
        if _SetClipboardData(number, memory):
            return True
        _GlobalFree(memory)
        return False

    def get(self, number: int, at_most: int) -> Memory | None:
        memory = _GetClipboardData(number)
        # Zero for handles of other kinds.
        size = int(_GlobalSize(memory)) if memory else 0
        if not size:
            return None
        if size > at_most:
            return Memory(size, None)
        place = _GlobalLock(memory)
        if not place:
            return None
        data = ctypes.string_at(place, size)
        _GlobalUnlock(memory)
        return Memory(size, data)

    def formats(self) -> list[int]:
        numbers: list[int] = []
        while number := _EnumClipboardFormats(numbers[-1] if numbers else 0):
            numbers.append(int(number))
        return numbers

    def owner(self) -> int:
        return int(_GetClipboardOwner() or 0)

    def opener(self) -> int:
        return int(_GetOpenClipboardWindow() or 0)

    def sequence(self) -> int:
        return int(_GetClipboardSequenceNumber())

    def number_of(self, name: str) -> int:
        return int(_RegisterClipboardFormat(name))

    def name_of(self, number: int) -> str:
        name = ctypes.create_unicode_buffer(_LONGEST_NAME)
        _GetClipboardFormatName(number, name, _LONGEST_NAME)
        return name.value

    def listen(self, window: int) -> None:
        _AddClipboardFormatListener(window)
