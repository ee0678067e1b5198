"""The Wayland desktop: what portals give, and a plain copy for all the rest.

No program here sees or reaches the windows of others, so that nothing is pasted for
the agent; the text is copied while our panel has the focus, and the agent pastes.
"""

import os
from collections.abc import Callable
from functools import partial

from qtdesk.core.errors import DesktopError
from qtdesk.core.ports import (
    Ability,
    Clipboard,
    Clock,
    Hotkeys,
    Keyboard,
    Lent,
    Permission,
    TypeAhead,
    Typing,
    Windows,
)
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words
from qtdesk.platforms.null import (
    NullClipboard,
    NullHotkeys,
    NullKeyboard,
    NullTypeAhead,
    NullTyping,
    NullWindows,
)
from qtdesk.platforms.wayland.bus import Bus, session_address
from qtdesk.platforms.wayland.notices import DesktopNotices
from qtdesk.platforms.wayland.portal import Portal
from qtdesk.platforms.wayland.remote_keys import (
    FocusedWindow,
    PortalKeyboard,
    RemoteKeys,
)
from qtdesk.platforms.wayland.shortcuts import NO_PORTAL, OWN_SHORTCUT, PortalHotkeys

_NO_BUS = words(QT_TRANSLATE_NOOP("core", "There is no session bus."))
_SEES_NOTHING = words(
    QT_TRANSLATE_NOOP(
        "core", "Wayland lets no program see or reach other programs' windows."
    )
)
_COPY_AND_PASTE = words(
    QT_TRANSLATE_NOOP(
        "core",
        "Wayland lets no program press keys for another: the text is copied, and you"
        " press Ctrl+V.",
    )
)
_COPY_STAYS = words(
    QT_TRANSLATE_NOOP(
        "core",
        "Wayland lets a program change the clipboard only while it has the focus.",
    )
)

_NO_KEYS = words(
    QT_TRANSLATE_NOOP("core", "The desktop does not let qtdesk press keys.")
)


class Wayland:
    """Implements `Platform`, `Notices` and `AskedKeys`."""

    name = "wayland"
    primary: Clipboard | None = None
    permission: Permission | None = None

    def __init__(
        self, clock: Clock, lent: Lent | None = None, address: str | None = None
    ) -> None:
        """Connect to the session bus at `address`, by default that of the session.

        Without one there are no hotkeys and no messages, and everything else works.
        Without what a front end lends nothing can be copied.
        """
        if lent is None:
            lent = Lent(NullClipboard(lambda _: False), frozenset)
        self._bus: Bus | None = None
        self._hotkeys: PortalHotkeys | None = None
        self._reason = _NO_BUS
        found = session_address(os.environ) if address is None else address
        self.hotkeys: Hotkeys = NullHotkeys(_NO_BUS)
        self.windows: Windows = NullWindows()
        self.keyboard: Keyboard = NullKeyboard()
        self.clipboard: Clipboard = lent.clipboard
        self.type_ahead: TypeAhead = NullTypeAhead()
        self.typing: Typing = NullTyping(_SEES_NOTHING)
        if found:
            self._connect(found, clock, lent)

    def _connect(self, address: str, clock: Clock, lent: Lent) -> None:
        try:
            self._bus = bus = Bus(address)
        except DesktopError as problem:
            self.hotkeys = NullHotkeys(problem.title)
            self._reason = problem.title
            return
        self._notices = DesktopNotices(bus)
        self._portal = portal = Portal(bus, self._on_portal)
        self._hotkeys = PortalHotkeys(portal, clock)
        self._keys = RemoteKeys(portal)
        self._window = FocusedWindow(self._keys, clock, lent.held)
        self.hotkeys = self._hotkeys
        self.windows = self._window
        self.keyboard = PortalKeyboard(self._keys, self._window)

    def _on_portal(self) -> None:
        """There is a portal that does not know us yet."""
        if self._hotkeys is not None:
            self._hotkeys.look()
            self._keys.look()

    @property
    def abilities(self) -> tuple[Ability, ...]:
        no = partial(Ability, able=False)
        pressing = self._bus is not None and self._keys.granted
        paste = Ability("paste", able=True)
        return (
            self._hotkeys_ability(),
            *self._keys_ability(),
            no("target", reason=_SEES_NOTHING),
            paste if pressing else no("paste", reason=_COPY_AND_PASTE),
            no("restore", reason=_COPY_STAYS),
            no("reader", reason=_SEES_NOTHING),
            no("type_ahead", reason=_SEES_NOTHING),
            no("abbreviations", reason=_SEES_NOTHING),
        )

    def _hotkeys_ability(self) -> Ability:
        if self._hotkeys is None:
            return Ability("hotkeys", able=False, reason=_and_how(self._reason))
        version = self._hotkeys.version
        if version is None:
            waiting = words(QT_TRANSLATE_NOOP("core", "The desktop has not answered."))
            return Ability("hotkeys", False, waiting, pending=True)
        if version == 0:
            return Ability("hotkeys", able=False, reason=_and_how(NO_PORTAL))
        return Ability("hotkeys", able=True)

    def _keys_ability(self) -> tuple[Ability, ...]:
        if self._bus is None:
            return ()
        version = self._keys.version
        reason = NO_WORDS if version else _NO_KEYS
        return (Ability("ask_for_keys", bool(version), reason, version is None),)

    def ask_for_keys(self, token: str, kept: Callable[[str], None]) -> None:
        if self._bus is not None:
            self._keys.ask(token, kept)

    def give_keys_back(self) -> None:
        if self._bus is not None:
            self._keys.give_back()

    def notify(
        self, title: str, detail: str, clicked: Callable[[], None] | None
    ) -> None:
        if self._bus is not None:
            self._notices.notify(title, detail, clicked)

    def fileno(self) -> int | None:
        return None if self._bus is None else self._bus.fileno()

    def dispatch(self) -> None:
        if self._bus is not None:
            self._bus.dispatch()

    def composited(self) -> bool:
        return True

    def take_focus(self, window: int) -> None:
        """The compositor decides; the token of the hotkey press speaks for us."""
        del window
        if self._bus is not None:
            self._window.panel_opened()

    def has_focus(self, window: int) -> bool:
        del window
        return True

    def hand_over(self, done: Callable[[], None]) -> None:
        done()

    def close(self) -> None:
        if self._bus is not None:
            self._bus.close()


def _and_how(reason: Words) -> Words:
    """`reason`, and how to open the panel all the same."""
    return Words(f"{reason.template} {OWN_SHORTCUT.template}")
