"""Which modifiers are in effect, at each key of the stream of raw events.

Raw events do not say it, and to ask the server at each key would tell of a later
moment. The keyboard extension tells of every change, in order with the keys.
"""

from Xlib.protocol.rq import Event

from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.keymap import Keymap
from qtdesk.platforms.x11.xkb import KeyboardExtension


class ModifierState:
    """Follows by itself; `state` is as in the core protocol's events."""

    def __init__(self, connection: Connection, keymap: Keymap) -> None:
        self._keymap = keymap
        self._extension = KeyboardExtension(connection.display)
        self._extension.tell_modifiers()
        connection.listen(self._extension.change_event, self._on_event)
        self._modifiers = 0
        self.resync()

    def resync(self) -> None:
        """Ask: at the start, and when something may have been missed."""
        self._modifiers = self._extension.modifiers()

    @property
    def state(self) -> int:
        """Modifiers in effect, with the group in the bits where events have it."""
        return self._modifiers | self._keymap.group << 13

    @property
    def is_shortcut(self) -> bool:
        """Whether a key pressed now would not be typing."""
        names = self._keymap.modifiers_in(self._modifiers & ~self._keymap.level_mask)
        return bool(set(names) - {"shift"})

    def _on_event(self, event: Event) -> None:
        modifiers = self._extension.modifiers_in(event)
        if modifiers is not None:
            self._modifiers = modifiers
