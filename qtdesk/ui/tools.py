"""The tools of the launcher that this interface has, and what opens each of them.

A room that brings a tool along adds one line to the mapping that is handed in, or
offers it when it is there.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from qtdesk.core.events import ToolWanted
from qtdesk.core.launcher import Tool
from qtdesk.ui.words import tell

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.ui.bridge import Bridge
    from qtdesk.ui.quick_panel import QuickPanel


class Tools(QObject):
    """Offers tools, and opens the one that is wanted."""

    def __init__(
        self,
        desk: "Desk",
        bridge: "Bridge",
        panel: "QuickPanel",
        openers: Mapping[Tool, Callable[[], None]],
    ) -> None:
        super().__init__(bridge)
        self._desk, self._panel = desk, panel
        self._openers: dict[Tool, Callable[[], None]] = {}
        desk.launcher.tell = tell
        for tool, opener in openers.items():
            self.offer(tool, opener)
        bridge.tool_wanted.connect(self._on_tool_wanted)

    def offer(self, tool: Tool, opener: Callable[[], None]) -> None:
        """Have one more tool, of a room that comes later."""
        self._openers[tool] = opener
        self._desk.launcher.offer(tool)

    @Slot(object)
    def _on_tool_wanted(self, event: ToolWanted) -> None:
        # A window that opens beside it would leave its keys to the panel.
        self._panel.close_panel()
        self._desk.platform.type_ahead.release()
        self._openers[Tool(event.tool)]()
