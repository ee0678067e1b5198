"""What somebody may have meant who mistyped one letter.

Tried only where nothing was found: the likeliest slips first, and only what can be read
in syllables or is written somewhere in the books.
"""

from collections.abc import Callable, Iterator

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 4
"""Letters below which too many words are one slip away."""
_SOUNDS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))
"""What people mix up who speak as they do at home."""


def corrections(
    word: str, is_readable: Callable[[str], bool], is_written: Callable[[str], bool]
) -> Iterator[str]:
    """Words one slip away from `word` that may be meant, likeliest first."""
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return
    for other in dict.fromkeys(_one_slip_away(word)):
        if other != word and (is_readable(other) or is_written(other)):
            yield other


def _one_slip_away(word: str) -> Iterator[str]:
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    behind = [(front, back) for front, back in splits if back]
    yield from (a + b[1] + b[0] + b[2:] for a, b in behind if len(b) > 1)
    for one, other in (*_SOUNDS, *((short, long) for long, short in _SOUNDS)):
        yield from (a + other + b[len(one) :] for a, b in behind if b.startswith(one))
    yield from (a + b[1:] for a, b in behind)
    yield from (a + letter + b for a, b in splits for letter in _LETTERS)
    yield from (a + letter + b[1:] for a, b in behind for letter in _LETTERS)
