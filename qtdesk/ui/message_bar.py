"""A message that is being put together of several phrases: a pill for each of them.

Out of sight while there is nothing in it. What the message reads, and where it goes, is
not known here.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QButtonGroup, QWidget

from qtdesk.ui import theme as tokens
from qtdesk.ui.pills import PILL, Pill
from qtdesk.ui.theme import Appearance, font

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_CROSS = "  ×"
_WIDEST = 150


class MessageBar(QWidget):
    """The pieces in their order; a click on one takes it out."""

    piece_dropped = Signal(int)  # counted from 0

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._pills: list[Pill] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.idClicked.connect(self._on_clicked)
        self.setFixedHeight(PILL + tokens.SPACE_12)
        self.hide()

    @property
    def titles(self) -> list[str]:
        """What the pills that are shown say."""
        return [pill.text() for pill in self._pills if not pill.isHidden()]

    def show_titles(self, titles: Sequence[str]) -> None:
        """Show a piece for each of these."""
        while len(self._pills) < len(titles):
            pill = Pill(self._appearance, self)
            pill.setCheckable(False)
            self._group.addButton(pill, len(self._pills))
            self._pills.append(pill)
        metrics = QFontMetricsF(font(tokens.SMALL))
        for number, pill in enumerate(self._pills):
            pill.setVisible(number < len(titles))
            if number < len(titles):
                title = metrics.elidedText(
                    titles[number], Qt.TextElideMode.ElideRight, _WIDEST
                )
                pill.setText(title + _CROSS)
                pill.setAccessibleName(
                    self.tr("Take out: {title}").format(title=titles[number])
                )
        self.setVisible(bool(titles))
        self._arrange()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side; where there is no room the first ones make way."""
        shown = [pill for pill in self._pills if not pill.isHidden()]
        widths = [pill.sizeHint().width() for pill in shown]
        room = self.width() - 2 * tokens.SPACE_24
        whole = sum(widths) + tokens.SPACE_8 * (len(widths) - 1)
        left = tokens.SPACE_24 - max(whole - room, 0)
        for pill, width in zip(shown, widths, strict=True):
            pill.setGeometry(left, tokens.SPACE_8, width, PILL)
            left += width + tokens.SPACE_8

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.piece_dropped.emit(number)
