"""Named pipes of Windows that only this user of this computer can open.

Hands out connections and knows nothing of what travels on them. Stands on the calls
that Python's own `multiprocessing` makes, whose pipes anybody could open for reading.
"""

import ctypes
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

assert sys.platform == "win32"  # noqa: S101 - tells mypy to skip the rest elsewhere

import _winapi  # noqa: E402 - exists on the right side of the line above only
from ctypes import wintypes  # noqa: E402 - as above
from multiprocessing.connection import PipeConnection  # noqa: E402 - as above

if TYPE_CHECKING:
    Connection = PipeConnection[Any, Any]
else:
    Connection = PipeConnection  # only the type checker knows of its parameters

_BUFFER = 128 * 1024
"""Bytes either end can send before the other reads: more than any of our messages."""

_WAIT_FOREVER = 0xFFFFFFFF
_REJECT_REMOTE = 0x00000008
_TOKEN_QUERY = 0x0008
_TOKEN_USER = 1
_SDDL_REVISION = 1
_GONE_AGAIN = 232

_kernel = ctypes.WinDLL("kernel32", use_last_error=True)
_kernel.GetCurrentProcess.restype = wintypes.HANDLE
_kernel.LocalFree.argtypes = (wintypes.HLOCAL,)
_kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
_security = ctypes.WinDLL("advapi32", use_last_error=True)
_security.OpenProcessToken.argtypes = (
    *(wintypes.HANDLE, wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE)),
)
_security.GetTokenInformation.argtypes = (
    *(wintypes.HANDLE, ctypes.c_int, wintypes.LPVOID, wintypes.DWORD),
    ctypes.POINTER(wintypes.DWORD),
)
_security.ConvertSidToStringSidW.argtypes = (
    *(wintypes.LPVOID, ctypes.POINTER(wintypes.LPWSTR)),
)
_security.ConvertStringSecurityDescriptorToSecurityDescriptorW.argtypes = (
    *(wintypes.LPCWSTR, wintypes.DWORD, ctypes.POINTER(wintypes.LPVOID)),
    wintypes.LPVOID,
)


class _SecurityAttributes(ctypes.Structure):
    _fields_ = (
        ("length", wintypes.DWORD),
        ("descriptor", wintypes.LPVOID),
        ("inherited", wintypes.BOOL),
    )


class Pipe:
    """The end that is visited: as long as it is not closed, there is an open door."""

    def __init__(self, name: str) -> None:
        r"""Be there under `name`, which begins with `\\.\pipe\`.

        Raises:
            OSError: somebody else has that name.
        """
        self._name = name
        self._descriptor = _only_for_us()
        self._door = self._open_door(_winapi.FILE_FLAG_FIRST_PIPE_INSTANCE)
        self._guard = threading.Lock()
        self._waiting: _winapi.Overlapped | None = None
        self._closed = False

    def _open_door(self, flags: int = 0) -> int:
        attributes = _SecurityAttributes(
            ctypes.sizeof(_SecurityAttributes), self._descriptor, False
        )
        return _winapi.CreateNamedPipe(
            self._name,
            _winapi.PIPE_ACCESS_DUPLEX | _winapi.FILE_FLAG_OVERLAPPED | flags,
            _winapi.PIPE_TYPE_MESSAGE | _winapi.PIPE_READMODE_MESSAGE | _REJECT_REMOTE,
            _winapi.PIPE_UNLIMITED_INSTANCES,
            _BUFFER,
            _BUFFER,
            0,
            ctypes.addressof(attributes),
        )

    def visitor(self) -> Connection | None:
        """Wait for the next one, in a thread of its own; None once we are closed."""
        while not self._closed:
            somebody = self._wait()
            door = self._door
            # Before he is seen to, so that the next one never stands before a wall.
            self._door = self._open_door()
            if somebody:
                return PipeConnection(door)
            _winapi.CloseHandle(door)
        _winapi.CloseHandle(self._door)
        _kernel.LocalFree(self._descriptor)
        return None

    def _wait(self) -> bool:
        """Wait at the door; False where nobody stands there after all."""
        try:
            with self._guard:
                if self._closed:
                    return False
                waiting = _winapi.ConnectNamedPipe(self._door, overlapped=True)
                self._waiting = waiting
        except OSError as problem:
            if problem.winerror == _GONE_AGAIN:
                return False
            raise
        _winapi.WaitForMultipleObjects([waiting.event], False, _WAIT_FOREVER)
        with self._guard:
            self._waiting = None
        return waiting.GetOverlappedResult(True)[1] == 0

    def close(self) -> None:
        """Let nobody in any more; connections already handed out are not touched."""
        with self._guard:
            self._closed = True
            if self._waiting is not None:
                self._waiting.cancel()


def visit(name: str, timeout: float) -> Connection:
    """Go to the pipe of this name, within `timeout` seconds.

    Raises:
        FileNotFoundError: there is none.
        OSError: nobody opens in time, or we may not come in.
    """
    deadline = time.monotonic() + timeout
    while True:
        try:
            return _enter(name)
        except OSError as problem:
            left = deadline - time.monotonic()
            if problem.winerror != _winapi.ERROR_PIPE_BUSY or left < 0:
                raise
        _winapi.WaitNamedPipe(name, max(int(left * 1000), 1))


def _enter(name: str) -> Connection:
    door = _winapi.CreateFile(
        name,
        _winapi.GENERIC_READ | _winapi.GENERIC_WRITE,
        0,
        _winapi.NULL,
        _winapi.OPEN_EXISTING,
        _winapi.FILE_FLAG_OVERLAPPED,
        _winapi.NULL,
    )
    mode = _winapi.PIPE_READMODE_MESSAGE
    _winapi.SetNamedPipeHandleState(door, mode, None, None)
    return PipeConnection(door)


def access_list() -> str:
    """Who may open our pipes, as Windows writes it: this user, and nobody else."""
    return f"D:P(A;;GA;;;{_our_sid()})"


def _only_for_us() -> int:
    """The access list in the form that calls take; to be freed."""
    descriptor = wintypes.LPVOID()
    convert = _security.ConvertStringSecurityDescriptorToSecurityDescriptorW
    if not convert(access_list(), _SDDL_REVISION, descriptor, None):
        raise ctypes.WinError(ctypes.get_last_error())
    return descriptor.value or 0


def _our_sid() -> str:
    """This user, as access lists write him."""
    token = wintypes.HANDLE()
    process = _kernel.GetCurrentProcess()
    if not _security.OpenProcessToken(process, _TOKEN_QUERY, token):
        raise ctypes.WinError(ctypes.get_last_error())
    try:
        size = wintypes.DWORD(256)
        # A TOKEN_USER: first a pointer to the SID, which lies behind it.
        user = ctypes.create_string_buffer(size.value)
        if not _security.GetTokenInformation(
            token, _TOKEN_USER, user, size, ctypes.byref(size)
        ):
            raise ctypes.WinError(ctypes.get_last_error())
        written = wintypes.LPWSTR()
        sid = ctypes.c_void_p.from_buffer(user)
        if not _security.ConvertSidToStringSidW(sid, written):
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            return str(written.value)
        finally:
            _kernel.LocalFree(ctypes.cast(written, wintypes.HLOCAL))
    finally:
        _kernel.CloseHandle(token)
