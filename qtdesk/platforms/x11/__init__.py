"""The X11 desktop, natively: no Qt, one connection of our own."""

import select
from collections.abc import Callable

from qtdesk.core.ports import (
    Ability,
    Clipboard,
    Clock,
    Hotkeys,
    Keyboard,
    TypeAhead,
    Typing,
    Windows,
)
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.platforms.x11.clipboard import SelectionClipboard
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.facts import Facts
from qtdesk.platforms.x11.hotkeys import X11Hotkeys
from qtdesk.platforms.x11.keyboard import X11Keyboard
from qtdesk.platforms.x11.keymap import Keymap
from qtdesk.platforms.x11.typeahead import X11TypeAhead
from qtdesk.platforms.x11.typing import WHY_NO_KEYS, X11Typing
from qtdesk.platforms.x11.windows import X11Windows


class X11:
    """Implements `Platform` on one connection to the X server."""

    name = "x11"

    def __init__(self, clock: Clock, display_name: str | None = None) -> None:
        """Connect; without a name, to the display of the session.

        Raises:
            DesktopError: there is no X server, or it refuses us.
        """
        self._connection = connection = Connection(clock, display_name)
        self._poll = select.epoll()
        self._poll.register(connection.fileno(), select.EPOLLIN)
        self._keymap = keymap = Keymap(connection)
        facts = Facts(connection)
        type_ahead = X11TypeAhead(connection, keymap)
        self._windows = X11Windows(connection, facts)
        self._selections = [
            SelectionClipboard(connection, name) for name in ("CLIPBOARD", "PRIMARY")
        ]
        self.windows: Windows = self._windows
        keyboard = X11Keyboard(connection, facts, keymap, type_ahead)
        self.keyboard: Keyboard = keyboard
        self._typing = X11Typing(
            connection, keymap, keyboard, self._windows, self._poll
        )
        self.typing: Typing = self._typing
        self.clipboard: Clipboard = self._selections[0]
        self.primary: Clipboard | None = self._selections[1]
        self.hotkeys: Hotkeys = X11Hotkeys(connection, keymap, type_ahead)
        self.type_ahead: TypeAhead = type_ahead
        connection.settle()

    @property
    def abilities(self) -> tuple[Ability, ...]:
        able = ("hotkeys", "target", "restore", "reader", "type_ahead")
        return (
            *(Ability(name, able=True) for name in able),
            self._paste_ability(),
            self._abbreviations_ability(),
        )

    def _paste_ability(self) -> Ability:
        if self._connection.display.has_extension("XTEST"):
            return Ability("paste", able=True)
        return Ability(
            "paste",
            able=False,
            reason=words(
                QT_TRANSLATE_NOOP("core", "The X server lets no program press keys.")
            ),
        )

    def _abbreviations_ability(self) -> Ability:
        if self._typing.available:
            return Ability("abbreviations", able=True)
        return Ability("abbreviations", able=False, reason=WHY_NO_KEYS)

    def fileno(self) -> int | None:
        return self._poll.fileno()

    def dispatch(self) -> None:
        self._connection.dispatch()
        self._typing.dispatch()

    def composited(self) -> bool:
        manager = self._connection.atom("_NET_WM_CM_S0")
        return bool(self._connection.owner_of(manager))

    def take_focus(self, window: int) -> None:
        self._windows.activate(window)

    def has_focus(self, window: int) -> bool:
        return self._windows.has_focus(window)

    def hand_over(self, done: Callable[[], None]) -> None:
        if not self._selections:
            done()
            return
        self._selections.pop().hand_over(lambda: self.hand_over(done))

    def close(self) -> None:
        """End the connection, and with it all grabs."""
        self._typing.stop()
        self._keymap.take_back()
        self._connection.close()
        self._poll.close()
