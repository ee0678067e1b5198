"""One word that was found, and a text without it."""

from typing import NamedTuple

from qtdesk.core.lint.levels import Level
from qtdesk.core.words import Words


class Hit(NamedTuple):
    """Something in a text that a person would object to."""

    start: int
    """In the text as it was given, in Python's characters."""
    end: int
    word: str
    """What stands there."""
    pack: str
    """Id of the pack it was found by."""
    level: Level
    why: Words
    advice: Words
    """What to say instead, in general."""
    better: str | None = None
    """What to write in its place; None where the sentence has to be put otherwise."""

    def __repr__(self) -> str:
        """Without the word, which no log may hold."""
        return f"Hit({self.start}, {self.end}, {self.pack}, {self.level.word})"


def mended(text: str, hit: Hit) -> str:
    """`text` with the better wording in place; as it was where there is none.

    Raises:
        ValueError: the hit is not of this text.
    """
    if text[hit.start : hit.end] != hit.word:
        raise ValueError("a hit of another text")
    if hit.better is None:
        return text
    return text[: hit.start] + hit.better + text[hit.end :]
