"""The connection's own life: no event is left lying about, and the end is the end."""

import select

import pytest
from Xlib import X
from Xlib.protocol import event as events
from Xlib.protocol.rq import Event

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


def test_no_event_is_left_where_the_socket_does_not_tell_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with XServer(window_manager=()) as server:
        connection = Connection(Loop(), server.display)
        other = Connection(Loop(), server.display)
        window = connection.invisible_window()
        connection.display.sync()
        kind = connection.atom("QTDESK_TEST")
        send = connection.display.flush
        heard: list[int] = []

        def say(number: int) -> None:
            message = events.ClientMessage(
                window=window, client_type=kind, data=(32, [number, 0, 0, 0, 0])
            )
            other.window(window.id).send_event(message)
            other.display.sync()

        def flush() -> None:
            """Another program speaks up when all seems to be handled."""
            if len(heard) == 1:
                say(2)
            send()

        def on_message(event: Event) -> None:
            heard.append(event.data[1][0])
            connection.window(window.id).set_wm_name("something to send")

        connection.listen(X.ClientMessage, on_message)
        monkeypatch.setattr(connection.display, "flush", flush)
        say(1)
        while select.select([connection.fileno()], [], [], 0.5)[0]:
            connection.dispatch()
        assert heard == [1, 2]
        connection.close()
        other.close()
