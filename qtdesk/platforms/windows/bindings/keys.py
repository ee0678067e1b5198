"""The keyboard: registered combinations, key states, layouts, pressed keys."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

if sys.platform != "win32":
    raise ImportError("This is Windows' own.")

from qtdesk.platforms.windows.bindings.library import (
    LRESULT,
    declare,
    kernel32,
    user32,
)
from qtdesk.platforms.windows.inputs import INPUT_SIZE
from qtdesk.platforms.windows.win32 import OwnKey

_SCAN_CODE = 0
_LEAVE_DEAD_KEYS = 4
_KEYS = 256
_DOWN = 0x80
_LONGEST_TEXT = 8

_RegisterHotKey = declare(
    user32,
    "RegisterHotKey",
    wintypes.BOOL,
    *(wintypes.HWND, ctypes.c_int, wintypes.UINT, wintypes.UINT),
)
_UnregisterHotKey = declare(
    user32, "UnregisterHotKey", wintypes.BOOL, wintypes.HWND, ctypes.c_int
)
_GetAsyncKeyState = declare(user32, "GetAsyncKeyState", wintypes.SHORT, ctypes.c_int)
_SendInput = declare(
    user32,
    "SendInput",
    wintypes.UINT,
    *(wintypes.UINT, wintypes.LPVOID, ctypes.c_int),
)
_GetKeyboardLayout = declare(user32, "GetKeyboardLayout", wintypes.HKL, wintypes.DWORD)
_VkKeyScanEx = declare(
    user32, "VkKeyScanExW", wintypes.SHORT, wintypes.WCHAR, wintypes.HKL
)
_MapVirtualKeyEx = declare(
    user32,
    "MapVirtualKeyExW",
    wintypes.UINT,
    *(wintypes.UINT, wintypes.UINT, wintypes.HKL),
)
_ToUnicodeEx = declare(
    user32,
    "ToUnicodeEx",
    ctypes.c_int,
    *(wintypes.UINT, wintypes.UINT, wintypes.LPVOID),
    *(wintypes.LPWSTR, ctypes.c_int, wintypes.UINT, wintypes.HKL),
)


_KEYBOARD_HOOK = 2
_TAKEN = 0
"""The message is taken for good, not only looked at."""
_WAS_DOWN = 1 << 30
_GOES_UP = 1 << 31
_HOOK_CALLBACK = ctypes.WINFUNCTYPE(
    LRESULT, ctypes.c_int, wintypes.WPARAM, wintypes.LPARAM
)
_SetWindowsHookEx = declare(
    user32,
    "SetWindowsHookExW",
    wintypes.HHOOK,
    *(ctypes.c_int, _HOOK_CALLBACK, wintypes.HINSTANCE, wintypes.DWORD),
)
_UnhookWindowsHookEx = declare(
    user32, "UnhookWindowsHookEx", wintypes.BOOL, wintypes.HHOOK
)
_CallNextHookEx = declare(
    user32,
    "CallNextHookEx",
    LRESULT,
    *(wintypes.HHOOK, ctypes.c_int, wintypes.WPARAM, wintypes.LPARAM),
)
_GetCurrentThreadId = declare(kernel32, "GetCurrentThreadId", wintypes.DWORD)


class WindowsKeys:
    """Implements `Keys`."""

    def __init__(self) -> None:
        self._own_key: OwnKey | None = None
        # Stays as long as we do: a watcher may stop from within its call.
        self._procedure = _HOOK_CALLBACK(self._on_own_key)

    def register_hotkey(
        self, window: int, number: int, modifiers: int, key: int
    ) -> int:
        if _RegisterHotKey(window, number, modifiers, key):
            return 0
        return ctypes.get_last_error() or -1

    def unregister_hotkey(self, window: int, number: int) -> None:
        _UnregisterHotKey(window, number)

    def is_down(self, key: int) -> bool:
        # The lowest bit tells of the past; the sign of the present.
        return int(_GetAsyncKeyState(key)) < 0

    def watch_own(self, seen: OwnKey) -> Callable[[], None]:
        # For this one thread: no other program's keys come here.
        hook = _SetWindowsHookEx(
            _KEYBOARD_HOOK, self._procedure, None, _GetCurrentThreadId()
        )
        self._own_key = seen

        def stop() -> None:
            self._own_key = None
            _UnhookWindowsHookEx(hook)

        return stop

    def _on_own_key(self, code: int, key: int, about: int) -> int:
        if code == _TAKEN and self._own_key is not None:
            self._own_key(key, not about & _GOES_UP, bool(about & _WAS_DOWN))
        return int(_CallNextHookEx(None, code, key, about))

    def send(self, inputs: bytes) -> int:
        count = len(inputs) // INPUT_SIZE
        return int(_SendInput(count, ctypes.create_string_buffer(inputs), INPUT_SIZE))

    def layout(self, thread: int) -> int:
        return int(_GetKeyboardLayout(thread) or 0)

    def key_for(self, character: str, layout: int) -> int:
        return int(_VkKeyScanEx(character, layout))

    def scan_code(self, key: int, layout: int) -> int:
        return int(_MapVirtualKeyEx(key, _SCAN_CODE, layout))

    def text(self, key: int, scan_code: int, down: frozenset[int], layout: int) -> str:
        states = bytes(_DOWN if number in down else 0 for number in range(_KEYS))
        typed = ctypes.create_unicode_buffer(_LONGEST_TEXT)
        count = _ToUnicodeEx(
            *(key, scan_code, ctypes.create_string_buffer(states, _KEYS)),
            *(typed, _LONGEST_TEXT, _LEAVE_DEAD_KEYS, layout),
        )
        text = typed.value[: max(count, 0)]
        return text if text.isprintable() else ""
