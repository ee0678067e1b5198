"""A line to type into whose frame is painted by the window around it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit

from qtdesk.ui import theme as tokens


class PlainField(QLineEdit):
    """Takes `longest` characters."""

    def __init__(self, longest: int) -> None:
        super().__init__()
        self.setFrame(False)
        self.setMaxLength(longest)
        self.setFixedHeight(tokens.CONTROL)
        self.setTextMargins(tokens.SPACE_8, 0, tokens.SPACE_8, 0)
        clear = self.palette()
        clear.setBrush(QPalette.ColorRole.Base, Qt.BrushStyle.NoBrush)
        self.setPalette(clear)
