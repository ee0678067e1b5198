"""Keys typed right behind the hotkey, kept from the window in front.

Holds the keyboard from the hotkey press until somebody takes over, never longer than
a moment. Handed over is what is pressed from then on: the hotkey's own key and its
modifiers are left out, and of keys that were down before, the release too.
"""

from collections import deque
from collections.abc import Callable

from Xlib import X
from Xlib.protocol.rq import Event

from qtdesk.core.combos import MODIFIERS, Combo
from qtdesk.core.ports import Stroke
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.keymap import Keymap

LONGEST_S = 1.5
"""A keyboard that nobody takes over goes back to the window in front."""


class X11TypeAhead:
    """Implements `TypeAhead` with an active grab of the keyboard."""

    def __init__(self, connection: Connection, keymap: Keymap) -> None:
        self._connection = connection
        self._keymap = keymap
        # Must be mapped to hold a grab, lies beside the screen, and shows nothing.
        self._window = connection.invisible_window()
        self._window.change_attributes(override_redirect=True)
        self._window.map()
        self._typed: Callable[[Stroke], None] | None = None
        self._waiting: deque[Stroke] = deque()
        self._down: set[int] = set()
        self._leftover: set[str] = set()
        self._hotkey: tuple[int, tuple[str, ...]] = (0, ())
        self._hotkey_down = False
        self._active = False
        self._cancel_net: Callable[[], None] = lambda: None

    def listen(self, typed: Callable[[Stroke], None]) -> None:
        self._typed = typed
        self._hand_over()

    def release(self) -> None:
        self._cancel_net()
        if not self._active:
            return
        # Frozen, so that no key can go by between the look and the letting go.
        self._active = self._grab(X.GrabModeSync)
        under_way, pressed_again = self._under_way()
        if pressed_again:
            # What comes behind it belongs to the next opening, which begins soon.
            self._active = self._grab()
            clock = self._connection.clock
            self._cancel_net = clock.call_later(LONGEST_S, self.release)
        else:
            self._active = False
            self._connection.display.ungrab_keyboard(X.CurrentTime)
            self._connection.display.sync()
        for event in under_way:
            self.feed(event)
        self._connection.settle()

    def may_have_missed(self) -> bool:
        """Never: the server holds all keys back from the press on."""
        return False

    def begin(self, combo: Combo, keycode: int) -> bool:
        """Take the keyboard; False where the server refuses.

        Ends the freeze that a hotkey press begins. The keys pressed meanwhile have
        waited inside the server, so that none of them reached another window.
        """
        self._cancel_net()
        self._active = self._grab()
        self._waiting.clear()
        self._down.clear()
        self._hotkey = (keycode, combo.modifiers)
        self._hotkey_down = True
        self._leftover = set(combo.modifiers)
        if self._active:
            clock = self._connection.clock
            self._cancel_net = clock.call_later(LONGEST_S, self.release)
        return self._active

    def resume(self) -> None:
        """Take the keyboard again, after it was needed for a chord."""
        if self._active:
            self._active = self._grab()

    def _grab(self, mode: int = X.GrabModeAsync) -> bool:
        status = self._window.grab_keyboard(
            owner_events=False,
            pointer_mode=X.GrabModeAsync,
            keyboard_mode=mode,
            time=X.CurrentTime,
        )
        return bool(status == X.GrabSuccess)

    def owns(self, event: Event) -> bool:
        """Whether `event` is a key of ours; hotkeys arrive at the root window."""
        return event.type in {X.KeyPress, X.KeyRelease} and event.window == self._window

    def feed(self, event: Event) -> None:
        """Take one key in, in the order of arrival."""
        self._note_release(event)
        stroke = self._stroke(event)
        if stroke is not None:
            self._waiting.append(stroke)
            self._hand_over()

    def _under_way(self) -> tuple[list[Event], bool]:
        """Keys that wait to be handled, and whether the hotkey follows once more.

        That, and what is typed behind it, is left for the event loop.
        """
        pressed_again = False

        def is_wanted(event: Event) -> bool:
            nonlocal pressed_again
            if pressed_again or not self.owns(event):
                return False
            pressed_again = self._is_hotkey(event) and not self._hotkey_down
            self._note_release(event)
            return not pressed_again

        taken = self._connection.take(is_wanted)
        return [event for event in taken if not self._is_hotkey(event)], pressed_again

    def _is_hotkey(self, event: Event) -> bool:
        """Whether `event` is the hotkey, pressed or repeating."""
        keycode, modifiers = self._hotkey
        return (
            event.type == X.KeyPress
            and event.detail == keycode
            and self._keymap.modifiers_in(int(event.state)) == modifiers
        )

    def _note_release(self, event: Event) -> None:
        if event.type == X.KeyRelease and event.detail == self._hotkey[0]:
            self._hotkey_down = False

    def _hand_over(self) -> None:
        while self._typed is not None and self._waiting:
            self._typed(self._waiting.popleft())

    def _stroke(self, event: Event) -> Stroke | None:
        keycode, down = int(event.detail), event.type == X.KeyPress
        modifier = self._keymap.modifier_of(keycode)
        if modifier:
            # Released, or pressed anew: no longer a remainder of the hotkey.
            self._leftover.discard(modifier)
            return None
        if not down and keycode not in self._down:
            return None
        (self._down.add if down else self._down.discard)(keycode)
        rest = tuple(name for name in MODIFIERS if name in self._leftover)
        state = int(event.state) & ~self._keymap.mask(rest)
        modifiers = self._keymap.modifiers_in(state)
        name = self._keymap.name(keycode, state)
        text = self._keymap.text(keycode, state)
        if not name and not text:
            return None
        typing = not set(modifiers) - {"shift"}
        return Stroke(down, name, text if typing else "", modifiers)
