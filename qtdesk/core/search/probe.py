"""What is looked for in the streams: a run of bytes, and what must be around it.

Only the words; `needles` makes probes, `streams` looks for them.
"""

from enum import IntEnum
from typing import NamedTuple


class Kind(IntEnum):
    """How a word was meant; the number is what it adds to a score."""

    INITIALS = 2
    MIXED = 3
    SYLLABLES = 4
    LITERAL = 6


class Where(IntEnum):
    """One of the streams, by its position in `Streams`."""

    TEXT = 0
    READING = 1
    INITIAL = 2


class Check(NamedTuple):
    """A unit that must be one of some."""

    at: int
    """Units from where the match begins."""
    where: Where
    units: frozenset[int]


class Probe(NamedTuple):
    """One needle, and what else makes it a match."""

    where: Where
    needle: bytes
    lead: int
    """Units of the match in front of the needle."""
    checks: tuple[Check, ...]
    length: int
    """Units of the whole match."""
    kind: Kind


class Probes(NamedTuple):
    """All that one word may be, the better kinds first."""

    anywhere: tuple[Probe, ...]
    at_start: tuple[Probe, ...]
    """The same for the start of a line: the needle is at the start, too."""
    in_texts: tuple[Probe, ...]
    """The likelier part of `anywhere`, for all but titles."""
    in_much_text: tuple[Probe, ...]
    """The likeliest part, for where each further one is felt."""
    whole: Probe
    """The word and nothing else; for the start of a line."""
    premise: bytes
    """Initials that must be somewhere if the literal or the initials are to match."""
