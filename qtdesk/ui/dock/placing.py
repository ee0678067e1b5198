"""Where the dock goes, as rectangles: beside a window, at an edge, or put there."""

from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize

from qtdesk.core.dock import Place
from qtdesk.ui import placement
from qtdesk.ui import theme as tokens

GAP = tokens.SPACE_8
LOWEST, HIGHEST = 520, 680
"""Height of the dock, which goes with the window beside it."""


class Edge(Enum):
    """A side of the screen."""

    LEFT = "left"
    RIGHT = "right"


def height_beside(front: QRect | None, room: QRect) -> int:
    """As high as the window in `front`, within reason."""
    wanted = front.height() if front is not None else HIGHEST
    return min(max(LOWEST, min(wanted, HIGHEST)), room.height() - 2 * GAP)


def beside(front: QRect, size: QSize, room: QRect) -> QPoint:
    """Right of `front`, or left of it; without room there, at the edge over it."""
    right = front.right() + 1 + GAP
    left = front.left() - GAP - size.width()
    if right + size.width() <= room.right() + 1:
        place = QPoint(right, front.top())
    elif left >= room.left():
        place = QPoint(left, front.top())
    else:
        place = QPoint(room.right() + 1 - size.width(), front.top())
    return placement.clamp(place, size, room)


def put(place: Place | None, size: QSize, room: QRect) -> QPoint:
    """Where the agent has put it on this screen; else on the right, halfway down."""
    if place is None:
        middle = room.center().y() - size.height() // 2
        return placement.clamp(QPoint(room.right(), middle), size, room)
    corner = room.topLeft() + QPoint(place.left, place.top)
    return placement.clamp(corner, size, room)


def edge_of(place: Place | None, size: QSize, room: QRect) -> Edge:
    """The edge that is nearer to where it was put."""
    middle = put(place, size, room).x() + size.width() / 2
    return Edge.LEFT if middle < room.center().x() else Edge.RIGHT


def at_edge(place: Place | None, size: QSize, room: QRect) -> QPoint:
    """Against that edge, as high as it was put."""
    corner = put(place, size, room)
    if edge_of(place, size, room) is Edge.LEFT:
        return QPoint(room.left(), corner.y())
    return QPoint(room.right() + 1 - size.width(), corner.y())


def place_of(body: QRect, room: QRect) -> Place:
    """What is to be remembered of a dock that stands there."""
    corner = body.topLeft() - room.topLeft()
    return Place(corner.x(), corner.y())
