"""The general pasteboard as the core's `Clipboard`: borrowed, given back, never lost.

A promised text is asked for once: from the first reading on the pasteboard has it
itself, and later readings are not seen. Who reads is never told.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from qtdesk.core.ports import Background, Clock, Reader, Saved, Snapshot, Target
from qtdesk.platforms.macos.contents import MARKERS, TEXT, items_of, marked
from qtdesk.platforms.macos.saving import Saving, TextCheck
from qtdesk.platforms.macos.seam import Pasteboard

LOOK_S = 0.1
"""How often the count is looked at while a text of ours is out; one cheap call."""


class _Promise:
    """Implements `Owner` for one text."""

    def __init__(
        self,
        text: str,
        read: Callable[[Reader], None],
        lost: Callable[[Reader], None],
        look: Callable[[], object],
    ) -> None:
        self.text = text
        self.read = read
        self.lost_to = lost
        self.asked = False
        self._look = look

    def provide(self, kind: str) -> bytes:
        if kind != TEXT:
            return b""
        self.asked = True
        self.read(Reader.UNKNOWN)
        return self.text.encode()

    def lost(self) -> None:
        # Said to us also when we ourselves put something there: the count decides.
        self._look()


class MacClipboard:
    """Implements `Clipboard` on the general pasteboard."""

    sees_every_read = False

    def __init__(self, pasteboard: Pasteboard, aside: Background, clock: Clock) -> None:
        self._pasteboard = pasteboard
        self._aside = aside
        self._clock = clock
        self._count = pasteboard.count()
        self._stamp = 0
        self._ours = False
        self._writing = False
        self._content: dict[str, bytes] = {}
        self._promise: _Promise | None = None
        self._cancel_look: Callable[[], None] = _nothing
        self._saving: Saving | None = None
        self._hung_at = -1
        """The count of a content whose owner did not answer."""
        self._waiting: list[Callable[[Snapshot], None]] = []

    def stamp(self) -> int:
        self._look()
        return self._stamp

    def owns(self) -> bool:
        self._look()
        return self._ours

    # --- saving ----------------------------------------------------------------

    def snapshot(self, done: Callable[[Snapshot], None]) -> None:
        stamp = self.stamp()
        if self._ours:
            saved = Saved.FULL if self._content else Saved.EMPTY
            done(Snapshot(saved, dict(self._content), stamp))
        elif self._pasteboard.is_empty():
            done(Snapshot(Saved.EMPTY, {}, stamp))
        elif not self._pasteboard.readable() or self._count == self._hung_at:
            done(Snapshot(Saved.UNREADABLE, {}, stamp))
        else:
            self._waiting.append(done)
            if self._saving is None:
                self._saving = Saving(
                    self._pasteboard,
                    self._aside,
                    self._clock,
                    partial(self._on_saved, stamp, self._count),
                )

    def _on_saved(
        self, stamp: int, count: int, saved: Saved, found: dict[str, bytes]
    ) -> None:
        self._saving = None
        if saved is Saved.UNREADABLE:
            self._hung_at = count
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done(Snapshot(saved, found, stamp))

    def holds(self, text: str, answer: Callable[[bool], None]) -> None:
        if self.owns() or not self._pasteboard.readable():
            answer(False)
            return
        read = partial(self._pasteboard.data, 0, TEXT)
        TextCheck(read, self._aside, self._clock, text, answer)

    # --- offering --------------------------------------------------------------

    def publish(
        self,
        text: str,
        target: Target | None,
        read: Callable[[Reader], None],
        lost: Callable[[Reader], None],
    ) -> bool:
        del target  # nobody tells who reads
        self._make_room()
        self._offer(_Promise(text, read, lost, self._look))
        # Nobody can keep us from it; who takes it a moment later is told by `lost`.
        return True

    def restore(self, snapshot: Snapshot) -> bool:
        if snapshot.saved is Saved.UNREADABLE:
            return False
        self._make_room()
        return self._write(snapshot.formats, marked(items_of(snapshot.formats)))

    def keep(self, text: str) -> bool:
        self._make_room()
        content = {TEXT: text.encode()}
        return self._write(content, [content])

    def settle(self) -> None:
        """Keep a promise that would end with this process."""
        if self.owns() and self._promise is not None and not self._promise.asked:
            self._promise.asked = True
            self._pasteboard.put(TEXT, self._promise.text.encode())

    def close(self) -> None:
        self._make_room()
        self._cancel_look()
        self._promise = None

    def _make_room(self) -> None:
        if self._saving is not None:
            self._saving.finish()
        self._look()

    def _offer(self, promise: _Promise) -> None:
        self._taken({TEXT: promise.text.encode()}, promise)
        with self._our_writing():
            self._count = self._pasteboard.promise((TEXT,), MARKERS, promise)
        self._cancel_look = self._clock.call_later(LOOK_S, self._look_again)

    def _write(
        self, content: Mapping[str, bytes], items: list[dict[str, bytes]]
    ) -> bool:
        self._taken(content, None)
        with self._our_writing():
            self._count = self._pasteboard.write(items)
        return self.owns()

    def _taken(self, content: Mapping[str, bytes], promise: _Promise | None) -> None:
        self._cancel_look()
        self._ours = True
        self._content = dict(content)
        self._promise = promise

    @contextmanager
    def _our_writing(self) -> Iterator[None]:
        """Meanwhile the count changes, and nobody else has taken anything."""
        self._writing = True
        try:
            yield
        finally:
            self._writing = False

    # --- whose it is -----------------------------------------------------------

    def _look_again(self) -> None:
        self._look()
        if self._promise is not None:
            self._cancel_look = self._clock.call_later(LOOK_S, self._look_again)

    def _look(self) -> None:
        """Notice that somebody else put something there."""
        if self._writing:
            return
        count = self._pasteboard.count()
        if count == self._count:
            return
        self._count = count
        self._stamp += 1
        promise = self._promise if self._ours else None
        self._ours, self._content, self._promise = False, {}, None
        self._cancel_look()
        if promise is not None:
            # Later: whoever asked us to look is in the midst of something.
            lost = partial(promise.lost_to, Reader.UNKNOWN)
            self._clock.call_later(0.0, lost)


def _nothing() -> None:
    """Stand in where there is nothing to cancel."""
