"""The general pasteboard as the core's `Clipboard`: borrowed, given back, never lost.

What is promised is asked for once: from the first reading on the pasteboard has it
itself, and later readings are not seen. Who reads is never told.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from qtdesk.core.ports import Background, Clip, Clock, Reader, Saved, Snapshot, Target
from qtdesk.platforms.macos.contents import (
    MARKERS,
    PNG,
    TEXT,
    TIFF,
    forms_of,
    items_of,
    marked,
)
from qtdesk.platforms.macos.saving import ClipCheck, Saving
from qtdesk.platforms.macos.seam import Pasteboard

LOOK_S = 0.1
"""How often the count is looked at while a text of ours is out; one cheap call."""


class _Promise:
    """Implements `Owner` for one clip."""

    def __init__(
        self,
        forms: Mapping[str, bytes],
        make_tiff: Callable[[bytes], bytes],
        read: Callable[[Reader], None],
        lost: Callable[[Reader], None],
        look: Callable[[], object],
    ) -> None:
        self.forms = forms
        self._make_tiff = make_tiff
        self.read = read
        self.lost_to = lost
        self.asked: set[str] = set()
        """The types that the pasteboard has by itself."""
        self._look = look

    @property
    def kinds(self) -> tuple[str, ...]:
        return (*self.forms, TIFF) if PNG in self.forms else tuple(self.forms)

    def provide(self, kind: str) -> bytes:
        data = self.made(kind)
        if data:
            self.asked.add(kind)
            self.read(Reader.UNKNOWN)
        return data

    def made(self, kind: str) -> bytes:
        """One type, whoever asks for it."""
        if kind == TIFF and PNG in self.forms:
            return self._make_tiff(self.forms[PNG])
        return self.forms.get(kind, b"")

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

    def holds(self, clip: Clip, answer: Callable[[bool], None]) -> None:
        if self.owns() or not self._pasteboard.readable():
            answer(False)
            return
        kind, told = (TEXT, clip.text.encode()) if clip.text else (PNG, clip.picture)
        read = partial(self._pasteboard.data, 0, kind)
        ClipCheck(read, self._aside, self._clock, told, answer)

    # --- offering --------------------------------------------------------------

    def publish(
        self,
        clip: Clip,
        target: Target | None,
        read: Callable[[Reader], None],
        lost: Callable[[Reader], None],
    ) -> bool:
        del target  # nobody tells who reads
        self._make_room()
        make_tiff = self._pasteboard.tiff
        self._offer(_Promise(forms_of(clip), make_tiff, read, lost, self._look))
        # Nobody can keep us from it; who takes it a moment later is told by `lost`.
        return True

    def restore(self, snapshot: Snapshot) -> bool:
        if snapshot.saved is Saved.UNREADABLE:
            return False
        self._make_room()
        return self._write(snapshot.formats, marked(items_of(snapshot.formats)))

    def keep(self, clip: Clip) -> bool:
        self._make_room()
        content = forms_of(clip)
        if clip.picture:
            content[TIFF] = self._pasteboard.tiff(clip.picture)
        return self._write(content, [content])

    def settle(self) -> None:
        """Keep promises that would end with this process."""
        promise = self._promise
        if self.owns() and promise is not None:
            for kind in {*promise.kinds} - promise.asked:
                promise.asked.add(kind)
                self._pasteboard.put(kind, promise.made(kind))

    def close(self) -> None:
        self._make_room()
        self._cancel_look()
        self._promise = None

    def _make_room(self) -> None:
        if self._saving is not None:
            self._saving.finish()
        self._look()

    def _offer(self, promise: _Promise) -> None:
        self._taken(promise.forms, promise)
        with self._our_writing():
            self._count = self._pasteboard.promise(promise.kinds, MARKERS, promise)
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
