"""The keyboard layout in use: which key gives what, and which keys are modifiers.

Answers from memory; reads the server's map again after it has changed.
"""

from collections.abc import Callable, Sequence
from itertools import combinations

from Xlib import X
from Xlib.protocol.rq import Event

from qtdesk.core.combos import MODIFIERS
from qtdesk.platforms.x11 import keysyms
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.xkb import KeyboardExtension, KeySyms

_CORE_MASKS = {
    "shift": X.ShiftMask,
    "ctrl": X.ControlMask,
    "alt": X.Mod1Mask,
    "super": X.Mod4Mask,
}
_NO_KEY = KeySyms((), 0)


class Keymap:
    """Keys, groups (layouts) and modifiers of the core keyboard."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._extension = KeyboardExtension(connection.display)
        self._watchers: list[Callable[[], None]] = []
        self._lent: tuple[int, tuple[int, ...]] | None = None
        self._read()
        connection.listen(self._extension.change_event, self._on_change)

    def watch(self, changed: Callable[[], None]) -> None:
        """Call `changed` after another layout or another group came into use."""
        self._watchers.append(changed)

    def refresh(self) -> None:
        """Read the map again if news of a change has arrived but not been handled."""
        # The answer comes behind all events before it.
        group = self._extension.group()
        if self._connection.take(self._is_change) or group != self.group:
            self._announce()

    def keycode(self, key: str) -> int:
        """The key for a name as in `Combo.key`; 0 where this keyboard has none.

        What the active group gives counts first, then any group, then the place the
        character has on a US keyboard: programs look for Latin shortcuts there.
        """
        symbol = keysyms.symbol_of(key)
        place = keysyms.us_position(symbol)
        if self._keys.get(place, _NO_KEY).groups:
            return self._giving(symbol) or place
        return self._giving(symbol)

    def lend_letter(self, letter: str) -> None:
        """Add a Latin letter to its US place, as a second group, where it is missing.

        For layouts without Latin letters only. Toolkits look for the letter of a
        shortcut in the other groups of the same key, as if `us` were installed, too;
        Chromium goes by the place. What the key types does not change.
        """
        symbol = keysyms.symbol_of(letter)
        place = keysyms.us_position(symbol)
        own = self._keys.get(place, _NO_KEY).groups
        if len(own) == 1 and not self._giving(symbol):
            plain, shifted = (*own[0], 0, 0)[:2]
            self._lent = (place, (plain, shifted))
            self._map_key(place, (plain, shifted, symbol, ord(letter.upper())))

    def take_back(self) -> None:
        """End what `lend_letter` did."""
        if self._lent is not None:
            self._map_key(*self._lent)
            self._lent = None

    def _map_key(self, keycode: int, symbols: tuple[int, ...]) -> None:
        self._connection.display.change_keyboard_mapping(keycode, [symbols])
        self._read()

    def _giving(self, symbol: int) -> int:
        """The key that gives `symbol`, by the active group if it can; 0 for none."""
        groups = (self.group, *(group for group in range(4) if group != self.group))
        for group in groups if symbol else ():
            for deepest in (1, 4):
                for keycode, key_symbols in self._keys.items():
                    if symbol in key_symbols.of_group(group)[:deepest]:
                        return keycode
        return 0

    def mask(self, modifiers: tuple[str, ...]) -> int:
        """The modifiers as the core protocol's bits."""
        return sum(self._masks[name] for name in modifiers)

    @property
    def layout(self) -> object:
        """Equal as long as every key gives what it gave."""
        return self.group, self._keys

    @property
    def level_mask(self) -> int:
        """The modifier besides Shift that chooses another character of a key."""
        return self._level_3

    @property
    def repeat_delay_ms(self) -> int:
        """From this long on, a key that is held may have been repeated."""
        return self._repeat_delay_ms

    def modifiers_in(self, state: int) -> tuple[str, ...]:
        return tuple(name for name in MODIFIERS if state & self._masks[name])

    def modifier_of(self, keycode: int) -> str:
        """The modifier this key is, or an empty string."""
        return self._modifier_keys.get(keycode, "")

    def is_modifier(self, keycode: int) -> bool:
        """Whether this key types nothing by itself, locks and level shifts included."""
        return keysyms.is_modifier(self._plain(keycode))

    def is_shifting(self, keycode: int) -> bool:
        """Whether this modifier only chooses among the characters of other keys."""
        return keysyms.is_shifting(self._plain(keycode))

    def _plain(self, keycode: int) -> int:
        levels = self._keys.get(keycode, _NO_KEY).of_group(self.group)
        return _level(levels, 0)

    def modifier_keycode(self, name: str) -> int:
        """A key that is this modifier, preferably the left one; 0 for none."""
        mask_bit = self._masks[name].bit_length() - 1
        return next((code for code in self._rows[mask_bit] if code), 0)

    def held(self, keymap: Sequence[int]) -> frozenset[str]:
        """Names of the modifiers and of Enter among the keys down in `keymap`."""
        down = {code for code in self._watched_keys if is_down(keymap, code)}
        return frozenset(self._watched_keys[code] for code in down)

    def name(self, keycode: int, state: int) -> str:
        """The name of a pressed key as in `Combo.key`, or an empty string."""
        symbol = self._symbol(keycode, state)
        if keysyms.is_keypad(symbol):
            return keysyms.name_of(symbol)
        key = self._keys.get(keycode, _NO_KEY)
        groups = (_group_in(state), *range(len(key.groups)))
        names = (keysyms.name_of((*key.of_group(group), 0)[0]) for group in groups)
        return next((name for name in names if name), "")

    def text(self, keycode: int, state: int) -> str:
        """What a pressed key types, without regard to Ctrl, Alt and Super."""
        return keysyms.text_of(self._symbol(keycode, state))

    def _symbol(self, keycode: int, state: int) -> int:
        levels = self._keys.get(keycode, _NO_KEY).of_group(_group_in(state))
        shift = bool(state & X.ShiftMask)
        base = 0
        if any(keysyms.is_keypad(symbol) for symbol in levels[:2]):
            shift ^= bool(state & self._num_lock)
        elif state & self._level_3 and any(levels[2:]):
            base = 2
        plain = _level(levels, base)
        if state & X.LockMask and keysyms.text_of(plain).isalpha():
            shift = not shift
        return _level(levels, base + shift) or plain

    def _on_change(self, event: Event) -> None:
        if self._is_change(event):
            # One change of layout comes as a burst; one reading serves all of it.
            self._connection.take(self._is_change)
            self._announce()

    def _is_change(self, event: Event) -> bool:
        if event.type != self._extension.change_event:
            return False
        return self._extension.group_in(event) != self.group

    def _announce(self) -> None:
        self._read()
        for changed in tuple(self._watchers):
            changed()

    def _read(self) -> None:
        self.group = self._extension.group()
        self._repeat_delay_ms = self._extension.repeat_delay_ms()
        self._keys = self._extension.symbols()
        rows = self._connection.display.get_modifier_mapping()
        self._rows = [[int(code) for code in row] for row in rows]
        self._masks = dict(_CORE_MASKS)
        self._masks["alt"] = self._row_mask(keysyms.ALT) or X.Mod1Mask
        self._masks["super"] = self._row_mask(keysyms.SUPER) or X.Mod4Mask
        self._num_lock = self._row_mask({keysyms.NUM_LOCK})
        self._level_3 = self._row_mask(keysyms.LEVEL_3)
        locks = X.LockMask, self._num_lock, self._row_mask({keysyms.SCROLL_LOCK})
        self.lock_masks = _unions({mask for mask in locks if mask})
        self._modifier_keys = self._name_modifier_keys(sum(set(locks)))
        enter = {
            code: "enter"
            for code, key in self._keys.items()
            if any(keysyms.ENTER & set(levels) for levels in key.groups)
        }
        self._watched_keys = enter | self._modifier_keys

    def _row_mask(self, symbols: frozenset[int] | set[int]) -> int:
        """The bit of the row of modifiers that holds one of `symbols`, or 0."""
        for number, row in enumerate(self._rows):
            for code in row:
                levels = self._keys.get(code, _NO_KEY).groups
                if any(symbols & set(group) for group in levels):
                    return 1 << number
        return 0

    def _name_modifier_keys(self, locks: int) -> dict[int, str]:
        names = {mask: name for name, mask in self._masks.items()}
        return {
            # What has no name of its own, such as AltGr, spoils a chord like Alt.
            code: names.get(1 << number, "alt")
            for number, row in enumerate(self._rows)
            if not locks & 1 << number
            for code in row
            if code
        }


def is_down(keymap: Sequence[int], keycode: int) -> bool:
    """Whether a key is down in the answer to QueryKeymap."""
    return bool(keymap[keycode // 8] >> keycode % 8 & 1)


def _group_in(state: int) -> int:
    return state >> 13 & 3


def _level(levels: tuple[int, ...], level: int) -> int:
    return levels[level] if level < len(levels) else 0


def _unions(masks: set[int]) -> tuple[int, ...]:
    return tuple(
        sum(chosen)
        for size in range(len(masks) + 1)
        for chosen in combinations(sorted(masks), size)
    )
