"""What the core asks of the world. One adapter per operating system, one fake in tests.

Every call returns at once: whatever may take time answers through a callback, on the
thread that called. Nothing in here may raise for an ordinary event such as a window
that has just closed; such answers are values. `tests/contracts` holds every adapter
and every fake to the sentences in these modules.
"""

from qtdesk.core.ports.autostart import Autostart
from qtdesk.core.ports.clipboard import Clip, Clipboard, Reader, Saved, Snapshot
from qtdesk.core.ports.data import Library, Reading, Source, Store
from qtdesk.core.ports.indexes import Indexes
from qtdesk.core.ports.keys import (
    AssignedHotkeys,
    Assignment,
    Hotkeys,
    Keyboard,
    Pressed,
    Stroke,
    TypeAhead,
    always,
)
from qtdesk.core.ports.platform import (
    Ability,
    AskedKeys,
    Lent,
    Notices,
    Permission,
    Platform,
    QuietWindows,
)
from qtdesk.core.ports.safekeeping import Backup, Condition, Safekeeping, StoreState
from qtdesk.core.ports.time import Background, Clock, WallClock
from qtdesk.core.ports.typing import Hearing, Typed, Typing
from qtdesk.core.ports.windows import Area, FollowedWindows, Sight, Target, Windows

__all__ = [
    "Ability",
    "Area",
    "AskedKeys",
    "AssignedHotkeys",
    "Assignment",
    "Autostart",
    "Background",
    "Backup",
    "Clip",
    "Clipboard",
    "Clock",
    "Condition",
    "FollowedWindows",
    "Hearing",
    "Hotkeys",
    "Indexes",
    "Keyboard",
    "Lent",
    "Library",
    "Notices",
    "Permission",
    "Platform",
    "Pressed",
    "QuietWindows",
    "Reader",
    "Reading",
    "Safekeeping",
    "Saved",
    "Sight",
    "Snapshot",
    "Source",
    "Store",
    "StoreState",
    "Stroke",
    "Target",
    "TypeAhead",
    "Typed",
    "Typing",
    "WallClock",
    "Windows",
    "always",
]
