"""Keys and clicks as the devices send them, whoever has the focus.

Two requests and three events of the X Input extension. Raw events delay nobody and
change nothing; they come without repeats, without modifiers and without a window.
"""

import struct
from typing import NamedTuple

from Xlib.ext import ge
from Xlib.protocol import rq
from Xlib.protocol.rq import Event

from qtdesk.platforms.x11.connection import Connection

GENERIC_EVENT = 35
_NAME = "XInputExtension"
_ALL_MASTERS = 1
_KEY_PRESS, _KEY_RELEASE, _BUTTON_PRESS, _TOUCH_BEGIN = 13, 14, 15, 22
_RAW = (1 << _KEY_PRESS) | (1 << _KEY_RELEASE) | (1 << _BUTTON_PRESS)
_ALL = _RAW | (1 << _TOUCH_BEGIN)
_FIELDS = struct.Struct("=HIIHHI")
"""Device, time, detail, source device, length of the valuators, flags."""


class _QueryVersion(rq.ReplyRequest):
    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(47),
        rq.RequestLength(),
        rq.Card16("major"),
        rq.Card16("minor"),
    )
    _reply = rq.Struct(
        rq.ReplyCode(),
        rq.Pad(1),
        rq.Card16("sequence_number"),
        rq.ReplyLength(),
        rq.Card16("major"),
        rq.Card16("minor"),
        rq.Pad(20),
    )


class _SelectEvents(rq.Request):
    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(46),
        rq.RequestLength(),
        rq.Window("window"),
        rq.Card16("count"),
        rq.Pad(2),
        rq.Card16("device"),
        rq.Card16("mask_words"),
        rq.Card32("mask"),
    )


class RawKey(NamedTuple):
    """One key going down or up."""

    down: bool
    key: int
    """The key code."""
    time: int
    """Of the X server, in its milliseconds."""


class RawClick(NamedTuple):
    """A button of the mouse, or a finger on the screen."""

    time: int


class RawInput:
    """The raw events of one connection, while they are wanted."""

    def __init__(self, connection: Connection) -> None:
        """Ask for nothing yet."""
        self._connection = connection
        found = connection.display.query_extension(_NAME)
        self.available = bool(found is not None and found.present)
        """Whether this server tells raw events at all."""
        self._opcode = int(found.major_opcode) if found is not None else 0
        self._wanted = False
        self._introduced = False

    def want(self, wanted: bool) -> None:
        """Let the server send raw events from now on, or no more."""
        if wanted is self._wanted or not self.available:
            return
        if not self._introduced:
            self._introduce()
        self._wanted = wanted
        _SelectEvents(
            self._connection.display.display,
            opcode=self._opcode,
            window=self._connection.root.id,
            count=1,
            device=_ALL_MASTERS,
            mask_words=1,
            mask=_ALL if wanted else 0,
        )

    def _introduce(self) -> None:
        """Name the version: only then raw events pass through others' grabs."""
        self._introduced = True
        display = self._connection.display
        display.extension_add_event(GENERIC_EVENT, ge.GenericEvent)
        _QueryVersion(display.display, opcode=self._opcode, major=2, minor=2)

    def is_raw(self, event: Event) -> bool:
        return bool(event.type == GENERIC_EVENT and event.extension == self._opcode)

    def read(self, event: Event) -> RawKey | RawClick | None:
        """What `event` tells; None for one that is not raw."""
        if not self.is_raw(event):
            return None
        _, time, detail, _, _, _ = _FIELDS.unpack_from(bytes(event.data))
        if event.evtype in {_KEY_PRESS, _KEY_RELEASE}:
            return RawKey(event.evtype == _KEY_PRESS, detail, time)
        return RawClick(time)
