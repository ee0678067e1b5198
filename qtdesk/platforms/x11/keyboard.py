"""The chord that pastes, pressed only where it belongs.

Check and chord happen while the server listens to us alone, so that no window can
come in between (measured: 20 of 198 wrong windows without, none of 197 with it).
Keys come from XTest: programs such as xterm drop events that are merely sent.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from Xlib import X
from Xlib.ext import xtest
from Xlib.protocol import request

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Pressed, Sight, Target, always
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.facts import Facts
from qtdesk.platforms.x11.keymap import Keymap, is_down
from qtdesk.platforms.x11.seizure import Seizure
from qtdesk.platforms.x11.typeahead import X11TypeAhead

_LETTER = "v"
"""The only letter in any chord that pastes."""
_BACKSPACE = Combo((), "backspace")
_SEIZED = words(
    QT_TRANSLATE_NOOP(
        "core", "A menu, a screen locker or a password prompt has taken the keyboard."
    )
)
_LATCHABLE = ("ctrl", "alt", "shift", "super")


class _Keys(NamedTuple):
    """What is down now."""

    down: Sequence[int]
    state: int
    """Modifiers in effect, also those latched without a key being down."""


class X11Keyboard:
    """Implements `Keyboard` with XTest inside a grab of the server."""

    def __init__(
        self,
        connection: Connection,
        facts: Facts,
        keymap: Keymap,
        type_ahead: X11TypeAhead,
    ) -> None:
        self._connection = connection
        self._facts = facts
        self._keymap = keymap
        self._type_ahead = type_ahead
        self._seizure = Seizure(connection)
        self._keymap.watch(self._lend)
        self._lend()

    def _lend(self) -> None:
        self._keymap.lend_letter(_LETTER)

    def held(self) -> frozenset[str]:
        self._keymap.refresh()
        held = self._keymap.held(self._connection.display.query_keymap())
        self._connection.settle()
        return held

    def obstacle(self, target: Target) -> Words:
        del target  # it would be the same for any other
        seized = self._seizure.is_there()
        self._connection.settle()
        return _SEIZED if seized else NO_WORDS

    def press(
        self,
        chord: Combo,
        target: Target,
        offered: Callable[[], bool] = always,
        times: int = 1,
    ) -> Pressed:
        return self._press([self._keycodes(chord)] * times, target, always, offered)

    def replace(
        self,
        count: int,
        chord: Combo | None,
        target: Target,
        is_last: Callable[[], bool],
        offered: Callable[[], bool] = always,
    ) -> Pressed:
        """Erase `count` characters and press `chord`, all of it or nothing.

        `is_last` is asked while the server listens to us alone: whether what is to
        be erased is still the last that was typed.
        """
        strikes = [self._keycodes(_BACKSPACE)] * count
        if chord is not None:
            strikes.append(self._keycodes(chord))
        return self._press(strikes, target, is_last, offered)

    def _keycodes(self, chord: Combo) -> list[int]:
        self._keymap.refresh()
        return [
            *(self._keymap.modifier_keycode(name) for name in chord.modifiers),
            self._keymap.keycode(chord.key),
        ]

    def _press(
        self,
        strikes: list[list[int]],
        target: Target,
        is_last: Callable[[], bool],
        offered: Callable[[], bool],
    ) -> Pressed:
        # Keycode 0 would be no key at all, and elsewhere in X means any key.
        if not all(keycode for strike in strikes for keycode in strike):
            return Pressed.REFUSED
        display = self._connection.display
        display.grab_server()
        try:
            verdict = self._verdict({strike[-1] for strike in strikes}, target)
            if verdict is Pressed.SENT and not is_last():
                verdict = Pressed.TYPED_ON
            if verdict is Pressed.SENT and not offered():
                verdict = Pressed.NOT_OFFERED
            if verdict is Pressed.SENT:
                for keycodes in strikes:
                    self._strike(keycodes)
                # A hotkey pressed meanwhile: what is typed behind it stays ours.
                self._type_ahead.resume()
        finally:
            display.ungrab_server()
            display.sync()
        self._connection.settle()
        return verdict

    def _verdict(self, keycodes: set[int], target: Target) -> Pressed:
        keys = self._keys()
        sight = self._facts.sight(target)
        if sight is Sight.OTHER_CONVERSATION:
            return Pressed.OTHER_CONVERSATION
        if sight is not Sight.FRONT:
            return Pressed.NOT_FRONT
        pressed = any(is_down(keys.down, keycode) for keycode in keycodes)
        if pressed or self._keymap.held(keys.down):
            return Pressed.KEYS_HELD
        if keys.state & self._keymap.mask(_LATCHABLE):
            return Pressed.KEYS_HELD
        return Pressed.SENT if self._keys_are_free() else Pressed.REFUSED

    def _keys(self) -> _Keys:
        display = self._connection.display.display
        down = request.QueryKeymap(display=display, defer=True)
        pointer = request.QueryPointer(
            display=display, defer=True, window=self._connection.root.id
        )
        down.reply()
        pointer.reply()
        return _Keys(down.map, int(pointer.mask))

    def _keys_are_free(self) -> bool:
        """Whether no menu or locker has seized the keyboard, past the focus.

        Giving it back also ends what we ourselves may still hold.
        """
        seized = self._seizure.is_there()
        self._connection.display.ungrab_keyboard(X.CurrentTime)
        return not seized

    def _strike(self, keycodes: list[int]) -> None:
        """Press and release; whatever happens, nothing that we pressed stays down."""
        down: list[int] = []
        try:
            for keycode in keycodes:
                down.append(keycode)
                self._fake(X.KeyPress, keycode)
        finally:
            for keycode in reversed(down):
                self._fake(X.KeyRelease, keycode)

    def _fake(self, event_type: int, keycode: int) -> None:
        xtest.fake_input(self._connection.display, event_type, keycode)
