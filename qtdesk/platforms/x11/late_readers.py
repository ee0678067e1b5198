"""Targets that have not read yet, and the text that each of them shall find.

A program that hangs at its chord reads when it goes on. By then the next paste may be
under way, and that text is meant for another conversation. Serves nothing itself.
"""

from collections.abc import Callable
from typing import NamedTuple

from qtdesk.core.ports import Clock
from qtdesk.platforms.x11.selection_owner import SelectionOwner

LATE_S = 60.0
"""So long a text waits for a target that may never read it."""


class _Unread(NamedTuple):
    owner: SelectionOwner
    cancel: Callable[[], None]


class LateReaders:
    """What is owed to which client; the latest text of each."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._unread: dict[int, _Unread] = {}

    def expect(self, client: int, owner: SelectionOwner) -> None:
        """Let `client` find the text of `owner`, also behind another text of ours."""
        self.forget(client)
        cancel = self._clock.call_later(LATE_S, lambda: self.forget(client))
        self._unread[client] = _Unread(owner, cancel)

    def forget(self, client: int) -> None:
        """It has read."""
        unread = self._unread.pop(client, None)
        if unread is not None:
            unread.cancel()

    def owner_for(self, client: int, current: SelectionOwner) -> SelectionOwner:
        """Whose text `client` shall find: what it is owed, else that of `current`."""
        unread = self._unread.get(client)
        return current if unread is None else unread.owner
