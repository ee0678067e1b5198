"""What a keyboard and a mouse can do to the text before the cursor; a closed union.

Times are seconds on any clock that only goes forward.
"""

from enum import Enum, auto
from typing import NamedTuple


class Text(NamedTuple):
    """A key typed one character, without Ctrl, Alt or Super."""

    character: str
    at: float

    def __repr__(self) -> str:
        """Without the character, which no log may hold."""
        return f"Text(at={self.at})"


class Back(NamedTuple):
    """Backspace took the character before the cursor away."""

    at: float


class Why(Enum):
    """What made the text before the cursor unknown."""

    NAVIGATION = auto()
    SHORTCUT = auto()
    CLICK = auto()
    FOCUS = auto()
    COMPOSITION = auto()
    """An input method, or a dead accent, stands between the keys and the text."""
    REPEAT = auto()
    """A key was held until it repeated; nobody counts how often."""
    LOST = auto()
    """Events may be missing: the session was locked, the layout changed."""
    TIMEOUT = auto()
    """Nothing came for a while."""


class Away(NamedTuple):
    """From here on it is not known what stands before the cursor."""

    why: Why
    at: float


Stroke = Text | Back | Away
