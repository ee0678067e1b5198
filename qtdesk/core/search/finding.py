"""The best phrases of one book for words, by the score of each and then in book order.

Goes from the best kind of place to the worst and stops as soon as enough is found: as
lines are in book order, the first found are the best of their kind.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from qtdesk.core.search import scores
from qtdesk.core.search.index import BookIndex
from qtdesk.core.search.probe import Compiler, Kind, Probe
from qtdesk.core.search.streams import Effort, Streams

_WAYS_IN_TITLES = 6
_WAYS_IN_TEXTS = 3
_WAYS_IN_MUCH_TEXT = 1
_MUCH_TEXT = 64_000_000
"""Bytes of one stream above which each further way to read a word is felt."""
_COST_OF_PHRASE = 8
"""What looking at a whole phrase in vain takes of the effort."""
_SAMPLE = 8
_PROMISED = frozenset((Kind.LITERAL, Kind.INITIALS))
"""Kinds that cannot match where the initials of a word are nowhere."""

Runs = Sequence[tuple[int, int]]
"""Phrases to look among: first and behind the last, rising."""


class _Place(NamedTuple):
    """A field, and a probe that counts there."""

    score: int
    streams: Streams
    probe: Probe
    at_start: bool
    premise: bytes


class Finding:
    """Searches one book for the words of one query."""

    def __init__(
        self, index: BookIndex, compiler: Compiler, words: Sequence[str]
    ) -> None:
        self._index = index
        self._compiler = compiler
        self._held: dict[tuple[int, bytes], bool] = {}
        self._places = [self._places_of(word) for word in words]
        """For each word where it may be, best score first."""

    def best(self, runs: Runs, wanted: int, effort: Effort) -> dict[int, int]:
        """Numbers of phrases within `runs` to their scores.

        At least the `wanted` best are among them, or all that there are; unless the
        effort was spent, which leaves some out. Of several words that are all common,
        those that come first in the book are taken.
        """
        if len(self._places) == 1:
            return self._one_word(self._places[0], runs, wanted, effort)
        return self._all_words(runs, wanted, effort)

    def score(self, phrase: int) -> int | None:
        """What one phrase scores, or None where a word is missing."""
        return self._worst(scores.CODE, self._places, phrase, scores.UNASKED)

    def _one_word(
        self, places: Sequence[_Place], runs: Runs, wanted: int, effort: Effort
    ) -> dict[int, int]:
        found: dict[int, int] = {}
        last = scores.CODE
        for place in places:
            if len(found) >= wanted and place.score < last:
                break
            last = place.score
            for phrase in islice(self._phrases(place, runs, effort), wanted):
                found.setdefault(phrase, place.score)
        return found

    # --- several words -----------------------------------------------------------

    def _all_words(self, runs: Runs, wanted: int, effort: Effort) -> dict[int, int]:
        """Phrases with all words: those that have the rarest word are looked at."""
        driver = min(self._places, key=self._frequency)
        others = [places for places in self._places if places is not driver]
        found: dict[int, int] = {}
        for least in (scores.TITLE, scores.HINT, scores.TEXT):
            if len(found) >= wanted:
                break
            for phrase, own in self._led_by(driver, runs, least, effort):
                if phrase in found:
                    continue
                score = self._worst(own, others, phrase, least)
                if score is not None:
                    found[phrase] = score
                    if len(found) >= 2 * wanted:
                        break
                else:
                    effort.left -= _COST_OF_PHRASE
                    if effort.spent:
                        break
        return found

    def _led_by(
        self, driver: Sequence[_Place], runs: Runs, least: int, effort: Effort
    ) -> Iterator[tuple[int, int]]:
        """Phrases with the driving word and what they score for it, each once."""
        seen: set[int] = set()
        for place in driver:
            if place.score < least:
                return
            for phrase in self._phrases(place, runs, effort):
                if phrase not in seen:
                    seen.add(phrase)
                    yield phrase, place.score

    def _worst(
        self, score: int, words: Sequence[Sequence[_Place]], phrase: int, least: int
    ) -> int | None:
        """The worst of `score` and what `phrase` scores for each of `words`."""
        for places in words:
            for place in places:
                if place.score < least:
                    return None
                lines = place.streams.lines(phrase, phrase + 1)
                if self._is_held(place) and place.streams.has(
                    place.probe, lines, at_start=place.at_start
                ):
                    score = min(score, place.score)
                    break
            else:
                return None
        return score

    def _frequency(self, places: Sequence[_Place]) -> float:
        """About how often a word is in the book, by how close its first places are."""
        most = 0.0
        for place in places:
            if place.at_start or not self._is_held(place):
                continue
            every = range(len(place.streams.records))
            effort = Effort(_SAMPLE * _SAMPLE)
            matches = place.streams.matches(place.probe, every, effort)
            lines = list(islice(matches, _SAMPLE))
            if len(lines) == _SAMPLE:
                most = max(most, _SAMPLE * len(every) / (lines[-1] + 1))
            else:
                most = max(most, len(lines))
        return most

    # --- where a word may be -----------------------------------------------------

    def _phrases(self, place: _Place, runs: Runs, effort: Effort) -> Iterator[int]:
        """Numbers of the phrases that match in one place, each once, rising."""
        if not self._is_held(place):
            return
        streams = place.streams
        records = streams.records
        last = -1
        for first, end in runs:
            for line in streams.matches(
                place.probe, streams.lines(first, end), effort, at_start=place.at_start
            ):
                phrase = records[line]
                if phrase != last:
                    last = phrase
                    yield phrase
            if effort.spent:
                return

    def _is_held(self, place: _Place) -> bool:
        """Whether the initials that the probe needs are anywhere in the field."""
        if not place.premise:
            return True
        key = (id(place.streams), place.premise)
        if key not in self._held:
            self._held[key] = place.streams.holds(place.premise)
        return self._held[key]

    def _places_of(self, word: str) -> list[_Place]:
        index = self._index
        ways = _WAYS_IN_TEXTS if index.texts.size < _MUCH_TEXT else _WAYS_IN_MUCH_TEXT
        probes = self._compiler.probes(word, _WAYS_IN_TITLES)
        in_texts = self._compiler.probes(word, ways)
        premise = probes.premise
        literal = probes.at_start[0]
        places = [
            _Place(scores.CODE, index.codes, probes.whole, True, premise),
            _Place(scores.CODE_BEGINS, index.codes, literal, True, premise),
            _Place(scores.HINT + literal.kind, index.codes, literal, False, premise),
        ]
        for base, streams, found, at_start in (
            (scores.TITLE_BEGINS, index.titles, probes.at_start, True),
            (scores.TITLE, index.titles, probes.anywhere, False),
            (scores.HINT, index.hints, probes.anywhere, False),
            (scores.TEXT, index.texts, in_texts.anywhere, False),
        ):
            places += (
                _Place(
                    base + probe.kind,
                    streams,
                    probe,
                    at_start,
                    premise if probe.kind in _PROMISED else b"",
                )
                for probe in found
            )
        return sorted(places, key=lambda place: -place.score)
