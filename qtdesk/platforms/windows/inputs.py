"""Keys as `SendInput` takes them: arrays of INPUT structures, in bytes.

Written by hand, so that every system can check them.
"""

import struct
from collections.abc import Iterable
from typing import NamedTuple

_INPUT = struct.Struct("<I4x HHII4xQ 8x")
"""Kind, padding; key, scan code, flags, time, padding, extra; the rest of the union."""
INPUT_SIZE = _INPUT.size

_KEYBOARD = 1
_EXTENDED_KEY = 0x0001
_KEY_UP = 0x0002

_EXTENDED_KEYS = frozenset(
    {
        # The block above the arrows, the arrows, Print, and the right-hand modifiers.
        *range(0x21, 0x29),
        *(0x2C, 0x2D, 0x2E),
        *(0x5B, 0x5C, 0x5D),
        *(0x6F, 0x90, 0xA3, 0xA5),
    }
)
"""Without their flag these are the keys of the number pad, as NumLock has them."""


class Key(NamedTuple):
    """A key as programs know it, and where it is on the keyboard."""

    number: int
    scan_code: int


def key_input(key: Key, *, up: bool) -> bytes:
    """One key going down or up."""
    flags = _EXTENDED_KEY if key.number in _EXTENDED_KEYS else 0
    flags |= _KEY_UP if up else 0
    return _INPUT.pack(_KEYBOARD, key.number, key.scan_code, flags, 0, 0)


def chord_inputs(keys: Iterable[Key]) -> bytes:
    """All of `keys` going down in order, and up in the opposite order."""
    order = list(keys)
    downs = [key_input(key, up=False) for key in order]
    return b"".join(downs) + release_inputs(order)


def release_inputs(keys: Iterable[Key]) -> bytes:
    """All of `keys` going up, the last one first."""
    return b"".join(key_input(key, up=True) for key in reversed(list(keys)))
