"""Whether a text may go to a buyer as it is worded; asked before phrases are pasted.

The packs are read in the background some time after the start, or with the first
paste. Keeps no text.
"""

from typing import TYPE_CHECKING

from qtdesk.core.words import Words

if TYPE_CHECKING:
    # Loaded with the packs: a start has no use for them.
    from collections.abc import Callable, Iterable

    from qtdesk.core.lint import Linter, Platform, TextCheck
    from qtdesk.core.templates import Filled

FIRST_S = 6.0
"""After the start, behind what more people wait for."""
ANY = "other"
"""The platform of a shop that has not said where it is: all packs are in force."""


class Wording:
    """Asks the packs of words what may not be pasted."""

    def __init__(self, open_check: "Callable[[], TextCheck]") -> None:
        """`open_check` is called once, if at all."""
        self._open_check = open_check
        self._check: TextCheck | None = None

    def load(self) -> None:
        """Have the packs ready; safe on any thread, and some 40 ms for once."""
        if self._check is None:
            check = self._open_check()
            check.warm_up()
            self._check = check

    @property
    def linter(self) -> "Linter":
        """What finds words; loads the packs."""
        self.load()
        assert self._check is not None  # noqa: S101 - loaded just now
        return self._check.linter

    @staticmethod
    def place(platform: str) -> "Platform | None":
        """The platform of that name; None where all packs are in force."""
        from qtdesk.core.lint import Platform  # noqa: PLC0415 - with the packs

        return None if platform == ANY else Platform(platform)

    def objection(
        self, texts: "Iterable[Filled]", platform: str
    ) -> tuple[Words, Words] | None:
        """Why one of `texts` must not be pasted, and what to say instead.

        What was copied from an order is no word of the agent's. `platform` is one of
        `lint.Platform`, or `ANY`.
        """
        from qtdesk.core.lint import Level  # noqa: PLC0415 - with the packs

        self.load()
        assert self._check is not None  # noqa: S101 - loaded just now
        place = self.place(platform)
        for filled in texts:
            verdict = self._check.verdict(filled.text, filled.copied, place)
            if verdict.level is Level.BLOCK:
                return verdict.told
        return None
