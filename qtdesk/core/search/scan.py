"""The walk of one probe through the lines of one set of streams.

One generator for each walk: it is asked thousands of times for an answer, and keeps at
hand what it needs. Knows nothing of words, scores or books.
"""

from bisect import bisect_right
from collections.abc import Generator

from qtdesk.core.search.needle import find
from qtdesk.core.search.probe import Probe, Where
from qtdesk.core.search.streams import NOWHERE, Numbers, Streams

_NEAR = 16
"""Lines that are tried before all others."""


class Effort:
    """How much may be looked at in vain before an answer is cut short."""

    __slots__ = ("left",)

    def __init__(self, limit: int) -> None:
        self.left = limit

    @property
    def spent(self) -> bool:
        return self.left < 0


Walk = Generator[int, int, None]
"""Is sent a number, and tells the first from there on that matches, or NOWHERE; the
numbers that are sent rise. To be started by `next`."""


def phrases(
    streams: Streams,
    probe: Probe,
    end: int,
    effort: Effort,
    *,
    at_start: bool = False,
    first_unit: int = 0,
) -> Walk:
    """Walk through the phrases before `end` that `probe` matches.

    `at_start` takes one of `Probes.at_start`. There is none before `first_unit`.
    """
    numbers = (streams.firsts, streams.records)
    return _walk(streams, probe, end, effort, numbers, first_unit, at_start=at_start)


def lines(streams: Streams, probe: Probe) -> Walk:
    """Walk through all lines that `probe` matches."""
    count = len(streams.records)
    numbers = (range(count + 1), range(count))
    return _walk(streams, probe, count, Effort(NOWHERE), numbers, 0, at_start=False)


def _walk(  # noqa: C901 - one loop, and no calls within it: see above
    streams: Streams,
    probe: Probe,
    end: int,
    effort: Effort,
    numbers: "tuple[Numbers | range, Numbers | range]",
    first_unit: int,
    *,
    at_start: bool,
) -> Walk:
    """`numbers` are the first line of each number, and the number of each line."""
    firsts, records = numbers
    starts, units, checks = streams.starts, streams.units, probe.checks
    where = probe.where
    buffer = streams.buffers[where]
    shift = 0 if where is Where.INITIAL else 1
    step = 1 << shift
    needle, lead, back = probe.needle, probe.lead, 0
    last = firsts[end]
    stop = starts[last] << shift
    # Who searches everything may find out where the needle is first, and remember it.
    first = streams.first_place if stop == len(buffer) else streams.floor
    floor = max(first(where, needle), first_unit << shift)
    if at_start:
        # The line end in front is a part of the needle.
        needle, lead, back = (b"\n\0" if shift else b"\n") + needle, -1, 1
        floor -= step
        if floor < stop:
            floor = max(floor, first(where, needle))
    floor = min(floor, stop)
    inner = max(lead, 0)
    number = yield NOWHERE
    while True:
        effort.left -= 1
        line = firsts[number]
        position = (starts[line] - back) << shift
        if position < floor:  # noqa: PLR1730 - a call of `max` would be felt
            position = floor
        match = NOWHERE
        while (position := find(buffer, needle, position, stop)) >= 0:
            if shift and position & 1:
                position += 1
                continue
            unit = (position >> shift) - lead
            # Mostly it is close: a search among few is quicker than among all.
            near = line + _NEAR
            inside = unit + inner
            if near > last or starts[near] <= inside:
                near = last
            line = bisect_right(starts, inside, line, near) - 1
            if unit >= starts[line]:
                for at, other, known in checks:
                    if units[other][unit + at] not in known:
                        break
                else:
                    match = records[line]
                    break
            effort.left -= 1
            if effort.left < 0:
                break
            position += step
        number = yield match
