"""Letters taken apart into what they may stand for: syllables, initials, a beginning.

`fahuosj` may be fa-huo-s-j, f-a-huo-s-j or seven initials. The few best ways are
enough: a way is the better, the fewer pieces it has. Knows nothing of texts.
"""

from typing import NamedTuple

from qtdesk.core.search.readings import Readings


class Piece(NamedTuple):
    """What one unit of the text must be, as far as that is known."""

    text: int | None = None
    """The character itself, or one unit of it."""
    codes: frozenset[int] | None = None
    """One of these syllables: more than one where it was not typed to its end."""
    initial: int | None = None
    """The first letter of a syllable, or the letter itself."""

    @property
    def is_syllable(self) -> bool:
        """Whether it stands for a syllable, whatever the character."""
        return self.text is None and self.codes is not None


Way = tuple[Piece, ...]

_SYLLABLE_COST = 1.0
_BEGINNING_COST = 1.3
_INITIAL_COST = 1.7
_NO_INITIALS = frozenset(b"iuv")
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
        self._pieces = {name: _syllable(code) for name, code in readings.codes.items()}
        self._beginnings = readings.beginnings
        self._known: dict[str, list[tuple[float, Way]]] = {}

    def ways(self, letters: str, *, last: bool) -> list[Way]:
        """The best ways to read `letters`, a-z and `'`; without all initials.

        `last` tells whether the word ends here, so that its end may be a beginning.
        """
        found = self._to_the_end(letters) if last else self._followed(letters)
        ways = [way for _, way in found if not _has_no_initial(way)]
        whole = [way for way in ways if is_whole(way)]
        mixed = [way for way in ways if not is_whole(way)]
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
        letter = initial(letters[-1])
        found = [
            (cost + _INITIAL_COST, (*way, letter))
            for cost, way in self._followed(letters[:-1])
        ]
        for length in range(2, min(_LONGEST_SYLLABLE, len(letters)) + 1):
            piece = self._pieces.get(letters[-length:])
            if piece is not None:
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
            return [(_INITIAL_COST, initial(letters))]
        codes = self._beginnings.get(letters)
        if codes is None:
            return []
        whole = letters in self._pieces or len(codes) == 1
        cost = _SYLLABLE_COST if whole else _BEGINNING_COST
        return [(cost, _syllable(codes))]


def initial(letter: str) -> Piece:
    """A syllable that begins with `letter`, or the letter."""
    return Piece(initial=ord(letter))


def literal(character: str, readings: Readings) -> Way:
    """The character itself, with its reading if that is the only one."""
    if character.isascii():
        unit = ord(character)
        return (Piece(unit, frozenset((unit,)), unit),)
    name = readings.usual(character)
    if name:
        code = ord(readings.codes[name])
        return (Piece(ord(character), frozenset((code,)), ord(name[0])),)
    units = memoryview(character.encode("utf-16-le", "surrogatepass")).cast("H")
    return tuple(map(Piece, units))


def _syllable(codes: str) -> Piece:
    return Piece(None, frozenset(map(ord, codes)), ord(codes[0]) & 0xFF)


def _cost(priced: tuple[float, Way]) -> float:
    return priced[0]


def is_whole(way: Way) -> bool:
    """Syllables and characters only, but for the last letter."""
    return all(piece.codes is not None or piece.text is not None for piece in way[:-1])


def _has_no_initial(way: Way) -> bool:
    return any(piece.initial in _NO_INITIALS and not piece.is_syllable for piece in way)
