"""Where a window goes: on exactly one screen, near the window it serves."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication, QScreen

from qtdesk.core.ports import Area
from qtdesk.ui import theme as tokens


def screen_for(area: Area | None) -> QScreen:
    """The screen that shows most of `area`; without one, the pointer's."""
    screens = QGuiApplication.screens()
    if area is not None and area.width > 0:
        box = QRect(*area)
        shown = [_surface(box.intersected(physical(s))) for s in screens]
        if max(shown) > 0:
            return screens[shown.index(max(shown))]
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()


def physical(screen: QScreen) -> QRect:
    """Geometry in physical pixels; Qt scales sizes, but not a screen's origin."""
    box, ratio = screen.geometry(), screen.devicePixelRatio()
    return QRect(box.topLeft(), QSize(*_scaled(box.size(), ratio)))


def logical(area: Area, screen: QScreen) -> QRect:
    """`area` in Qt's coordinates, as seen from `screen`."""
    origin, ratio = screen.geometry().topLeft(), screen.devicePixelRatio()
    place = (QPoint(area.x, area.y) - origin) / ratio + origin
    return QRect(place, QSize(*_scaled(QSize(area.width, area.height), 1 / ratio)))


def beside(area: Area | None, size: QSize, screen: QScreen) -> QPoint:
    """Top left of a window of `size` over the upper part of `area`."""
    room = screen.availableGeometry()
    about = room
    if area is not None and area.width > 0:
        about = logical(area, screen).intersected(room)
        if about.isEmpty():
            about = room
    left = about.center().x() - size.width() // 2
    top = about.top() + (about.height() - size.height()) // 3
    return clamp(QPoint(left, top), size, room)


def next_to(area: Area | None, size: QSize, screen: QScreen) -> QPoint:
    """Top left of a window of `size` at the side of `area`, or over it without room."""
    room = screen.availableGeometry()
    if area is not None and area.width > 0:
        about = logical(area, screen).intersected(room)
        for left in (about.right() + 1, about.left() - size.width()):
            if left >= room.left() and left + size.width() <= room.right() + 1:
                return clamp(QPoint(left, about.top()), size, room)
    return beside(area, size, screen)


def corner(size: QSize, screen: QScreen) -> QPoint:
    """Top left of a window of `size` in the corner where messages appear."""
    room = screen.availableGeometry()
    gap = QPoint(
        tokens.SPACE_8 - 1, tokens.SPACE_8 - 1
    )  # a rect ends at its last pixel
    place = room.bottomRight() - QPoint(size.width(), size.height()) - gap
    return clamp(place, size, room)


def clamp(place: QPoint, size: QSize, room: QRect) -> QPoint:
    """`place`, moved so that a window of `size` lies within `room`."""
    right = room.right() - size.width() + 1
    bottom = room.bottom() - size.height() + 1
    return QPoint(
        max(room.left(), min(place.x(), right)),
        max(room.top(), min(place.y(), bottom)),
    )


def _scaled(size: QSize, ratio: float) -> Sequence[int]:
    return round(size.width() * ratio), round(size.height() * ratio)


def _surface(box: QRect) -> int:
    return 0 if box.isEmpty() else box.width() * box.height()
