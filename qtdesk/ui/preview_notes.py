"""What is to be known of the text in the preview, and what can be done about it.

How many blanks it has, which variant or part it is, and why it must not be used now.
Shows what it is told.
"""

import sys

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qtdesk.core.living_phrases import Turn
from qtdesk.ui.panel_parts import DimLabel
from qtdesk.ui.pills import KeyHint
from qtdesk.ui.theme import Appearance

_ALT = "⌥" if sys.platform == "darwin" else "Alt "
_ONE = Turn(1, 1)


class PreviewNotes(QWidget):
    """A narrow column at the right of the preview."""

    another_clicked = Signal()
    whose_clicked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = DimLabel(appearance, "warn")
        self.another = KeyHint(f"{_ALT}R", appearance)
        self.another.clicked.connect(self.another_clicked)
        self.whose = KeyHint("F2", appearance)
        self.whose.clicked.connect(self.whose_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        right = Qt.AlignmentFlag.AlignRight
        column.addWidget(self.note, alignment=right)
        column.addWidget(self.another, alignment=right)
        column.addWidget(self.whose, alignment=right)
        column.addStretch()
        self.say("")

    def say(self, note: str, turn: Turn = _ONE, whose: str = "") -> None:
        """`note` in the colour of a warning, and which of several texts is shown.

        `whose` tells that it is the agent's own, and opens it.
        """
        self.note.setText(note)
        self.note.setVisible(bool(note))
        place = f"{turn.number}/{turn.texts}"
        if turn.part:
            said = self.tr("Part {place}").format(place=place)
        elif turn.pinned:
            said = self.tr("Always {place}").format(place=place)
        else:
            said = self.tr("Another {place}").format(place=place)
        self.another.setText(said)
        self.another.setToolTip(
            self.tr("Shows the next part.")
            if turn.part
            else self.tr("Shows another wording; with Shift it keeps this one.")
        )
        self.another.setVisible(turn.texts > 1)
        self.whose.setText(whose)
        self.whose.setVisible(bool(whose))
        self.setVisible(bool(note or whose) or turn.texts > 1)
