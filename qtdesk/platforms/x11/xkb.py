"""The six requests of the X keyboard extension that the backend needs.

python-xlib does not speak this extension. Only bytes in here; what they mean for
keys and texts is the keymap's business.
"""

import struct
from typing import NamedTuple

from Xlib.display import Display
from Xlib.protocol import rq
from Xlib.protocol.rq import Event

from qtdesk.core.errors import DesktopError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

_NAME = "XKEYBOARD"
_CORE_KEYBOARD = 0x100
_KEY_SYMS = 1 << 1
_NEW_KEYBOARD_NOTIFY, _MAP_NOTIFY, _STATE_NOTIFY = 1 << 0, 1 << 1, 1 << 2
_ALL_OF_THE_MAP = 0xFF
_GROUP_STATE = 1 << 4
_MODIFIER_STATE = 1 << 0
_STATE_EVENT = 2
_DETECTABLE_AUTO_REPEAT = 1
_HEAD = 40
_KEY_HEAD = 8

_ANSWER = rq.Struct(
    rq.ReplyCode(),
    rq.Card8("detail"),
    rq.Card16("sequence_number"),
    rq.ReplyLength(),
    rq.Binary("body", 0),
)


class _UseExtension(rq.ReplyRequest):
    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(0),
        rq.RequestLength(),
        rq.Card16("major"),
        rq.Card16("minor"),
    )
    _reply = _ANSWER


class _SelectEvents(rq.Request):
    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(1),
        rq.RequestLength(),
        rq.Card16("device"),
        rq.Card16("affect_which"),
        rq.Card16("clear"),
        rq.Card16("select_all"),
        rq.Card16("affect_map"),
        rq.Card16("map"),
        rq.Card16("affect_state"),
        rq.Card16("state"),
    )


class _GetState(rq.ReplyRequest):
    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(4),
        rq.RequestLength(),
        rq.Card16("device"),
        rq.Pad(2),
    )
    _reply = _ANSWER


class _GetControls(rq.ReplyRequest):
    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(6),
        rq.RequestLength(),
        rq.Card16("device"),
        rq.Pad(2),
    )
    _reply = _ANSWER


class _GetMap(rq.ReplyRequest):
    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(8),
        rq.RequestLength(),
        rq.Card16("device"),
        rq.Card16("full"),
        rq.Card16("partial"),
        rq.Pad(18),
    )
    _reply = _ANSWER


class _PerClientFlags(rq.ReplyRequest):
    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(21),
        rq.RequestLength(),
        rq.Card16("device"),
        rq.Pad(2),
        rq.Card32("change"),
        rq.Card32("value"),
        rq.Pad(12),
    )
    _reply = _ANSWER


class _Notify(rq.Event):
    """A change of the map, of the active group, or of the modifiers."""

    _code = None
    _fields = rq.Struct(
        rq.Card8("type"),
        rq.Card8("xkb_type"),
        rq.Card16("sequence_number"),
        rq.Binary("rest", 0),
    )


class KeySyms(NamedTuple):
    """The symbols of one key: `groups[group][level]`."""

    groups: tuple[tuple[int, ...], ...]
    group_info: int

    def of_group(self, group: int) -> tuple[int, ...]:
        """The levels that count while `group` is active; keys may have fewer groups."""
        count = len(self.groups)
        if not count:
            return ()
        if group >= count:
            rule = self.group_info & 0xC0
            if rule == 0x40:  # noqa: PLR2004 - the protocol's ClampIntoRange
                group = count - 1
            elif rule == 0x80:  # noqa: PLR2004 - the protocol's RedirectIntoRange
                group = (self.group_info >> 4) & 3
            else:
                group %= count
        return self.groups[group if group < count else 0]


