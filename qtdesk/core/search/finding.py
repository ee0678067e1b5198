"""The best phrases of one book for words, by the score of each and then in book order.

Goes from the best kind of place to the worst and stops as soon as enough is found: as
lines are in book order, the first found are the best of their kind.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from qtdesk.core.search import scores
from qtdesk.core.search.compiler import Compiler
from qtdesk.core.search.cursor import Cursor, Word
from qtdesk.core.search.index import BookIndex
from qtdesk.core.search.probe import Kind
from qtdesk.core.search.runs import Runs
from qtdesk.core.search.streams import NOWHERE, Effort

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
        self._words = [_cursors(index, compiler, word) for word in words]
        """For each word every place where it counts, best score first."""

    def best(self, runs: Runs, wanted: int, effort: Effort) -> dict[int, int]:
        """Numbers of phrases within `runs` to their scores.

        At least the `wanted` best are among them, or all that there are; unless the
        effort was spent, which leaves some out. Of several words that are all common,
        those that come first in the book are taken.
        """
        if len(self._words) == 1:
            return _one_word(self._words[0], runs, wanted, effort)
        return self._all_words(runs, wanted, effort)

    def scores(self, phrases: Iterable[int], least: int) -> Iterator[tuple[int, int]]:
        """Those of `phrases` that score `least` or more, with what they score."""
        runs = [(phrase, phrase + 1) for phrase in phrases]
        return self._common(runs, least, Effort(NOWHERE))

    def _all_words(self, runs: Runs, wanted: int, effort: Effort) -> dict[int, int]:
        found: dict[int, int] = {}
        for least in _LEVELS:
            if len(found) >= wanted:
                break
            # In titles a word may begin or stand within: some more, to choose from.
            most = 2 * wanted if least == scores.TITLE else wanted
            for phrase, score in self._common(runs, least, effort):
                found[phrase] = score
                if len(found) >= most:
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
                word.rewind()
            phrase = first
            while phrase < end and not effort.spent:
                reached = phrase
                for word in words:
                    reached = word.seek(reached, end, effort)
                    if reached >= end:
                        break
                if reached == phrase:
                    yield phrase, min(word.score for word in words)
                    reached += 1
                phrase = reached


def _one_word(
    cursors: Sequence[Cursor], runs: Runs, wanted: int, effort: Effort
) -> dict[int, int]:
    found: dict[int, int] = {}
    last = scores.CODE
    for cursor in cursors:
        if len(found) >= wanted and cursor.score < last:
            break
        last = cursor.score
        for phrase in islice(_phrases(cursor, runs, effort), wanted):
            found.setdefault(phrase, cursor.score)
    return found


def _phrases(cursor: Cursor, runs: Runs, effort: Effort) -> Iterator[int]:
    """Phrases that match in one place, each once, rising."""
    for first, end in runs:
        cursor.rewind()
        phrase = first
        while phrase < end and (phrase := cursor.seek(phrase, end, effort)) < end:
            yield phrase
            phrase += 1


def _cursors(index: BookIndex, compiler: Compiler, word: str) -> list[Cursor]:
    """Every place where `word` counts, with what it counts there."""
    probes = compiler.probes(word)
    much = index.texts.size > _MUCH_TEXT
    in_texts = probes.in_much_text if much else probes.in_texts
    premise = probes.premise
    literal = probes.at_start[0]
    codes = index.codes
    in_codes = scores.HINT + literal.kind
    cursors = [
        Cursor(scores.CODE, codes, probes.whole, premise, at_start=True),
        Cursor(scores.CODE_BEGINS, codes, literal, premise, at_start=True),
        Cursor(in_codes, codes, literal, premise),
    ]
    for base, streams, found, at_start in (
        (scores.TITLE_BEGINS, index.titles, probes.at_start, True),
        (scores.TITLE, index.titles, probes.anywhere, False),
        (scores.HINT, index.hints, in_texts, False),
        (scores.TEXT, index.texts, in_texts, False),
    ):
        for probe in found:
            needed = premise if probe.kind in _PROMISED else b""
            score = base + probe.kind
            cursors.append(Cursor(score, streams, probe, needed, at_start=at_start))
    return sorted(cursors, key=lambda cursor: -cursor.score)
