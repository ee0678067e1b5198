"""Which modifiers are in effect, followed key by key.

Raw events do not say it, and to ask the server at each key would tell of a later
moment than that of the key.
"""

from Xlib import X

from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.keymap import Keymap, is_down


class ModifierState:
    """Feed it every key; `state` is as in the core protocol's events."""

    def __init__(self, connection: Connection, keymap: Keymap) -> None:
        self._connection = connection
        self._keymap = keymap
        self._bits: dict[int, int] = {}
        self._down: set[int] = set()
        self._locked = 0
        self.resync()

    def resync(self) -> None:
        """Ask the server for everything: at the start, and when keys may be missing."""
        display = self._connection.display
        rows = display.get_modifier_mapping()
        self._bits = {
            int(code): 1 << row for row, codes in enumerate(rows) for code in codes
        }
        down = display.query_keymap()
        self._down = {code for code in self._bits if code and is_down(down, code)}
        mask = int(self._connection.root.query_pointer().mask)
        self._locked = mask & 0xFF & ~self._held()

    def _held(self) -> int:
        bits = 0
        for code in self._down:
            bits |= self._bits.get(code, 0)
        return bits & ~self._lock_bits()

    def _lock_bits(self) -> int:
        """The modifiers that a key turns on and off, held or not."""
        bits: int = max(self._keymap.lock_masks)
        return bits

    @property
    def state(self) -> int:
        """Modifiers in effect, with the group in the bits where events have it."""
        return self._held() | self._locked | self._keymap.group << 13

    def is_modifier(self, keycode: int) -> bool:
        return keycode in self._bits

    def feed(self, keycode: int, *, down: bool) -> None:
        """A key that is a modifier went down or up."""
        (self._down.add if down else self._down.discard)(keycode)
        if self._bits.get(keycode, 0) & self._lock_bits():
            self.resync()

    def only_shifts(self, keycode: int) -> bool:
        """Whether this modifier changes what keys type, and is no shortcut's."""
        bit = self._bits.get(keycode, 0)
        return bit == X.ShiftMask or bool(bit & self._keymap.shifting_masks)

    def is_shortcut(self) -> bool:
        """Whether a key pressed now would not be typing."""
        names = self._keymap.modifiers_in(self._held() & ~self._keymap.shifting_masks)
        return bool(set(names) - {"shift"})
