"""CLIPBOARD and PRIMARY as the core's `Clipboard`: borrowed, given back, never lost.

Everything is driven by events; the only thing ever waited for is the X server itself.
"""

import sys
from collections.abc import Callable, Sequence
from enum import Enum, auto

from Xlib import X
from Xlib.protocol.rq import Event

from qtdesk.core.ports import Clip, Reader, Saved, Snapshot, Target
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.content import (
    Content,
    clip_content,
    content_of,
    snapshot_of,
    with_history_hint,
)
from qtdesk.platforms.x11.hand_over import HandOver
from qtdesk.platforms.x11.incremental_send import IncrementalSends
from qtdesk.platforms.x11.late_readers import LateReaders
from qtdesk.platforms.x11.owner_watch import OwnerWatch
from qtdesk.platforms.x11.reader_identity import ReaderIdentity
from qtdesk.platforms.x11.selection_owner import SelectionOwner
from qtdesk.platforms.x11.selection_reader import SelectionReader
from qtdesk.platforms.x11.snapshot import ClipCheck, SnapshotReading

GRACE_S = 10.0
"""What we no longer offer is still handed to those who asked for it before."""
HOLDER_COMMAND = (sys.executable, "-m", "qtdesk.platforms.x11.holder")


class _Worth(Enum):
    """Whether what we own is to outlive this process."""

    LASTING = auto()
    PASSING = auto()


