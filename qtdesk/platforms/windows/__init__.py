"""The Windows desktop, natively: no Qt, by Windows' own calls.

What Windows tells us arrives as messages for windows of ours, on the thread that made
them, and whatever loop runs there hands them out: Qt's, or `dispatch`.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from qtdesk.core.ports import (
    Ability,
    Clipboard,
    Clock,
    Hotkeys,
    Keyboard,
    Permission,
    TypeAhead,
    Typing,
    Windows,
)
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.platforms.listener import command
from qtdesk.platforms.listener.pipes import ThreadedPipe
from qtdesk.platforms.listener.typing import Change, Hear, ListenedTyping
from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.clipboard import WindowsClipboard
from qtdesk.platforms.windows.facts import Facts
from qtdesk.platforms.windows.front import Front
from qtdesk.platforms.windows.hotkeys import WindowsHotkeys
from qtdesk.platforms.windows.keyboard import WindowsKeyboard
from qtdesk.platforms.windows.keymap import Keymap
from qtdesk.platforms.windows.own_window import OwnWindow
from qtdesk.platforms.windows.pings import Pings
from qtdesk.platforms.windows.typeahead import WindowsTypeAhead
from qtdesk.platforms.windows.win32 import Win32
from qtdesk.platforms.windows.windows import WindowsWindows
from qtdesk.platforms.windows.witness import RawWitness

if TYPE_CHECKING:
    from qtdesk.platforms.listener.parent import Listener

_LEAVES = frozenset(
    {
        *(codes.WTS_CONSOLE_DISCONNECT, codes.WTS_REMOTE_DISCONNECT),
        codes.WTS_SESSION_LOCK,
    }
)
"""Changes of the session after which nobody is at this desktop."""
_RETURNS = frozenset(
    {codes.WTS_CONSOLE_CONNECT, codes.WTS_REMOTE_CONNECT, codes.WTS_SESSION_UNLOCK}
)
"""Changes of the session after which somebody is at this desktop again."""


class WindowsDesktop:
    """Implements `Platform` for the thread that makes it."""

    name = "windows"
    primary: Clipboard | None = None
    permission: Permission | None = None

    def __init__(self, win32: Win32, clock: Clock) -> None:
        """Make our windows and begin to look."""
        self._win32 = win32
        self._clock = clock
        self._window = window = OwnWindow(win32.messages)
        facts = Facts(win32)
        keymap = Keymap(win32.keys)
        self._front = front = Front(win32)
        self._type_ahead = WindowsTypeAhead(win32, clock, front)
        pings = Pings(win32.desktop, clock)
        self._windows = WindowsWindows(win32, clock, facts, front, pings)
        self._hotkeys = WindowsHotkeys(
            win32, window, keymap, self._type_ahead, self._windows.front
        )
        self.windows: Windows = self._windows
        keyboard = WindowsKeyboard(win32.keys, facts, keymap, pings)
        self.keyboard: Keyboard = keyboard
        self.clipboard: Clipboard = WindowsClipboard(win32, clock, facts, window)
        self.hotkeys: Hotkeys = self._hotkeys
        self.type_ahead: TypeAhead = self._type_ahead
        self._pipe = ThreadedPipe(self._wake)
        self._witness = RawWitness(win32)
        self._typing = ListenedTyping(
            clock,
            self._make_listener,
            self._windows.front,
            keyboard.replace,
            self._witness,
        )
        self.typing: Typing = self._typing
        window.listen(codes.WM_APP, self._on_woken)
        self._windows.on_new_front = self._on_new_front
        window.listen(codes.WM_WTSSESSION_CHANGE, self._on_session)
        win32.messages.watch_session(window.handle)

    @property
    def abilities(self) -> tuple[Ability, ...]:
        able = ("hotkeys", "target", "paste", "restore", "type_ahead", "abbreviations")
        return (
            *(Ability(name, able=True) for name in able),
            Ability(
                "reader",
                able=False,
                reason=words(
                    QT_TRANSLATE_NOOP(
                        "core",
                        "Not every program tells who it is when it reads.",
                    )
                ),
            ),
        )

    def fileno(self) -> int | None:
        return None

    def dispatch(self) -> None:
        self._win32.messages.pump()

    def composited(self) -> bool:
        return self._win32.desktop.is_composited()

    def take_focus(self, window: int) -> None:
        self._front.take(window)

    def has_focus(self, window: int) -> bool:
        return self._win32.desktop.foreground() == window

    def hand_over(self, done: Callable[[], None]) -> None:
        """What we left on the clipboard is Windows' own already."""
        done()

    def close(self) -> None:
        self._typing.stop()
        self._witness.close()
        self._windows.close()
        self._hotkeys.close()
        self._type_ahead.close()
        self._window.destroy()

    def _on_new_front(self) -> None:
        self._hotkeys.follow_layout()
        # Windows may bring our unseen window back some time after an unlock.
        self._type_ahead.give_back()

    def _on_session(self, change: int, _session: int) -> None:
        if change in _LEAVES:
            self._type_ahead.forget()
        elif change in _RETURNS:
            self._type_ahead.give_back()
            self._typing.renew()

    def _make_listener(self, hear: Hear, change: Change) -> "Listener":
        from qtdesk.platforms.listener.parent import Listener  # noqa: PLC0415 - rarely

        environment = dict(os.environ)
        return Listener(self._clock, self._pipe, command(), environment, hear, change)

    def _wake(self) -> None:
        """Have what the listener said handled on our own thread; from any other."""
        self._win32.messages.post(self._window.handle, codes.WM_APP)

    def _on_woken(self, _number: int, _long: int) -> None:
        self._pipe.dispatch()
