"""Letters taken apart into what they may stand for: syllables, initials, a beginning.

`fahuosj` may be fa-huo-s-j, f-a-huo-s-j or seven initials. The few best ways are
enough: a way is the better, the fewer pieces it has. Knows nothing of texts.
"""

from enum import Enum, auto
from typing import NamedTuple

from qtdesk.core.search.readings import Readings


class Sort(Enum):
    """What one piece of a word stands for."""

    SYLLABLE = auto()
    """One whole syllable."""
    BEGINNING = auto()
    """The last syllable, not typed to its end yet."""
    INITIAL = auto()
    """The first letter of a syllable, or the letter itself."""
    LITERAL = auto()
    """The character itself."""


class Piece(NamedTuple):
    """One character of the text that is looked for."""

    sort: Sort
    codes: str
    """Characters of the syllables it may be; the letter or character for the rest."""

    @property
    def initial(self) -> str:
        """The letter that the character's reading begins with, if that is known."""
        if self.sort in (Sort.INITIAL, Sort.LITERAL):
            return self.codes
        return chr(ord(self.codes[0]) & 0xFF)


Way = tuple[Piece, ...]

_SYLLABLE_COST = 1.0
_BEGINNING_COST = 1.3
_INITIAL_COST = 1.7
_NO_INITIALS = frozenset("iuv")
"""No syllable begins with these."""
_LONGEST_SYLLABLE = 6
_KEPT = 6
"""Ways to take apart a beginning of a word that are followed further."""
_WHOLE = 3
_MIXED = 2
_MIXED_ALONE = 3
_MOST_REMEMBERED = 2000


class Syllables:
    """Takes letters apart, and remembers beginnings: words grow by one letter."""

    def __init__(self, readings: Readings) -> None:
        self._codes = readings.codes
        self._beginnings = readings.beginnings
        self._known: dict[str, list[tuple[float, Way]]] = {}

    def ways(self, letters: str, *, last: bool) -> list[Way]:
        """The best ways to read `letters`, a-z and `'`; without all initials.

        `last` tells whether the word ends here, so that its end may be a beginning.
        """
        found = self._to_the_end(letters) if last else self._followed(letters)
        ways = [way for _, way in found if not _has_no_initial(way)]
        whole = [way for way in ways if _is_whole(way)]
        mixed = [way for way in ways if not _is_whole(way)]
        return whole[:_WHOLE] + mixed[: _MIXED if whole else _MIXED_ALONE]

    def _to_the_end(self, letters: str) -> list[tuple[float, Way]]:
        found = [
            (cost + own, (*way, piece))
            for length in range(1, min(_LONGEST_SYLLABLE, len(letters)) + 1)
            for own, piece in self._ends(letters[-length:])
            for cost, way in self._followed(letters[:-length])
        ]
        return sorted(found, key=_cost)

    def _followed(self, letters: str) -> list[tuple[float, Way]]:
        """Ways that end with a whole syllable or an initial, cheapest first."""
        if not letters:
            return [(0.0, ())]
        known = self._known.get(letters)
        if known is None:
            known = self._follow(letters)
            if len(self._known) > _MOST_REMEMBERED:
                self._known.clear()
            self._known[letters] = known
        return known

    def _follow(self, letters: str) -> list[tuple[float, Way]]:
        if letters[-1] == "'":
            return self._followed(letters[:-1])
        initial = Piece(Sort.INITIAL, letters[-1])
        found = [
            (cost + _INITIAL_COST, (*way, initial))
            for cost, way in self._followed(letters[:-1])
        ]
        for length in range(2, min(_LONGEST_SYLLABLE, len(letters)) + 1):
            code = self._codes.get(letters[-length:])
            if code is not None:
                piece = Piece(Sort.SYLLABLE, code)
                found += (
                    (cost + _SYLLABLE_COST, (*way, piece))
                    for cost, way in self._followed(letters[:-length])
                )
        return sorted(found, key=_cost)[:_KEPT]

    def _ends(self, letters: str) -> list[tuple[float, Piece]]:
        """What the last letters of a word may stand for."""
        if letters == "'":
            return []
        if len(letters) == 1:
            return [(_INITIAL_COST, Piece(Sort.INITIAL, letters))]
        codes = self._beginnings.get(letters, "")
        if not codes:
            return []
        if len(codes) == 1:
            return [(_SYLLABLE_COST, Piece(Sort.SYLLABLE, codes))]
        cost = _SYLLABLE_COST if letters in self._codes else _BEGINNING_COST
        return [(cost, Piece(Sort.BEGINNING, codes))]


def _cost(priced: tuple[float, Way]) -> float:
    return priced[0]


def _is_whole(way: Way) -> bool:
    """Syllables only, but for the last letter."""
    return all(piece.sort is Sort.SYLLABLE for piece in way[:-1])


def _has_no_initial(way: Way) -> bool:
    return any(
        piece.sort is Sort.INITIAL and piece.codes in _NO_INITIALS for piece in way
    )
