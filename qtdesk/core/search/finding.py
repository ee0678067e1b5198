"""The best phrases of one book for words, by the score of each and then in book order.

Goes from the best kind of place to the worst and stops as soon as enough is found: as
lines are in book order, the first found are the best of their kind.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from qtdesk.core.search import scores
from qtdesk.core.search.compiler import Compiler
from qtdesk.core.search.cursor import Cursor, Word
from qtdesk.core.search.index import BookIndex
from qtdesk.core.search.probe import Kind, Probe, Probes, Where
from qtdesk.core.search.runs import Runs
from qtdesk.core.search.scan import Effort
from qtdesk.core.search.streams import NOWHERE, Streams

_MUCH_TEXT = 64_000_000
"""Bytes of one stream above which each further way to read a word is felt."""
_PROMISED = frozenset((Kind.LITERAL, Kind.INITIALS))
"""Kinds that cannot match where the initials of a word are nowhere."""
_LEVELS = (scores.TITLE, scores.HINT, scores.TEXT)


class Finding:
    """Searches one book for the words of one query; for one thread, and once."""

    def __init__(
        self, index: BookIndex, compiler: Compiler, words: Sequence[str]
    ) -> None:
        self._whole = [(0, index.size)]
        self._words = [_cursors(index, compiler, word) for word in words]
        """For each word every place where it counts, best score first."""

    def best(
        self, runs: Runs, wanted: int, effort: Effort, least: int = scores.UNASKED
    ) -> dict[int, int]:
        """Numbers of phrases within `runs` to their scores, of `least` or more.

        At least the `wanted` best are among them, or all that there are; unless the
        effort was spent, which leaves some out. Of several words that are all common,
        those that come first in the book are taken.
        """
        if len(self._words) == 1:
            return _one_word(self._words[0], runs, wanted, effort, least)
        return self._all_words(runs, wanted, effort, least)

    def all(self, effort: Effort, least: int) -> Iterator[tuple[int, int]]:
        """All phrases of the book that score `least` or more, and what they score."""
        if len(self._words) == 1:
            found = _one_word(self._words[0], self._whole, NOWHERE, effort, least)
            return iter(found.items())
        return self._common(self._whole, least, effort)

    def _all_words(
        self, runs: Runs, wanted: int, effort: Effort, least: int
    ) -> dict[int, int]:
        found: dict[int, int] = {}
        for level in _LEVELS:
            if len(found) >= wanted:
                break
            # In titles a word may begin or stand within: some more, to choose from.
            most = 2 * wanted if level == scores.TITLE else wanted
            for phrase, score in self._common(runs, max(level, least), effort):
                found[phrase] = score
                if len(found) >= most:
                    break
            if level <= least:
                break
        return found

    def _common(
        self, runs: Runs, least: int, effort: Effort
    ) -> Iterator[tuple[int, int]]:
        """Phrases in which all words score `least` or more, and the worst of those.

        Each word jumps to where the one before it stands: the rarest sets the pace.
        """
        words = [
            Word([cursor for cursor in cursors if cursor.score >= least])
            for cursors in self._words
        ]
        for first, end in runs:
            for word in words:
                word.begin(end, effort)
            phrase = first
            while phrase < end and effort.left >= 0:
                reached = phrase
                for word in words:
                    reached = word.seek(reached)
                    if reached >= end:
                        break
                if reached == phrase:
                    yield phrase, min(word.score(phrase) for word in words)
                    reached += 1
                phrase = reached


def _one_word(
    cursors: Sequence[Cursor], runs: Runs, wanted: int, effort: Effort, least: int
) -> dict[int, int]:
    found: dict[int, int] = {}
    last = scores.CODE
    for cursor in cursors:
        score = cursor.score
        if score < least or (len(found) >= wanted and score < last):
            break
        last = score
        for phrase in islice(_phrases(cursor, runs, effort), wanted):
            found.setdefault(phrase, score)
    return found


def _phrases(cursor: Cursor, runs: Runs, effort: Effort) -> Iterator[int]:
    """Phrases that match in one place, each once, rising."""
    for first, end in runs:
        cursor.begin(end, effort)
        phrase = cursor.seek(first)
        while phrase < end:
            yield phrase
            phrase = cursor.seek(phrase + 1)


def _cursors(index: BookIndex, compiler: Compiler, word: str) -> list[Cursor]:
    """Every place where `word` counts, with what it counts there, best first."""
    probes = compiler.probes(word)
    much = index.texts.size > _MUCH_TEXT
    in_texts = probes.in_much_text if much else probes.in_texts
    premise = probes.premise
    titles = _anywhere(scores.TITLE, index.titles, probes.anywhere, premise)
    cursors = [
        *_in_codes(index.codes, probes),
        *_beginnings(index.titles, probes.at_start, titles),
        *titles,
        *_anywhere(scores.HINT, index.hints, in_texts, premise),
        *_anywhere(scores.TEXT, index.texts, in_texts, premise),
    ]
    return sorted(cursors, key=_minus_score)


def _in_codes(codes: Streams, probes: Probes) -> list[Cursor]:
    """A code is found as it is written, and in no other way."""
    premise, literal = probes.premise, probes.at_start[0]
    begins, whole = scores.CODE_BEGINS, scores.CODE
    within = Cursor(scores.HINT + literal.kind, codes, literal, premise)
    first = Cursor(begins, codes, literal, premise, at_start=True, wider=within)
    all_of_it = Cursor(whole, codes, probes.whole, premise, at_start=True, wider=first)
    return [all_of_it, first, within]


def _anywhere(
    base: int, streams: Streams, probes: Sequence[Probe], premise: bytes
) -> list[Cursor]:
    """A cursor for each of `probes`, in their order."""
    cursors: list[Cursor] = []
    initials = None
    for probe in reversed(probes):
        needed = premise if probe.kind in _PROMISED else b""
        wider = initials if needed else None
        cursor = Cursor(base + probe.kind, streams, probe, needed, wider=wider)
        if needed and probe.where is Where.INITIAL and probe.needle == premise:
            # What is there as it was typed in letters is there as initials, too.
            initials = cursor
        cursors.append(cursor)
    return cursors[::-1]


def _beginnings(
    streams: Streams, probes: Sequence[Probe], anywhere: Sequence[Cursor]
) -> Iterator[Cursor]:
    """Cursors for the starts of titles; `anywhere` are those for all of a title."""
    for probe, wider in zip(probes, anywhere, strict=True):
        score = wider.score + scores.TITLE_BEGINS - scores.TITLE
        yield Cursor(score, streams, probe, wider.premise, at_start=True, wider=wider)


def _minus_score(cursor: Cursor) -> int:
    return -cursor.score
