"""The check that the desk asks before a text reaches a buyer.

Loads the packs when it is first asked, so that the start has no part of it. Keeps no
text and logs nothing.
"""

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from typing import NamedTuple

from qtdesk.core.lint.hit import Hit, mended
from qtdesk.core.lint.levels import Level, Platform
from qtdesk.core.lint.linter import Linter
from qtdesk.core.lint.pack import Packs
from qtdesk.core.words import NO_WORDS, Words

LONGEST = 4000
"""Characters that are looked at, some 10 ms of them."""


class TextCheck:
    """Finds what is not to be said, in texts on their way to a chat window."""

    def __init__(
        self, load: Callable[[], Packs], switched_on: Collection[str] = ()
    ) -> None:
        """Stand ready; `load` reads the packs and is called once, if at all.

        `switched_on` names optional packs, such as the one for health claims.
        """
        self._load = load
        self._switched_on = frozenset(switched_on)

    @cached_property
    def linter(self) -> Linter:
        return Linter(self._load(), self._switched_on)

    def warm_up(self) -> None:
        """Load now what the first check would have to wait for; safe on any thread."""
        self.linter.check("0")

    def check_text(
        self,
        text: str,
        exempt: Iterable[tuple[int, int]] = (),
        platform: Platform | None = None,
    ) -> tuple[Hit, ...]:
        """What a person would object to; see `Linter.check`.

        No more than `LONGEST` characters are looked at: what goes to a buyer is
        shorter, and what somebody has copied may be a book.
        """
        return self.linter.check(text[:LONGEST], exempt, platform)

    def verdict(
        self,
        text: str,
        exempt: Iterable[tuple[int, int]] = (),
        platform: Platform | None = None,
    ) -> "Verdict":
        """The same, with what becomes of the text and how it reads when mended."""
        hits = self.check_text(text, exempt, platform)
        better = text
        for hit in reversed(hits):
            better = mended(better, hit)
        return Verdict(
            max((hit.level for hit in hits), default=Level.OFF), hits, better
        )


class Verdict(NamedTuple):
    """A text as a whole."""

    level: Level
    """Of the gravest hit: refuse the paste, show the hits, or do nothing."""
    hits: tuple[Hit, ...]
    """In the order of the text."""
    better: str
    """The text with all better wordings in place; as it was where there is none."""

    @property
    def told(self) -> tuple[Words, Words]:
        """Why, and what to say instead, for the gravest hit; empty without one."""
        gravest = max(self.hits, key=lambda hit: hit.level, default=None)
        return (gravest.why, gravest.advice) if gravest else (NO_WORDS, NO_WORDS)

    def __repr__(self) -> str:
        """Without the text, which no log may hold."""
        return f"Verdict({self.level.word}, {len(self.hits)} hits)"
