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
        self._active = False
        self._cancel_net: Callable[[], None] = lambda: None

    def listen(self, typed: Callable[[Stroke], None]) -> None:
        self._typed = typed
        self._hand_over()

    def release(self) -> None:
        self._cancel_net()
        if not self._active:
            return
        self._active = False
        self._connection.display.ungrab_keyboard(X.CurrentTime)
        self._connection.display.sync()
        for event in self._connection.take(self._is_under_way):
            self.feed(event)
        self._connection.settle()

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
        self._leftover = set(combo.modifiers)
        if self._active:
            clock = self._connection.clock
            self._cancel_net = clock.call_later(LONGEST_S, self.release)
        return self._active

    def resume(self) -> None:
        """Take the keyboard again, after it was needed for a chord."""
        if self._active:
            self._active = self._grab()

    def _grab(self) -> bool:
        status = self._window.grab_keyboard(
            owner_events=False,
            pointer_mode=X.GrabModeAsync,
            keyboard_mode=X.GrabModeAsync,
            time=X.CurrentTime,
        )
        return bool(status == X.GrabSuccess)

    def owns(self, event: Event) -> bool:
        """Whether `event` is a key of ours; hotkeys arrive at the root window."""
        return event.type in {X.KeyPress, X.KeyRelease} and event.window == self._window

    def feed(self, event: Event) -> None:
        """Take one key in, in the order of arrival."""
        stroke = self._stroke(event)
        if stroke is not None:
            self._waiting.append(stroke)
            self._hand_over()

    def _is_under_way(self, event: Event) -> bool:
        """Whether `event` is a stroke; the hotkey once more is for the event loop."""
        keycode, modifiers = self._hotkey
        if not self.owns(event):
            return False
        if event.detail != keycode:
            return True
        return (
            event.type == X.KeyPress
            and self._keymap.modifiers_in(int(event.state)) != modifiers
        )

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
