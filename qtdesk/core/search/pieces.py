"""Where words are in a text, in the units that Qt counts in."""

from collections.abc import Iterator, Sequence

from qtdesk.core.search.answer import Span
from qtdesk.core.search.fold import fold


def pieces(text: str, words: Sequence[str]) -> tuple[Span, ...]:
    """Every place where one of the folded `words` is in `text`, from left to right.

    Pieces that overlap or touch are one.
    """
    folded = fold(text)
    found = sorted(place for word in words for place in _places(folded, word))
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(_in_units(text, joined))


def _places(folded: str, word: str) -> Iterator[tuple[int, int]]:
    start = folded.find(word)
    while start >= 0:
        end = start + len(word)
        yield start, end
        start = folded.find(word, end)


def _in_units(text: str, places: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Characters beyond the first plane, most emoji among them, are two units."""
    at = units = 0
    for start, end in places:
        units += utf16_length(text[at:start])
        length = utf16_length(text[start:end])
        yield Span(units, length)
        units += length
        at = end


def utf16_length(text: str) -> int:
    """Units that `text` takes."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
