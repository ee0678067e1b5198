"""Eyes and hands inside Windows: answers questions, a line of JSON for each.

Runs in Windows' Python as long as a workplace lasts, since each start would cost
seconds. Looks by messages only: it presses no key and leaves the clipboard alone unless
that is what was asked for. Imports nothing from the tests, and from qtdesk only the way
to the running instance.
"""

import base64
import ctypes
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from qtdesk import ipc, paths
from qtdesk.core.errors import RunningError

assert sys.platform == "win32"

from ctypes import wintypes  # noqa: E402 - of use on the right side of that line only

_DEADLINE_S = 20.0
_MOMENT_S = 0.02
_ASK_AND_WAIT = 0x00100400
"""SYNCHRONIZE and PROCESS_QUERY_INFORMATION."""
_WM_SETTEXT, _WM_GETTEXT, _WM_GETTEXTLENGTH, _WM_CLOSE = 0x0C, 0x0D, 0x0E, 0x10
_UNICODE_TEXT = 13
_MOVEABLE = 2
_ENUMERATE = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)

_user = ctypes.WinDLL("user32", use_last_error=True)
_kernel = ctypes.WinDLL("kernel32", use_last_error=True)


def _declare(library: Any, name: str, result: Any, *arguments: Any) -> Any:
    function = getattr(library, name)
    function.restype, function.argtypes = result, arguments
    return function


_H, _U, _L, _B = wintypes.HWND, wintypes.UINT, wintypes.LPVOID, wintypes.BOOL
_enumerate = _declare(_user, "EnumWindows", wintypes.BOOL, _ENUMERATE, wintypes.LPARAM)
_enumerate_children = _declare(
    _user, "EnumChildWindows", wintypes.BOOL, _H, _ENUMERATE, wintypes.LPARAM
)
_class_name = _declare(
    _user, "GetClassNameW", ctypes.c_int, _H, wintypes.LPWSTR, ctypes.c_int
)
_title = _declare(
    _user, "GetWindowTextW", ctypes.c_int, _H, wintypes.LPWSTR, ctypes.c_int
)
_process = _declare(
    *(_user, "GetWindowThreadProcessId", wintypes.DWORD, _H),
    ctypes.POINTER(wintypes.DWORD),
)
_send = _declare(_user, "SendMessageW", ctypes.c_ssize_t, _H, _U, wintypes.WPARAM, _L)
_post = _declare(
    *(_user, "PostMessageW", wintypes.BOOL, _H, _U, wintypes.WPARAM, wintypes.LPARAM),
)
_visible = _declare(_user, "IsWindowVisible", wintypes.BOOL, _H)
_front = _declare(_user, "GetForegroundWindow", _H)
_set_front = _declare(_user, "SetForegroundWindow", wintypes.BOOL, _H)
_attach = _declare(
    _user, "AttachThreadInput", wintypes.BOOL, wintypes.DWORD, wintypes.DWORD, _B
)
_set_keys = _declare(_user, "SetKeyboardState", wintypes.BOOL, _L)
_wait_for_idle = _declare(
    *(_user, "WaitForInputIdle", wintypes.DWORD, wintypes.HANDLE, wintypes.DWORD),
)
_own_thread = _declare(_kernel, "GetCurrentThreadId", wintypes.DWORD)
_open_process = _declare(
    *(_kernel, "OpenProcess", wintypes.HANDLE),
    *(wintypes.DWORD, _B, wintypes.DWORD),
)
_close_handle = _declare(_kernel, "CloseHandle", wintypes.BOOL, wintypes.HANDLE)
_open = _declare(_user, "OpenClipboard", wintypes.BOOL, _H)
_close = _declare(_user, "CloseClipboard", wintypes.BOOL)
_empty = _declare(_user, "EmptyClipboard", wintypes.BOOL)
_next_format = _declare(_user, "EnumClipboardFormats", _U, _U)
_format_name = _declare(
    _user, "GetClipboardFormatNameW", ctypes.c_int, _U, wintypes.LPWSTR, ctypes.c_int
)
_register = _declare(_user, "RegisterClipboardFormatW", _U, wintypes.LPCWSTR)
_take = _declare(_user, "GetClipboardData", wintypes.HANDLE, _U)
_put = _declare(_user, "SetClipboardData", wintypes.HANDLE, _U, wintypes.HANDLE)
_allocate = _declare(_kernel, "GlobalAlloc", wintypes.HGLOBAL, _U, ctypes.c_size_t)
_lock = _declare(_kernel, "GlobalLock", _L, wintypes.HGLOBAL)
_unlock = _declare(_kernel, "GlobalUnlock", wintypes.BOOL, wintypes.HGLOBAL)
_size = _declare(_kernel, "GlobalSize", ctypes.c_size_t, wintypes.HGLOBAL)

_programs: dict[int, subprocess.Popen[bytes]] = {}


# --- windows -------------------------------------------------------------------------


def _windows(parent: int | None = None) -> list[int]:
    """All within `parent`, without one all on the desktop."""
    found: list[int] = []

    def note(window: int, _: int) -> bool:
        found.append(window)
        return True

    if parent is None:
        _enumerate(_ENUMERATE(note), 0)
    else:
        _enumerate_children(parent, _ENUMERATE(note), 0)
    return found


