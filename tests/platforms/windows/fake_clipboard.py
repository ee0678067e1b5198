"""The clipboard of a Windows made of plain Python.

Promised formats are asked for once, with the clipboard open for the reader; later
readers get the same bytes. What would wait for an owner that hangs fails the test on
the thread of the windows, and never comes back on another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.win32 import Memory

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.platforms.windows.fake_windows import FakeWindows, Program, Window

_MADE_OF = {
    codes.CF_TEXT: codes.CF_UNICODETEXT,
    codes.CF_OEMTEXT: codes.CF_UNICODETEXT,
    codes.CF_LOCALE: codes.CF_UNICODETEXT,
    codes.CF_DIBV5: codes.CF_DIB,
    codes.CF_BITMAP: codes.CF_DIB,
}
"""What Windows makes of another format by itself."""


class FakeClipboardCalls:
    """Implements `ClipboardCalls` and `Pictures` for us; others use `others_...`."""

    def __init__(self, system: FakeWindows) -> None:
        self._system = system
        self.contents: dict[int, bytes | None] = {}
        """None where it is promised."""
        self.owner_window: Window | None = None
        self.draws = True
        """Whether pictures can be read."""
        self.kept_open = False
        """By another program."""
        self._open_for: int | None = None
        self._open = False
        self._stuck = False
        self._rendering = 0
        self._sequence = 100
        self._names: dict[int, str] = {}
        self._listeners: list[int] = []
        self._theirs: dict[int, bytes] = {}
        """What a foreign owner would render."""
        self.requested: list[int] = []
        """What our window was asked to render."""

    # --- what other programs do ------------------------------------------------

    def others_copy(self, window: Window, formats: Mapping[int, bytes]) -> None:
        """All promised, as big programs do."""
        self._others_open(window)
        self.contents = dict.fromkeys(formats)
        self._theirs = dict(formats)
        self.owner_window = window
        self._others_close(changed=True)

    def others_read(self, number: int, window: Window | None) -> bytes | None:
        """A program reads one format, with the clipboard open for `window` or none."""
        self._others_open(window)
        data = self._data(number)
        self._others_close(changed=False)
        return data

    def kill(self, program: Program) -> None:
        """Its window goes without a word, and what it promised with it."""
        owner = self.owner_window
        if owner is not None and owner.program is program:
            self.owner_window = None
            self.contents = {n: d for n, d in self.contents.items() if d is not None}
            self._changed()

    def look(self) -> list[int]:
        return self._offered()

    def _others_open(self, window: Window | None) -> None:
        assert not self._open, "the clipboard was left open"
        self._open, self._open_for = True, window.handle if window else 0

    def _others_close(self, *, changed: bool) -> None:
        self._open, self._open_for = False, None
        if changed:
            self._changed()

    def _changed(self) -> None:
        self._sequence += 1
        for listener in self._listeners:
            self._system.post(listener, codes.WM_CLIPBOARDUPDATE)

    def _offered(self) -> list[int]:
        made = [n for n, of in _MADE_OF.items() if of in self.contents]
        return [*self.contents, *(n for n in made if n not in self.contents)]

    def _data(self, number: int) -> bytes | None:
        if number not in self.contents and _MADE_OF.get(number) in self.contents:
            source = self._data(_MADE_OF[number])
            return b"made:" + (source or b"")
        if number not in self.contents:
            return None
        if self.contents[number] is None:
            self._render(number)
        return self.contents[number]

    def _render(self, number: int) -> None:
        owner = self.owner_window
        assert owner is not None
        if owner.procedure is not None:
            self._rendering = number
            self.requested.append(number)
            self._system.tell(owner, codes.WM_RENDERFORMAT, number)
            self._rendering = 0
        elif owner.program.hangs:
            self._wait()
        else:
            self.contents[number] = self._theirs[number]
            self._sequence += 1

    def _wait(self) -> None:
        from tests.platforms.windows.fake_windows import (  # noqa: PLC0415 - it imports us
            WouldWaitError,
        )

        self._stuck = self._system.in_worker
        raise WouldWaitError

    def on_destroyed(self, window: Window) -> None:
        if self.owner_window is window:
            if None in self.contents.values():
                self._system.tell(window, codes.WM_RENDERALLFORMATS)
            self.owner_window = None
            self.contents = {n: d for n, d in self.contents.items() if d is not None}
        if window.handle in self._listeners:
            self._listeners.remove(window.handle)

    # --- the calls -------------------------------------------------------------

    def open(self, window: int) -> bool:
        if self.kept_open or self._open:
            return False
        self._open, self._open_for = True, window
        return True

    def close(self) -> None:
        if self._stuck and self._system.in_worker:
            return  # In truth, this line is not reached.
        assert self._open
        self._open = False
        self._open_for = None

    def empty(self) -> None:
        assert self._open
        owner = self.owner_window
        if owner is not None and owner.program.hangs:
            self._wait()  # It is told that it is no longer the owner.
        self.owner_window = self._system.windows[self._open_for or 0]
        self.contents = {}
        self._changed()

    def promise(self, number: int) -> None:
        assert self._open
        self.contents[number] = None
        self._changed()

    def put(self, number: int, data: bytes) -> bool:
        assert self._open
        # A promise is kept for the reader that has it open; else it must be ours.
        assert self._rendering == number or self._is_ours()
        self.contents[number] = data
        if self._rendering:
            self._sequence += 1
        else:
            self._changed()
        return True

    def _is_ours(self) -> bool:
        owner = self.owner_window
        return owner is not None and owner.handle == self._open_for

    def get(self, number: int, at_most: int) -> Memory | None:
        assert self._open
        data = self._data(number)
        if data is None:
            return None
        return Memory(len(data), data if len(data) <= at_most else None)

    def formats(self) -> list[int]:
        assert self._open
        return self._offered()

    def owner(self) -> int:
        return self.owner_window.handle if self.owner_window else 0

    def opener(self) -> int:
        return self._open_for or 0

    def sequence(self) -> int:
        return self._sequence

    def number_of(self, name: str) -> int:
        for number, known in self._names.items():
            if known.casefold() == name.casefold():
                return number
        number = codes.FIRST_NAMED_FORMAT + len(self._names)
        self._names[number] = name
        return number

    def name_of(self, number: int) -> str:
        return self._names.get(number, "")

    def dib(self, png: bytes) -> bytes | None:
        return b"dib:" + png if self.draws else None

    def listen(self, window: int) -> None:
        self._listeners.append(window)
