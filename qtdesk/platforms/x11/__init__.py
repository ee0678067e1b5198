"""The X11 desktop, natively: no Qt, one connection of our own."""

from qtdesk.core.ports import (
    Ability,
    Clipboard,
    Clock,
    Hotkeys,
    Keyboard,
    TypeAhead,
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
        self._keymap = keymap = Keymap(connection)
        facts = Facts(connection)
        type_ahead = X11TypeAhead(connection, keymap)
        self.windows: Windows = X11Windows(connection, facts)
        self.keyboard: Keyboard = X11Keyboard(connection, facts, keymap)
        self.clipboard: Clipboard = SelectionClipboard(connection, "CLIPBOARD")
        self.primary: Clipboard | None = SelectionClipboard(connection, "PRIMARY")
        self.hotkeys: Hotkeys = X11Hotkeys(connection, keymap, type_ahead)
        self.type_ahead: TypeAhead = type_ahead
        connection.settle()

    @property
    def abilities(self) -> tuple[Ability, ...]:
        able = ("hotkeys", "target", "restore", "reader", "type_ahead")
        return (
            *(Ability(name, able=True) for name in able),
            self._paste_ability(),
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

    def fileno(self) -> int | None:
        return self._connection.fileno()

    def dispatch(self) -> None:
        self._connection.dispatch()

    def close(self) -> None:
        """End the connection, and with it all grabs."""
        self._keymap.take_back()
        self._connection.close()
