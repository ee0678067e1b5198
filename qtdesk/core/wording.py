"""The packs of words in use, and what they find in a text for a buyer.

They are read in the background some time after the start, or with the first question.
Keeps no text; what comes of a finding is not decided here.
"""

from typing import TYPE_CHECKING, NamedTuple

from qtdesk.core.wording_settings import pack_names

if TYPE_CHECKING:
    # Loaded with the packs: a start has no use for them.
    from collections.abc import Callable

    from qtdesk.core.lint import Hit, Linter, Packs, Platform
    from qtdesk.core.phrases import Problem
    from qtdesk.core.remarks import Remarks
    from qtdesk.core.settings import Settings
    from qtdesk.core.templates import Filling, Span

ANY = "other"
"""The platform of a shop that has not said where it is: all packs are in force."""
LONGEST = 4000
"""Characters that are looked at, some 10 ms: what somebody has copied may be a book."""


class PackReading(NamedTuple):
    """Packs as they were read from files, and what is wrong with those."""

    packs: "Packs"
    problems: "tuple[Problem, ...]"


class Wording:
    """Asks the packs of words; safe to be loaded on any thread."""

    def __init__(self, read: "Callable[[], PackReading]") -> None:
        """`read` reads the packs, when they are first asked for and by `load`."""
        self._read = read
        self._reading: PackReading | None = None
        self._linter: tuple[tuple[str, str], Linter] | None = None

    @property
    def ready(self) -> bool:
        """Whether a question is answered without reading files first."""
        return self._reading is not None

    @property
    def problems(self) -> "tuple[Problem, ...]":
        """What is wrong in files of packs, as far as they have been read."""
        return self._reading.problems if self._reading is not None else ()

    @property
    def reading(self) -> PackReading:
        """The packs as they were last read, and what is wrong with them."""
        if self._reading is None:
            self._reading = self._read()
        return self._reading

    def load(self) -> PackReading:
        """Read the packs, also once more; some 40 ms."""
        # For both at once, as the desk may be asking.
        reading = self._read()
        self._reading, self._linter = reading, None
        return reading

    def linter(self, settings: "Settings") -> "Linter":
        """What looks for the packs that `settings` have in use."""
        chosen = (settings.wording_on, settings.wording_off)
        known = self._linter
        if known is not None and known[0] == chosen:
            return known[1]
        from qtdesk.core.lint import Linter  # noqa: PLC0415 - with the packs

        made = Linter(self.reading.packs, *map(pack_names, chosen))
        self._linter = (chosen, made)
        return made

    def remarks(self, filling: "Filling", settings: "Settings") -> "Remarks":
        """What is found in a text, by the packs and the platform of `settings`.

        What was copied from an order is no word of the agent's; nor is, in a text that
        still wants something, what was filled in so far: that is looked at in the end.
        """
        # With the packs, as above.
        from qtdesk.core.remarks import Remarks, remarks_of  # noqa: PLC0415
        from qtdesk.core.templates import Filled  # noqa: PLC0415

        if isinstance(filling, Filled):
            hits = self._find(filling.text, filling.copied, settings)
            return remarks_of(filling, hits)
        exempt = (*filling.filled, *filling.gaps)
        return Remarks(self._find(filling.draft, exempt, settings))

    def _find(
        self, text: str, exempt: "tuple[Span, ...]", settings: "Settings"
    ) -> "tuple[Hit, ...]":
        place = self.place(settings.platform)
        return self.linter(settings).check(text[:LONGEST], exempt, place)

    @staticmethod
    def place(platform: str) -> "Platform | None":
        """The platform of that name; None where all packs are in force."""
        from qtdesk.core.lint import Platform  # noqa: PLC0415 - with the packs

        return None if platform == ANY else Platform(platform)
