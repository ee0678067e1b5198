"""The windows on the screen, and the front among them."""

import ctypes
import itertools
import sys
from collections.abc import Callable
from ctypes import wintypes

from qtdesk.core.ports import Area

if sys.platform != "win32":
    raise ImportError("This is Windows' own.")

from qtdesk.platforms.windows.bindings.library import LRESULT, declare, user32

_WM_NULL = 0
_SW_RESTORE = 9
_EVENT_SYSTEM_FOREGROUND = 3
_OUT_OF_CONTEXT = 0
_LONGEST_TITLE = 1024
_LONGEST_CLASS = 257
_EXCLUSIVE = 3
"""QUNS_RUNNING_D3D_FULL_SCREEN."""

_FOREGROUND_CALLBACK = ctypes.WINFUNCTYPE(
    None,
    *(wintypes.HANDLE, wintypes.DWORD, wintypes.HWND),
    *(wintypes.LONG, wintypes.LONG, wintypes.DWORD, wintypes.DWORD),
)
_ANSWER_CALLBACK = ctypes.WINFUNCTYPE(
    None, wintypes.HWND, wintypes.UINT, ctypes.c_size_t, LRESULT
)
_ENUMERATION_CALLBACK = ctypes.WINFUNCTYPE(
    wintypes.BOOL, wintypes.HWND, wintypes.LPARAM
)

_dwmapi = ctypes.WinDLL("dwmapi")
_shell32 = ctypes.WinDLL("shell32")

_GetForegroundWindow = declare(user32, "GetForegroundWindow", wintypes.HWND)
_SetForegroundWindow = declare(
    user32, "SetForegroundWindow", wintypes.BOOL, wintypes.HWND
)
_SetFocus = declare(user32, "SetFocus", wintypes.HWND, wintypes.HWND)
_IsWindow = declare(user32, "IsWindow", wintypes.BOOL, wintypes.HWND)
_IsWindowVisible = declare(user32, "IsWindowVisible", wintypes.BOOL, wintypes.HWND)
_IsIconic = declare(user32, "IsIconic", wintypes.BOOL, wintypes.HWND)
_IsHungAppWindow = declare(user32, "IsHungAppWindow", wintypes.BOOL, wintypes.HWND)
_ShowWindowAsync = declare(
    user32, "ShowWindowAsync", wintypes.BOOL, wintypes.HWND, ctypes.c_int
)
_InternalGetWindowText = declare(
    user32,
    "InternalGetWindowText",
    ctypes.c_int,
    *(wintypes.HWND, wintypes.LPWSTR, ctypes.c_int),
)
_GetClassName = declare(
    user32,
    "GetClassNameW",
    ctypes.c_int,
    *(wintypes.HWND, wintypes.LPWSTR, ctypes.c_int),
)
_GetWindowThreadProcessId = declare(
    user32,
    "GetWindowThreadProcessId",
    wintypes.DWORD,
    *(wintypes.HWND, ctypes.POINTER(wintypes.DWORD)),
)
_GetWindowRect = declare(
    user32,
    "GetWindowRect",
    wintypes.BOOL,
    *(wintypes.HWND, ctypes.POINTER(wintypes.RECT)),
)
_EnumWindows = declare(
    user32, "EnumWindows", wintypes.BOOL, _ENUMERATION_CALLBACK, wintypes.LPARAM
)
_FindWindowEx = declare(
    user32,
    "FindWindowExW",
    wintypes.HWND,
    *(wintypes.HWND, wintypes.HWND, wintypes.LPCWSTR, wintypes.LPCWSTR),
)
_AttachThreadInput = declare(
    user32,
    "AttachThreadInput",
    wintypes.BOOL,
    *(wintypes.DWORD, wintypes.DWORD, wintypes.BOOL),
)
_SetWinEventHook = declare(
    user32,
    "SetWinEventHook",
    wintypes.HANDLE,
    *(wintypes.DWORD, wintypes.DWORD, wintypes.HMODULE, _FOREGROUND_CALLBACK),
    *(wintypes.DWORD, wintypes.DWORD, wintypes.DWORD),
)
_UnhookWinEvent = declare(user32, "UnhookWinEvent", wintypes.BOOL, wintypes.HANDLE)
_SendMessageCallback = declare(
    user32,
    "SendMessageCallbackW",
    wintypes.BOOL,
    *(wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM),
    *(_ANSWER_CALLBACK, ctypes.c_size_t),
)
_DwmIsCompositionEnabled = declare(
    _dwmapi, "DwmIsCompositionEnabled", LRESULT, ctypes.POINTER(wintypes.BOOL)
)
_SHQueryUserNotificationState = declare(
    _shell32,
    "SHQueryUserNotificationState",
    LRESULT,
    ctypes.POINTER(ctypes.c_int),
)

