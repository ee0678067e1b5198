"""The head of the quick panel: what is typed, and where a text will go."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from qtdesk.ui import theme as tokens
from qtdesk.ui.panel_parts import Glass, TargetNote
from qtdesk.ui.search_field import SearchField
from qtdesk.ui.theme import Appearance

_HEIGHT = 56


class PanelHeader(QWidget):
    """Glass, field and target in a row."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.field = SearchField()
        self.target = TargetNote(appearance)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.SPACE_16, 0, tokens.SPACE_24, 0)
        row.setSpacing(tokens.SPACE_8)
        row.addWidget(Glass(appearance))
        row.addWidget(self.field, 1)
        row.addWidget(self.target)
        self.setFixedHeight(_HEIGHT)
