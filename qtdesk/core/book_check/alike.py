"""Texts that read nearly the same, found among as many as a book has.

Texts are sets of pairs of characters. Two sets can only be alike where they share some
of their rarest pairs, so that each text is compared with a few others and not with all
of them; nothing that is alike enough is missed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from math import ceil
from typing import NamedTuple

ALIKE = 0.8
"""So much of all pairs of two texts must be in both."""
_SHORTEST = 8
"""Below so many characters only the very same text is alike."""
_SHARED = 6
"""So many of their rarest pairs two texts share at least, if they are alike: with more
to share fewer are compared, and more pairs have to be counted."""


class Pair(NamedTuple):
    """Two texts, by number, and how much of them is the same, up to 1."""

    first: int
    second: int
    likeness: float


def pairs(texts: Sequence[str], groups: Sequence[int]) -> Iterator[Pair]:
    """Texts of different groups that are alike; each later one once, with the first.

    `groups` has the group of each text, for instance the phrase it is a variant of.
    """
    return (pair for pair in one_by_one(texts, groups) if pair is not None)


def one_by_one(texts: Sequence[str], groups: Sequence[int]) -> Iterator[Pair | None]:
    """The same, text by text; None for one that is like no earlier text."""
    sets = [letter_pairs(text) for text in texts]
    frequency = Counter(shingle for one in sets for shingle in one)
    seen: dict[str, list[int]] = defaultdict(list)
    for number, mine in enumerate(sets):
        least = ceil(ALIKE * len(mine))
        ordered = sorted(mine, key=lambda shingle: (frequency[shingle], shingle))
        rarest = ordered[: len(mine) - least + _SHARED]
        shared = Counter(chain.from_iterable(map(seen.__getitem__, rarest)))
        enough = min(_SHARED, least)
        found: Pair | None = None
        for other in sorted(one for one, count in shared.items() if count >= enough):
            if groups[other] != groups[number] and _fit(mine, sets[other]):
                alike = likeness(mine, sets[other])
                if alike >= ALIKE:
                    found = Pair(other, number, alike)
                    break
        yield found
        for shingle in rarest:
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


def _fit(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets are not too different in size to be alike."""
    return ALIKE * len(one) <= len(other) <= len(one) / ALIKE
