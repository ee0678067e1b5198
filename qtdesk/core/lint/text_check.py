"""The check that the desk asks before a text reaches a buyer.

Loads the packs when it is first asked, so that the start has no part of it. Keeps no
text and logs nothing.
"""

from collections.abc import Callable, Collection, Iterable
from functools import cached_property

from qtdesk.core.lint.hit import Hit
from qtdesk.core.lint.levels import Level, Platform
from qtdesk.core.lint.linter import Linter
from qtdesk.core.lint.pack import Packs


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
        """What a person would object to; see `Linter.check`."""
        return self.linter.check(text, exempt, platform)

    @staticmethod
    def gravest(hits: Iterable[Hit]) -> Level:
        """What becomes of the text: refused, shown, or nothing at all."""
        return max((hit.level for hit in hits), default=Level.OFF)
