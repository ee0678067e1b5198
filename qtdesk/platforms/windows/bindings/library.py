"""Declaring the functions of Windows' libraries."""

import ctypes
import sys
from typing import Any

if sys.platform != "win32":
    raise ImportError("This is Windows' own.")

user32 = ctypes.WinDLL("user32", use_last_error=True)
kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)

LRESULT = ctypes.c_ssize_t
"""What a message is answered with; as wide as a pointer."""


def declare(library: ctypes.CDLL, name: str, result: Any, *arguments: Any) -> Any:
    """The function `name` with its types; handles come back as a number or None."""
    function = getattr(library, name)
    function.restype = result
    function.argtypes = arguments
    return function
