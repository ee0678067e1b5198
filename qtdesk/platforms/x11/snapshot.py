"""Saving all of a selection: which formats, in what order, and for how long.

Never waits and never gives up half-way without saying so; whom it asks, and how the
answers arrive, is `SelectionReader`'s business.
"""

from collections import deque
from collections.abc import Callable, Iterable

from qtdesk.core.ports import Clip, Clock, Saved
from qtdesk.platforms.x11.content import LONG, PICTURE, Content, PropertyValue
from qtdesk.platforms.x11.selection_reader import SelectionReader
from qtdesk.platforms.x11.worth_saving import SLOW, rank, worth_saving

QUIET_S = 0.4
"""An owner that shows no sign of life for so long is taken for hung."""
WHOLE_S = 2.0
"""One that does may take so long in all, and so may one that encodes a picture."""
_LAST_LOOK_S = 0.02
"""For answers that wait for ourselves, because we were busy when the time was over."""
CAP_BYTES = 64 << 20
_IN_FLIGHT = 4
_MOST_FORMATS = 200

_OF_OLD_PROGRAMS = ("UTF8_STRING", "STRING")

Done = Callable[[Saved, Content], None]


class SnapshotReading:
    """One saving of a selection that somebody else owns."""

    def __init__(
        self, reader: SelectionReader, clock: Clock, time: int, done: Done
    ) -> None:
        """Begin; `time` is the server's."""
        self._reader = reader
        self._clock = clock
        self._time = time
        self._done: Done | None = done
        self._end = clock.now() + WHOLE_S
        self._quiet_end = clock.now() + QUIET_S
        self._cancel = clock.call_later(QUIET_S, self._check)
        self._overdue = False
        self._begin()

    def _begin(self) -> None:
        self._wanted: list[str] = []
        self._waiting: deque[str] = deque()
        self._asked: set[str] = {"TARGETS"}
        self._values: dict[str, PropertyValue] = {}
        self._bytes = 0
        self._lost = False
        self._reader.ask("TARGETS", self._time, self)

    # --- what the reader tells -------------------------------------------------

    def has_room(self, size: int) -> bool:
        return self._bytes + size <= CAP_BYTES

    def progressed(self, size: int) -> None:
        self._bytes += size
        self._quiet_end = self._clock.now() + QUIET_S

    def answered(self, target: str, value: PropertyValue | None, *, lost: bool) -> None:
        self._asked.discard(target)
        self.progressed(0)
        if target == "TARGETS":
            self._plan(value)
        elif value is not None:
            self._values[target] = value
        self._lost |= lost
        self._go_on()

    # --- what its own owner tells ----------------------------------------------

    def owner_changed(self, time: int, *, owned: bool) -> None:
        """Begin anew with a new owner, or end with what fits where there is none.

        `time` is the server's; news from before our questions is no news.
        """
        if self._done is None or _is_earlier(time, self._time):
            return
        self._reader.forget(self)
        if owned:
            self._time = time
            self._begin()
        else:
            self.end(Saved.EMPTY)

    def end(self, if_nothing: Saved = Saved.UNREADABLE) -> None:
        """End now, with what has come so far."""
        done, self._done = self._done, None
        if done is None:
            return
        self._cancel()
        self._reader.forget(self)
        values = {
            name: self._values[name] for name in self._wanted if name in self._values
        }
        open_ends = self._lost or bool(self._asked) or bool(self._waiting)
        saved = Saved.PARTIAL if open_ends else Saved.FULL
        done(saved if values else if_nothing, values)

    # --- its own steps ---------------------------------------------------------

    def _plan(self, targets: PropertyValue | None) -> None:
        names: Iterable[str] = _OF_OLD_PROGRAMS
        if targets is not None and targets.width == LONG:
            names = self._reader.names(targets.data, _MOST_FORMATS)
        self._wanted = worth_saving(names)
        self._waiting = deque(sorted(self._wanted, key=rank))

    def _go_on(self) -> None:
        while self._waiting and len(self._asked) < _IN_FLIGHT:
            target = self._waiting.popleft()
            self._asked.add(target)
            self._reader.ask(target, self._time, self)
        if not self._asked:
            self.end(Saved.UNREADABLE if self._wanted else Saved.EMPTY)

    def _check(self) -> None:
        encodes = bool(self._asked) and min(map(rank, self._asked)) >= SLOW
        end = self._end if encodes else min(self._end, self._quiet_end)
        left = end - self._clock.now()
        if left > 0:
            self._overdue = False
            self._cancel = self._clock.call_later(left, self._check)
        elif not self._overdue:
            self._overdue = True
            self._cancel = self._clock.call_later(_LAST_LOOK_S, self._check)
        else:
            self.end()


def _is_earlier(time: int, other: int) -> bool:
    """The server's milliseconds begin anew every 49 days."""
    return (time - other) & 0xFFFFFFFF > 0x7FFFFFFF  # noqa: PLR2004 - half the circle


class ClipCheck:
    """One look whether a selection holds exactly a certain text, or picture."""

    def __init__(
        self,
        reader: SelectionReader,
        clock: Clock,
        time: int,
        clip: Clip,
        answer: Callable[[bool], None],
    ) -> None:
        """Begin; `answer` is called once, within `QUIET_S`."""
        self._reader = reader
        self._clip = clip
        self._time = time
        self._answer: Callable[[bool], None] | None = answer
        self._room = max(4 * len(clip.text), len(clip.picture)) + 1
        self._cancel = clock.call_later(QUIET_S, lambda: self._end(same=False))
        reader.ask("UTF8_STRING" if clip.text else PICTURE, time, self)

    def has_room(self, size: int) -> bool:
        return size <= self._room

    def progressed(self, size: int) -> None:
        self._room -= size

    def answered(self, target: str, value: PropertyValue | None, *, lost: bool) -> None:
        if target == PICTURE:
            self._end(same=value is not None and value.data == self._clip.picture)
            return
        if value is None and not lost and target != "STRING":
            self._reader.ask("STRING", self._time, self)
            return
        encoding = "latin-1" if target == "STRING" else "utf-8"
        text = value.data.decode(encoding, "replace") if value else None
        self._end(same=text == self._clip.text)

    def _end(self, *, same: bool) -> None:
        answer, self._answer = self._answer, None
        if answer is not None:
            self._cancel()
            self._reader.forget(self)
            answer(same)
