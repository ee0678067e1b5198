"""Programs that run: what they are called, since when, and how trusted."""

import contextlib
import ctypes
import sys
from collections.abc import Iterator
from ctypes import wintypes

if sys.platform != "win32":
    raise ImportError("This is Windows' own.")

from qtdesk.platforms.windows.bindings.library import declare, kernel32

_QUERY_LIMITED_INFORMATION = 0x1000
_TOKEN_QUERY = 0x0008
_TOKEN_INTEGRITY_LEVEL = 25
_LONGEST_PATH = 32768
_LONGEST_LABEL = 256

_advapi32 = ctypes.WinDLL("advapi32", use_last_error=True)
_DWORD_POINTER = ctypes.POINTER(wintypes.DWORD)
_FILETIME_POINTER = ctypes.POINTER(wintypes.FILETIME)

_GetCurrentProcessId = declare(kernel32, "GetCurrentProcessId", wintypes.DWORD)
_GetCurrentThreadId = declare(kernel32, "GetCurrentThreadId", wintypes.DWORD)
_OpenProcess = declare(
    kernel32,
    "OpenProcess",
    wintypes.HANDLE,
    *(wintypes.DWORD, wintypes.BOOL, wintypes.DWORD),
)
_CloseHandle = declare(kernel32, "CloseHandle", wintypes.BOOL, wintypes.HANDLE)
_QueryFullProcessImageName = declare(
    kernel32,
    "QueryFullProcessImageNameW",
    wintypes.BOOL,
    *(wintypes.HANDLE, wintypes.DWORD, wintypes.LPWSTR, _DWORD_POINTER),
)
_GetProcessTimes = declare(
    kernel32,
    "GetProcessTimes",
    wintypes.BOOL,
    *(wintypes.HANDLE, *(_FILETIME_POINTER,) * 4),
)
_OpenProcessToken = declare(
    _advapi32,
    "OpenProcessToken",
    wintypes.BOOL,
    *(wintypes.HANDLE, wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE)),
)
_GetTokenInformation = declare(
    _advapi32,
    "GetTokenInformation",
    wintypes.BOOL,
    *(wintypes.HANDLE, ctypes.c_int, wintypes.LPVOID, wintypes.DWORD, _DWORD_POINTER),
)
_GetSidSubAuthorityCount = declare(
    _advapi32,
    "GetSidSubAuthorityCount",
    ctypes.POINTER(ctypes.c_ubyte),
    wintypes.LPVOID,
)
_GetSidSubAuthority = declare(
    _advapi32,
    "GetSidSubAuthority",
    _DWORD_POINTER,
    *(wintypes.LPVOID, wintypes.DWORD),
)


class WindowsProcesses:
    """Implements `Processes`."""

    def own_process(self) -> int:
        return int(_GetCurrentProcessId())

    def own_thread(self) -> int:
        return int(_GetCurrentThreadId())

    def executable(self, process: int) -> str:
        path = ctypes.create_unicode_buffer(_LONGEST_PATH)
        length = wintypes.DWORD(_LONGEST_PATH)
        with _opened(process) as handle:
            if not _QueryFullProcessImageName(handle, 0, path, ctypes.byref(length)):
                return ""
        return path.value

    def started(self, process: int) -> int:
        times = [wintypes.FILETIME() for _ in range(4)]
        with _opened(process) as handle:
            if not _GetProcessTimes(handle, *map(ctypes.byref, times)):
                return 0
        return (times[0].dwHighDateTime << 32) | times[0].dwLowDateTime

    def integrity(self, process: int) -> int | None:
        token = wintypes.HANDLE()
        with _opened(process) as handle:
            if not _OpenProcessToken(handle, _TOKEN_QUERY, ctypes.byref(token)):
                return None
        try:
            return _integrity_of(token)
        finally:
            _CloseHandle(token)


@contextlib.contextmanager
def _opened(process: int) -> Iterator[int | None]:
    """A handle of `process`; None, which every call refuses, where there is none."""
    handle = _OpenProcess(_QUERY_LIMITED_INFORMATION, False, process)
    try:
        yield handle
    finally:
        if handle:
            _CloseHandle(handle)


def _integrity_of(token: wintypes.HANDLE) -> int | None:
    label = ctypes.create_string_buffer(_LONGEST_LABEL)
    length = wintypes.DWORD()
    if not _GetTokenInformation(
        token, _TOKEN_INTEGRITY_LEVEL, label, _LONGEST_LABEL, ctypes.byref(length)
    ):
        return None
    # The label begins with a pointer to the identifier whose last part is the level.
    identifier = ctypes.c_void_p.from_buffer(label).value
    last = _GetSidSubAuthorityCount(identifier)[0] - 1
    return int(_GetSidSubAuthority(identifier, last)[0])
