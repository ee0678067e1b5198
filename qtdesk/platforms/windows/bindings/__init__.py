"""The real Windows behind `win32`: one module for each topic, ctypes and nothing else.

Every function has its types declared, for handles are wider than ctypes thinks.
"""

import sys

from qtdesk.platforms.windows.win32 import Win32

if sys.platform != "win32":
    raise ImportError("This is Windows' own.")

from qtdesk.platforms.windows.bindings.background import Threads
from qtdesk.platforms.windows.bindings.clipboard import WindowsClipboard
from qtdesk.platforms.windows.bindings.desktop import WindowsDesktop
from qtdesk.platforms.windows.bindings.keys import WindowsKeys
from qtdesk.platforms.windows.bindings.messages import WindowsMessages
from qtdesk.platforms.windows.bindings.pictures import WindowsPictures
from qtdesk.platforms.windows.bindings.processes import WindowsProcesses
from qtdesk.platforms.windows.bindings.raw_input import WindowsRawInput


def open_windows() -> Win32:
    """Windows itself, for the calling thread, which must hand out its messages."""
    messages = WindowsMessages()
    return Win32(
        messages,
        WindowsDesktop(),
        WindowsKeys(),
        WindowsRawInput(),
        WindowsClipboard(),
        WindowsPictures(),
        WindowsProcesses(),
        Threads(messages),
    )
