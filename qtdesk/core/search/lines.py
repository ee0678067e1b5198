"""The lines under which a piece of text is found: as written, and as it may be meant.

A title with a character of two readings is there once for each of them, and a title
with spaces or signs once more without. Where in the original a line's units are can be
told, so that what was found can be marked.
"""

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import NamedTuple

from qtdesk.core.search.readings import Readings

MOST_READINGS = 4
"""Lines for one text: two characters of two readings each, in every way."""

_SIGNS = re.compile(r"[\W_]+")


class Line(NamedTuple):
    """One way in which a text is kept."""

    text: str
    reading: str


def lines_of(folded: str, reading: str, readings: Readings) -> Iterator[Line]:
    """All lines for `folded`, the text as it stands first."""
    plain = Line(folded, reading)
    if folded.isalnum() and readings.ambiguous.isdisjoint(folded):
        yield plain
        return
    yield from _in_all_readings(plain, readings)
    kept = kept_characters(folded)
    if 0 < len(kept) < len(folded):
        yield from _in_all_readings(_without_signs(plain, kept), readings)


def kept_characters(folded: str) -> list[int]:
    """Positions of the characters that are neither space nor sign."""
    kept: list[int] = []
    end = 0
    for signs in _SIGNS.finditer(folded):
        kept += range(end, signs.start())
        end = signs.end()
    return [*kept, *range(end, len(folded))]


def _without_signs(line: Line, kept: list[int]) -> Line:
    return Line(*("".join(map(text.__getitem__, kept)) for text in line))


def _in_all_readings(line: Line, readings: Readings) -> Iterator[Line]:
    choices = [
        (at, code + others)
        for at, (character, code) in enumerate(zip(*line, strict=True))
        if (others := readings.further(character, code))
    ]
    yield line
    for chosen in islice(product(*(codes for _, codes in choices)), 1, MOST_READINGS):
        codes = list(line.reading)
        for (at, _), code in zip(choices, chosen, strict=True):
            codes[at] = code
        yield Line(line.text, "".join(codes))
