"""Where records of checks meet the rest of the interface: their window, and the audit.

Both are made when they are first wanted.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from qtdesk.core.errors import QtdeskError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qtdesk.core.desk import Desk
    from qtdesk.ui.audit import AuditWindow
    from qtdesk.ui.records import RecordsWindow
    from qtdesk.ui.theme import Appearance


class RecordRoom(QObject):
    """Opens the windows of what was checked."""

    def __init__(
        self,
        desk: "Desk",
        appearance: "Appearance",
        bring_forward: "Callable[[QWidget], None]",
        refused: Callable[[QtdeskError], None],
        parent: QObject,
    ) -> None:
        """`bring_forward` shows a window before all others."""
        super().__init__(parent)
        self._desk, self._appearance = desk, appearance
        self._bring_forward, self._refused = bring_forward, refused
        self.records: RecordsWindow | None = None
        self.audit: AuditWindow | None = None

    @Slot()
    def show_records(self) -> None:
        """Open the records of order checks, or bring them to the front."""
        from qtdesk.ui.records import RecordsWindow  # noqa: PLC0415 - rarely used

        if self.records is None:
            named = self._desk.checks.names
            names = (named.of_list, named.of_item, named.of_reason)
            self.records = RecordsWindow(self._desk.records, self._appearance, *names)
            self.records.refused.connect(self._refused)
            self.records.audit_asked.connect(self.show_audit)
        self._bring_forward(self.records)

    @Slot()
    def show_audit(self) -> None:
        """Open the lead's audit, or bring it to the front."""
        from qtdesk.ui.audit import AuditWindow  # noqa: PLC0415 - rarely used

        if self.audit is None:
            names = self._desk.checks.names
            self.audit = AuditWindow(self._desk.auditing, names, self._appearance)
            self.audit.refused.connect(self._refused)
        self._bring_forward(self.audit)
