"""The physical keys, and the one chord that pastes, on macOS.

Nothing here waits: the key comes up again by the clock, and at the end of qtdesk.
"""

from collections.abc import Callable

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Clock, Pressed, Sight, Target, always
from qtdesk.core.words import NO_WORDS, Words
from qtdesk.platforms.macos.keycodes import ENTER, FLAGS, LEFT_KEY, code_of, mask
from qtdesk.platforms.macos.seam import Accessibility, Events, InputSources
from qtdesk.platforms.macos.targets import Targets

HOLD_S = 0.01
"""Between press and release; some programs miss a key that is up at once."""

_NOT_PRESSED = {
    Sight.BEHIND: Pressed.NOT_FRONT,
    Sight.GONE: Pressed.NOT_FRONT,
    Sight.OTHER_CONVERSATION: Pressed.OTHER_CONVERSATION,
    Sight.SILENT: Pressed.SILENT,
}


class MacKeyboard:
    """Implements `Keyboard`.

    The modifiers are part of the key's event and are never pressed as keys, so that
    none can stay down. Between the look at the target and the chord macOS may switch
    applications; no call of it makes the two one step.
    """

    def __init__(
        self,
        events: Events,
        sources: InputSources,
        accessibility: Accessibility,
        targets: Targets,
        clock: Clock,
    ) -> None:
        self._events = events
        self._sources = sources
        self._accessibility = accessibility
        self._targets = targets
        self._clock = clock
        self._down: list[tuple[int, int]] = []

    def held(self) -> frozenset[str]:
        flags = self._events.flags()
        names = {name for name, bit in FLAGS.items() if flags & bit}
        if any(self._events.is_down(code) for code in ENTER):
            names.add("enter")
        return frozenset(names)

    def obstacle(self, target: Target) -> Words:
        del target  # what macOS withholds, it withholds for every window
        return NO_WORDS

    def press(
        self,
        chord: Combo,
        target: Target,
        offered: Callable[[], bool] = always,
        times: int = 1,
    ) -> Pressed:
        # macOS drops events of a program without trust, and says nothing.
        if not self._accessibility.trusted() or self._events.secure_input():
            return Pressed.REFUSED
        code = code_of(chord.key, chord.modifiers, self._sources)
        if code is None or times > 1:
            return Pressed.REFUSED
        if self.held():
            return Pressed.KEYS_HELD
        if not offered():
            return Pressed.NOT_OFFERED
        # Last of all, because it is what may change without us.
        sight = self._targets.sight(target)
        if sight is not Sight.FRONT:
            return _NOT_PRESSED[sight]
        flags = mask(chord.modifiers, FLAGS) | mask(chord.modifiers, LEFT_KEY)
        self._events.post(code, flags, down=True)
        self._down.append((code, flags))
        self._clock.call_later(HOLD_S, self.let_go)
        return Pressed.SENT

    def let_go(self) -> None:
        """Release what is still down of our own."""
        down, self._down = self._down, []
        for code, flags in down:
            self._events.post(code, flags, down=False)
