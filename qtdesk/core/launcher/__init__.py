"""The launcher of the quick panel: every checklist and tool in two keys."""

from qtdesk.core.launcher.entries import TOOL_WORDS, TOOLS, Entry, Kind, Tool
from qtdesk.core.launcher.launcher import Launcher

__all__ = ["TOOLS", "TOOL_WORDS", "Entry", "Kind", "Launcher", "Tool"]
