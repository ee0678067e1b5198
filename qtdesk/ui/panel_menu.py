"""What else can be done with a phrase in the panel: by keys, and by a menu of them.

Opened by the menu key, or by the other mouse button on a row.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from qtdesk.core.desk import Desk
    from qtdesk.core.phrases import Phrase
    from qtdesk.ui.panel_body import PanelBody

_CONTROL = "⌘" if sys.platform == "darwin" else "Ctrl+"


class PanelMenu(QObject):
    """A menu with the same wishes as the keys of the search field."""

    def __init__(
        self,
        desk: "Desk",
        body: "PanelBody",
        fresh: Callable[[int], "Phrase | None"],
    ) -> None:
        """`fresh` is the phrase in a row of the answer to what is typed now."""
        super().__init__(body)
        self._desk, self._body, self._fresh = desk, body, fresh
        self.menu: QMenu | None = None
        """The one that was opened last."""
        body.field.menu_asked.connect(self.open_at_row)
        body.results.menu_asked.connect(self.open)
        body.field.new_asked.connect(self._on_new_asked)
        for asked in (body.field.edit_asked, body.quote.notes.whose_clicked):
            asked.connect(self._on_edit_asked)

    @Slot()
    def _on_new_asked(self) -> None:
        field = self._body.field
        # Behind a slash stands what a tool is called, and no title.
        title = field.query.strip() if field.wish is None else ""
        self._desk.writing.want(None, title)

    @Slot()
    def _on_edit_asked(self) -> None:
        if self._body.field.wish is not None:
            return
        phrase = self._fresh(self._body.results.row)
        if phrase is not None:
            self._desk.writing.want(phrase)

    @Slot()
    def open_at_row(self) -> None:
        """Open it below the current row."""
        results = self._body.results
        box = results.visualRect(results.currentIndex())
        self.open(results.viewport().mapToGlobal(box.bottomLeft()))

    @Slot(QPoint)
    def open(self, place: QPoint) -> None:
        """Open it at `place` on the desktop, for the current row."""
        # Costs the start what all menus cost.
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415

        body, field = self._body, self._body.field
        phrase = body.phrases.phrase(body.results.row)
        if field.wish is not None:
            phrase = None
        menu = QMenu(body)
        if phrase is not None:
            pin = self.tr("Unpin") if body.phrases.pinned(phrase) else self.tr("Pin")
            for label, keys, asked in (
                (self.tr("Copy"), f"{_CONTROL}C", field.copy_asked),
                (pin, f"{_CONTROL}P", field.pin_asked),
                (self.tr("Edit…"), "F2", field.edit_asked),
            ):
                menu.addAction(f"{label}\t{keys}").triggered.connect(asked)
        new = self.tr("New phrase…")
        menu.addAction(f"{new}\t{_CONTROL}N").triggered.connect(field.new_asked)
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        menu.popup(place)
