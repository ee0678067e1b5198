"""Key combinations from the GlobalShortcuts portal: a wish, and what came of it.

The desktop decides which keys they are, and may ask the person. A session takes its
shortcuts once, so that any change opens a new session.
"""

import os
from collections.abc import Callable, Iterable
from typing import Any

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.ports import Assignment, Clock
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words
from qtdesk.platforms.session import ACTIVATION_TOKEN
from qtdesk.platforms.wayland.bus import Signal
from qtdesk.platforms.wayland.portal import Answer, Portal
from qtdesk.platforms.wayland.triggers import trigger_of

INTERFACE = "org.freedesktop.portal.GlobalShortcuts"
OWN_SHORTCUT = words(
    QT_TRANSLATE_NOOP(
        "core",
        "In the keyboard settings of the desktop, bind a key to the command"
        " “qtdesk-cli show”.",
    )
)
INTO_THE_MENU = words(
    QT_TRANSLATE_NOOP(
        "core",
        "Run “qtdesk-cli settings set in_menu on” and start qtdesk anew.",
    )
)
NO_PORTAL = words(
    QT_TRANSLATE_NOOP("core", "This desktop gives programs no key combinations.")
)
_NOT_ALLOWED = "org.freedesktop.portal.Error.NotAllowed"

Wishes = dict[Combo, Callable[[], None]]


class PortalHotkeys:
    """Implements `AssignedHotkeys`."""

    def __init__(self, portal: Portal, clock: Clock) -> None:
        self._portal = portal
        self._clock = clock
        self._wishes: Wishes = {}
        self._bound: Wishes = {}
        self._session = ""
        self._attempt = 0
        self._due = False
        self._told: Callable[[Combo, Assignment], None] = _nobody
        self.version: int | None = None
        """Of the portal's interface; 0 where there is none, None while unknown."""
        portal.listen(INTERFACE, self._on_signal)

    def watch(self, told: Callable[[Combo, Assignment], None]) -> None:
        self._told = told

    def look(self) -> None:
        """Learn anew what the portal can do, and bring it our wishes."""
        self._session = ""
        self._portal.version_of(INTERFACE, self._on_version)

    def _on_version(self, version: int) -> None:
        self.version = version
        if self._wishes:
            self._bind_soon()

    # --- Hotkeys ---------------------------------------------------------------

    def register(
        self, combo: Combo, pressed: Callable[[], None], *, opens: bool = True
    ) -> None:
        del opens  # No key is kept on Wayland.
        if self.version == 0:
            raise _refused(combo, NO_PORTAL)
        self._wishes[combo] = pressed
        self._bind_soon()

    def unregister(self, combo: Combo) -> None:
        if self._wishes.pop(combo, None) is not None:
            self._bind_soon()

    # --- the session -----------------------------------------------------------

    def _bind_soon(self) -> None:
        """Together with what else is changed at this moment."""
        if self.version is not None and not self._due:
            self._due = True
            self._clock.call_later(0, self._bind)

    def _bind(self) -> None:
        self._due = False
        self._portal.close_session(self._session)
        self._session = ""
        self._attempt += 1
        self._bound = dict(self._wishes)
        if not self._bound:
            return
        if not self.version:
            self._tell_refusal(NO_PORTAL)
            return
        attempt = self._attempt

        def opened(session: str, answer: Answer) -> None:
            if attempt != self._attempt:
                self._portal.close_session(session)
            elif session:
                self._session = session
                self._ask(session, attempt)
            else:
                self._tell_refusal(*_why(answer))

        self._portal.open_session(INTERFACE, opened, lambda: self._on_closed(attempt))

    def _ask(self, session: str, attempt: int) -> None:
        def answered(answer: Answer) -> None:
            if attempt != self._attempt:
                return
            if answer.granted:
                self._on_assigned(answer.values.get("shortcuts", ()))
            else:
                self._portal.close_session(session)
                self._session = ""
                self._tell_refusal(*_why(answer))

        asked = [(_id_of(combo), _described(combo)) for combo in self._bound]
        self._portal.request(
            INTERFACE, "BindShortcuts", "oa(sa{sv})s", (session, asked, ""), answered
        )

    def _on_assigned(self, shortcuts: Iterable[tuple[str, dict[str, Any]]]) -> None:
        """Tell each wish what it got; one that is not among them got nothing."""
        triggers = {
            name: str(values.get("trigger_description", ("s", ""))[1])
            for name, values in shortcuts
        }
        for combo in tuple(self._bound):
            trigger = triggers.get(_id_of(combo))
            if trigger is None:
                reason = words(
                    QT_TRANSLATE_NOOP("core", "The desktop assigned no keys to it.")
                )
                self._told(combo, Assignment("", _refused(combo, reason)))
            else:
                self._told(combo, Assignment(trigger))

    def _tell_refusal(self, reason: Words, hint: Words = OWN_SHORTCUT) -> None:
        for combo in tuple(self._bound):
            self._told(combo, Assignment("", _refused(combo, reason, hint)))

    def _on_closed(self, attempt: int) -> None:
        # Of a portal that is started anew we hear by `look`.
        if attempt == self._attempt and self._session and self._portal.there:
            self._session = ""
            reason = QT_TRANSLATE_NOOP("core", "The desktop took the keys away.")
            self._tell_refusal(words(reason))

    # --- what the portal announces ---------------------------------------------

    def _on_signal(self, signal: Signal) -> None:
        if not self._session or signal.body[0] != self._session:
            return
        if signal.member == "ShortcutsChanged":
            self._on_assigned(signal.body[1])
        elif signal.member == "Activated":
            _keep_token(signal.body[3])
            for combo, pressed in tuple(self._bound.items()):
                if _id_of(combo) == signal.body[1] and combo in self._wishes:
                    pressed()


def _id_of(combo: Combo) -> str:
    """A name for the wish: desktops heed the keys of a known one only once."""
    return f"quick_panel_{str(combo).replace('+', '_')}"


def _described(combo: Combo) -> dict[str, tuple[str, str]]:
    return {
        "description": ("s", "qtdesk: find a phrase"),
        "preferred_trigger": ("s", trigger_of(combo)),
    }


def _keep_token(options: dict[str, tuple[str, Any]]) -> None:
    """The right to come to the front, where window toolkits look for it."""
    token = options.get("activation_token", ("s", ""))[1]
    if token:
        os.environ[ACTIVATION_TOKEN] = str(token)


def _why(answer: Answer) -> tuple[Words, Words]:
    """The reason for a "no", and what to do."""
    if answer.denied:
        denied = QT_TRANSLATE_NOOP("core", "The desktop asked, and it was denied.")
        return words(denied), OWN_SHORTCUT
    if answer.error == _NOT_ALLOWED:
        unknown = QT_TRANSLATE_NOOP(
            "core", "The desktop gives keys only to programs in its menu."
        )
        return words(unknown), INTO_THE_MENU
    return words(QT_TRANSLATE_NOOP("core", "The desktop refused.")), OWN_SHORTCUT


def _refused(combo: Combo, reason: Words, hint: Words = OWN_SHORTCUT) -> HotkeyError:
    return HotkeyError(
        words(
            QT_TRANSLATE_NOOP("core", "{combo} cannot be registered here."),
            combo=combo.label,
        ),
        reason,
        hint,
    )


def _nobody(_combo: Combo, _assignment: Assignment) -> None:
    """Stand in until somebody watches."""
