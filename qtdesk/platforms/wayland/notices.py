"""Messages that the desktop shows for us, over the notification service.

Carries what it is given: titles and hints, never a phrase.
"""

from collections.abc import Callable
from html import escape

from qtdesk import APP_ID
from qtdesk.platforms.wayland.bus import Bus, Place, Reply, Signal

_NAME = "org.freedesktop.Notifications"
_SERVICE = Place(_NAME, "/org/freedesktop/Notifications", _NAME)
_SHOWN_MS = 6000
_CLICK = "default"


class DesktopNotices:
    """One message at a time, each in the place of the one before."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._number = 0
        self._clicked: Callable[[], None] | None = None
        bus.ask_for_signals(sender=_NAME, interface=_NAME, member="ActionInvoked")
        bus.listen(_NAME, self._on_signal)

    def notify(
        self, title: str, detail: str, clicked: Callable[[], None] | None
    ) -> None:
        """Show it; without a notification service on the desktop, nothing happens."""
        self._clicked = clicked
        actions = [_CLICK, ""] if clicked is not None else []
        hints = {
            "desktop-entry": ("s", APP_ID),
            "transient": ("b", True),
        }
        # The body is read as markup where a desktop knows it, and books have names.
        body = escape(detail, quote=False)
        self._bus.call(
            _SERVICE,
            "Notify",
            "susssasa{sv}i",
            ("qtdesk", self._number, "", title, body, actions, hints, _SHOWN_MS),
            self._on_shown,
        )

    def _on_shown(self, reply: Reply) -> None:
        if reply.body:
            self._number = int(reply.body[0])

    def _on_signal(self, signal: Signal) -> None:
        mine = self._number and signal.body[:1] == (self._number,)
        if signal.member == "ActionInvoked" and mine and self._clicked is not None:
            self._clicked()
