"""Keys typed right behind the hotkey, kept from the window in front.

With the hotkey Windows gives us the right to the front. We use it at once, for an
invisible window made in advance, and what is typed goes there until somebody takes
over. No program's keys are ever listened to.

Handed over is what is pressed from then on: the hotkey's own key and its modifiers are
left out, and of keys that were down before, the release too.
"""

from collections import deque
from collections.abc import Callable, Iterable

from qtdesk.core.ports import Clock, Stroke
from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.fingers import Fingers
from qtdesk.platforms.windows.front import Front
from qtdesk.platforms.windows.keymap import (
    MODIFIER_KEYS,
    in_order,
    modifier_of,
    name_of,
)
from qtdesk.platforms.windows.own_window import OwnWindow
from qtdesk.platforms.windows.win32 import Win32

LONGEST_S = 1.5
"""A keyboard that nobody takes over goes back to the window in front."""
_WAS_DOWN = 1 << 30
"""The key repeats; if we did not see it go down, it was down before."""
_SCAN_CODE_SHIFT = 16
_SCAN_CODE_MASK = 0xFF


class WindowsTypeAhead:
    """Implements `TypeAhead` with a window that nobody sees."""

    def __init__(self, win32: Win32, clock: Clock, front: Front) -> None:
        self._messages = win32.messages
        self._desktop = win32.desktop
        self._keys = win32.keys
        self._clock = clock
        self._front = front
        self._fingers = Fingers(win32.keys)
        self._own_process = win32.processes.own_process()
        self._window = OwnWindow(win32.messages, focusable=True)
        for message in (codes.WM_KEYDOWN, codes.WM_SYSKEYDOWN):
            self._window.listen(message, self._on_down)
        for message in (codes.WM_KEYUP, codes.WM_SYSKEYUP):
            self._window.listen(message, self._on_up)
        self._typed: Callable[[Stroke], None] | None = None
        self._waiting: deque[Stroke] = deque()
        self._down: set[int] = set()
        self._modifiers: set[int] = set()
        """Keys of modifiers that were pressed since the hotkey."""
        self._before = 0
        """The window that was in front when the hotkey was pressed."""
        self._active = False
        self._cancel_net: Callable[[], None] = lambda: None

    def listen(self, typed: Callable[[Stroke], None]) -> None:
        self._typed = typed
        self._hand_over()

    def may_have_missed(self) -> bool:
        return self._fingers.may_have_missed()

    def begin(self, hotkey: Iterable[int]) -> None:
        """Take the keyboard, if Windows lets us have it, and if it is not ours already.

        To take it from the open panel would be to close that. The keys `hotkey` have
        just been pressed.
        """
        self._fingers.follow(hotkey)
        window, front = self._window.handle, self._desktop.foreground()
        if front != window:
            if self._desktop.thread_and_process(front)[1] == self._own_process:
                return
            self._before = front
        self._cancel_net()
        self._waiting.clear()
        self._down.clear()
        self._modifiers.clear()
        self._active = self._front.take(window)
        if self._active:
            self._desktop.focus(window)
            self._cancel_net = self._clock.call_later(LONGEST_S, self.release)

    def release(self) -> None:
        self._cancel_net()
        if not self._active:
            return
        window = self._window.handle
        # What waits was typed for us, also where the front is another's by now.
        self._messages.pump(window, codes.WM_KEYFIRST, codes.WM_KEYLAST)
        self._active = False
        self.give_back()

    def give_back(self) -> None:
        """Have nothing in front that nobody sees, as may be behind a lock."""
        if not self._active and self._desktop.foreground() == self._window.handle:
            self._front.ask(self._before, 0)

    def forget(self) -> None:
        """The screen was locked: what is typed now is for the lock's own window."""
        self._cancel_net()
        self._active = False
        self._waiting.clear()

    def close(self) -> None:
        """Give everything back; nothing may be called any more."""
        self._cancel_net()
        self._fingers.close()
        self._window.destroy()

    # --- keys ------------------------------------------------------------------

    def _on_down(self, key: int, about: int) -> None:
        known = self._down | self._modifiers
        if not self._active or (about & _WAS_DOWN and key not in known):
            return
        if modifier_of(key):
            self._modifiers.add(key)
            return
        self._down.add(key)
        self._take(key, about, down=True)

    def _on_up(self, key: int, about: int) -> None:
        if not self._active:
            return
        self._modifiers.discard(key)
        if key in self._down:
            self._down.remove(key)
            self._take(key, about, down=False)

    def _take(self, key: int, about: int, *, down: bool) -> None:
        modifiers = in_order(modifier_of(number) for number in self._modifiers)
        text = ""
        if not set(modifiers) - {"shift"}:
            pressed = frozenset(
                number
                for name in modifiers
                for number in (MODIFIER_KEYS[name][0], MODIFIER_KEYS[name][-1])
            )
            scan_code = about >> _SCAN_CODE_SHIFT & _SCAN_CODE_MASK
            layout = self._keys.layout(0)
            text = self._keys.text(key, scan_code, pressed, layout)
        name = name_of(key)
        if name or text:
            self._waiting.append(Stroke(down, name, text, modifiers))
            self._hand_over()

    def _hand_over(self) -> None:
        while self._typed is not None and self._waiting:
            self._typed(self._waiting.popleft())
