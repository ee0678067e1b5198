"""A process that keeps a selection alive after qtdesk has ended.

Reads what to hold from its standard input, owns it until somebody else takes the
selection, then ends. Started by `hand_over`; writes nothing anywhere.
"""

import os
import sys

from Xlib import X
from Xlib.error import ConnectionClosedError
from Xlib.protocol.rq import Event

from qtdesk.core.errors import DesktopError
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.content import Legacy, decode
from qtdesk.platforms.x11.incremental_send import IncrementalSends
from qtdesk.platforms.x11.loop import Loop
from qtdesk.platforms.x11.selection_owner import SelectionOwner


def main() -> int:
    """Hold what arrives on standard input; 0 once somebody else has the selection."""
    try:
        legacy = decode(sys.stdin.buffer.read())
    except ValueError:
        return 2
    os.chdir("/")
    loop = Loop()
    try:
        connection = Connection(loop)
    except DesktopError:
        return 1
    try:
        hold(connection, loop, legacy)
    except ConnectionClosedError:
        # The session has ended, and its clipboard with it.
        return 0
    return 0


def hold(connection: Connection, loop: Loop, legacy: Legacy) -> None:
    """Own `legacy` until it is lost, unless a newer copy is there already."""
    selection = connection.atom(legacy.selection)
    cleared = []

    def on_clear(event: Event) -> None:
        cleared.append(event.window == owner.window)

    owner = SelectionOwner(
        connection, IncrementalSends(connection), legacy.content, lambda _: None
    )
    connection.listen(X.SelectionRequest, owner.answer)
    connection.listen(X.SelectionClear, on_clear)
    if owner.follow(selection, legacy.owner):
        loop.run(connection, lambda: any(cleared))
    connection.close()


if __name__ == "__main__":
    sys.exit(main())