class SelectionClipboard:
    """One selection of the X server."""

    sees_every_read = True

    def __init__(
        self,
        connection: Connection,
        selection: str,
        holder_command: Sequence[str] = HOLDER_COMMAND,
    ) -> None:
        """Watch `selection`; `holder_command` starts `holder.py`, see `hand_over`."""
        self._connection = connection
        self._name = selection
        self._selection = connection.atom(selection)
        self._holder_command = tuple(holder_command)
        self._reader = SelectionReader(connection, selection)
        self._sends = IncrementalSends(connection)
        self._owners: dict[int, SelectionOwner] = {}
        self._late = LateReaders(connection.clock)
        self._current: SelectionOwner | None = None
        self._content: Content = {}
        self._worth = _Worth.PASSING
        self._emptied = False
        self._lost: Callable[[Reader], None] = _nothing
        self._identity = ReaderIdentity(connection, None)
        self._reading: SnapshotReading | None = None
        self._waiting: list[Callable[[Snapshot], None]] = []
        self._watch = OwnerWatch(
            connection, self._selection, self._owners, self._on_other_owner
        )
        connection.listen(X.SelectionRequest, self._on_request)
        connection.listen(X.SelectionClear, self._on_clear)

    def stamp(self) -> int:
        return self._watch.stamp()

    # --- saving ----------------------------------------------------------------

    def snapshot(self, done: Callable[[Snapshot], None]) -> None:
        if self._current is not None and self._current.owns(self._selection):
            done(snapshot_of(self._content, Saved.FULL, self._watch.told))
        elif not self._connection.owner_of(self._selection):
            done(snapshot_of({}, Saved.EMPTY, self._watch.told))
        else:
            self._waiting.append(done)
            if self._reading is None:
                self._reading = SnapshotReading(
                    self._reader,
                    self._connection.clock,
                    self._connection.server_time(),
                    self._on_snapshot,
                )
        self._connection.settle()

    def _on_snapshot(self, saved: Saved, content: Content) -> None:
        self._reading = None
        waiting, self._waiting = self._waiting, []
        snapshot = snapshot_of(content, saved, self._watch.told)
        for done in waiting:
            done(snapshot)

    def holds(self, clip: Clip, answer: Callable[[bool], None]) -> None:
        owner = self._connection.owner_of(self._selection)
        if not owner or owner in self._owners:
            answer(False)
        else:
            time = self._connection.server_time()
            ClipCheck(self._reader, self._connection.clock, time, clip, answer)
        self._connection.settle()

    # --- offering --------------------------------------------------------------

    def publish(
        self,
        clip: Clip,
        target: Target | None,
        read: Callable[[Reader], None],
        lost: Callable[[Reader], None],
    ) -> bool:
        identity = ReaderIdentity(self._connection, target)
        content = clip_content(clip)
        offered = with_history_hint(content)

        def served(window: int) -> None:
            reader = identity.of(window)
            if target is not None and reader is Reader.TARGET:
                self._late.forget(target.client)
            read(reader)

        taken = self._offer(offered, served)
        if taken is not None:
            if target is not None:
                self._late.expect(target.client, taken)
            self._remember(content, _Worth.PASSING, lost)
            self._identity = identity
        self._connection.settle()
        return taken is not None

    def restore(self, snapshot: Snapshot) -> bool:
        if snapshot.saved is Saved.UNREADABLE:
            return False
        content = content_of(snapshot)
        if not content:
            done = self._empty()
        else:
            done = self._offer(with_history_hint(content)) is not None
            if done:
                self._remember(content, _Worth.LASTING)
        self._connection.settle()
        return done

    def keep(self, clip: Clip) -> bool:
        content = clip_content(clip)
        taken = self._offer(content) is not None
        if taken:
            self._remember(content, _Worth.LASTING)
        self._connection.settle()
        return taken

    def owns(self) -> bool:
        if self._current is not None:
            owned = self._current.owns(self._selection)
        else:
            owned = self._emptied and not self._connection.owner_of(self._selection)
        self._connection.settle()
        return owned

    def _offer(
        self, content: Content, served: Callable[[int], None] = lambda _: None
    ) -> SelectionOwner | None:
        if self._reading is not None:
            self._reading.end()
        owner = SelectionOwner(self._connection, self._sends, content, served)
        self._owners[owner.window.id] = owner
        if not owner.take(self._selection):
            self._retire(owner)
            return None
        self._replace(owner)
        return owner

    def _empty(self) -> bool:
        if self._reading is not None:
            self._reading.end()
        time = self._connection.server_time()
        self._watch.expect_emptied(time)
        self._connection.window(X.NONE).set_selection_owner(self._selection, time)
        if self._connection.owner_of(self._selection):
            return False
        self._replace(None)
        self._emptied = True
        return True

    def _remember(
        self,
        content: Content,
        worth: _Worth,
        lost: Callable[[Reader], None] | None = None,
    ) -> None:
        self._content = content
        self._worth = worth
        self._lost = lost or _nothing

    def _replace(self, owner: SelectionOwner | None) -> None:
        old, self._current = self._current, owner
        self._emptied = False
        self._lost = _nothing
        if old is not None:
            self._retire(old)

    def _retire(self, owner: SelectionOwner) -> None:
        """Serve late readers for a while, then let go."""

        def let_go() -> None:
            del self._owners[owner.window.id]
            owner.window.destroy()
            self._connection.settle()

        self._connection.clock.call_later(GRACE_S, let_go)

    # --- what arrives ----------------------------------------------------------

    def _on_request(self, request: Event) -> None:
        owner = self._owners.get(request.owner.id)
        if owner is None or request.selection != self._selection:
            return
        if owner is self._current and self._worth is _Worth.PASSING:
            client = self._connection.client_of(request.requestor.id)
            owner = self._late.owner_for(client, owner)
        owner.answer(request)

    def _on_clear(self, event: Event) -> None:
        current = self._current
        if current is None or event.window != current.window:
            return
        lost, identity = self._lost, self._identity
        self._replace(None)
        lost(identity.of(self._connection.owner_of(self._selection)))

    def _on_other_owner(self, time: int, *, owned: bool) -> None:
        self._emptied = False
        if self._reading is not None:
            self._reading.owner_changed(time, owned=owned)

    # --- the end ---------------------------------------------------------------

    def hand_over(self, done: Callable[[], None]) -> None:
        """Let another process keep what we own, then call `done`.

        Asks the desktop's clipboard manager, else starts a small process that owns
        the selection until somebody else takes it. Calls `done` at once where there
        is nothing of the agent's on it, and within 4 s in any case.
        """
        if self._current is None or self._worth is _Worth.PASSING:
            done()
            return
        HandOver(
            self._connection,
            self._name,
            self._current.window,
            self._content,
            self._holder_command,
            done,
        )
        self._connection.settle()


def _nothing(_taker: Reader) -> None:
    """Nobody wants to know."""
