"""Windows of our own and their messages.

The window class is ours, and so is its procedure: whatever loop hands out messages on
this thread, Qt's as well as another, calls it.
"""

import ctypes
import sys
from ctypes import wintypes

from qtdesk.platforms.windows.win32 import Procedure

if sys.platform != "win32":
    raise ImportError("This is Windows' own.")

from qtdesk.platforms.windows.bindings.library import (
    LRESULT,
    declare,
    kernel32,
    user32,
)

_CLASS = "qtdesk"
_MESSAGE_ONLY = -3
_POPUP = 0x80000000
_TOOL_WINDOW = 0x00000080
_TRANSPARENT = 0x00000020
_LAYERED = 0x00080000
_NEVER_BY_ITSELF = 0x08000000
"""Not in front when another window closes, only when it asks."""
_UNSEEN = _TOOL_WINDOW | _TRANSPARENT | _LAYERED | _NEVER_BY_ITSELF
_REMOVE = 1
_NOTIFY_FOR_THIS_SESSION = 0
_SHOW_WITHOUT_ACTIVATING = 8

_WINDOW_PROCEDURE = ctypes.WINFUNCTYPE(
    LRESULT, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM
)


class _WindowClass(ctypes.Structure):
    _fields_ = (
        ("style", wintypes.UINT),
        ("procedure", _WINDOW_PROCEDURE),
        ("class_extra", ctypes.c_int),
        ("window_extra", ctypes.c_int),
        ("instance", wintypes.HINSTANCE),
        ("icon", wintypes.HANDLE),
        ("cursor", wintypes.HANDLE),
        ("background", wintypes.HANDLE),
        ("menu_name", wintypes.LPCWSTR),
        ("class_name", wintypes.LPCWSTR),
    )


_GetModuleHandle = declare(
    kernel32, "GetModuleHandleW", wintypes.HMODULE, wintypes.LPCWSTR
)
_RegisterClass = declare(
    user32, "RegisterClassW", wintypes.ATOM, ctypes.POINTER(_WindowClass)
)
_CreateWindow = declare(
    user32,
    "CreateWindowExW",
    wintypes.HWND,
    *(wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD),
    *(ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int),
    *(wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID),
)
_DestroyWindow = declare(user32, "DestroyWindow", wintypes.BOOL, wintypes.HWND)
_ShowWindow = declare(user32, "ShowWindow", wintypes.BOOL, wintypes.HWND, ctypes.c_int)
_SetLayeredWindowAttributes = declare(
    user32,
    "SetLayeredWindowAttributes",
    wintypes.BOOL,
    *(wintypes.HWND, wintypes.DWORD, wintypes.BYTE, wintypes.DWORD),
)
_DefWindowProc = declare(
    user32,
    "DefWindowProcW",
    LRESULT,
    *(wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM),
)
_PostMessage = declare(
    user32,
    "PostMessageW",
    wintypes.BOOL,
    *(wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM),
)
_PeekMessage = declare(
    user32,
    "PeekMessageW",
    wintypes.BOOL,
    *(ctypes.POINTER(wintypes.MSG), wintypes.HWND),
    *(wintypes.UINT, wintypes.UINT, wintypes.UINT),
)
_TranslateMessage = declare(
    user32, "TranslateMessage", wintypes.BOOL, ctypes.POINTER(wintypes.MSG)
)
_DispatchMessage = declare(
    user32, "DispatchMessageW", LRESULT, ctypes.POINTER(wintypes.MSG)
)
_ImmAssociateContext = declare(
    ctypes.WinDLL("imm32"),
    "ImmAssociateContext",
    wintypes.HANDLE,
    *(wintypes.HWND, wintypes.HANDLE),
)
_WTSRegisterSessionNotification = declare(
    ctypes.WinDLL("wtsapi32"),
    "WTSRegisterSessionNotification",
    wintypes.BOOL,
    *(wintypes.HWND, wintypes.DWORD),
)

_procedures: dict[int, Procedure] = {}


def _on_message(window: int, message: int, number: int, long: int) -> int:
    procedure = _procedures.get(window)
    answer = procedure(message, number, long) if procedure is not None else None
    if answer is None:
        return int(_DefWindowProc(window, message, number, long))
    return answer


_procedure = _WINDOW_PROCEDURE(_on_message)


class WindowsMessages:
    """Implements `Messages`."""

    def __init__(self) -> None:
        self._instance = _GetModuleHandle(None)
        window_class = _WindowClass(
            procedure=_procedure, instance=self._instance, class_name=_CLASS
        )
        # Refused where this process has registered it before, which is as good.
        _RegisterClass(ctypes.byref(window_class))

    def make_window(self, procedure: Procedure, *, focusable: bool) -> int:
        window = int(
            _CreateWindow(
                _UNSEEN if focusable else 0,
                *(_CLASS, "", _POPUP if focusable else 0),
                *(0, 0, 1, 1),
                *(None if focusable else _MESSAGE_ONLY, None, self._instance, None),
            )
            or 0
        )
        _procedures[window] = procedure
        if focusable:
            # Only what is shown can be in front: one pixel, as good as transparent.
            _SetLayeredWindowAttributes(window, 0, 0, 2)
            _ImmAssociateContext(window, None)
            _ShowWindow(window, _SHOW_WITHOUT_ACTIVATING)
        return window

    def destroy_window(self, window: int) -> None:
        # It is told of its end, and may still have to render what it promised.
        _DestroyWindow(window)
        _procedures.pop(window, None)

    def post(self, window: int, message: int, number: int = 0) -> bool:
        return bool(_PostMessage(window, message, number, 0))

    def pump(self, window: int = 0, first: int = 0, last: int = 0) -> None:
        waiting = wintypes.MSG()
        message = ctypes.byref(waiting)
        while _PeekMessage(message, window or None, first, last, _REMOVE):
            _TranslateMessage(message)
            _DispatchMessage(message)

    def watch_session(self, window: int) -> None:
        _WTSRegisterSessionNotification(window, _NOTIFY_FOR_THIS_SESSION)
