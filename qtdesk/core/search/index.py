"""One book, made ready to be searched: its fields as streams, its stages and tags.

Made from a book in steps that are short enough for a thread beside the interface, and
kept elsewhere as bytes; see `packing`. Knows nothing of queries or ranking.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from qtdesk.core.phrases import CANONICAL_STAGES, Book
from qtdesk.core.phrases.columns import PART_END, PHRASE_END, PhraseColumns
from qtdesk.core.search.lines import Line, lines_of
from qtdesk.core.search.readings import Readings
from qtdesk.core.search.streams import LINE_END, Numbers, Streams, StreamsBuilder

STEP = 250
"""Phrases at a time: about 5 ms, so that another thread soon gets its turn."""


_MOST_REMEMBERED = 20_000


class Groups(NamedTuple):
    """Phrases that have something in common, under names that can be searched."""

    names: Streams
    """The names; each line's record is the number of a group."""
    starts: Numbers
    """Where each group's runs begin in `runs`, and one behind the last."""
    runs: Numbers
    """First phrase and the one behind the last, in turn; rising within a group."""

    def of(self, number: int) -> Iterator[tuple[int, int]]:
        """The runs of phrases in one group."""
        own = self.runs[self.starts[number] : self.starts[number + 1]]
        return zip(own[::2], own[1::2], strict=True)


class BookIndex(NamedTuple):
    """Fields by the number of the phrase in its book."""

    size: int
    """How many phrases there are."""
    codes: Streams
    titles: Streams
    hints: Streams
    """Situation, keywords and tags, a line for each."""
    texts: Streams
    """One line for all texts of a phrase."""
    stages: Groups
    """By key and by title."""
    tags: Groups


