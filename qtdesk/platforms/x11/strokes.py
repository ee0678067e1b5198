"""Raw keys, read as what they do to the text before the cursor.

Keeps the one key that may be repeating, and nothing else. A key held as long as
keyboards wait before they repeat has written or erased an unknown number of times.
"""

from collections.abc import Iterator

from qtdesk.core.abbreviations import Away, Back, Stroke, Text, Why
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.keymap import Keymap
from qtdesk.platforms.x11.modifier_state import ModifierState
from qtdesk.platforms.x11.raw_input import RawClick, RawKey


class StrokeReader:
    """Give it every raw event in order."""

    def __init__(self, connection: Connection, keymap: Keymap) -> None:
        self._keymap = keymap
        self._modifiers = ModifierState(connection, keymap)
        self._repeating: RawKey | None = None

    def resync(self) -> None:
        """Forget what is down, and ask."""
        self._repeating = None
        self._modifiers.resync()

    def read(self, raw: RawKey | RawClick) -> Iterator[Stroke]:
        """What `raw` did, in order; nothing for a key that types nothing."""
        at = raw.time / 1000
        if isinstance(raw, RawClick):
            yield Away(Why.CLICK, at)
            return
        if self._has_repeated(raw):
            yield Away(Why.REPEAT, at)
        if self._keymap.is_modifier(raw.key):
            if raw.down and not self._keymap.is_shifting(raw.key):
                yield Away(Why.SHORTCUT, at)
        elif raw.down:
            self._repeating = raw
            yield self._stroke(raw.key, at)

    def _has_repeated(self, raw: RawKey) -> bool:
        held = self._repeating
        if held is None or (not raw.down and raw.key != held.key):
            return False
        self._repeating = None
        return raw.time - held.time >= self._keymap.repeat_delay_ms

    def _stroke(self, key: int, at: float) -> Stroke:
        if self._modifiers.is_shortcut:
            return Away(Why.SHORTCUT, at)
        state = self._modifiers.state
        if self._keymap.name(key, state) == "backspace":
            return Back(at)
        text = self._keymap.text(key, state)
        # Without a text it moves the cursor, sends, or is a dead accent.
        return Text(text, at) if text else Away(Why.NAVIGATION, at)
