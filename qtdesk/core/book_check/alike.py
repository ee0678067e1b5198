"""Texts that read nearly the same, among as many as a book has.

Texts are sets of pairs of characters. Two sets can only be alike where they share one
of their rarest pairs, so that each text is compared with a few others and not with all
of them; nothing that is alike enough is missed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

ALIKE = 0.8
"""So much of all pairs of two texts must be in both."""
_SHORTEST = 8
"""Below so many characters only the very same text is alike."""


class Pair(NamedTuple):
    """Two texts, by number, and how much of them is the same, up to 1."""

    first: int
    second: int
    likeness: float


def pairs(texts: Sequence[str], groups: Sequence[int]) -> Iterator[Pair]:
    """Texts of different groups that are alike; each later one once, with an earlier.

    `groups` has the group of each text, for instance the phrase it is a variant of.
    """
    sets = [letter_pairs(text) for text in texts]
    frequency = Counter(shingle for shingles in sets for shingle in shingles)
    seen: dict[str, list[int]] = defaultdict(list)
    for number, shingles in enumerate(sets):
        if not shingles:
            continue
        prefix = _rarest(shingles, frequency)
        others = (other for shingle in prefix for other in seen[shingle])
        yield from _first(number, others, sets, groups)
        for shingle in prefix:
            seen[shingle].append(number)


def letter_pairs(text: str) -> frozenset[str]:
    """What of a text is compared: pairs of its letters, or all of a short one."""
    plain = "".join(filter(str.isalnum, text.casefold()))
    if len(plain) < _SHORTEST:
        return frozenset((plain,)) if plain else frozenset()
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of all pairs of two texts is in both, up to 1."""
    shared = len(one & other)
    whole = len(one) + len(other) - shared
    return shared / whole if whole else 0.0


def _rarest(shingles: frozenset[str], frequency: Counter[str]) -> list[str]:
    """So many that a text without one of them cannot be alike."""
    enough = len(shingles) - ceil(ALIKE * len(shingles)) + 1
    return sorted(shingles, key=lambda one: (frequency[one], one))[:enough]


def _first(
    number: int,
    others: Iterable[int],
    sets: Sequence[frozenset[str]],
    groups: Sequence[int],
) -> Iterator[Pair]:
    """The pair with the first of `others` that is alike; there may be thousands."""
    mine = sets[number]
    tried: set[int] = set()
    for other in others:
        if other in tried or groups[other] == groups[number]:
            continue
        tried.add(other)
        theirs = sets[other]
        if not ALIKE * len(mine) <= len(theirs) <= len(mine) / ALIKE:
            continue
        shared = likeness(mine, theirs)
        if shared >= ALIKE:
            yield Pair(other, number, shared)
            return
