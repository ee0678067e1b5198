"""What the listener asks of Windows itself: the hook, and where codes count.

Reads only, but for the probe. Import it on Windows alone.
"""

import atexit
import ctypes
import importlib
import sys
import threading
from collections.abc import Callable
from ctypes import wintypes
from pathlib import PureWindowsPath
from typing import Any

from qtdesk.core.paste.conversation import same_conversation
from qtdesk.platforms.listener.windows_strokes import PROBE, Heard, KeyPress, Scene

_ENDING_S = 1.0
_QUIT = 0x0012
_SHIFT, _DOWN = 0x10, 0x8000
_KEY_UP = 2
_BUTTONS = (0x01, 0x02, 0x04)
_PRESSED_SINCE = 0x8001
_STYLE, _PASSWORD = -16, 0x20
_IME_CONTROL, _GET_CONVERSION, _GET_OPEN = 0x0283, 1, 5
_NATIVE = 1
_ABORT_IF_HUNG = 2
_PATIENCE_MS = 100
_QUERY_LIMITED = 0x1000
_LONGEST_PATH = 1024
_LONGEST_TITLE = 512
_AWAY_MS = 5000
"""Who has touched nothing for so long is not typing."""


class _Thread(ctypes.Structure):
    """GUITHREADINFO."""

    _fields_ = (
        ("size", wintypes.DWORD),
        ("flags", wintypes.DWORD),
        ("active", wintypes.HWND),
        ("focus", wintypes.HWND),
        ("capture", wintypes.HWND),
        ("menu_owner", wintypes.HWND),
        ("move_size", wintypes.HWND),
        ("caret", wintypes.HWND),
        ("caret_area", wintypes.RECT),
    )


def _library(name: str) -> Any:
    if sys.platform != "win32":
        raise OSError("Windows only")
    return ctypes.WinDLL(name, use_last_error=True)


class _LastInput(ctypes.Structure):
    """LASTINPUTINFO."""

    _fields_ = (("size", wintypes.UINT), ("time", wintypes.DWORD))


