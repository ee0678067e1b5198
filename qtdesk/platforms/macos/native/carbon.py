"""Carbon's HIToolbox by ctypes: pyobjc does not wrap it, and nothing replaces it.

Signatures and constants are those of the headers named beside them. All of it belongs
to the main thread; Text Input Sources end the process on any other.
"""

import ctypes
from collections.abc import Callable
from ctypes import (
    POINTER,
    c_int32,
    c_long,
    c_ubyte,
    c_uint8,
    c_uint16,
    c_uint32,
    c_ulong,
    c_void_p,
)

FRAMEWORK = "/System/Library/Frameworks/Carbon.framework/Carbon"


class HotKeyID(ctypes.Structure):
    """EventHotKeyID (CarbonEvents.h)."""

    _fields_ = (("signature", c_uint32), ("id", c_uint32))


class EventTypeSpec(ctypes.Structure):
    """EventTypeSpec (CarbonEventsCore.h)."""

    _fields_ = (("eventClass", c_uint32), ("eventKind", c_uint32))


HANDLER = ctypes.CFUNCTYPE(c_int32, c_void_p, c_void_p, c_void_p)
"""EventHandlerProcPtr: next handler, event, user data."""

_SIGNATURES: dict[str, tuple[type | None, tuple[type, ...]]] = {
    # CarbonEvents.h
    "RegisterEventHotKey": (
        c_int32,
        (c_uint32, c_uint32, HotKeyID, c_void_p, c_uint32, POINTER(c_void_p)),
    ),
    "UnregisterEventHotKey": (c_int32, (c_void_p,)),
    "CopySymbolicHotKeys": (c_int32, (POINTER(c_void_p),)),
    # CarbonEventsCore.h
    "GetEventDispatcherTarget": (c_void_p, ()),
    "InstallEventHandler": (
        c_int32,
        (
            *(c_void_p, HANDLER, c_ulong, POINTER(EventTypeSpec)),
            *(c_void_p, POINTER(c_void_p)),
        ),
    ),
    "RemoveEventHandler": (c_int32, (c_void_p,)),
    "GetEventParameter": (
        c_int32,
        (c_void_p, c_uint32, c_uint32, c_void_p, c_ulong, c_void_p, c_void_p),
    ),
    # CarbonEventsCore.h; Technical Note TN2150, Using Secure Event Input Fairly
    "IsSecureEventInputEnabled": (c_ubyte, ()),
    # TextInputSources.h
    "TISCopyCurrentKeyboardLayoutInputSource": (c_void_p, ()),
    "TISCopyCurrentASCIICapableKeyboardLayoutInputSource": (c_void_p, ()),
    "TISGetInputSourceProperty": (c_void_p, (c_void_p, c_void_p)),
    # Events.h and UnicodeUtilities.h
    "LMGetKbdType": (c_uint8, ()),
    "UCKeyTranslate": (
        c_int32,
        (
            *(c_void_p, c_uint16, c_uint16, c_uint32, c_uint32, c_uint32),
            *(POINTER(c_uint32), c_ulong, POINTER(c_ulong), POINTER(c_uint16)),
        ),
    ),
    # CFBase.h and CFData.h
    "CFRelease": (None, (c_void_p,)),
    "CFDataGetBytePtr": (c_void_p, (c_void_p,)),
    "CFDataGetLength": (c_long, (c_void_p,)),
}


class Carbon:
    """The functions above, each under its own name."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(FRAMEWORK)
        for name, (result, arguments) in _SIGNATURES.items():
            function = getattr(self._library, name)
            function.restype = result
            function.argtypes = arguments

    def __getitem__(self, name: str) -> Callable[..., int]:
        """The function of that name."""
        function: Callable[..., int] = getattr(self._library, name)
        return function

    def constant(self, name: str) -> c_void_p:
        """A constant of the framework that is an object."""
        return c_void_p.in_dll(self._library, name)


def four(letters: str) -> int:
    """A four-letter code as the number that C makes of it."""
    return int.from_bytes(letters.encode("ascii"), "big")
