"""Keys by the RemoteDesktop portal, once the person has allowed it.

Presses one chord and nothing else. Which window gets it nobody can know here: it is
the one with the focus after our panel has gone.
"""

from collections.abc import Callable
from typing import Any

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Clock, Pressed, Sight, Target, always
from qtdesk.core.words import NO_WORDS, Words
from qtdesk.platforms.null import NullWindows
from qtdesk.platforms.wayland.portal import Answer, Portal

INTERFACE = "org.freedesktop.portal.RemoteDesktop"
PASTE = Combo(("ctrl",), "v")
PAUSE_S = 0.15
"""Until the compositor has given the focus back; it tells nobody when."""
_KEYBOARD = 1
_UNTIL_REVOKED = 2
_FIRST_TO_REMEMBER = 2
"""The version of the interface from which an answer can be remembered."""
_CONTROL, _V = 0xFFE3, 0x76
_CHORD = ((_CONTROL, 1), (_V, 1), (_V, 0), (_CONTROL, 0))


class RemoteKeys:
    """A session that may press keys; asked for, granted, and perhaps taken away."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._asked = False
        self._token = ""
        self._kept: Callable[[str], None] = _forget
        self._attempt = 0
        self._session = ""
        self.granted = False
        self.version: int | None = None
        """Of the portal's interface; 0 where there is none, None while unknown."""

    def ask(self, token: str, kept: Callable[[str], None]) -> None:
        """Ask the desktop; `kept` is told the token that spares the next question."""
        self._asked, self._token, self._kept = True, token, kept
        if self._portal.there:
            self.look()

    def give_back(self) -> None:
        self._asked = False
        self._end()

    def look(self) -> None:
        """Ask anew, of a portal that may be another one."""
        self._end()
        attempt = self._attempt
        self._portal.version_of(INTERFACE, lambda v: self._open(v, attempt))

    def _end(self) -> None:
        self._attempt += 1
        self._portal.close_session(self._session)
        self._session, self.granted = "", False

    def _open(self, version: int, attempt: int) -> None:
        if attempt != self._attempt:
            return
        self.version = version
        if not version or not self._asked:
            return

        def opened(session: str, _answer: Answer) -> None:
            if attempt != self._attempt:
                self._portal.close_session(session)
            elif session:
                self._session = session
                self._choose(version, attempt)

        self._portal.open_session(INTERFACE, opened, lambda: self._on_closed(attempt))

    def _choose(self, version: int, attempt: int) -> None:
        options: dict[str, tuple[str, Any]] = {"types": ("u", _KEYBOARD)}
        if version >= _FIRST_TO_REMEMBER:
            options["persist_mode"] = ("u", _UNTIL_REVOKED)
            if self._token:
                options["restore_token"] = ("s", self._token)

        def chosen(answer: Answer) -> None:
            if attempt == self._attempt and answer.granted:
                self._start(attempt)

        session = self._session
        self._portal.request(
            INTERFACE, "SelectDevices", "o", (session,), chosen, **options
        )

    def _start(self, attempt: int) -> None:
        def started(answer: Answer) -> None:
            if attempt != self._attempt:
                return
            self.granted = bool(answer.values.get("devices", 0) & _KEYBOARD)
            token = str(answer.values.get("restore_token", ""))
            if token:
                # Each is good for once.
                self._token = token
                self._kept(token)

        self._portal.request(INTERFACE, "Start", "os", (self._session, ""), started)

    def _on_closed(self, attempt: int) -> None:
        if attempt == self._attempt:
            self._session, self.granted = "", False

    def press(self, chord: Combo) -> bool:
        """Press and release `chord`; False where it is not ours to press."""
        if not self.granted or chord != PASTE:
            return False
        for keysym, state in _CHORD:
            self._portal.tell(
                INTERFACE,
                "NotifyKeyboardKeysym",
                "oa{sv}iu",
                (self._session, {}, keysym, state),
            )
        return True


class FocusedWindow(NullWindows):
    """Implements `Windows` for the one window that may be spoken of, and never seen."""

    def __init__(
        self, keys: RemoteKeys, clock: Clock, held: Callable[[], frozenset[str]]
    ) -> None:
        """`held` tells the keys that our own windows know to be down."""
        self._keys = keys
        self._clock = clock
        self._held = held
        self._leaving_at: float | None = None
        self.held: frozenset[str] = frozenset()
        """What was down when our panel gave the focus up."""

    def panel_opened(self) -> None:
        """From now on the focus is ours."""
        self._leaving_at = None
        self.held = frozenset()

    def front(self) -> Target | None:
        return Target(0, 0, 0, "", "") if self._keys.granted else None

    def recent(self) -> Target | None:
        return None

    def sight(self, target: Target) -> Sight:
        del target
        if not self._keys.granted:
            return Sight.GONE
        left = self._leaving_at
        gone = left is not None and self._clock.now() - left >= PAUSE_S
        return Sight.FRONT if gone else Sight.BEHIND

    def bring_to_front(self, target: Target, attempt: int) -> None:
        """Our panel is about to hide, and the compositor does the rest."""
        del target
        if attempt == 0:
            self._leaving_at = self._clock.now()
            self.held = self._held()


class PortalKeyboard:
    """Implements `Keyboard` with the keys that the portal lets us press."""

    def __init__(self, keys: RemoteKeys, window: FocusedWindow) -> None:
        self._keys = keys
        self._window = window

    def held(self) -> frozenset[str]:
        return self._window.held

    def obstacle(self, target: Target) -> Words:
        del target  # nobody can look at it
        return NO_WORDS

    def press(
        self,
        chord: Combo,
        target: Target,
        offered: Callable[[], bool] = always,
        times: int = 1,
    ) -> Pressed:
        if times > 1:
            return Pressed.REFUSED
        if self._window.held:
            # Nobody tells when it is let go: the focus is no longer ours.
            return Pressed.KEYS_HELD
        if self._window.sight(target) is not Sight.FRONT:
            return Pressed.NOT_FRONT
        if not offered():
            return Pressed.NOT_OFFERED
        return Pressed.SENT if self._keys.press(chord) else Pressed.REFUSED


def _forget(_token: str) -> None:
    """Stand in until somebody keeps it."""
