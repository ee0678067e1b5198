"""The chord that pastes, pressed only where it belongs.

Windows has no way to look and press in one step. But all keys of a chord go out in one
call, which nobody's keys can come between, right behind the look.
"""

from collections.abc import Callable

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Pressed, Sight, Target, always
from qtdesk.platforms.windows.facts import Facts
from qtdesk.platforms.windows.inputs import Key, chord_inputs, release_inputs
from qtdesk.platforms.windows.keymap import Keymap
from qtdesk.platforms.windows.win32 import Keys


class WindowsKeyboard:
    """Implements `Keyboard`."""

    def __init__(self, keys: Keys, facts: Facts, keymap: Keymap) -> None:
        self._keys = keys
        self._facts = facts
        self._keymap = keymap

    def held(self) -> frozenset[str]:
        return self._keymap.held()

    def press(
        self, chord: Combo, target: Target, offered: Callable[[], bool] = always
    ) -> Pressed:
        thread = self._facts.thread(target)
        keys = self._keymap.chord(chord.modifiers, chord.key, thread)
        verdict = self._verdict(keys[-1], target)
        if verdict is not Pressed.SENT:
            return verdict
        if not offered():
            return Pressed.NOT_OFFERED
        # The last look, with nothing between it and the keys.
        if self._facts.front() != target.window:
            return Pressed.NOT_FRONT
        return self._strike(keys)

    def _verdict(self, key: Key, target: Target) -> Pressed:
        sight = self._facts.sight(target)
        if sight is Sight.OTHER_CONVERSATION:
            return Pressed.OTHER_CONVERSATION
        if sight is not Sight.FRONT:
            return Pressed.NOT_FRONT
        if self._facts.is_above_us(target):
            return Pressed.ELEVATED
        if self._keymap.held() or self._keys.is_down(key.number):
            return Pressed.KEYS_HELD
        return Pressed.SENT

    def _strike(self, keys: list[Key]) -> Pressed:
        """Press and release; whatever happens, nothing that we pressed stays down."""
        inputs = chord_inputs(keys)
        sent = self._keys.send(inputs)
        if sent < 2 * len(keys):
            # Cut short by a program that blocks input. An up too many does no harm.
            self._keys.send(release_inputs(keys[:sent]))
        return Pressed.SENT if sent >= len(keys) else Pressed.REFUSED
