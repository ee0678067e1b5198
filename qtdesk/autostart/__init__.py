"""Starting with the system: one small adapter for each, none of which starts anything.

The command comes from outside; it is asked for when it is written, because it may cost
something to find out.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from qtdesk.core.ports import Autostart

Command = Callable[[], Sequence[str]]


def open_menu_entry(command: Command, icon: Path) -> Autostart | None:
    """The place in the menu of applications; None where installers see to it."""
    if sys.platform != "linux":
        return None
    from qtdesk.autostart.menu_entry import MenuEntry  # noqa: PLC0415

    return MenuEntry(command, icon)


def open_autostart(command: Command) -> Autostart:
    """The way of this system; `command` gives the program and its arguments."""
    if sys.platform == "win32":
        from qtdesk.autostart.run_key import RunKey, UserRegistry  # noqa: PLC0415

        return RunKey(UserRegistry(), command)
    if sys.platform == "darwin":
        from qtdesk.autostart.launch_agent import LaunchAgent  # noqa: PLC0415

        return LaunchAgent(command)
    from qtdesk.autostart.desktop_file import DesktopFile  # noqa: PLC0415

    return DesktopFile(command)
