"""A connection under test and the raw X programs around it, in one thread.

That everything runs in one thread is the proof that the code under test never waits
for another program.
"""

import time
from collections.abc import Callable

from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.loop import Loop
from tests.desktop.selection_peer import Answer, Peer

_STEP_S = 0.002


class SelectionWorld:
    """One X server's programs, ours among them."""

    def __init__(self, display: str) -> None:
        self.display = display
        self.loop = Loop()
        self.connection = Connection(self.loop, display)
        self._open = True
        self.peers: list[Peer] = []
        self._made: list[Peer] = []
        self.longest_step = 0.0
        """Seconds that handling our events took at most, in one go."""

    def peer(self) -> Peer:
        """Another program, from now on running."""
        peer = Peer(self.display)
        self.peers.append(peer)
        self._made.append(peer)
        return peer

    def wait(self, until: Callable[[], bool], seconds: float = 5.0) -> bool:
        """Let everybody run until `until` holds; False if time ran out."""
        end = time.monotonic() + seconds
        while not until():
            if time.monotonic() > end:
                return False
            self._step()
        return True

    def _step(self) -> None:
        for peer in tuple(self.peers):
            peer.pump()
        begun = time.monotonic()
        end = begun + _STEP_S
        self.loop.run(self.connection, lambda: time.monotonic() > end, _STEP_S)
        taken = time.monotonic() - begun - _STEP_S
        self.longest_step = max(self.longest_step, taken)

    def ask(self, peer: Peer, selection: str, target: str) -> Answer:
        """Let `peer` read one format, and wait for what it gets."""
        answer = peer.ask(selection, target)
        assert self.wait(lambda: answer.done)
        return answer

    def now(self) -> float:
        return time.monotonic()

    def end_ours(self) -> None:
        """Our program ends, as far as the X server can see."""
        if self._open:
            self._open = False
            self.connection.close()

    def close(self) -> None:
        self.end_ours()
        for peer in self._made:
            peer.close()
