"""What is pasted on the clipboard, and whether its next reading would be told.

Some clipboards report the first reading only and give later readers a copy. If that
was a history tool's, the target's would pass unseen. So the text is put there anew
right before the chord, and a few times behind it.
"""

from collections.abc import Callable

from qtdesk.core.paste.request import Request
from qtdesk.core.ports import Clipboard, Clock, Reader

ATTEMPTS = 3
ATTEMPT_PAUSE_S = 0.1
"""Another program may keep the clipboard open for a moment."""
RENEWALS = 8
"""How often, behind the chord, a reading by a history tool is made up for."""
RENEWAL_PAUSE_S = 0.002
"""Who is reading has the clipboard open, and nobody can put anything there."""


class Publication:
    """One text, which may be put on the clipboard more than once."""

    def __init__(
        self,
        clipboard: Clipboard,
        clock: Clock,
        request: Request,
        read: Callable[[Reader], None],
        lost: Callable[[Reader], None],
    ) -> None:
        """Prepare; `read` and `lost` are called as `Clipboard.publish` says."""
        self._clipboard = clipboard
        self._clock = clock
        self._request = request
        self._read = read
        self._lost = lost
        self.spent = False
        """Whether the only reading that is told has been."""
        self._renewals = 0
        self._cancel_renewal: Callable[[], None] = _nothing
        self.done = False
        """Whether it ever was on the clipboard."""

    def put(self) -> bool:
        """Offer the text; False while another program keeps the clipboard."""
        request = self._request
        put = self._clipboard.publish(
            request.clip, request.target, self._on_read, self._lost
        )
        if put:
            self.spent = False
            self.done = True
        return put

    def expect(self) -> None:
        """The target is about to read: have that told, and tell it from others'."""
        self._renew()
        self._renewals = RENEWALS

    def end(self) -> None:
        """Touch the clipboard no more."""
        self._cancel_renewal()
        self._renewals = 0

    def _renew(self) -> None:
        # Lost is lost: a newer copy must not be taken away.
        if self.spent and self._clipboard.owns():
            self.put()

    def _on_read(self, reader: Reader) -> None:
        self.spent = not self._clipboard.sees_every_read
        if self.spent and reader is Reader.OTHER and self._renewals > 0:
            self._renewals -= 1
            self._cancel_renewal()
            self._cancel_renewal = self._clock.call_later(RENEWAL_PAUSE_S, self._renew)
        self._read(reader)


def _nothing() -> None:
    """Stand in where there is nothing to cancel."""
