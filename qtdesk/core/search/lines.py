"""The lines under which a piece of text is found: as written, and as it may be meant.

A title with a character of two readings is there once for each of them, a title with
spaces or signs once more without, and one that counts something (7天) also with the
other numeral (七天). Where in the original a line's units are can be
told, so that what was found can be marked.
"""

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import NamedTuple

from qtdesk.core.search.readings import Readings

MOST_READINGS = 4
"""Lines for one text: two characters of two readings each, in every way."""

_NUMERALS = "一二三四五六七八九"
_OTHER_NUMERALS = {
    **dict(zip(_NUMERALS, "123456789", strict=True)),
    **dict(zip("123456789", _NUMERALS, strict=True)),
    "两": "2",
}
# One numeral alone, before what is counted: 17 is no 1七, and 一下 counts nothing.
_COUNTED = re.compile(
    r"(?<![0-9.十百千万第两一二三四五六七八九])"
    r"[1-9两一二三四五六七八九](?=[天个件月年小周次元折级斤米倍])"
)
_SIGNS = re.compile(r"[\W_]+")


class Line(NamedTuple):
    """One way in which a text is kept."""

    text: str
    reading: str


def lines_of(folded: str, reading: str, readings: Readings) -> Iterator[Line]:
    """All lines for `folded`, the text as it stands first."""
    yield from _as_written(Line(folded, reading), readings)
    counted = _COUNTED.sub(_other_numeral, folded)
    if counted != folded:
        yield from _as_written(Line(counted, readings.read(counted)), readings)


def _other_numeral(match: re.Match[str]) -> str:
    return _OTHER_NUMERALS[match[0]]


def _as_written(plain: Line, readings: Readings) -> Iterator[Line]:
    folded = plain.text
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
