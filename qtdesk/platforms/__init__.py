"""One room per operating system, side by side and strangers to each other.

`detect` picks the one for this desktop. Nothing in here may import Qt.
"""

import os
import sys
from collections.abc import Callable

from qtdesk.core.errors import DesktopError
from qtdesk.core.ports import Clock, Platform
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words
from qtdesk.platforms.null import Null


def detect(clock: Clock, copy: Callable[[str], bool] = lambda _: False) -> Platform:
    """The backend for this desktop; where there is none, one that says why.

    `copy` is the front end's own way to the clipboard, for a desktop without backend.
    """
    if sys.platform == "win32":
        # Only there are they to be had.
        from qtdesk.platforms.windows import WindowsDesktop  # noqa: PLC0415
        from qtdesk.platforms.windows.bindings import open_windows  # noqa: PLC0415

        return WindowsDesktop(open_windows(), clock)
    if sys.platform == "darwin":
        # Loads Cocoa, which only this branch has.
        from qtdesk.platforms.macos import MacOS  # noqa: PLC0415
        from qtdesk.platforms.macos.native import this_mac  # noqa: PLC0415

        return MacOS(clock, this_mac())
    if not os.environ.get("DISPLAY"):
        return Null(_why_no_display(), copy)
    # Loads Xlib, which only this branch has.
    from qtdesk.platforms.x11 import X11  # noqa: PLC0415

    try:
        return X11(clock)
    except DesktopError as problem:
        return Null(problem.title, copy)


def _why_no_display() -> Words:
    if os.environ.get("WAYLAND_DISPLAY"):
        return words(
            QT_TRANSLATE_NOOP(
                "core", "Wayland lets no program see or reach other programs' windows."
            )
        )
    return words(QT_TRANSLATE_NOOP("core", "There is no X server in this session."))
