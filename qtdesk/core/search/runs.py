"""Phrases as runs: the number of the first and the one behind the last, rising.

Books are in order of stages, so that a stage is a few runs, and a search in it looks at
those only.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

Run = tuple[int, int]
Runs = Sequence[Run]


def common(one: Runs, other: Runs) -> list[Run]:
    """What is in both."""
    found: list[Run] = []
    left, right = 0, 0
    while left < len(one) and right < len(other):
        first = max(one[left][0], other[right][0])
        end = min(one[left][1], other[right][1])
        if first < end:
            found.append((first, end))
        if one[left][1] < other[right][1]:
            left += 1
        else:
            right += 1
    return found


def either(many: Iterable[Iterable[Run]]) -> list[Run]:
    """What is in any of them."""
    found: list[Run] = []
    for first, end in sorted(run for runs in many for run in runs):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((first, end))
    return found


def holds(runs: Runs, number: int) -> bool:
    at = bisect_right(runs, (number, 1 << 62)) - 1
    return at >= 0 and number < runs[at][1]


def first_of(runs: Runs, count: int) -> Iterator[int]:
    """The first `count` numbers."""
    return islice((n for first, end in runs for n in range(first, end)), count)
