"""The program's icon at any size, with a dot for its state.

Made of ready pictures: drawing the vector file would load another Qt module.
"""

import sys
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from qtdesk.ui.theme import Theme

SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
MASK_SIZES = (18, 36)
"""A menu bar of macOS has 18 points for it, on most screens with two pixels each."""


class State(Enum):
    """What the tray icon shows at a glance."""

    READY = "ready"
    PAUSED = "paused"
    PROBLEM = "problem"
    DUE = "due"
    """A promise is overdue."""


def icon(folder: Path, theme: Theme, state: State = State.READY) -> QIcon:
    """The icon from `qtdesk-16.png` … `qtdesk-256.png` in `folder`."""
    made = QIcon()
    for size in SIZES:
        picture = QPixmap(str(folder / f"qtdesk-{size}.png"))
        if state is not State.READY and not picture.isNull():
            _draw_dot(picture, theme, state)
        made.addPixmap(picture)
    return made


def tray_icon(folder: Path, theme: Theme, state: State) -> QIcon:
    """The icon as the bar of this desktop wants it."""
    if sys.platform == "darwin":
        return mask_icon(folder, state)
    return icon(folder, theme, state)


def mask_icon(folder: Path, state: State) -> QIcon:
    """Only a shape, for a menu bar that colours all icons alike."""
    made = QIcon()
    for size in MASK_SIZES:
        picture = QPixmap(str(folder / f"qtdesk-mask-{size}.png"))
        if state is not State.READY:
            _cut_dot(picture, state)
        made.addPixmap(picture)
    made.setIsMask(True)
    return made


def _cut_dot(picture: QPixmap, state: State) -> None:
    """The dot of `_draw_dot` without colours: a gap around a disc or a ring."""
    side = picture.width()
    radius = side * 0.25
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    middle = QPointF(side - radius, side - radius)
    clear = QPainter.CompositionMode.CompositionMode_DestinationOut
    fill = QPainter.CompositionMode.CompositionMode_SourceOver
    rings = [(clear, 1.0), (fill, 0.75)]
    if state is State.PAUSED:
        rings.append((clear, 0.4))
    for mode, share in rings:
        painter.setCompositionMode(mode)
        if mode is fill and state is State.DUE:
            painter.drawRect(_square(middle, radius * share))
        else:
            painter.drawEllipse(middle, radius * share, radius * share)
    painter.end()


def _square(middle: QPointF, radius: float) -> QRectF:
    """As large for the eye as a disc of that radius."""
    reach = radius * 0.8
    return QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)


def _draw_dot(picture: QPixmap, theme: Theme, state: State) -> None:
    """Lower right: a disc for a problem, a ring for a pause, a square for a promise."""
    side = picture.width()
    radius = side * 0.22
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QPointF(side - radius, side - radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.bg)
    painter.drawEllipse(middle, radius, radius)
    painter.setBrush(theme.warn if state is State.PAUSED else theme.stop)
    if state is State.DUE:
        painter.drawRect(_square(middle, radius * 0.8))
    else:
        painter.drawEllipse(middle, radius * 0.8, radius * 0.8)
    if state is State.PAUSED:
        painter.setBrush(theme.bg)
        painter.drawEllipse(middle, radius * 0.36, radius * 0.36)
    painter.end()
