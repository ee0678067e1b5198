"""Lines of text as three flat streams of bytes, one unit for each of Qt's characters.

`text` has what was written, `reading` the syllables and `initial` their first letters;
see `readings`. All share one table of where lines begin, so that a place in one is a
place in the others, and in the text on the screen. Lines are in the order of the book:
the first found are the first to be shown, and nobody has to sort them.

Knows nothing of words, fields or ranking.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from qtdesk.core.search.needle import Buffer, find, searchable
from qtdesk.core.search.probe import Check, Probe, Where
from qtdesk.core.search.readings import Initials

Numbers: TypeAlias = "array[int] | memoryview"
"""Unsigned, four bytes each."""

LINE_END = "\n"
NOWHERE = 1 << 62
"""The line, or phrase, behind all others: there is no further match."""
_MOST_REMEMBERED = 1000


class Streams:
    """The lines, each behind a line end, and a line end behind the last."""

    __slots__ = ("_places", "buffers", "firsts", "records", "starts", "units")

    def __init__(
        self,
        buffers: tuple[Buffer, Buffer, Buffer],
        starts: Numbers,
        records: Numbers,
        firsts: Numbers,
    ) -> None:
        """Take finished streams; see `StreamsBuilder`.

        `buffers` are text and syllables in UTF-16 little-endian, and initials, one
        byte each, by the numbers of `Where`. `starts` is the unit at which each line
        begins, and one behind the last line's end; `records` the number of what each
        line belongs to, never falling; `firsts` the first line of each number, or
        where it would be, and the number of lines behind the last.
        """
        text, reading, initial = map(searchable, buffers)
        self.buffers: tuple[Buffer, Buffer, Buffer] = (text, reading, initial)
        self.starts = starts
        self.records = records
        self.firsts = firsts
        self.units = (
            memoryview(text).cast("H"),
            memoryview(reading).cast("H"),
            memoryview(initial),
        )
        """The same, unit by unit."""
        self._places: dict[tuple[Where, bytes], int] = {}

    @property
    def size(self) -> int:
        """Bytes of one of the larger streams."""
        return len(self.buffers[Where.TEXT])

    def lines(self, first: int, end: int) -> range:
        """The lines of the records from `first` up to but without `end`."""
        return range(self.firsts[first], self.firsts[end])

    def length(self, line: int) -> int:
        """Units of one line."""
        return self.starts[line + 1] - 1 - self.starts[line]

    def text(self, line: int) -> str:
        """The folded text of one line."""
        start, end = self.starts[line], self.starts[line + 1] - 1
        return bytes(self.buffers[Where.TEXT][2 * start : 2 * end]).decode("utf-16-le")

    def holds(self, initials: bytes) -> bool:
        """Whether these initials are anywhere."""
        return self.first_place(Where.INITIAL, initials) < NOWHERE

    def first_place(self, where: Where, needle: bytes) -> int:
        """The byte at which `needle` is for the first time, or NOWHERE; remembered.

        A word grows by one letter: where it was not before, it is not now.
        """
        places = self._places
        known = places.get((where, needle))
        if known is not None:
            return known
        floor = self.floor(where, needle[:-1])
        buffer = self.buffers[where]
        place = find(buffer, needle, floor, len(buffer)) if floor < NOWHERE else -1
        if len(places) > _MOST_REMEMBERED:
            places.clear()
        places[where, needle] = first = NOWHERE if place < 0 else place
        return first

    def floor(self, where: Where, needle: bytes) -> int:
        """The byte before which `needle` is not, as far as that is known already."""
        places = self._places
        for end in range(len(needle), 0, -1):
            known = places.get((where, needle[:end]))
            if known is not None:
                return known
        return 0

    def part(self, records: Sequence[int]) -> "Streams":
        """The lines of these records, rising; their numbers there begin at 0."""
        starts, firsts = self.starts, self.firsts
        ends = (LINE_END.encode("utf-16-le"),) * 2 + (LINE_END.encode(),)
        parts: list[list[Buffer]] = [[end] for end in ends]
        own_starts, own_records = array("I", [1]), array("I")
        own_firsts = array("I", [0])
        for number, record in enumerate(records):
            first, end = firsts[record], firsts[record + 1]
            start, stop = starts[first], starts[end]
            shift = own_starts[-1] - start
            own_starts.extend(at + shift for at in starts[first + 1 : end + 1])
            own_records.extend([number] * (end - first))
            own_firsts.append(len(own_records))
            for pieces, buffer, width in zip(
                parts, self.buffers, (2, 2, 1), strict=True
            ):
                pieces.append(buffer[start * width : stop * width])
        joined = (b"".join(parts[0]), b"".join(parts[1]), b"".join(parts[2]))
        return Streams(joined, own_starts, own_records, own_firsts)

    def places(self, probe: Probe, line: int) -> Iterator[tuple[int, int]]:
        """All matches in one line: where they begin and end in it, in units."""
        first = self.starts[line]
        shift = 0 if probe.where is Where.INITIAL else 1
        position = first << shift
        end = (self.starts[line + 1] - 1) << shift
        while (
            position := find(self.buffers[probe.where], probe.needle, position, end)
        ) >= 0:
            start = (position >> shift) - probe.lead
            aligned = not (shift and position & 1)
            if aligned and start >= first and self.fits(start, probe.checks):
                yield start - first, start - first + probe.length
                position = max(
                    (start + probe.length + probe.lead) << shift, position + 1
                )
            else:
                position += 1

    def fits(self, start: int, checks: Sequence[Check]) -> bool:
        """Whether what begins at unit `start` passes all `checks`."""
        units = self.units
        for at, where, known in checks:  # noqa: SIM110 - `all` takes twice as long
            if units[where][start + at] not in known:
                return False
        return True


class StreamsBuilder:
    """Takes lines, a few hundred at a time, and hands out the streams."""

    def __init__(self, initials: Initials) -> None:
        self._text = [_utf16(LINE_END)]
        self._reading = [_utf16(LINE_END)]
        self._initial = [LINE_END.encode()]
        self._starts = array("I", [1])
        self._records = array("I")
        self._firsts = array("I")
        self._initials = initials

    def add(self, text: str, reading: str, records: Iterable[int]) -> None:
        """Append lines that each end with a line end, of `records` in their order.

        `text` must be folded, and `reading` what `Readings.read` made of it.
        """
        initial = reading.translate(self._initials).encode("latin-1")
        self._text.append(_utf16(text))
        self._reading.append(_utf16(reading))
        self._initial.append(initial)
        base = self._starts[-1]
        self._starts.extend(base + end for end in _line_ends(initial))
        for record in records:
            self._begin(record)
            self._records.append(record)

    def _begin(self, record: int) -> None:
        while len(self._firsts) <= record:
            self._firsts.append(len(self._records))

    def done(self, count: int) -> Streams:
        """The streams of `count` records; the builder is empty then."""
        self._begin(count)
        buffers = (_drained(self._text), _drained(self._reading))
        joined = (*buffers, _drained(self._initial))
        return Streams(joined, self._starts, self._records, self._firsts)


def _drained(parts: list[bytes]) -> bytes:
    """All parts as one, which are not needed twice in memory."""
    joined = b"".join(parts)
    parts.clear()
    return joined


def _line_ends(initial: bytes) -> Iterator[int]:
    end = initial.find(b"\n")
    while end >= 0:
        yield end + 1
        end = initial.find(b"\n", end + 1)


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
