"""One thing to look at in a book."""

from enum import IntEnum
from typing import NamedTuple

from qtdesk.core.words import NO_WORDS, Words


class Gravity(IntEnum):
    """What becomes of the book."""

    NOTE = 1
    """Worth knowing."""
    WARNING = 2
    """Somebody should look at it."""
    FAULT = 3
    """It must not go out like this."""

    @property
    def word(self) -> str:
        """As programs write it."""
        return self.name.lower()


class Finding(NamedTuple):
    """One thing to look at, with its place and the remedy."""

    kind: str
    """For programs, such as `length`; of a word its pack, as `wording.absolute`."""
    gravity: Gravity
    what: Words
    remedy: Words = NO_WORDS
    phrase: str = ""
    """Id; empty where the book as a whole is meant."""
    text: int = 0
    """Number of the variant."""
    start: int = 0
    """Place in that text, in Python's characters."""
    word: str = ""
    """What stands there, where a word is meant."""
    better: str | None = None
    """What to write in its place, if there is something."""

    def __repr__(self) -> str:
        """Without words of the phrase, which no log may hold."""
        return f"Finding({self.kind}, {self.phrase}, {self.text}, {self.start})"


class Placed(NamedTuple):
    """A finding, and where it is to be mended."""

    finding: Finding
    file: str
    line: int
    """0 where no line is meant."""
