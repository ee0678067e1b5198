"""Whether a locker, a menu or a password prompt has taken the keyboard.

Keys then go past the window that has the focus. Found out by a grab that the server
refuses in any case, on a window that is not shown: it names a seizure before it names
the window, and nobody is told that the focus had gone for a moment.
"""

from Xlib import X
from Xlib.protocol import request

from qtdesk.platforms.x11.connection import Connection


class Seizure:
    """One question."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._hidden = connection.invisible_window()

    def is_there(self) -> bool:
        """Whether another program has the keyboard for itself."""
        answer = request.GrabKeyboard(
            display=self._connection.display.display,
            owner_events=False,
            grab_window=self._hidden.id,
            time=X.CurrentTime,
            pointer_mode=X.GrabModeAsync,
            keyboard_mode=X.GrabModeAsync,
        )
        return bool(answer.status == X.AlreadyGrabbed)
