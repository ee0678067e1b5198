"""Where the dock goes, on screens of every kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from qtdesk.core.dock import Place
from qtdesk.ui.dock import placing
from qtdesk.ui.dock.placing import GAP, Edge

ROOM = QRect(0, 30, 1600, 970)
SIZE = QSize(320, 600)


@pytest.mark.parametrize(
    ("front", "left"),
    [
        (QRect(100, 100, 800, 600), 900 + GAP),
        (QRect(700, 100, 800, 600), 700 - GAP - 320),
        (QRect(0, 30, 1600, 970), 1600 - 320),
        (QRect(200, 100, 1300, 600), 1600 - 320),
    ],
    ids=["right", "left", "full", "no room"],
)
def test_beside_the_window_or_at_the_edge_over_it(front: QRect, left: int) -> None:
    assert placing.beside(front, SIZE, ROOM) == QPoint(left, front.top())


@given(
    st.integers(-3000, 3000),
    st.integers(-3000, 3000),
    st.integers(1, 4000),
    st.integers(1, 4000),
)
def test_the_dock_is_always_on_the_screen(
    left: int, top: int, width: int, height: int
) -> None:
    front = QRect(left, top, width, height)
    size = QSize(SIZE.width(), placing.height_beside(front, ROOM))
    for corner in (
        placing.beside(front, size, ROOM),
        placing.put(Place(left, top), size, ROOM),
        placing.at_edge(Place(left, top), size, ROOM),
    ):
        assert ROOM.contains(QRect(corner, size))


def test_it_is_as_high_as_the_window_within_reason() -> None:
    for height, wanted in ((100, 520), (600, 600), (2000, 680)):
        front = QRect(0, 30, 100, height)
        assert placing.height_beside(front, ROOM) == wanted
    low = QRect(0, 0, 800, 400)
    assert placing.height_beside(None, low) == 400 - 2 * GAP


def test_what_is_remembered_leads_back() -> None:
    body = QRect(QPoint(333, 222), SIZE)
    place = placing.place_of(body, ROOM)
    assert placing.put(place, SIZE, ROOM) == body.topLeft()
    assert placing.put(None, SIZE, ROOM).x() == 1600 - 320


def test_the_nearer_edge_is_meant() -> None:
    near_left, near_right = Place(100, 40), Place(1000, 40)
    assert placing.edge_of(near_left, SIZE, ROOM) is Edge.LEFT
    assert placing.edge_of(near_right, SIZE, ROOM) is Edge.RIGHT
    assert placing.at_edge(near_left, SIZE, ROOM) == QPoint(0, 70)
    assert placing.at_edge(near_right, SIZE, ROOM) == QPoint(1280, 70)
