"""Messages on a desktop that shows them itself, because no window can choose its place.

Says the same as the toast, and shows no window of ours.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from qtdesk.core.ports import Area, Notices
from qtdesk.ui.toast import Kind


class DesktopMessages(QObject):
    """Implements `Messages`; one at a time, the latest in the place of the last."""

    def __init__(self, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._notices = notices

    def say(
        self,
        title: str,
        detail: str = "",
        kind: Kind = Kind.OK,
        area: Area | None = None,
        when_clicked: Callable[[], None] | None = None,
        *,
        urgent: bool = False,
    ) -> None:
        del kind, area, urgent  # the desktop has a look and a place of its own
        self._notices.notify(title, detail, when_clicked)
