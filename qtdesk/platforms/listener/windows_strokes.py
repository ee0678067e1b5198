"""Keys as the `keyboard` package names them, read as what they do to the text.

Pure: knows nothing of Windows or of the package. Keys repeat as presses here, so that
a key that is held needs no guessing.
"""

from collections.abc import Iterator
from typing import NamedTuple

from qtdesk.core.abbreviations import Away, Back, Stroke, Text, Why

_SILENT = frozenset(
    {
        *("shift", "left shift", "right shift"),
        *("caps lock", "num lock", "scroll lock", ""),
    }
)
_SHORTCUTS = frozenset(
    {
        *("ctrl", "left ctrl", "right ctrl"),
        *("alt", "left alt", "right alt"),
        *("windows", "left windows", "right windows"),
    }
)
_ALT_GR = "alt gr"
PROBE = 0xE8
"""A virtual key that no keyboard has and no program knows: are we still called?"""


class KeyPress(NamedTuple):
    """One key going down or up."""

    down: bool
    name: str
    """As the package names it: the character typed, or a word."""
    time: int
    """Milliseconds."""
    number: int
    """The scan code."""

    def __repr__(self) -> str:
        """Without the key, which no log may hold."""
        return f"KeyPress(down={self.down})"


class Scene(NamedTuple):
    """What else there was at the moment of a key."""

    window: int
    """The window in front."""
    clicked: bool
    """Whether a button of the mouse was pressed since the key before."""


class Heard(NamedTuple):
    """A key with its scene, as the hook's callback notes it."""

    key: KeyPress
    scene: Scene


class WindowsStrokes:
    """Give it every key in order, with its scene."""

    def __init__(self) -> None:
        self._held: set[str] = set()
        self._window = 0

    def read(self, key: KeyPress, scene: Scene) -> Iterator[Stroke]:
        """What `key` did, in order; nothing for a key that types nothing."""
        at = key.time / 1000
        if scene.clicked:
            yield Away(Why.CLICK, at)
        if scene.window != self._window:
            self._window = scene.window
            # Keys let go elsewhere, on a locked screen for one, were not heard.
            self._held.clear()
            yield Away(Why.FOCUS, at)
        if key.name in _SHORTCUTS or key.name == _ALT_GR:
            (self._held.add if key.down else self._held.discard)(key.name)
            if key.down and key.name != _ALT_GR:
                yield Away(Why.SHORTCUT, at)
        elif key.down and key.name not in _SILENT:
            yield self._stroke(key.name, at)

    def _stroke(self, name: str, at: float) -> Stroke:
        # AltGr is told as Ctrl and Alt together, and types.
        if self._held and _ALT_GR not in self._held:
            return Away(Why.SHORTCUT, at)
        if name == "backspace":
            return Back(at)
        if name == "space":
            return Text(" ", at)
        if len(name) == 1:
            return Text(name, at)
        return Away(Why.NAVIGATION, at)
