"""Which phrase its own title is sure to bring among the first, without a search.

For whoever asks of every phrase of a book. What is told is certain: a word without
letters is found as it stands and in no other way, and nothing in a text or a keyword
outweighs a title. Where that is not enough, only a search can tell.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

from qtdesk.core.search.query import Query
from qtdesk.core.search.sentence import marked_sentence
from qtdesk.core.search.streams import Streams

_LETTER = re.compile("[a-z]")
"""Of these a word may be the initials or the syllables."""


class Certainty:
    """Of one book, as the agent's habits are not known to it."""

    def __init__(
        self, titles: Streams, codes: Streams, fold: Callable[[str], str]
    ) -> None:
        self._titles = _Lines(titles)
        self._codes = _Lines(codes)
        self._fold = fold
        self._counts = Counter(self._titles.joined.split())
        self._having = cache(self._phrases_with)

    def is_first(self, number: int, title: str, limit: int) -> bool:
        """Whether phrase `number` is surely among the first `limit` for its `title`.

        The others that may come before it all have its words in their titles, or at
        the beginning of their codes: it is certain where there are too few of them.
        """
        query = Query.parse(title, self._fold)
        if not query.words or query.stages or query.tags:
            return False
        if marked_sentence(title) is not None:
            return False
        if len(query.words) == 1:
            word = query.words[0]
            before = self._beginning_with(word) | self._codes.phrases(f"\n{word}\n")
            if sum(other < number for other in before) < limit:
                return number in before
        plain = [word for word in query.words if not _LETTER.search(word)]
        if not plain:
            return False
        # What stands in many titles is looked for once, the rest among what is left.
        often = [word for word in plain if self._counts[word] > limit] or plain[:1]
        others = frozenset.intersection(*map(self._having, often))
        for word in set(plain).difference(often) if len(others) > limit else ():
            others = frozenset(one for one in others if self._has(one, word))
        return number in others and len(others) <= limit

    def _has(self, number: int, word: str) -> bool:
        return word in self._titles.of(number) or f"\n{word}" in self._codes.of(number)

    def _phrases_with(self, word: str) -> frozenset[int]:
        return self._titles.phrases(word) | self._codes.phrases(f"\n{word}")

    def _beginning_with(self, word: str) -> frozenset[int]:
        return self._titles.phrases(f"\n{word}")


class _Lines:
    """The lines of one field, joined, so that one search goes through all."""

    def __init__(self, streams: Streams) -> None:
        texts = map(streams.text, range(len(streams.records)))
        self._starts: list[int] = []
        self._records, self._firsts = streams.records, streams.firsts
        self.joined = "".join(self._lengthened(texts)) + "\n"

    def _lengthened(self, texts: Iterable[str]) -> Iterable[str]:
        length = 0
        for text in texts:
            self._starts.append(length)
            length += len(text) + 1
            yield f"\n{text}"

    def of(self, number: int) -> str:
        """The lines of one phrase, each behind a line end."""
        first, end = self._firsts[number], self._firsts[number + 1]
        if first == end:
            return ""
        behind = self._starts[end] if end < len(self._starts) else len(self.joined) - 1
        return self.joined[self._starts[first] : behind]

    def phrases(self, piece: str) -> frozenset[int]:
        """Numbers of the phrases that have `piece` in one of these lines."""
        found: set[int] = set()
        at = self.joined.find(piece)
        while at >= 0:
            line = bisect_right(self._starts, at) - 1
            found.add(self._records[line])
            later = line + 1
            if later >= len(self._starts):
                break
            at = self.joined.find(piece, self._starts[later])
        return frozenset(found)
