"""The connection's own life: what was due when it ends is not called any more."""

from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.loop import Loop
from tests.desktop.xserver import XServer


def test_nothing_is_called_after_the_end() -> None:
    with XServer(window_manager=()) as server:
        loop, called = Loop(), []
        ended = Connection(loop, server.display)
        ended.clock.call_later(0.0, lambda: called.append("before"))
        other = Connection(loop, server.display)
        assert loop.run(other, lambda: bool(called), 5)
        # A reply that is waited for leaves events behind, to be seen to later.
        ended.clock.call_later(0.0, lambda: called.append("after"))
        ended.close()
        loop.run(other, lambda: False, 0.05)
        other.close()
    assert called == ["before"]
