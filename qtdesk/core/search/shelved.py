"""A book beside its index: phrases and their numbers, filters, and marks in one phrase.

What a search over several books needs to know of each of them.
"""

from collections.abc import Iterable, Iterator, Sequence

from qtdesk.core.phrases import Book, Phrase, PhraseColumns
from qtdesk.core.phrases.columns import PART_END
from qtdesk.core.phrases.own import named
from qtdesk.core.search import runs
from qtdesk.core.search.answer import Marks, Span
from qtdesk.core.search.compiler import Compiler
from qtdesk.core.search.index import BookIndex, Groups
from qtdesk.core.search.lines import kept_characters
from qtdesk.core.search.pieces import utf16_length
from qtdesk.core.search.probe import Probe
from qtdesk.core.search.query import Query
from qtdesk.core.search.runs import Run
from qtdesk.core.search.scan import Effort, phrases
from qtdesk.core.search.streams import NOWHERE, Streams

_MOST_REMEMBERED = 5000
_MOST_MADE = 1000


class Shelved:
    """One book that can be searched."""

    def __init__(self, book: Book, index: BookIndex, compiler: Compiler) -> None:
        self._phrases = book.phrases
        self._compiler = compiler
        self._numbers: dict[str, int | None] = {}
        self._made: dict[int, Phrase] = {}
        """What was found lately: with the next letter most of it is found again."""
        self._visible: list[Run] = [(0, index.size)] if index.size else []
        self.id = book.id
        self.index = index

    def hide(self, numbers: Iterable[int]) -> None:
        """Find these no more: phrases of the agent's own stand in for them."""
        first = 0
        self._visible = []
        for number in (*sorted(numbers), self.index.size):
            if first < number:
                self._visible.append((first, number))
            first = number + 1

    def phrase(self, number: int) -> Phrase:
        """One phrase, whose number will be asked for to mark what was found."""
        known = self._made.get(number)
        if known is not None:
            return known
        if len(self._made) > _MOST_MADE:
            self._made.clear()
        if len(self._numbers) > _MOST_REMEMBERED:
            self._numbers.clear()
        phrase = self._phrases[number]
        self._numbers[phrase.id] = number
        made = self._made[number] = named(phrase)
        return made

    def number_of(self, phrase_id: str) -> int | None:
        """The number of a phrase, remembered: asked for again and again."""
        if phrase_id not in self._numbers:
            self._numbers[phrase_id] = _number(self._phrases, phrase_id)
        return self._numbers[phrase_id]

    # --- filters -----------------------------------------------------------------

    def within(self, query: Query, stage: str | None) -> list[Run]:
        """The phrases that the filters of `query`, and `stage`, leave."""
        left = self._visible
        if stage is not None:
            left = runs.common(left, self.in_stage(stage))
        for start in query.stages:
            left = runs.common(left, self._named(self.index.stages, start))
        for start in query.tags:
            left = runs.common(left, self._named(self.index.tags, start))
        return left

    def in_stage(self, key: str) -> list[Run]:
        """The phrases of the stage with just this key."""
        stages = self.index.stages
        folded = self._compiler.fold(key)
        found = [
            stages.of(number)
            for number, line in enumerate(stages.names.firsts[:-1])
            if stages.names.text(line) == folded
        ]
        return runs.either(found)

    def _named(self, groups: Groups, start: str) -> list[Run]:
        """The phrases of all groups with a name that begins so."""
        names = groups.names
        count = len(names.firsts) - 1
        numbers: set[int] = set()
        for probe in self._compiler.probes(start).at_start:
            walk = phrases(names, probe, count, Effort(NOWHERE), at_start=True)
            next(walk)
            number = walk.send(0)
            while number != NOWHERE:
                numbers.add(number)
                number = walk.send(number + 1)
        return runs.either(map(groups.of, sorted(numbers)))

    # --- marks -------------------------------------------------------------------

    def marks(self, number: int, words: Sequence[str]) -> Marks:
        """Where `words` are in one phrase, in the best way that each is there."""
        index = self.index
        first = range(number, number + 1)
        title = index.titles.lines(first.start, first.stop)
        text = index.texts.lines(first.start, first.stop)
        code = index.codes.lines(first.start, first.stop)
        literal = [self._compiler.probes(word).at_start[:1] for word in words]
        meant = [self._compiler.probes(word).anywhere for word in words]
        return Marks(
            title=_spans(_marked(index.titles, title, meant)),
            text=_spans(_marked(index.texts, text, meant)),
            code=_spans(_marked(index.codes, code, literal)),
        )


def _number(phrases: Sequence[Phrase], phrase_id: str) -> int | None:
    if isinstance(phrases, PhraseColumns):
        return phrases.index_of(phrase_id)
    ids = (number for number, one in enumerate(phrases) if one.id == phrase_id)
    return next(ids, None)


def _marked(
    streams: Streams, lines: range, words: Iterable[Sequence[Probe]]
) -> set[int]:
    """The units of the first text of these lines that belong to a match."""
    if not lines:
        return set()
    whole = streams.text(lines[0])
    units = {
        unit for probes in words for unit in _best_match(streams, lines, probes, whole)
    }
    first, other_texts, _ = whole.partition(PART_END)
    if other_texts:
        end = utf16_length(first)
        units = {unit for unit in units if unit < end}
    return units


def _best_match(
    streams: Streams, lines: range, probes: Sequence[Probe], whole: str
) -> set[int]:
    found: set[int] = set()
    kind = None
    for probe in probes:
        if found and probe.kind is not kind:
            break
        kind = probe.kind
        for line in lines:
            for start, end in streams.places(probe, line):
                found.update(_in_whole(streams, line, whole, range(start, end)))
    return found


def _in_whole(streams: Streams, line: int, whole: str, units: range) -> Iterable[int]:
    """Units of a line without signs as those of the whole text."""
    if streams.length(line) == utf16_length(whole):
        return units
    kept = set(kept_characters(whole))
    places = [unit for unit, at in enumerate(_units(whole)) if at in kept]
    return (places[unit] for unit in units)


def _units(text: str) -> list[int]:
    """For each unit of UTF-16 the character that it is of."""
    return [
        at
        for at, character in enumerate(text)
        for _ in range(2 if character > "\uffff" else 1)
    ]


def _spans(units: set[int]) -> tuple[Span, ...]:
    return tuple(_joined(sorted(units)))


def _joined(units: Sequence[int]) -> Iterator[Span]:
    start = 0
    for at, unit in enumerate(units):
        if at + 1 == len(units) or units[at + 1] != unit + 1:
            yield Span(units[start], at + 1 - start)
            start = at + 1
