"""Saving what is on the pasteboard, while the programs that promised it may hang.

The reading is done aside and looked at from here; whatever is there at the limit is
what was saved. Never touches what it has read.
"""

from collections.abc import Callable

from qtdesk.core.ports import Background, Clock, Saved
from qtdesk.platforms.macos.contents import in_order, name_of
from qtdesk.platforms.macos.seam import Pasteboard

ANSWER_S = 0.35
"""A program that has handed over nothing by then is taken for hung."""
ALL_S = 2.0
"""Large contents may take so long."""
LIMIT_BYTES = 64 * 1024 * 1024


class Saving:
    """One reading of everything; calls `done` once, perhaps with a part."""

    def __init__(
        self,
        pasteboard: Pasteboard,
        aside: Background,
        clock: Clock,
        done: Callable[[Saved, dict[str, bytes]], None],
    ) -> None:
        """Begin."""
        self._pasteboard = pasteboard
        self._clock = clock
        self._done = done
        offered = [
            (item, kind)
            for item, kinds in enumerate(pasteboard.kinds())
            for kind in kinds
        ]
        self._wanted = in_order(offered)
        self._names = [name_of(*which) for which in offered]
        self._found: dict[str, bytes] = {}
        self._asked = 0
        self._partial = False
        self._stopped = False
        self._cancel = clock.call_later(ANSWER_S, self._on_time_to_look)
        aside.run(self._read, self._on_read)

    def finish(self) -> None:
        """End now, with what there is."""
        if self._stopped:
            return
        self._stopped = True
        self._cancel()
        found = dict(self._found)
        complete = self._asked == len(self._wanted) and not self._partial
        saved = Saved.FULL if complete else Saved.PARTIAL
        if not found:
            # Hung, ended, or not to be read by us: nobody can tell what was there.
            saved = Saved.UNREADABLE
        self._done(saved, {name: found[name] for name in self._names if name in found})

    def _read(self) -> None:
        """On another thread; appends only, and is looked at from ours."""
        total = 0
        for item, kind in self._wanted:
            if self._stopped:
                return
            data = self._pasteboard.data(item, kind)
            # None: its program has ended, or never had what it named.
            if data is not None and total + len(data) <= LIMIT_BYTES:
                total += len(data)
                self._found[name_of(item, kind)] = data
            elif data is not None:
                self._partial = True
            self._asked += 1

    def _on_read(self, _nothing: None) -> None:
        self.finish()

    def _on_time_to_look(self) -> None:
        if self._asked:
            self._cancel = self._clock.call_later(ALL_S - ANSWER_S, self.finish)
        else:
            self.finish()


class ClipCheck:
    """Whether what somebody else put there is ours; False where nobody answers."""

    def __init__(
        self,
        read: Callable[[], bytes | None],
        aside: Background,
        clock: Clock,
        told: bytes,
        answer: Callable[[bool], None],
    ) -> None:
        """Begin; `read` may hang."""
        self._told = told
        self._answer = answer
        self._over = False
        self._cancel = clock.call_later(ANSWER_S, lambda: self._end(same=False))
        aside.run(read, self._on_read)

    def _on_read(self, data: bytes | None) -> None:
        self._end(same=data == self._told)

    def _end(self, *, same: bool) -> None:
        if not self._over:
            self._over = True
            self._cancel()
            self._answer(same)
