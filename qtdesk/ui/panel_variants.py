"""Other wordings of the phrase in the panel: the next one, or always this one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from qtdesk.core.phrases import Phrase
from qtdesk.ui.panel_body import PanelBody

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk


class PanelVariants(QObject):
    """Turns the variants of the current phrase, and shows how it reads then."""

    def __init__(
        self, desk: "Desk", body: PanelBody, fresh: Callable[[int], Phrase | None]
    ) -> None:
        """`fresh` is the phrase in a row of the answer to what is typed now."""
        super().__init__(body)
        self._desk, self._body, self._fresh = desk, body, fresh
        body.field.another_asked.connect(self._on_another_asked)
        body.field.pin_variant_asked.connect(self._on_pin_variant_asked)
        body.quote.notes.another_clicked.connect(self._on_another_asked)

    @Slot()
    def _on_another_asked(self) -> None:
        phrase = self._fresh(self._body.results.row)
        if phrase is not None and len(phrase.texts) > 1:
            self._desk.living.show_another(phrase)
            self._body.show_current()

    @Slot()
    def _on_pin_variant_asked(self) -> None:
        phrase = self._fresh(self._body.results.row)
        if phrase is not None:
            self._desk.living.pin_variant(phrase)
            self._body.show_current()
