"""The quick way finds what comparing all with all does."""

from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.book_check.alike import ALIKE, pairs

_TEXTS = st.lists(
    st.tuples(st.text("发货了您好吗", min_size=0, max_size=24), st.integers(0, 3)),
    max_size=12,
)


def _naive(texts: list[str], groups: list[int]) -> dict[int, dict[int, float]]:
    """For each text that has one: those before it that are alike enough."""
    found: dict[int, dict[int, float]] = {}
    for second, text in enumerate(texts):
        for first in range(second):
            likeness = _likeness(texts[first], text)
            if groups[first] != groups[second] and likeness >= ALIKE:
                found.setdefault(second, {})[first] = likeness
    return found


def _likeness(one: str, two: str) -> float:
    if not one or not two:
        return 0.0
    if min(len(one), len(two)) < 8:
        return float(one == two)
    left = {one[at : at + 2] for at in range(len(one) - 1)}
    right = {two[at : at + 2] for at in range(len(two) - 1)}
    return len(left & right) / len(left | right)


@given(_TEXTS)
def test_nothing_is_missed_and_nothing_made_up(texts: list[tuple[str, int]]) -> None:
    plain, groups = [text for text, _ in texts], [group for _, group in texts]
    found, expected = list(pairs(plain, groups)), _naive(plain, groups)
    assert [pair.second for pair in found] == sorted(expected)
    for pair in found:
        assert expected[pair.second][pair.first] == pair.likeness


def test_signs_and_case_make_no_difference() -> None:
    (pair,) = pairs(["亲，您好，在的呢，请说", "亲您好！在的呢！请说～"], [0, 1])
    assert (pair.first, pair.second, pair.likeness) == (0, 1, 1.0)
