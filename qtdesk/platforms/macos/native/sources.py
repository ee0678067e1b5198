"""Keyboard layouts by Text Input Sources and UCKeyTranslate (UnicodeUtilities.h)."""

import ctypes
from collections.abc import Callable
from typing import Any

import objc
from Foundation import (
    NSDistributedNotificationCenter,
    NSNotificationSuspensionBehaviorDeliverImmediately,
    NSObject,
)

from qtdesk.platforms.macos.native.carbon import Carbon

_CURRENT = "TISCopyCurrentKeyboardLayoutInputSource"
"""For an input method such as pinyin: the layout beneath it."""
_LATIN = "TISCopyCurrentASCIICapableKeyboardLayoutInputSource"
_DISPLAY = 3
"""kUCKeyActionDisplay."""
_NO_DEAD_KEYS = 1
"""kUCKeyTranslateNoDeadKeysMask."""
_ROOM = 4


class QtdeskListener(NSObject):  # type: ignore[misc]  # pyobjc has no types
    """Receives a notification; its `heard` is called."""

    def changed_(self, _notification: Any) -> None:
        """Pass it on."""
        self.heard()


class NativeSources:
    """Implements `InputSources`."""

    def __init__(self, carbon: Carbon) -> None:
        self._carbon = carbon
        self._centre = NSDistributedNotificationCenter.defaultCenter()
        self._listener: Any = None

    def text(self, code: int, modifiers: int, *, latin: bool) -> str:
        source = self._carbon[_LATIN if latin else _CURRENT]()
        if not source:
            return ""
        try:
            name = self._carbon.constant("kTISPropertyUnicodeKeyLayoutData")
            data = self._carbon["TISGetInputSourceProperty"](source, name)
            return self._translate(data, code, modifiers) if data else ""
        finally:
            self._carbon["CFRelease"](source)

    def _translate(self, data: int, code: int, modifiers: int) -> str:
        dead, length = ctypes.c_uint32(), ctypes.c_ulong()
        signs = (ctypes.c_uint16 * _ROOM)()
        status = self._carbon["UCKeyTranslate"](
            self._carbon["CFDataGetBytePtr"](data),
            code,
            _DISPLAY,
            # The high byte of the Carbon modifiers, as the header has it.
            modifiers >> 8 & 0xFF,
            self._carbon["LMGetKbdType"](),
            _NO_DEAD_KEYS,
            ctypes.byref(dead),
            _ROOM,
            ctypes.byref(length),
            signs,
        )
        if status:
            return ""
        return bytes(signs)[: 2 * length.value].decode("utf-16-le", "replace")

    def listen(self, changed: Callable[[], None]) -> None:
        name = self._carbon.constant("kTISNotifySelectedKeyboardInputSourceChanged")
        self._listener = QtdeskListener.alloc().init()
        self._listener.heard = changed
        # At once: what waits for us to be the active program would wait for ever.
        self._centre.addObserver_selector_name_object_suspensionBehavior_(
            self._listener,
            b"changed:",
            objc.objc_object(c_void_p=name),
            None,
            NSNotificationSuspensionBehaviorDeliverImmediately,
        )

    def stop(self) -> None:
        if self._listener is not None:
            self._centre.removeObserver_(self._listener)
            self._listener = None