class KeyboardExtension:
    """The extension on one connection."""

    def __init__(self, display: Display) -> None:
        """Introduce ourselves, so that events carry the true group.

        From then on a key that is held repeats as presses without releases, and the
        core protocol's MappingNotify gives way to `change_event`.

        Raises:
            DesktopError: the server does not know the extension.
        """
        found = display.query_extension(_NAME)
        if found is None or not found.present:
            raise DesktopError(
                words(
                    QT_TRANSLATE_NOOP(
                        "core", "The X server does not tell keyboard layouts."
                    )
                )
            )
        self._display = display.display
        self._opcode = int(found.major_opcode)
        self.change_event = int(found.first_event)
        self._display.add_extension_event(self.change_event, _Notify)
        _UseExtension(self._display, opcode=self._opcode, major=1, minor=0)
        _PerClientFlags(
            self._display,
            opcode=self._opcode,
            device=_CORE_KEYBOARD,
            change=_DETECTABLE_AUTO_REPEAT,
            value=_DETECTABLE_AUTO_REPEAT,
        )
        self._select(_GROUP_STATE)

    def _select(self, state: int) -> None:
        _SelectEvents(
            self._display,
            opcode=self._opcode,
            device=_CORE_KEYBOARD,
            affect_which=_NEW_KEYBOARD_NOTIFY | _MAP_NOTIFY | _STATE_NOTIFY,
            clear=0,
            select_all=_NEW_KEYBOARD_NOTIFY,
            affect_map=_ALL_OF_THE_MAP,
            map=_ALL_OF_THE_MAP,
            affect_state=state,
            state=state,
        )

    def tell_modifiers(self) -> None:
        """Have `change_event` come for every change of the modifiers, too."""
        self._select(_GROUP_STATE | _MODIFIER_STATE)

    def modifiers_in(self, event: Event) -> int | None:
        """The modifiers in effect after `event`; None where it does not say."""
        # Time, device, modifiers, those held, latched and locked, group, ...
        return event.rest[5] if event.xkb_type == _STATE_EVENT else None

    def group_in(self, event: Event) -> int | None:
        """The group active after `event`; None where it does not say."""
        return event.rest[9] if event.xkb_type == _STATE_EVENT else None

    def modifiers(self) -> int:
        """The modifiers in effect now: held, latched and locked ones."""
        answer = _GetState(self._display, opcode=self._opcode, device=_CORE_KEYBOARD)
        return int(bytes(answer.body)[0])

    def group(self) -> int:
        """The active group (layout), from 0."""
        answer = _GetState(self._display, opcode=self._opcode, device=_CORE_KEYBOARD)
        # Body: mods, base mods, latched mods, locked mods, group, ...
        return int(bytes(answer.body)[4])

    def repeat_delay_ms(self) -> int:
        """How long a key is held until it repeats."""
        answer = _GetControls(self._display, opcode=self._opcode, device=_CORE_KEYBOARD)
        # Body: eight single bytes, two masks of virtual modifiers, the delay, ...
        (delay,) = struct.unpack_from("=H", bytes(answer.body), 12)
        return int(delay)

    def symbols(self) -> dict[int, KeySyms]:
        """All symbols of all keys, by keycode."""
        answer = _GetMap(
            self._display,
            opcode=self._opcode,
            device=_CORE_KEYBOARD,
            full=_KEY_SYMS,
            partial=0,
        )
        return _parse_symbols(bytes(answer.body))


def _parse_symbols(body: bytes) -> dict[int, KeySyms]:
    """Read the answer from its ninth byte on."""
    first, count = body[9], body[12]
    offset = _HEAD - 8
    keys: dict[int, KeySyms] = {}
    for keycode in range(first, first + count):
        info, width = body[offset + 4], body[offset + 5]
        (total,) = struct.unpack_from("=H", body, offset + 6)
        offset += _KEY_HEAD
        symbols = struct.unpack_from(f"={total}I", body, offset)
        offset += 4 * total
        groups = tuple(
            symbols[group * width : (group + 1) * width] for group in range(info & 15)
        )
        keys[keycode] = KeySyms(groups, info)
    return keys
