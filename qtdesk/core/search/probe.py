"""What is looked for in the streams: a run of bytes, and what must be around it.

Each way to read a word becomes one probe. Its needle is the run that is expected to be
rarest; what the needle leaves open is checked where it was found. Knows nothing of
fields, books or ranking.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from qtdesk.core.search.readings import Readings
from qtdesk.core.search.syllables import Piece, Sort, Syllables, Way


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
    """All that one word may be, in one field, the better kinds first."""

    anywhere: tuple[Probe, ...]
    at_start: tuple[Probe, ...]
    """The same for the start of a line: the needle is at the start, too."""
    whole: Probe
    """The word and nothing else; for the start of a line."""
    premise: bytes
    """Initials that must be somewhere if the literal or the initials are to match."""


_PARTS = re.compile(r"[a-z']+|[^a-z']")
_LONGEST = 40
"""Letters; nobody types more of them without choosing a phrase."""
_FEW = 4
"""So many syllables of one beginning are looked for one by one."""
_WAYS = 6
_MOST_REMEMBERED = 400


class Compiler:
    """Makes probes of words, and remembers those of the words in use."""

    def __init__(self, readings: Readings) -> None:
        self.fold = readings.fold
        self._readings = readings
        self._syllables = Syllables(readings)
        self._known: dict[tuple[str, int], Probes] = {}

    def probes(self, word: str, ways: int = _WAYS) -> Probes:
        """All probes for `word`, folded; `ways` bounds how far it is taken apart."""
        known = self._known.get((word, ways))
        if known is None:
            known = self._compile(word, ways)
            if len(self._known) > _MOST_REMEMBERED:
                self._known.clear()
            self._known[word, ways] = known
        return known

    def _compile(self, word: str, ways: int) -> Probes:
        literal, whole = _literal(word), _literal(f"{word}\n")
        premise = word.encode() if word.isascii() and "'" not in word else b""
        if len(word) > _LONGEST or not re.search("[a-z]", word):
            return Probes((literal,), (literal,), whole, premise)
        anywhere, at_start = [literal], [literal]
        for way in self._ways(word, ways):
            anywhere += self._of(way, _rarest)
            at_start += self._of(way, _first)
        probes = (_best_first(anywhere), _best_first(at_start))
        return Probes(*probes, whole, premise)

    def _ways(self, word: str, most: int) -> list[Way]:
        """Ways to read the whole word: all initials first, then the likeliest."""
        letters = word.replace("'", "")
        found: list[Way] = [()]
        parts = _PARTS.findall(word)
        for number, part in enumerate(parts, 1):
            if re.match("[a-z']", part):
                ways = self._syllables.ways(part, last=number == len(parts))
            else:
                ways = [(Piece(Sort.LITERAL, part),)]
            found = [one + way for one in found for way in ways][:most]
        initials = tuple(map(_initial_or_literal, letters))
        if initials in found:
            found.remove(initials)
        return [initials, *filter(None, found)]

    def _of(self, way: Way, choose: "_Choice") -> Iterator[Probe]:
        *front, last = way
        if last.sort is Sort.BEGINNING and len(last.codes) <= _FEW:
            for code in last.codes:
                whole = Piece(Sort.SYLLABLE, code)
                yield _probe((*front, whole), self._readings, choose)
        else:
            yield _probe(way, self._readings, choose)


def _initial_or_literal(character: str) -> Piece:
    is_letter = "a" <= character <= "z"
    return Piece(Sort.INITIAL if is_letter else Sort.LITERAL, character)


def _literal(word: str) -> Probe:
    return Probe(Where.TEXT, _utf16(word), 0, (), len(_utf16(word)) // 2, Kind.LITERAL)


def _best_first(probes: Iterable[Probe]) -> tuple[Probe, ...]:
    return tuple(sorted(dict.fromkeys(probes), key=lambda probe: -probe.kind))


class _Run(NamedTuple):
    """Units from `start` on that are known in one stream, as its bytes."""

    where: Where
    start: int
    needle: bytes
    rarity: float
    """Bits that it tells."""


_Choice = Callable[[Sequence[_Run]], _Run]

# How much a needle tells, in bits, from how often texts of shops have its parts.
_CHARACTER_BITS = 8.5
_SYLLABLE_BITS = 7.0
_LETTER_BITS = 4.0
_RARE_LETTER_BITS = {"o": 10.0, "a": 7.0, "e": 7.0, "p": 5.5, "r": 5.0, "k": 5.0}


def _rarest(runs: Sequence[_Run]) -> _Run:
    return max(runs, key=_rarity)


def _first(runs: Sequence[_Run]) -> _Run:
    return max((run for run in runs if run.start == 0), key=_rarity)


def _rarity(run: _Run) -> float:
    return run.rarity


def _letter_bits(letter: int) -> float:
    return _RARE_LETTER_BITS.get(chr(letter), _LETTER_BITS)


class _Unit(NamedTuple):
    """One unit of a match: what each of the streams must have there, if known."""

    text: int | None
    reading: frozenset[int] | None
    initial: int | None


def _probe(way: Way, readings: Readings, choose: _Choice) -> Probe:
    units = [unit for piece in way for unit in _units(piece, readings)]
    run = choose([*_text_runs(units), *_reading_runs(units), *_initial_runs(units)])
    checks = tuple(_checks(units, run))
    return Probe(run.where, run.needle, run.start, checks, len(units), _kind(way))


def _kind(way: Way) -> Kind:
    sorts = {piece.sort for piece in way}
    if sorts <= {Sort.INITIAL, Sort.LITERAL} and all(p.codes.isascii() for p in way):
        return Kind.INITIALS
    if sorts <= {Sort.SYLLABLE, Sort.BEGINNING}:
        return Kind.SYLLABLES
    return Kind.MIXED


def _units(piece: Piece, readings: Readings) -> Iterator[_Unit]:
    if piece.sort is Sort.LITERAL:
        yield from _literal_units(piece.codes, readings)
    elif piece.sort is Sort.INITIAL:
        yield _Unit(None, None, ord(piece.codes))
    else:
        yield _Unit(None, frozenset(map(ord, piece.codes)), ord(piece.initial))


def _literal_units(character: str, readings: Readings) -> Iterator[_Unit]:
    if character.isascii():
        yield _Unit(ord(character), frozenset((ord(character),)), ord(character))
        return
    syllable = readings.usual(character)
    if syllable:
        code = readings.codes[syllable]
        yield _Unit(ord(character), frozenset((ord(code),)), ord(syllable[0]))
        return
    for unit in memoryview(_utf16(character)).cast("H"):
        yield _Unit(unit, None, None)


def _text_runs(units: Sequence[_Unit]) -> Iterator[_Run]:
    for start, end in _stretches([unit.text is not None for unit in units]):
        needle = b"".join(_two_bytes(unit.text) for unit in units[start:end])
        yield _Run(Where.TEXT, start, needle, _CHARACTER_BITS * (end - start))


def _reading_runs(units: Sequence[_Unit]) -> Iterator[_Run]:
    exact = [unit.reading is not None and len(unit.reading) == 1 for unit in units]
    for start, end in _stretches(exact):
        needle = b"".join(
            _two_bytes(next(iter(unit.reading or ()), None))
            for unit in units[start:end]
        )
        rarity = _SYLLABLE_BITS * (end - start)
        follows = units[end].initial if end < len(units) else None
        if follows is not None:
            needle += bytes((follows,))
            rarity += _letter_bits(follows)
        yield _Run(Where.READING, start, needle, rarity)


def _initial_runs(units: Sequence[_Unit]) -> Iterator[_Run]:
    for start, end in _stretches([unit.initial is not None for unit in units]):
        needle = bytes(unit.initial or 0 for unit in units[start:end])
        yield _Run(Where.INITIAL, start, needle, sum(map(_letter_bits, needle)))


def _stretches(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where flags are set, from first to behind last."""
    edges = [
        at
        for at, (before, now) in enumerate(pairwise((False, *flags, False)))
        if before != now
    ]
    return zip(edges[::2], edges[1::2], strict=True)


def _checks(units: Sequence[_Unit], run: _Run) -> Iterator[Check]:
    """What the needle does not tell already, in the order of the text."""
    width = 1 if run.where is Where.INITIAL else 2
    whole_end = run.start + len(run.needle) // width
    tail = whole_end if len(run.needle) % width else None
    for at, unit in enumerate(units):
        covered = run.start <= at < whole_end
        if unit.text is not None:
            if not (covered and run.where is Where.TEXT):
                yield Check(at, Where.TEXT, frozenset((unit.text,)))
        elif unit.reading is not None:
            if not (covered and run.where is Where.READING):
                yield Check(at, Where.READING, unit.reading)
        elif unit.initial is not None and not (
            at == tail or (covered and run.where is Where.INITIAL)
        ):
            yield Check(at, Where.INITIAL, frozenset((unit.initial,)))


def _two_bytes(unit: int | None) -> bytes:
    return (unit or 0).to_bytes(2, "little")


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