_serials = itertools.count(1)
_questions: dict[int, Callable[[], None]] = {}


def _on_answer(_window: int, _message: int, serial: int, _result: int) -> None:
    _questions.pop(serial)()


_answer_callback = _ANSWER_CALLBACK(_on_answer)


class WindowsDesktop:
    """Implements `Desktop`."""

    def foreground(self) -> int:
        return int(_GetForegroundWindow() or 0)

    def set_foreground(self, window: int) -> bool:
        return bool(_SetForegroundWindow(window))

    def focus(self, window: int) -> None:
        _SetFocus(window)

    def exists(self, window: int) -> bool:
        return bool(_IsWindow(window))

    def title(self, window: int) -> str:
        # What the system itself keeps: asks nothing of a program that may hang.
        text = ctypes.create_unicode_buffer(_LONGEST_TITLE)
        _InternalGetWindowText(window, text, _LONGEST_TITLE)
        return text.value

    def class_name(self, window: int) -> str:
        name = ctypes.create_unicode_buffer(_LONGEST_CLASS)
        _GetClassName(window, name, _LONGEST_CLASS)
        return name.value

    def thread_and_process(self, window: int) -> tuple[int, int]:
        process = wintypes.DWORD()
        thread = _GetWindowThreadProcessId(window, ctypes.byref(process))
        return int(thread), int(process.value)

    def area(self, window: int) -> Area:
        edges = wintypes.RECT()
        if not _GetWindowRect(window, ctypes.byref(edges)):
            return Area(0, 0, 0, 0)
        width, height = edges.right - edges.left, edges.bottom - edges.top
        return Area(edges.left, edges.top, width, height)

    def from_the_top(self) -> list[int]:
        found: list[int] = []

        def see(window: int, _number: int) -> bool:
            if _IsWindowVisible(window) and not _IsIconic(window):
                found.append(window)
            return True

        _EnumWindows(_ENUMERATION_CALLBACK(see), 0)
        return found

    def child_of_class(self, window: int, class_name: str) -> int:
        return int(_FindWindowEx(window, None, class_name, None) or 0)

    def is_minimised(self, window: int) -> bool:
        return bool(_IsIconic(window))

    def restore(self, window: int) -> None:
        _ShowWindowAsync(window, _SW_RESTORE)

    def is_hung(self, window: int) -> bool:
        return bool(_IsHungAppWindow(window))

    def attach_input(self, thread: int, to: int, *, attached: bool) -> bool:
        return bool(_AttachThreadInput(thread, to, attached))

    def watch_foreground(self, changed: Callable[[], None]) -> Callable[[], None]:
        def see(*_about: object) -> None:
            changed()

        kind = _EVENT_SYSTEM_FOREGROUND
        kept = [_FOREGROUND_CALLBACK(see)]
        hook = _SetWinEventHook(kind, kind, None, kept[0], 0, 0, _OUT_OF_CONTEXT)

        def stop() -> None:
            if kept:
                _UnhookWinEvent(hook)
                kept.clear()

        return stop

    def ask(self, window: int, answered: Callable[[], None]) -> bool:
        serial = next(_serials)
        _questions[serial] = answered
        if _SendMessageCallback(window, _WM_NULL, 0, 0, _answer_callback, serial):
            return True
        del _questions[serial]
        return False

    def is_composited(self) -> bool:
        enabled = wintypes.BOOL()
        failed = _DwmIsCompositionEnabled(ctypes.byref(enabled))
        return not failed and bool(enabled.value)

    def is_exclusive(self) -> bool:
        state = ctypes.c_int()
        failed = _SHQueryUserNotificationState(ctypes.byref(state))
        return not failed and state.value == _EXCLUSIVE
