"""Reading what other programs put on the clipboard, without ever waiting for them.

Windows asks the owner for its data, and makes us wait until it answers. So the owner
is first asked whether it answers at all, which waits for nothing; then its data are
read on another thread, within a time. Not before: who waits in there keeps the
clipboard from everybody.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from qtdesk.core.ports import Clock, Saved
from qtdesk.platforms.windows.formats import meaningful, worth_saving
from qtdesk.platforms.windows.win32 import ClipboardCalls, Win32

PATIENCE_S = 0.4
"""How long an owner may take to answer, and to give its first format."""
LONGEST_S = 2.0
"""How long it may take for all, while they are coming in."""
RETRY_S = 0.015
"""Another program has the clipboard open, for a moment as a rule."""
LARGEST = 64 * 1024 * 1024
"""Bytes of all formats together."""


@dataclass(slots=True)
class Taken:
    """What was read so far; filled on another thread."""

    formats: dict[str, bytes] = field(default_factory=dict)
    opened: bool = False
    complete: bool = True
    ended: bool = False
    """Nobody wants more."""
    before: int = 0
    after: int = 0
    """Numbers of the clipboard's content; reading may count it up."""


class ClipboardReading:
    """Single use: `start` once, then `done` is called once."""

    def __init__(
        self,
        win32: Win32,
        clock: Clock,
        wanted: Callable[[str], bool],
        done: Callable[[Saved, Taken], None],
    ) -> None:
        """Prepare to read the formats whose name is `wanted`."""
        self._win32 = win32
        self._clock = clock
        self._wanted = wanted
        self._done = done
        self._taken = Taken()
        self._over = False
        self._cancel_retry: Callable[[], None] = _nothing
        self._cancel_deadline: Callable[[], None] = _nothing
        self.silent_owner = 0
        """The owner's window, while it has been asked and has not answered."""

    def start(self) -> None:
        """Ask the owner, where there is one, and then read."""
        self._cancel_deadline = self._clock.call_later(PATIENCE_S, self._on_patience)
        owner = self._win32.clipboard.owner()
        self.silent_owner = owner
        if not owner or not self._win32.desktop.ask(owner, self._on_answer):
            self._on_answer()

    def end(self) -> None:
        """Make do with what there is."""
        if self._over:
            return
        saved = Saved.PARTIAL if self._taken.formats else Saved.UNREADABLE
        self._finish(saved)

    def _on_answer(self) -> None:
        self.silent_owner = 0
        if not self._over:
            self._read()

    def _read(self) -> None:
        taken = self._taken = Taken()
        self._win32.background.run(
            lambda: _take(self._win32.clipboard, self._wanted, taken), self._on_taken
        )

    def _on_taken(self, taken: Taken) -> None:
        if self._over:
            return
        if not taken.opened:
            self._cancel_retry = self._clock.call_later(RETRY_S, self._read)
        elif not taken.complete:
            self._finish(Saved.PARTIAL)
        else:
            self._finish(Saved.FULL if taken.formats else Saved.EMPTY)

    def _on_patience(self) -> None:
        if self._taken.formats:
            rest = LONGEST_S - PATIENCE_S
            self._cancel_deadline = self._clock.call_later(rest, self.end)
        else:
            self.end()

    def _finish(self, saved: Saved) -> None:
        self._over = True
        self._taken.ended = True
        self._cancel_retry()
        self._cancel_deadline()
        self._done(saved, self._taken)


def _take(calls: ClipboardCalls, wanted: Callable[[str], bool], taken: Taken) -> Taken:
    """Read all there is into `taken`; may wait for the owner as long as it likes."""
    taken.opened = calls.open(0)
    if not taken.opened:
        return taken
    taken.before = taken.after = calls.sequence()
    try:
        offered = calls.formats()
        worth = worth_saving(offered, calls.name_of)
        taken.complete = bool(worth) or not meaningful(offered)
        room = LARGEST
        for number, name in worth:
            if taken.ended:
                break
            memory = calls.get(number, room) if wanted(name) else None
            if memory is not None and memory.data is not None:
                taken.formats[name] = memory.data
                room -= memory.size
            elif memory is not None:
                taken.complete = False
        taken.after = calls.sequence()
    finally:
        calls.close()
    return taken


def _nothing() -> None:
    """Stand in where there is nothing to cancel."""
