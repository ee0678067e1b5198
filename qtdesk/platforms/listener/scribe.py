"""The listener's middle: strokes in, messages out; the same on every system.

Each system feeds it what its keys did, and says where codes count.
"""

from collections.abc import Callable
from typing import Protocol

from qtdesk.core.abbreviations import (
    PAUSE_S,
    Armed,
    Away,
    Dropped,
    Recognised,
    Recogniser,
    Stroke,
    Why,
)
from qtdesk.platforms.listener.protocol import (
    CodeDropped,
    CodeFollowed,
    CodeTyped,
    Message,
    PrefixTyped,
)


class Places(Protocol):
    """Where typed codes count."""

    never: frozenset[str]
    """Names of programs that the agent keeps us out of."""

    def open_to_codes(self) -> int:
        """The window in front, or 0 where what is typed there is not our business."""
        ...

    def still_open(self) -> bool:
        """Whether it is the same window, with the same conversation, as then."""
        ...


class Scribe:
    """Give it every stroke in order, with the key that made it."""

    def __init__(
        self,
        places: Places,
        call_later: Callable[[float, Callable[[], None]], object],
        say: Callable[[Message], None],
    ) -> None:
        """Stand ready; `ask` tells what to listen for."""
        self._places = places
        self._call_later = call_later
        self._say = say
        self._recogniser = Recogniser("")
        self._window = 0
        """The window a prefix was typed in, while its code is open."""
        self._last = (0, 0)
        """Time of the last key in the system's milliseconds, and its number."""
        self._just_typed = False

    def ask(self, prefix: str, never: frozenset[str]) -> None:
        """Listen for codes behind `prefix`, but not in the programs `never`."""
        self._recogniser = Recogniser(prefix)
        self._places.never = never

    def feed(self, stroke: Stroke, time: int, key: int) -> None:
        """One stroke, made by `key` at `time`."""
        self._last = (time, key)
        if self._just_typed:
            self._just_typed = False
            self._say(CodeFollowed())
        self._act_on(stroke)

    def lose(self, why: Why) -> None:
        """From here on it is not known what stands before the cursor."""
        self._act_on(Away(why, self._last[0] / 1000))

    def _act_on(self, stroke: Stroke) -> None:
        match self._recogniser.feed(stroke):
            case Armed():
                self._on_armed()
            case Dropped():
                self._drop()
            case Recognised() as recognised:
                self._on_recognised(recognised)
            case None:
                return

    def _on_armed(self) -> None:
        self._window = self._places.open_to_codes()
        if self._window:
            self._say(PrefixTyped(self._window))
            self._wait()
        else:
            self.lose(Why.FOCUS)

    def _wait(self) -> None:
        """Drop a code that nobody goes on with, so that nothing of it is kept."""
        begun = self._last

        def look() -> None:
            if self._window and self._last == begun:
                self.lose(Why.TIMEOUT)
            elif self._window:
                self._wait()

        self._call_later(PAUSE_S, look)

    def _drop(self) -> None:
        if self._window:
            self._window = 0
            self._say(CodeDropped())

    def _on_recognised(self, recognised: Recognised) -> None:
        if self._window and self._places.still_open():
            window, self._window = self._window, 0
            code, length = recognised.code, recognised.length
            self._just_typed = True
            self._say(CodeTyped(code, length, window, *self._last))
        else:
            self._drop()
