"""The dock beside a chat: what it shows, and the keys that go with it.

Knows no window; `qtdesk.ui.dock` draws it.
"""

from qtdesk.core.dock.contents import Contents, Part, Section
from qtdesk.core.dock.dock import Dock
from qtdesk.core.dock.keys import DockKeys, stage_combo
from qtdesk.core.dock.places import Place

__all__ = ["Contents", "Dock", "DockKeys", "Part", "Place", "Section", "stage_combo"]
