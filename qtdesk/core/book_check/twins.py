"""The phrase that reads nearly as a text does that somebody is writing.

Only phrases with one of the text's rarest pairs of characters are compared with it;
where these are is found in the joined texts of a book, which is quick.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from qtdesk.core.book_check.alike import ALIKE, letter_pairs, likeness
from qtdesk.core.phrases import Book, Phrase, PhraseColumns

_MOST_COMPARED = 2000
"""Phrases of one book; rare pairs are in a few."""
_LARGEST = 100_000
"""Phrases of a book; one look at all texts of it takes some milliseconds."""
_LEAST = 4
"""Pairs that are looked for, also of a short text."""


def twin(
    text: str, books: Sequence[Book], apart: Iterable[str] = ()
) -> tuple[Phrase, float] | None:
    """The phrase most like `text`, with how much of it is the same, if any is alike.

    Keys in `apart` are left out. Takes some 20 ms for ten thousand phrases; books that
    would hold up whatever else is going on are passed over.
    """
    mine, left_out = letter_pairs(text), frozenset(apart)
    best: tuple[Phrase, float] | None = None
    for book in books:
        columns = book.phrases
        if len(columns) > _LARGEST:
            continue
        if not isinstance(columns, PhraseColumns):
            columns = PhraseColumns.of(columns)
        for number in _candidates(text, columns):
            phrase = columns[number]
            if phrase.key in left_out:
                continue
            found = max(likeness(mine, letter_pairs(one)) for one in phrase.texts)
            if found >= ALIKE and (best is None or found > best[1]):
                best = phrase, found
    return best


def _candidates(text: str, columns: PhraseColumns) -> Iterator[int]:
    """Phrases that have one of the pairs that are rarest in this book."""
    mine = set(_pairs_as_written(text))
    texts, starts = columns.texts, columns.start_of("texts")
    counts = {pair: texts.count(pair) for pair in mine}
    enough = len(mine) - ceil(ALIKE * len(mine)) + 1
    rare = sorted(mine, key=lambda pair: (counts[pair], pair))
    seen: set[int] = set()
    for pair in [pair for pair in rare if counts[pair]][: max(enough, _LEAST)]:
        at = texts.find(pair)
        while at >= 0 and len(seen) < _MOST_COMPARED:
            number = bisect_right(starts, at) - 1
            if number not in seen:
                seen.add(number)
                yield number
            at = texts.find(pair, at + 1)


def _pairs_as_written(text: str) -> Iterator[str]:
    """Pairs of letters that stand side by side, as they can be looked for."""
    for run in re.findall(r"[^\W_]+", text):
        yield from (run[at : at + 2] for at in range(max(len(run) - 1, 1)))
