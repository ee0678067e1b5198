"""One field of all phrases of a book, folded and joined, and cursors that run along it.

A cursor only moves forward and `str.find` does the walking, so that a whole book costs
a few calls into C, and a scan may stop as soon as enough was found. Knows nothing of
ranking.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from qtdesk.core.phrases.columns import PHRASE_END
from qtdesk.core.search.fold import fold

NOWHERE = 1 << 62
"""The line behind every line: there is no further match."""


class Lane:
    """A field of every phrase; the number of a phrase in its book is its line."""

    __slots__ = ("_first", "_joined", "_starts")

    def __init__(self, joined: str, starts: Sequence[int]) -> None:
        """Take a column as `PhraseColumns` has it."""
        # With one separator in front, each field stands between two of them, and
        # `starts` is where the one before it is: a needle can be tied to either end.
        self._joined = PHRASE_END + fold(joined)
        self._starts = starts
        self._first: dict[str, int] = {}

    @classmethod
    def of(cls, fields: Sequence[str]) -> "Lane":
        """A lane of its own for fields that are no column."""
        lengths = (len(field) + 1 for field in fields)
        starts = list(accumulate(lengths, initial=0))[:-1]
        return cls("".join(f"{field}{PHRASE_END}" for field in fields), starts)

    def line_from(self, line: int, needle: str) -> int:
        """The first line at or behind `line` that holds `needle`, or NOWHERE."""
        found = self._joined.find(needle, self._starts[line]) if self._starts else -1
        return NOWHERE if found < 0 else bisect_right(self._starts, found, line) - 1

    def first(self, word: str) -> int:
        """The first line that holds `word`, remembered for its other needles."""
        if word not in self._first:
            self._first[word] = self.line_from(0, word)
        return self._first[word]

    def forget(self) -> None:
        """Drop what was remembered for the words of the last query."""
        self._first.clear()


class Cursor:
    """Runs along one lane, from match to match of one needle."""

    __slots__ = ("_lane", "_needle", "line")

    def __init__(self, lane: Lane, needle: str, line: int = -1) -> None:
        """Begin at `line`, which must be a match, or before the first line."""
        self._lane = lane
        self._needle = needle
        self.line = line

    def advance(self, line: int) -> int:
        """Move on to the first match at or behind `line`, which is further on."""
        self.line = self._lane.line_from(line, self._needle)
        return self.line


class Either:
    """A demand that is met where one of its cursors matches."""

    __slots__ = ("_cursors", "_line")

    def __init__(self, cursors: Iterable[Cursor]) -> None:
        self._cursors = tuple(cursors)
        self._line = -1

    def seek(self, line: int) -> int:
        """The first match at or behind `line`; never asked to go back."""
        if self._line < line:
            nearest = NOWHERE
            for cursor in self._cursors:
                at = cursor.line if cursor.line >= line else cursor.advance(line)
                nearest = min(nearest, at)
                if at == line:
                    break
            self._line = nearest
        return self._line


def whole(lane: Lane, word: str) -> Cursor:
    """Lines whose field is `word`."""
    return _tied(lane, word, f"{PHRASE_END}{word}{PHRASE_END}")


def beginning(lane: Lane, word: str) -> Cursor:
    """Lines whose field begins with `word`."""
    return _tied(lane, word, f"{PHRASE_END}{word}")


def anywhere(lane: Lane, word: str) -> Cursor:
    """Lines whose field holds `word`."""
    return Cursor(lane, word, lane.first(word))


def _tied(lane: Lane, word: str, needle: str) -> Cursor:
    return Cursor(lane, needle, NOWHERE if lane.first(word) == NOWHERE else -1)


def common(demands: Iterable[Either], end: int) -> Iterator[int]:
    """Lines before `end` on which every demand is met, rising.

    Each demand jumps to where the one before it stands, so the rarest sets the pace.
    """
    demands = tuple(demands)
    line = 0
    while line < end:
        reached = line
        for demand in demands:
            reached = demand.seek(reached)
            if reached >= end:
                return
        if reached == line:
            yield line
            reached += 1
        line = reached
