"""The chord that pastes, and what erases a typed code, pressed only where they belong.

Windows has no way to look and press in one step. But all keys go out in one call, right
behind the look.
"""

from collections.abc import Callable, Sequence

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Pressed, Sight, Target, always
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words
from qtdesk.platforms.windows.facts import Facts
from qtdesk.platforms.windows.inputs import Key, chord_inputs, release_inputs
from qtdesk.platforms.windows.keymap import Keymap
from qtdesk.platforms.windows.pings import Pings
from qtdesk.platforms.windows.win32 import Keys

_BACKSPACE = Combo((), "backspace")


class WindowsKeyboard:
    """Implements `Keyboard`."""

    def __init__(self, keys: Keys, facts: Facts, keymap: Keymap, pings: Pings) -> None:
        self._keys = keys
        self._facts = facts
        self._keymap = keymap
        self._pings = pings

    def held(self) -> frozenset[str]:
        return self._keymap.held()

    def obstacle(self, target: Target) -> Words:
        if not self._facts.is_above_us(target):
            return NO_WORDS
        return words(
            QT_TRANSLATE_NOOP(
                "core", "{app} runs as administrator and takes no keys from others."
            ),
            app=target.called,
        )

    def press(
        self,
        chord: Combo,
        target: Target,
        offered: Callable[[], bool] = always,
        times: int = 1,
    ) -> Pressed:
        return self._press([chord] * times, target, always, offered)

    def replace(
        self,
        count: int,
        chord: Combo | None,
        target: Target,
        is_last: Callable[[], bool],
        offered: Callable[[], bool] = always,
    ) -> Pressed:
        """Erase `count` characters and press `chord`, in one call or not at all.

        `is_last` tells whether what is to be erased is still the last that was typed;
        it is asked as late as can be.
        """
        chords = [_BACKSPACE] * count
        if chord is not None:
            chords.append(chord)
        return self._press(chords, target, is_last, offered)

    def _press(
        self,
        chords: Sequence[Combo],
        target: Target,
        is_last: Callable[[], bool],
        offered: Callable[[], bool],
    ) -> Pressed:
        thread = self._facts.thread(target)
        strikes = [
            self._keymap.chord(chord.modifiers, chord.key, thread) for chord in chords
        ]
        verdict = self._verdict({keys[-1] for keys in strikes}, target)
        if verdict is not Pressed.SENT:
            return verdict
        if not offered():
            return Pressed.NOT_OFFERED
        if not is_last():
            return Pressed.TYPED_ON
        # The last look, with nothing between it and the keys.
        if self._facts.front() != target.window:
            return Pressed.NOT_FRONT
        return self._strike(strikes)

    def _verdict(self, keys: set[Key], target: Target) -> Pressed:
        sight = self._facts.sight(target)
        if sight is Sight.OTHER_CONVERSATION:
            return Pressed.OTHER_CONVERSATION
        if sight is not Sight.FRONT:
            return Pressed.NOT_FRONT
        if self._facts.is_above_us(target):
            return Pressed.ELEVATED
        if self._keymap.held() or any(self._keys.is_down(key.number) for key in keys):
            return Pressed.KEYS_HELD
        return Pressed.SENT

    def _strike(self, strikes: Sequence[Sequence[Key]]) -> Pressed:
        """Press and release; whatever happens, nothing that we pressed stays down."""
        got_through = self._keys.send(b"".join(map(chord_inputs, strikes)))
        self._pings.note_sent(got_through)
        for keys in strikes:
            sent = min(got_through, 2 * len(keys))
            got_through -= sent
            if sent < 2 * len(keys):
                # Cut short by a program that blocks input. An up too many is harmless.
                self._keys.send(release_inputs(keys[:sent]))
                done = sent >= len(keys) and keys is strikes[-1]
                return Pressed.SENT if done else Pressed.REFUSED
        return Pressed.SENT