class KeyboardHook:
    """Implements `Hook` with the `keyboard` package, on a thread of its own.

    A hook ends with the thread that made it, and only so: the package tells nobody its
    handle. One of its inner modules is used, which starts no thread by itself.
    """

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._over = threading.Event()
        """Told to the thread; what it still hears is nobody's business."""

    def start(self, heard: Callable[[Heard], None]) -> bool:
        if self._thread is not None:
            return True
        try:
            keys = importlib.import_module("keyboard._winkeyboard")
        except ImportError:
            return False
        installed, self._over = threading.Event(), threading.Event()
        listening = (keys, heard, installed, self._over)
        self._thread = threading.Thread(target=_listen, args=listening, daemon=True)
        self._thread.start()
        installed.wait()
        return True

    def stop(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            self._over.set()
            _library("user32").PostThreadMessageW(thread.native_id, _QUIT, 0, 0)
            thread.join(_ENDING_S)


def _listen(
    keys: Any,
    heard: Callable[[Heard], None],
    installed: threading.Event,
    over: threading.Event,
) -> None:
    """Have Windows call us, and turn until we are told to quit so that it can.

    The package's own loop ends at the first message that is posted to its thread, and
    its hook with it; under Wine that is the first key.
    """
    user32 = _library("user32")

    def note(event: Any) -> bool:
        if over.is_set():
            return True
        down = event.event_type == "down"
        at = int(event.time * 1000)
        key = KeyPress(down, str(event.name or ""), at, int(event.scan_code))
        clicked = any(user32.GetAsyncKeyState(it) & _PRESSED_SINCE for it in _BUTTONS)
        heard(Heard(key, Scene(int(user32.GetForegroundWindow() or 0), clicked)))
        return True

    keys.init()
    # Keys that went down or up while nobody listened.
    keys.shift_is_pressed = bool(user32.GetAsyncKeyState(_SHIFT) & _DOWN)
    keys.altgr_is_pressed = keys.ignore_next_right_alt = False
    keys.prepare_intercept(note)
    installed.set()
    message = wintypes.MSG()
    while user32.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
        user32.DispatchMessageW(ctypes.byref(message))
    # The package keeps every callback for its own end of the program.
    atexit.unregister(keys.UnhookWindowsHookEx)


def probe() -> bool:
    """Press a key that does nothing anywhere, if somebody is at the keyboard.

    To Windows any key is a person: pressed every minute, it would keep the screen of
    one who is away from being locked.
    """
    user32 = _library("user32")
    last = _LastInput(size=ctypes.sizeof(_LastInput))
    user32.GetLastInputInfo(ctypes.byref(last))
    now = _library("kernel32").GetTickCount()
    if (now - last.time) & 0xFFFFFFFF > _AWAY_MS:
        return False
    user32.keybd_event(PROBE, 0, 0, 0)
    user32.keybd_event(PROBE, 0, _KEY_UP, 0)
    return True


class WindowsPlaces:
    """Implements `Places`."""

    def __init__(self) -> None:
        self._user32 = _library("user32")
        self._imm32 = _library("imm32")
        self._kernel32 = _library("kernel32")
        self._user32.GetForegroundWindow.restype = wintypes.HWND
        self._imm32.ImmGetDefaultIMEWnd.restype = wintypes.HWND
        self._imm32.ImmGetDefaultIMEWnd.argtypes = (wintypes.HWND,)
        self._kernel32.OpenProcess.restype = wintypes.HANDLE
        self._window = self._focused = 0
        self._title = ""
        self.never: frozenset[str] = frozenset()

    def open_to_codes(self) -> int:
        self._window = int(self._user32.GetForegroundWindow() or 0)
        self._title = self._title_of(self._window)
        self._focused = self._focus(self._window)
        return self._window if self.still_open() else 0

    def still_open(self) -> bool:
        window = int(self._user32.GetForegroundWindow() or 0)
        if not window or window != self._window or self._program(window) in self.never:
            return False
        if not same_conversation(self._title, self._title_of(window)):
            return False
        focus = self._focus(window)
        if focus != self._focused or self._is_password(focus):
            return False
        return not self._composes(focus or window)

    def _title_of(self, window: int) -> str:
        title = ctypes.create_unicode_buffer(_LONGEST_TITLE)
        self._user32.GetWindowTextW(wintypes.HWND(window), title, _LONGEST_TITLE)
        return title.value

    def _focus(self, window: int) -> int:
        thread = self._user32.GetWindowThreadProcessId(wintypes.HWND(window), None)
        info = _Thread(size=ctypes.sizeof(_Thread))
        found = self._user32.GetGUIThreadInfo(thread, ctypes.byref(info))
        return int(info.focus or 0) if found else 0

    def _is_password(self, focus: int) -> bool:
        """Known for the system's own fields only, whose class is Edit."""
        name = ctypes.create_unicode_buffer(64)
        self._user32.GetClassNameW(wintypes.HWND(focus), name, 64)
        style = self._user32.GetWindowLongW(wintypes.HWND(focus), _STYLE)
        return "edit" in name.value.casefold() and bool(style & _PASSWORD)

    def _composes(self, window: int) -> bool:
        """Whether an input method turns letters into something else; in doubt, yes."""
        helper = self._imm32.ImmGetDefaultIMEWnd(wintypes.HWND(window))
        if not helper:
            return False
        is_open = self._ask(helper, _GET_OPEN)
        if is_open == 0:
            return False
        mode = self._ask(helper, _GET_CONVERSION)
        return is_open is None or mode is None or bool(mode & _NATIVE)

    def _ask(self, helper: int, question: int) -> int | None:
        answer = ctypes.c_size_t()
        answered = self._user32.SendMessageTimeoutW(
            wintypes.HWND(helper),
            *(_IME_CONTROL, wintypes.WPARAM(question), wintypes.LPARAM(0)),
            *(_ABORT_IF_HUNG, _PATIENCE_MS, ctypes.byref(answer)),
        )
        return int(answer.value) if answered else None

    def _program(self, window: int) -> str:
        """The name of the executable, without its ending."""
        number = wintypes.DWORD()
        self._user32.GetWindowThreadProcessId(
            wintypes.HWND(window), ctypes.byref(number)
        )
        process = self._kernel32.OpenProcess(_QUERY_LIMITED, False, number)
        if not process:
            return ""
        path = ctypes.create_unicode_buffer(_LONGEST_PATH)
        length = wintypes.DWORD(_LONGEST_PATH)
        self._kernel32.QueryFullProcessImageNameW(
            wintypes.HANDLE(process), 0, path, ctypes.byref(length)
        )
        self._kernel32.CloseHandle(wintypes.HANDLE(process))
        return PureWindowsPath(path.value).stem.casefold()
