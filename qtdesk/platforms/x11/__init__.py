"""The X11 desktop, natively: no Qt, one connection of our own."""

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
from qtdesk.platforms.listener.typing import WHY_NO_KEYS, Change, Hear, ListenedTyping
from qtdesk.platforms.x11.clipboard import SelectionClipboard
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.facts import Facts
from qtdesk.platforms.x11.hotkeys import X11Hotkeys
from qtdesk.platforms.x11.keyboard import X11Keyboard
from qtdesk.platforms.x11.keymap import Keymap
from qtdesk.platforms.x11.pipe import PolledPipe
from qtdesk.platforms.x11.typeahead import X11TypeAhead
from qtdesk.platforms.x11.windows import X11Windows
from qtdesk.platforms.x11.witness import RawWitness

if TYPE_CHECKING:
    from qtdesk.platforms.listener.parent import Listener


class X11:
    """Implements `Platform` on one connection to the X server."""

    name = "x11"
    permission: Permission | None = None

    def __init__(self, clock: Clock, display_name: str | None = None) -> None:
        """Connect; without a name, to the display of the session.

        Raises:
            DesktopError: there is no X server, or it refuses us.
        """
        self._connection = connection = Connection(clock, display_name)
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
        self._pipe = PolledPipe(connection.fileno())
        self._witness = RawWitness(connection, keymap)
        self.typing: Typing = ListenedTyping(
            connection.clock,
            self._make_listener,
            self._windows.front,
            keyboard.replace,
            self._witness,
        )
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
        if self._witness.available:
            return Ability("abbreviations", able=True)
        return Ability("abbreviations", able=False, reason=WHY_NO_KEYS)

    def _make_listener(self, hear: Hear, change: Change) -> "Listener":
        from qtdesk.platforms.listener.parent import Listener  # noqa: PLC0415 - rarely

        display = self._connection.display.get_display_name()
        environment = {**os.environ, "DISPLAY": display}
        clock = self._connection.clock
        return Listener(clock, self._pipe, command(), environment, hear, change)

    def fileno(self) -> int | None:
        return self._pipe.fileno()

    def dispatch(self) -> None:
        self._connection.dispatch()
        self._pipe.dispatch()

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
        self.typing.stop()
        self._keymap.take_back()
        self._connection.close()
        self._pipe.close()