class IndexBuilder:
    """Makes the index of one book, step by step."""

    def __init__(self, book: Book, readings: Readings) -> None:
        self._book = book
        phrases = book.phrases
        self._columns = (
            phrases if isinstance(phrases, PhraseColumns) else PhraseColumns.of(phrases)
        )
        self._readings = readings
        self._codes = StreamsBuilder(readings.initials)
        self._titles = StreamsBuilder(readings.initials)
        self._hints = StreamsBuilder(readings.initials)
        self._texts = StreamsBuilder(readings.initials)
        self._tagged: dict[str, array[int]] = {}
        self._known_lines: dict[str, tuple[Line, ...]] = {}
        self._done = 0

    @property
    def count(self) -> int:
        """Phrases of the book."""
        return len(self._columns)

    @property
    def done(self) -> int:
        """Phrases that are in already."""
        return self._done

    def step(self) -> bool:
        """Take in some more phrases; False when there were none left."""
        first = self._done
        end = min(first + STEP, len(self._columns))
        if first == end:
            return False
        self._add_texts(first, end)
        self._add_codes(first, end)
        self._add_titles(first, end)
        self._add_hints(first, end)
        self._done = end
        return True

    def finish(self) -> BookIndex:
        """Take in the rest, and hand out the index; to be called once."""
        while self.step():
            pass
        count = len(self._columns)
        return BookIndex(
            count,
            self._codes.done(count),
            self._titles.done(count),
            self._hints.done(count),
            self._texts.done(count),
            self._stages(),
            self._tags(),
        )

    def _slice(self, field: str, first: int, end: int) -> str:
        """One field of some phrases, each with PHRASE_END behind it; folded."""
        starts = self._columns.start_of(field)
        joined: str = getattr(self._columns, field)
        stop = starts[end] if end < len(starts) else len(joined)
        folded = self._readings.fold(joined[starts[first] : stop])
        return folded.replace(LINE_END, " ")

    def _add_texts(self, first: int, end: int) -> None:
        text = self._slice("texts", first, end).replace(PHRASE_END, LINE_END)
        self._texts.add(text, self._readings.read(text), range(first, end))

    def _add_codes(self, first: int, end: int) -> None:
        codes = self._slice("codes", first, end).split(PHRASE_END)[:-1]
        self._add_lines(
            self._codes,
            ((number, Line(code, code)) for number, code in enumerate(codes, first)),
        )

    def _add_titles(self, first: int, end: int) -> None:
        titles = self._slice("titles", first, end)
        self._add_lines(self._titles, self._variants(titles, PHRASE_END, first))

    def _add_hints(self, first: int, end: int) -> None:
        situations = self._slice("situations", first, end).split(PHRASE_END)
        keywords = self._slice("keywords", first, end).split(PHRASE_END)[:-1]
        joined = []
        for number, (words, situation) in enumerate(
            zip(keywords, situations, strict=False), first
        ):
            for tag in filter(None, words.partition(PART_END * 2)[2].split(PART_END)):
                self._tagged.setdefault(tag, array("I")).append(number)
            hints = dict.fromkeys((situation, *words.split(PART_END)))
            joined.append(PART_END.join(filter(None, hints)))
        text = PHRASE_END.join(joined) + PHRASE_END
        self._add_lines(self._hints, self._variants(text, PHRASE_END, first))

    def _variants(
        self, folded: str, separator: str, first: int
    ) -> Iterator[tuple[int, Line]]:
        """Lines for fields that each end with `separator`, of phrases from `first`."""
        reading = self._readings.read(folded)
        fields = zip(folded.split(separator), reading.split(separator), strict=True)
        for number, (text, read) in enumerate(fields, first):
            parts = zip(text.split(PART_END), read.split(PART_END), strict=True)
            for part, part_read in parts:
                for line in self._lines_of(part, part_read):
                    yield number, line

    def _lines_of(self, text: str, reading: str) -> tuple[Line, ...]:
        """As `lines_of`; keywords come again and again."""
        lines = self._known_lines.get(text)
        if lines is None:
            if len(self._known_lines) > _MOST_REMEMBERED:
                self._known_lines.clear()
            lines = tuple(lines_of(text, reading, self._readings))
            self._known_lines[text] = lines
        return lines

    def _add_lines(
        self, builder: StreamsBuilder, lines: Iterable[tuple[int, Line]]
    ) -> None:
        kept = [(number, line) for number, line in lines if line.text]
        text = "".join(f"{line.text}{LINE_END}" for _, line in kept)
        reading = "".join(f"{line.reading}{LINE_END}" for _, line in kept)
        builder.add(text, reading, [number for number, _ in kept])

    def _stages(self) -> Groups:
        runs: dict[str, list[int]] = {}
        at = 0
        keys = self._columns.stages.split(PHRASE_END)[:-1]
        for key, same in groupby(keys):
            end = at + sum(1 for _ in same)
            runs.setdefault(key, []).extend((at, end))
            at = end
        titles = dict(self._book.stages)
        names = [
            dict.fromkeys((key, titles.get(key, ""), CANONICAL_STAGES.get(key, "")))
            for key in runs
        ]
        return self._groups(names, runs.values())

    def _tags(self) -> Groups:
        runs = (_runs(numbers) for numbers in self._tagged.values())
        return self._groups([[tag] for tag in self._tagged], runs)

    def _groups(
        self, names: Iterable[Iterable[str]], runs: Iterable[Sequence[int]]
    ) -> Groups:
        builder = StreamsBuilder(self._readings.initials)
        for number, group in enumerate(names):
            joined_names = PART_END.join(group).replace(LINE_END, " ")
            folded = self._readings.fold(joined_names)
            self._add_lines(builder, self._variants(folded, PHRASE_END, number))
        starts = array("I", [0])
        joined = array("I")
        for own in runs:
            joined.extend(own)
            starts.append(len(joined))
        return Groups(builder.done(len(starts) - 1), starts, joined)


def _runs(numbers: Sequence[int]) -> list[int]:
    """Rising numbers as runs: first and behind the last, in turn."""
    edges: list[int] = []
    for number in numbers:
        if edges and edges[-1] == number:
            edges[-1] = number + 1
        else:
            edges += (number, number + 1)
    return edges