def _describe(window: int | None) -> dict[str, Any]:
    name = ctypes.create_unicode_buffer(256)
    title = ctypes.create_unicode_buffer(1024)
    _class_name(window, name, len(name))
    _title(window, title, len(title))
    process = wintypes.DWORD()
    _process(window, process)
    return {
        "window": window,
        "class": name.value,
        "pid": process.value,
        "title": title.value,
    }


def _text(window: int) -> str:
    """What the window holds, exactly, halves of characters included."""
    length = _send(window, _WM_GETTEXTLENGTH, 0, None)
    held = ctypes.create_unicode_buffer(length + 1)
    read = _send(window, _WM_GETTEXT, length + 1, ctypes.addressof(held))
    return ctypes.wstring_at(held, read)


def _forget_keys(window: int) -> bool:
    """Let the program believe that no key is down.

    Windows tells a program so when it comes to the front again. Wine 8 does not: for
    it, keys that were let go over another window stay down until they are used again.
    """
    thread, own = _process(window, None), _own_thread()
    if not _attach(own, thread, True):
        return False
    try:
        return bool(_set_keys(bytes(256)))
    finally:
        _attach(own, thread, False)


def _start(command: list[str], field_class: str) -> dict[str, Any]:
    """Start a program, wait for its window and for the child that takes text."""
    program = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    _programs[program.pid] = program

    def field() -> dict[str, Any] | None:
        for window in _windows():
            if _describe(window)["pid"] != program.pid or not _visible(window):
                continue
            for child in _windows(window):
                if _describe(child)["class"].lower() == field_class.lower():
                    return {"pid": program.pid, "window": window, "field": child}
        return None

    found: dict[str, Any] = _wait_for(field)
    if not command[0].startswith("python"):
        # Programs of a console cannot be asked; ours begin with their window.
        _let_it_finish(program.pid)
    return found


def _let_it_finish(pid: int) -> None:
    """Wait until the program waits for input: it has begun all that it begins with.

    As long as it has not, it may still ask for the keyboard for itself, or change its
    title. Windows gives the keys to no program behind another; Wine 8 does, and keys
    for the one in front go to this one or are lost.
    """
    process = _open_process(_ASK_AND_WAIT, False, pid)
    try:
        if _wait_for_idle(process, int(_DEADLINE_S * 1000)):
            raise TimeoutError
    finally:
        _close_handle(process)


def _stop(pid: int) -> None:
    program = _programs.pop(pid)
    program.kill()
    program.wait(_DEADLINE_S)


def _wait_for(seen: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + _DEADLINE_S
    while True:
        if found := seen():
            return found
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(_MOMENT_S)


# --- the clipboard -------------------------------------------------------------------


def _opened() -> None:
    _wait_for(lambda: _open(None))


def _formats() -> Iterator[int]:
    number = 0
    while number := _next_format(number):
        yield number


def _name_of(number: int) -> str:
    name = ctypes.create_unicode_buffer(256)
    return name.value if _format_name(number, name, len(name)) else str(number)


def _read_clipboard(names: list[str]) -> dict[str, str]:
    """Formats by name or number; the content of those in `names`, in base64."""
    _opened()
    try:
        found = {}
        for number in _formats():
            name = _name_of(number)
            found[name] = _content(number) if name in names else ""
        return found
    finally:
        _close()


def _content(number: int) -> str:
    handle = _take(number)
    if not handle:
        return ""
    place = _lock(handle)
    try:
        return base64.b64encode(ctypes.string_at(place, _size(handle))).decode()
    finally:
        _unlock(handle)


def _write_clipboard(contents: dict[str, str]) -> None:
    _opened()
    try:
        _empty()
        for name, content in contents.items():
            data = base64.b64decode(content)
            handle = _allocate(_MOVEABLE, max(len(data), 1))
            ctypes.memmove(_lock(handle), data, len(data))
            _unlock(handle)
            _put(int(name) if name.isdecimal() else _register(name), handle)
    finally:
        _close()


# --- qtdesk ---------------------------------------------------------------------------


def _ask(data: str, request: dict[str, Any]) -> dict[str, Any]:
    """The running instance's answer; empty while there is none."""
    try:
        return ipc.ask(paths.runtime_address(Path(data)), request, _DEADLINE_S)
    except RunningError:
        return {}


# --- questions and answers ------------------------------------------------------------


def _set_text(window: int, text: str) -> None:
    held = ctypes.create_unicode_buffer(text)
    _send(window, _WM_SETTEXT, 0, ctypes.addressof(held))


_ANSWERS: dict[str, Callable[..., Any]] = {
    "bring": _set_front,
    "ask": _ask,
    "forget_keys": _forget_keys,
    "close": lambda window: _post(window, _WM_CLOSE, 0, 0),
    "front": lambda: _describe(_front()),
    "read_clipboard": _read_clipboard,
    "set_text": _set_text,
    "start": _start,
    "stop": _stop,
    "text": _text,
    "windows": lambda: [_describe(w) for w in _windows() if _visible(w)],
    "write_clipboard": _write_clipboard,
}


def main() -> None:
    for line in sys.stdin.buffer:
        name, *arguments = json.loads(line)
        try:
            told = {"answer": _ANSWERS[name](*arguments)}
        except Exception as problem:  # noqa: BLE001 - it is told to whoever asked
            told = {"problem": f"{type(problem).__name__}: {problem}"}
        sys.stdout.buffer.write(json.dumps(told).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
