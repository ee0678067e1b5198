"""From one way to read a word to the bytes that are looked for.

Of all runs of bytes that the way tells, the needle is the one expected to be rarest;
what it leaves open is checked where it was found.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qtdesk.core.search.probe import Check, Kind, Probe, Where
from qtdesk.core.search.syllables import Piece, Way

# How much a needle tells, in bits, from how often texts of shops have its parts.
_CHARACTER_BITS = 8.5
_SYLLABLE_BITS = 7.0
_LETTER_BITS = 4.0
_RARE_LETTER_BITS = {"o": 10.0, "a": 7.0, "e": 7.0, "p": 5.5, "r": 5.0, "k": 5.0}


class _Run(NamedTuple):
    """Units from `start` on that are known in one stream, as its bytes."""

    rarity: float
    """Bits that it tells."""
    where: Where
    start: int
    needle: bytes


def probes_of(way: Way) -> tuple[Probe, Probe]:
    """The probe for anywhere in a line, and the one for a line's start."""
    runs = [*_text_runs(way), *_reading_runs(way), *_initial_runs(way)]
    rarest = max(runs)
    first = max(run for run in runs if run.start == 0)
    kind = _kind(way)
    probe = _probe(way, rarest, kind)
    return probe, probe if first is rarest else _probe(way, first, kind)


def literal_probe(text: str) -> Probe:
    """Looks for `text` as it stands."""
    needle = _utf16(text)
    return Probe(Where.TEXT, needle, 0, (), len(needle) // 2, Kind.LITERAL)


def _kind(way: Way) -> Kind:
    if all(piece.is_syllable for piece in way):
        return Kind.SYLLABLES
    if any(piece.is_syllable or piece.initial is None for piece in way):
        return Kind.MIXED
    is_ascii = (piece.text is None or piece.text < 128 for piece in way)  # noqa: PLR2004 - ASCII
    return Kind.INITIALS if all(is_ascii) else Kind.MIXED


def _probe(way: Way, run: _Run, kind: Kind) -> Probe:
    checks = tuple(_checks(way, run))
    return Probe(run.where, run.needle, run.start, checks, len(way), kind)


def _text_runs(way: Way) -> Iterator[_Run]:
    for start, end in _stretches([piece.text is not None for piece in way]):
        needle = b"".join(_two_bytes(piece.text or 0) for piece in way[start:end])
        yield _Run(_CHARACTER_BITS * (end - start), Where.TEXT, start, needle)


def _reading_runs(way: Way) -> Iterator[_Run]:
    exact = [piece.codes is not None and len(piece.codes) == 1 for piece in way]
    for start, end in _stretches(exact):
        needle = b"".join(
            _two_bytes(code) for piece in way[start:end] for code in piece.codes or ()
        )
        rarity = _SYLLABLE_BITS * (end - start)
        follows = way[end].initial if end < len(way) else None
        if follows is not None:
            needle += bytes((follows,))
            rarity += _letter_bits(follows)
        yield _Run(rarity, Where.READING, start, needle)


def _initial_runs(way: Way) -> Iterator[_Run]:
    for start, end in _stretches([piece.initial is not None for piece in way]):
        needle = bytes(piece.initial or 0 for piece in way[start:end])
        yield _Run(sum(map(_letter_bits, needle)), Where.INITIAL, start, needle)


def _letter_bits(letter: int) -> float:
    return _RARE_LETTER_BITS.get(chr(letter), _LETTER_BITS)


def _stretches(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where flags are set, from first to behind last."""
    start = -1
    for at, flag in enumerate(flags):
        if flag and start < 0:
            start = at
        elif not flag and start >= 0:
            yield start, at
            start = -1
    if start >= 0:
        yield start, len(flags)


def _checks(way: Sequence[Piece], run: _Run) -> Iterator[Check]:
    """What the needle does not tell already, in the order of the text."""
    width = 1 if run.where is Where.INITIAL else 2
    whole_end = run.start + len(run.needle) // width
    tail = whole_end if len(run.needle) % width else None
    for at, piece in enumerate(way):
        covered = run.where if run.start <= at < whole_end else None
        if piece.text is not None:
            if covered is not Where.TEXT:
                yield Check(at, Where.TEXT, frozenset((piece.text,)))
        elif piece.codes is not None:
            if covered is not Where.READING:
                yield Check(at, Where.READING, piece.codes)
        elif piece.initial is not None and at != tail and covered is not Where.INITIAL:
            yield Check(at, Where.INITIAL, frozenset((piece.initial,)))


def _two_bytes(unit: int) -> bytes:
    return unit.to_bytes(2, "little")


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
