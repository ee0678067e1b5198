"""The connection's own life: events that wait, and what is due at the end."""

from Xlib import X

from qtdesk.platforms.x11.connection import Connection
from tests.desktop.x11_world import RealClock


def connection_with_an_event_that_waits(display: str, clock: RealClock) -> Connection:
    made = Connection(clock, display)
    made.invisible_window(X.PropertyChangeMask).change_property(
        made.atom("QTDESK_TEST"), made.atom("STRING"), 8, b""
    )
    made.display.sync()
    made.settle()
    return made


def test_an_event_that_came_with_a_reply_is_handled_soon(x_display: str) -> None:
    clock = RealClock()
    connection = connection_with_an_event_that_waits(x_display, clock)
    heard: list[object] = []
    connection.listen(X.PropertyNotify, heard.append)
    clock.run_due()
    assert len(heard) == 1
    connection.close()


def test_nothing_is_due_any_more_once_it_is_closed(x_display: str) -> None:
    clock = RealClock()
    connection_with_an_event_that_waits(x_display, clock).close()
    clock.run_due()
