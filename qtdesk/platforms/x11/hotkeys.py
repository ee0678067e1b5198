"""Key combinations grabbed from the X server, one by one.

The grab freezes the keyboard from the very press until we have taken it: no key
typed behind a hotkey can slip into the window in front, however slow we are. The
path from the press to the thaw is therefore as short as can be; should this process
die, the server thaws by itself.
"""

from collections.abc import Callable

from Xlib import X, error
from Xlib.protocol.rq import Event

from qtdesk.core.combos import Combo, refuse_what_people_type
from qtdesk.core.errors import HotkeyError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.keymap import Keymap, is_down
from qtdesk.platforms.x11.typeahead import X11TypeAhead

_HOLD_LOOK_S = 0.02
"""How often to look whether a hotkey is still down."""
_SOONEST_REPEAT_MS = 100
"""The usual delay before a key repeats is 660 ms; 200 ms is already very short."""


class _Registration:
    def __init__(self, combo: Combo, pressed: Callable[[], None], opens: bool) -> None:
        self.combo = combo
        self.pressed = pressed
        self.opens = opens
        self.keycode = 0
        self.mask = 0
        self.locks: tuple[int, ...] = ()
        """The states of the locks with which it is grabbed; none where it is not."""

    @property
    def place(self) -> tuple[int, int, tuple[int, ...]]:
        """What the server knows of it."""
        return self.keycode, self.mask, self.locks


class X11Hotkeys:
    """Implements `Hotkeys` with passive grabs on the root window."""

    def __init__(
        self, connection: Connection, keymap: Keymap, type_ahead: X11TypeAhead
    ) -> None:
        self._connection = connection
        self._keymap = keymap
        self._type_ahead = type_ahead
        self._registrations: dict[Combo, _Registration] = {}
        self._held = 0
        """Keycode of the hotkey that is down, so that its repeats are known."""
        self._pressed_at = 0
        """The server's time of its press."""
        connection.listen(X.KeyPress, self._on_press)
        connection.listen(X.KeyRelease, self._on_release)
        keymap.watch(self._grab_again)

    def register(
        self, combo: Combo, pressed: Callable[[], None], *, opens: bool = True
    ) -> None:
        refuse_what_people_type(combo)
        self._keymap.refresh()
        self.unregister(combo)
        registration = _Registration(combo, pressed, opens)
        if not self._locate(registration):
            raise HotkeyError(
                words(
                    QT_TRANSLATE_NOOP("core", "This keyboard has no key for {combo}."),
                    combo=combo.label,
                ),
                hint=words(
                    QT_TRANSLATE_NOOP("core", "Choose another key combination.")
                ),
            )
        if not self._grab(registration):
            raise HotkeyError(
                words(
                    QT_TRANSLATE_NOOP("core", "{combo} is taken by another program."),
                    combo=combo.label,
                ),
                hint=words(
                    QT_TRANSLATE_NOOP(
                        "core", "Choose another key combination, or free it there."
                    )
                ),
            )
        self._registrations[combo] = registration

    def unregister(self, combo: Combo) -> None:
        registration = self._registrations.pop(combo, None)
        if registration is not None:
            self._ungrab(registration)
            self._connection.settle()

    def _locate(self, registration: _Registration) -> bool:
        registration.keycode = self._keymap.keycode(registration.combo.key)
        registration.mask = self._keymap.mask(registration.combo.modifiers)
        return bool(registration.keycode)

    def _grab(self, registration: _Registration) -> bool:
        """Grab with every state of the locks, or not at all."""
        refusals = error.CatchError(error.BadAccess)
        registration.locks = tuple(self._keymap.lock_masks)
        for locks in registration.locks:
            self._connection.root.grab_key(
                registration.keycode,
                registration.mask | locks,
                False,
                X.GrabModeAsync,
                X.GrabModeSync,
                onerror=refusals,
            )
        self._connection.display.sync()
        if refusals.get_error():
            self._ungrab(registration)
        self._connection.settle()
        return not refusals.get_error()

    def _ungrab(self, registration: _Registration) -> None:
        self._give_back(*registration.place)
        registration.locks = ()

    def _give_back(self, keycode: int, mask: int, locks: tuple[int, ...]) -> None:
        for lock in locks:
            self._connection.root.ungrab_key(keycode, mask | lock)
        self._connection.display.sync()

    def _grab_again(self) -> None:
        """Follow the layout: the same key may now be elsewhere.

        A combination that the new layout has no key for comes back with the next. One
        whose key is where it was stays grabbed throughout: servers tell of a new
        keyboard map at the first key of each device, which may be the hotkey itself.
        """
        locks = tuple(self._keymap.lock_masks)
        moved = []
        for registration in self._registrations.values():
            old = registration.place
            located = self._locate(registration)
            if not located or old != (registration.keycode, registration.mask, locks):
                # All that moved go first: one may come to where another was.
                self._give_back(*old)
                registration.locks = ()
                moved += [registration] * located
        for registration in moved:
            self._grab(registration)

    def _on_press(self, event: Event) -> None:
        keycode = int(event.detail)
        registration = self._registered(keycode, int(event.state))
        if registration is None:
            if self._type_ahead.owns(event):
                self._type_ahead.feed(event)
            else:
                self._thaw()
        elif self._is_repeat(event):
            if not self._type_ahead.owns(event):
                self._swallow()
        else:
            self._held = keycode
            self._pressed_at = int(event.time)
            if not registration.opens or not self._type_ahead.begin(
                registration.combo, keycode
            ):
                self._thaw()
            self._connection.clock.call_later(_HOLD_LOOK_S, self._look_at_held)
            registration.pressed()

    def _is_repeat(self, event: Event) -> bool:
        """Whether the key has been down all the time.

        Its release may have gone to another window unseen. No keyboard repeats so
        soon after a press; a quick hand does.
        """
        since = int(event.time) - self._pressed_at
        return event.detail == self._held and since >= _SOONEST_REPEAT_MS

    def _on_release(self, event: Event) -> None:
        if event.detail == self._held:
            self._held = 0
        if self._type_ahead.owns(event):
            self._type_ahead.feed(event)

    def _thaw(self) -> None:
        """End a freeze without taking the keyboard; the grab ends with the key."""
        self._connection.display.allow_events(X.AsyncKeyboard, X.CurrentTime)
        self._connection.display.flush()

    def _swallow(self) -> None:
        """End what a repeat has begun: its grab, that would last as long as the key.

        The window with the focus would do without the keyboard, and our own panel
        close for want of it.
        """
        self._connection.display.ungrab_keyboard(X.CurrentTime)
        self._connection.display.flush()

    def _look_at_held(self) -> None:
        """Notice a release that went to another window, after the keyboard did."""
        if not self._held:
            return
        if is_down(self._connection.display.query_keymap(), self._held):
            self._connection.clock.call_later(_HOLD_LOOK_S, self._look_at_held)
        else:
            self._held = 0
        self._connection.settle()

    def _registered(self, keycode: int, state: int) -> _Registration | None:
        modifiers = self._keymap.modifiers_in(state)
        for registration in self._registrations.values():
            if (
                registration.keycode == keycode
                and registration.combo.modifiers == modifiers
            ):
                return registration
        return None
