"""The program's icon at any size, with a dot for its state.

Made of ready pictures: drawing the vector file would load another Qt module.
"""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from qtdesk.ui.theme import Theme

SIZES = (16, 22, 24, 32, 48, 64, 128, 256)


class State(Enum):
    """What the tray icon shows at a glance."""

    READY = "ready"
    PAUSED = "paused"
    PROBLEM = "problem"


def icon(folder: Path, theme: Theme, state: State = State.READY) -> QIcon:
    """The icon from `qtdesk-16.png` … `qtdesk-256.png` in `folder`."""
    made = QIcon()
    for size in SIZES:
        picture = QPixmap(str(folder / f"qtdesk-{size}.png"))
        if state is not State.READY and not picture.isNull():
            _draw_dot(picture, theme, state)
        made.addPixmap(picture)
    return made


def _draw_dot(picture: QPixmap, theme: Theme, state: State) -> None:
    """Lower right: a disc for a problem, a ring for a pause."""
    side = picture.width()
    radius = side * 0.22
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QPointF(side - radius, side - radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.bg)
    painter.drawEllipse(middle, radius, radius)
    painter.setBrush(theme.stop if state is State.PROBLEM else theme.warn)
    painter.drawEllipse(middle, radius * 0.8, radius * 0.8)
    if state is State.PAUSED:
        painter.setBrush(theme.bg)
        painter.drawEllipse(middle, radius * 0.36, radius * 0.36)
    painter.end()
