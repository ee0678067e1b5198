"""Registered combinations by Carbon (CarbonEvents.h), delivered by Qt's Cocoa loop."""

import ctypes
from collections.abc import Callable

import objc

from qtdesk.platforms.macos.native.carbon import (
    HANDLER,
    Carbon,
    EventTypeSpec,
    HotKeyID,
    four,
)

_SIGNATURE = four("qtdk")
_KEYBOARD, _PRESSED = four("keyb"), 5
"""kEventClassKeyboard, kEventHotKeyPressed."""
_DIRECT_OBJECT, _HOT_KEY_ID = four("----"), four("hkid")
"""kEventParamDirectObject, typeEventHotKeyID."""
_EXCLUSIVE = 1
"""kEventHotKeyExclusive: without it two programs would both hear one press."""
_NOT_HANDLED = -9874
"""eventNotHandledErr: the next handler may want it."""


class CarbonHotkeys:
    """Implements `HotkeyCentre`."""

    def __init__(self, carbon: Carbon) -> None:
        self._carbon = carbon
        self._pressed: Callable[[int], None] = lambda _: None
        self._references: dict[int, ctypes.c_void_p] = {}
        # Kept as long as we live: Carbon calls into it.
        self._callback = HANDLER(self._on_event)
        self._handler = ctypes.c_void_p()
        kind = EventTypeSpec(_KEYBOARD, _PRESSED)
        carbon["InstallEventHandler"](
            carbon["GetEventDispatcherTarget"](),
            self._callback,
            1,
            ctypes.byref(kind),
            None,
            ctypes.byref(self._handler),
        )

    def listen(self, pressed: Callable[[int], None]) -> None:
        self._pressed = pressed

    def register(self, number: int, code: int, modifiers: int) -> int:
        reference = ctypes.c_void_p()
        status = self._carbon["RegisterEventHotKey"](
            code,
            modifiers,
            HotKeyID(_SIGNATURE, number),
            self._carbon["GetEventDispatcherTarget"](),
            _EXCLUSIVE,
            ctypes.byref(reference),
        )
        if not status:
            self._references[number] = reference
        return status

    def unregister(self, number: int) -> None:
        reference = self._references.pop(number, None)
        if reference is not None:
            self._carbon["UnregisterEventHotKey"](reference)

    def of_the_system(self) -> frozenset[tuple[int, int]]:
        pointer = ctypes.c_void_p()
        if self._carbon["CopySymbolicHotKeys"](ctypes.byref(pointer)):
            return frozenset()
        shortcuts = objc.objc_object(c_void_p=pointer)
        found = frozenset(
            (int(entry["kHISymbolicHotKeyCode"]), int(entry[_MODIFIERS]))
            for entry in shortcuts
            if entry.get("kHISymbolicHotKeyEnabled")
        )
        self._carbon["CFRelease"](pointer)
        return found

    def stop(self) -> None:
        for number in tuple(self._references):
            self.unregister(number)
        if self._handler:
            self._carbon["RemoveEventHandler"](self._handler)
            self._handler = ctypes.c_void_p()

    def _on_event(self, _next: int, event: int, _data: int) -> int:
        which = HotKeyID()
        status = self._carbon["GetEventParameter"](
            event,
            _DIRECT_OBJECT,
            _HOT_KEY_ID,
            None,
            ctypes.sizeof(which),
            None,
            ctypes.byref(which),
        )
        if status or which.signature != _SIGNATURE:
            return _NOT_HANDLED
        self._pressed(which.id)
        return 0


_MODIFIERS = "kHISymbolicHotKeyModifiers"
