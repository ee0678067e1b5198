"""Another program, for tests on Windows itself: told what to do line by line.

Each line is a call in JSON, `["copy", {...}]`; each is answered by a line. Its window,
its clipboard and its keys are real.
"""

import contextlib
import ctypes
import json
import os
import sys
import threading
import time
from ctypes import wintypes
from typing import Any

if sys.platform != "win32":
    raise ImportError("This is Windows' own.")

from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.bindings.clipboard import WindowsClipboard
from qtdesk.platforms.windows.bindings.library import declare, user32
from qtdesk.platforms.windows.bindings.messages import WindowsMessages, _procedures

_VISIBLE_WINDOW = 0x10CF0000
_HANGING_S = 60.0
_MODIFIERS = {"ctrl": 0x11, "alt": 0x12, "shift": 0x10, "super": 0x5B}
_CreateWindow = declare(
    user32,
    "CreateWindowExW",
    wintypes.HWND,
    *(wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD),
    *(ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int),
    *(wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID),
)
_SetWindowText = declare(
    user32, "SetWindowTextW", wintypes.BOOL, wintypes.HWND, wintypes.LPCWSTR
)
_SetForegroundWindow = declare(
    user32, "SetForegroundWindow", wintypes.BOOL, wintypes.HWND
)
_GetKeyState = declare(user32, "GetKeyState", wintypes.SHORT, ctypes.c_int)
_RegisterHotKey = declare(
    user32,
    "RegisterHotKey",
    wintypes.BOOL,
    *(wintypes.HWND, ctypes.c_int, wintypes.UINT, wintypes.UINT),
)


class Peer:
    """A window, if asked for, and hands on the clipboard."""

    def __init__(self) -> None:
        self._messages = WindowsMessages()
        self._calls = WindowsClipboard()
        self._inside = self._messages.make_window(self._on_inside, focusable=False)
        self._front = 0
        self._chords: list[str] = []
        self._offered: dict[int, bytes] = {}
        self._asked: list[list[Any]] = []
        self._meddling = False

    def serve(self) -> None:
        """Hand out messages until the process ends."""
        threading.Thread(target=self._listen, daemon=True).start()
        while True:
            self._messages.pump()
            time.sleep(0.002)

    def _listen(self) -> None:
        for line in sys.stdin:
            call = json.loads(line)
            if call[0] == "die":
                os._exit(0)
            self._asked.append(call)
            self._messages.post(self._inside, codes.WM_APP)
        os._exit(0)

    def _on_inside(self, message: int, number: int, _long: int) -> int | None:
        if message == codes.WM_APP:
            name, *arguments = self._asked.pop(0)
            hangs = name == "hang"
            answer = None if hangs else getattr(self, f"do_{name}")(*arguments)
            print(json.dumps(answer), flush=True)  # noqa: T201 - its only mouth
            if hangs:
                time.sleep(_HANGING_S)
            return 0
        if message == codes.WM_RENDERFORMAT:
            self._calls.put(number, self._offered[number])
            return 0
        if message == codes.WM_CLIPBOARDUPDATE:
            self._on_update()
            return 0
        return None

    def _on_key(self, message: int, number: int, _long: int) -> int | None:
        if message in {codes.WM_KEYDOWN, codes.WM_SYSKEYDOWN}:
            held = [n for n, vk in _MODIFIERS.items() if _GetKeyState(vk) < 0]
            if held and number not in {0x10, 0x11, 0x12, 0x5B}:
                self._chords.append("+".join((*held, chr(number).lower())))
            return 0
        return None

    def do_open(self, title: str) -> int:
        place = (40, 60, 300, 200)
        window = int(
            _CreateWindow(
                *(0, "qtdesk", title, _VISIBLE_WINDOW, *place),
                *(None, None, None, None),
            )
        )
        _procedures[window] = self._on_key
        self._front = window
        return self.do_focus()

    def do_focus(self) -> int:
        _SetForegroundWindow(self._front)
        user32.SetFocus(wintypes.HWND(self._front))
        return self._front

    def do_rename(self, title: str) -> None:
        _SetWindowText(self._front, title)

    def do_close(self) -> None:
        self._messages.destroy_window(self._front)

    def do_chords(self) -> list[str]:
        return self._chords

    def do_hotkey(self, modifiers: int, key: int) -> bool:
        return bool(_RegisterHotKey(self._inside, 1, modifiers, key))

    def do_copy(self, formats: dict[str, str]) -> None:
        """All promised, as big programs do."""
        self._offered = {int(n): bytes.fromhex(data) for n, data in formats.items()}
        with self._opened():
            self._calls.empty()
            for number in self._offered:
                self._calls.promise(number)

    def do_read(self, number: int) -> str | None:
        with self._opened():
            memory = self._calls.get(number, 1 << 30)
        return memory.data.hex() if memory and memory.data is not None else None

    def do_look(self) -> list[int]:
        with self._opened():
            return self._calls.formats()

    def do_number(self, name: str) -> int:
        return self._calls.number_of(name)

    def do_meddle(self) -> None:
        self._meddling = True
        self._calls.listen(self._inside)

    def _on_update(self) -> None:
        if self._meddling and self._calls.owner() != self._inside:
            self._meddling = False
            text = self.do_read(codes.CF_UNICODETEXT)
            if text is not None:
                self.do_copy({str(codes.CF_UNICODETEXT): text})

    @contextlib.contextmanager
    def _opened(self) -> Any:
        deadline = time.monotonic() + 2.0
        while not self._calls.open(self._inside):
            assert time.monotonic() < deadline, "the clipboard is kept open"
            time.sleep(0.005)
        try:
            yield
        finally:
            self._calls.close()


if __name__ == "__main__":
    Peer().serve()
