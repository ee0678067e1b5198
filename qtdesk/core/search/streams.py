"""Lines of text as three flat streams of bytes, one unit for each of Qt's characters.

`text` has what was written, `reading` the syllables and `initial` their first letters;
see `readings`. All share one table of where lines begin, so that a place in one is a
place in the others, and in the text on the screen. Lines are in the order of the book:
the first found are the first to be shown, and nobody has to sort them.

Knows nothing of words, fields or ranking.
"""

from array import array
from bisect import bisect_right
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
_NEAR = 16
_MOST_REMEMBERED = 64


class Effort:
    """How much may be looked at in vain before an answer is cut short."""

    __slots__ = ("left",)

    def __init__(self, limit: int) -> None:
        self.left = limit

    @property
    def spent(self) -> bool:
        return self.left < 0


class Streams:
    """The lines, each behind a line end, and a line end behind the last."""

    __slots__ = ("_held", "_units", "buffers", "firsts", "records", "starts")

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
        self._held: dict[bytes, bool] = {}
        self._units = (
            memoryview(text).cast("H"),
            memoryview(reading).cast("H"),
            memoryview(initial),
        )

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
        """Whether these initials are anywhere; remembered for the last few."""
        known = self._held.get(initials)
        if known is None:
            if len(self._held) > _MOST_REMEMBERED:
                self._held.clear()
            initial = self.buffers[Where.INITIAL]
            known = find(initial, initials, 0, len(initial)) >= 0
            self._held[initials] = known
        return known

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
        units = self._units
        for at, where, known in checks:  # noqa: SIM110 - `all` takes twice as long
            if units[where][start + at] not in known:
                return False
        return True


class Scan:
    """One probe, ready to be looked for in one set of streams, line after line."""

    __slots__ = (
        *("_back", "_buffer", "_checks", "_lead", "_needle", "_shift", "_starts"),
        "_streams",
    )

    def __init__(
        self, streams: Streams, probe: Probe, *, at_start: bool = False
    ) -> None:
        """Look for `probe`; `at_start` takes one of `Probes.at_start`."""
        self._streams = streams
        self._starts = streams.starts
        self._buffer = streams.buffers[probe.where]
        self._shift = shift = 0 if probe.where is Where.INITIAL else 1
        self._checks = probe.checks
        self._needle, self._lead, self._back = probe.needle, probe.lead, 0
        if at_start:
            # The line end in front is a part of the needle.
            end = b"\n\0" if shift else b"\n"
            self._needle, self._lead, self._back = end + probe.needle, -1, 1

    def next_line(self, line: int, end: int, effort: Effort) -> int:
        """The first line from `line` up to but without `end` that the probe matches.

        NOWHERE if there is none, or the effort was spent.
        """
        if line >= end:
            return NOWHERE
        starts, buffer, needle = self._starts, self._buffer, self._needle
        shift, lead, checks = self._shift, self._lead, self._checks
        position = (starts[line] - self._back) << shift
        stop = starts[end] << shift
        while (position := find(buffer, needle, position, stop)) >= 0:
            if shift and position & 1:
                position += 1
                continue
            start = (position >> shift) - lead
            unit = start + lead if lead > 0 else start
            # Mostly it is close: a search among few is quicker than among all.
            near = line + _NEAR
            if near > end or starts[near] <= unit:
                near = end
            line = bisect_right(starts, unit, line, near) - 1
            if start >= starts[line] and (
                not checks or self._streams.fits(start, checks)
            ):
                return line
            effort.left -= 1
            if effort.left < 0:
                break
            position += 1 << shift
        return NOWHERE


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
