"""One room per operating system, side by side and strangers to each other.

`detect` picks the one for this desktop. Nothing in here may import Qt.
"""

import os
import sys
from collections.abc import Callable

from qtdesk.core.errors import DesktopError
from qtdesk.core.ports import Clip, Clock, Lent, Platform
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.platforms.null import Null
from qtdesk.platforms.session import is_wayland


def detect(
    clock: Clock,
    copy: Callable[[Clip], bool] = lambda _: False,
    lend: Callable[[], Lent] | None = None,
) -> Platform:
    """The backend for this desktop; where there is none, one that says why.

    `copy` is the front end's own way to the clipboard, for a desktop without backend;
    `lend` gives more than that, to one that deals only with who has the focus.
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
    if is_wayland(os.environ):
        # Loads jeepney, which only this branch has.
        from qtdesk.platforms.wayland import Wayland  # noqa: PLC0415

        return Wayland(clock, lend() if lend else None)
    if not os.environ.get("DISPLAY"):
        reason = words(
            QT_TRANSLATE_NOOP("core", "There is no X server in this session.")
        )
        return Null(reason, copy)
    # Loads Xlib, which only this branch has.
    from qtdesk.platforms.x11 import X11  # noqa: PLC0415

    try:
        return X11(clock)
    except DesktopError as problem:
        return Null(problem.title, copy)
