"""Whether the space that ended a code was the last key of all.

While a code is being typed, a window of ours is told of every key and click of the
devices; at all other times no key reaches this process. What has come is looked
through right before the keys that erase: Windows has no step in which nothing comes.
"""

from collections import deque

from qtdesk.core.ports import Typed
from qtdesk.platforms.listener.windows_strokes import PROBE
from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.keymap import MODIFIER_KEYS
from qtdesk.platforms.windows.win32 import RawClick, RawKey, Win32

_REMEMBERED = 64
"""Presses; a code and what was typed behind it within a moment."""
_SILENT = frozenset({*MODIFIER_KEYS["shift"], PROBE})


class RawWitness:
    """Implements `Witness` with raw input."""

    def __init__(self, win32: Win32) -> None:
        self._messages = win32.messages
        self._raw = win32.raw
        self._window = win32.messages.make_window(self._on_message, focusable=False)
        self._wanted = False
        self._seen: deque[RawKey | RawClick] = deque(maxlen=_REMEMBERED)
        """Presses since the prefix that may do something to the text."""

    def watch(self) -> None:
        self.forget()
        self._wanted = self._raw.want(self._window, wanted=True)

    def forget(self) -> None:
        if self._wanted:
            self._wanted = False
            self._raw.want(self._window, wanted=False)
            self._take_in()
        self._seen.clear()

    def is_last(self, typed: Typed) -> bool:
        self._take_in()
        seen = tuple(self._seen)
        _, number = typed.stamp
        ends = [raw for raw in seen if _number(raw) == number]
        # A second one means that it was held, or typed again.
        return len(ends) == 1 and seen[-1] is ends[0] and not any(map(_moves, seen))

    def close(self) -> None:
        """See nothing any more."""
        self.forget()
        self._messages.destroy_window(self._window)

    def _take_in(self) -> None:
        self._messages.pump(self._window, codes.WM_INPUT, codes.WM_INPUT)

    def _on_message(self, message: int, _number: int, handle: int) -> int | None:
        if message == codes.WM_INPUT:
            raw = self._raw.read(handle)
            if isinstance(raw, RawClick) or (raw is not None and _counts(raw)):
                self._seen.append(raw)
        # Windows itself has to put away what it told.
        return None


def _counts(raw: RawKey) -> bool:
    return raw.down and raw.key not in _SILENT


def _number(raw: RawKey | RawClick) -> int:
    """As the listener calls the key: by its place, or else by what it is."""
    return raw.scan_code or -raw.key if isinstance(raw, RawKey) else 0


def _moves(raw: RawKey | RawClick) -> bool:
    """Whether it leaves the text before the cursor unknown to the listener."""
    return isinstance(raw, RawClick) or raw.key == codes.VK_PACKET
