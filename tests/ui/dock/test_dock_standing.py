"""Where the dock stands while windows move, screens go, and the pointer comes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qtdesk.core.ports import Area
from qtdesk.ui.dock import edge_strip
from qtdesk.ui.dock.placing import GAP
from qtdesk.ui.theme import Appearance
from tests.fakes import FakeWindow
from tests.ui.dock.dock_room import DockRoom


def test_it_stands_beside_the_chat_and_goes_along(room: DockRoom, qtbot: QtBot) -> None:
    assert room.body().topLeft() == QPoint(340 + GAP, 60)
    room.windows.move(Area(10, 100, 200, 420))
    qtbot.waitUntil(lambda: room.body().topLeft() == QPoint(210 + GAP, 100))


def test_the_bare_desktop_or_a_window_of_ours_moves_nothing(
    room: DockRoom, qtbot: QtBot
) -> None:
    before = room.body()
    room.windows.focus(None)
    qtbot.wait(60)
    assert room.body() == before


def test_put_away_it_follows_nobody(room: DockRoom) -> None:
    assert room.windows.followed
    room.docking.turn()
    assert not room.windows.followed
    assert "ctrl+alt+1" not in room.place.registered()


def test_where_moves_are_not_told_it_looks_for_itself(
    appearance: Appearance, qtbot: QtBot
) -> None:
    room = DockRoom(appearance, dock_shown="off")
    silent = type("Silent", (), {"__getattr__": lambda _, n: getattr(room.windows, n)})
    silent.follow = property()  # type: ignore[attr-defined]  # such as old Windows
    del silent.follow  # type: ignore[attr-defined]  # it has none
    try:
        other = FakeWindow(title="x")
        room.windows.open(other)
        room.docking.turn()
        room.windows.area = Area(10, 100, 200, 420)
        room.scene.standing._look_timer.start()
        qtbot.waitUntil(lambda: room.body().topLeft() == QPoint(210 + GAP, 100))
    finally:
        room.close()


def _drag(room: DockRoom, by: QPoint) -> None:
    window = room.scene.window
    start = QPoint(window.margin + 3, window.margin + 3)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(window, start + by / 2)
    QTest.mouseMove(window, start + by / 2)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=start)


def test_who_drags_it_away_wants_it_there_also_next_time(
    room: DockRoom, appearance: Appearance
) -> None:
    before = room.body().topLeft()
    _drag(room, QPoint(40, 60))
    put = room.body().topLeft()
    assert put != before
    assert room.desk.settings.dock_place == "floating"
    room.windows.move(Area(10, 100, 200, 420))
    assert room.body().topLeft() == put
    later = DockRoom(appearance, dock_shown="off", dock_place="floating")
    later.desk.dock.places._known = room.desk.dock.places._known
    later.docking.turn()
    assert later.body().topLeft() == put
    later.close()


def test_a_click_that_trembles_is_no_drag(room: DockRoom) -> None:
    before = room.body().topLeft()
    _drag(room, QPoint(2, 2))
    assert room.body().topLeft() == before
    assert room.desk.settings.dock_place == "beside"


@pytest.fixture
def edge(appearance: Appearance, qtbot: QtBot) -> DockRoom:
    made = DockRoom(appearance, dock_place="edge")
    qtbot.waitExposed(made.scene.window)
    return made


def test_at_the_edge_it_leaves_a_strip_and_comes_out_for_the_pointer(
    edge: DockRoom, qtbot: QtBot
) -> None:
    strip, window = edge.scene.standing.strip, edge.scene.window
    room = window.screen().availableGeometry()
    assert edge.body().right() == room.right()
    window.pointer_left.emit()
    qtbot.waitUntil(strip.isVisible)
    assert not window.isVisible()
    assert strip.width() == edge_strip.WIDTH
    assert strip.geometry().right() == room.right()
    strip.pointed.emit()
    assert window.isVisible()
    assert not strip.isVisible()
    edge.close()


def test_a_key_fetches_it_from_the_edge(edge: DockRoom, qtbot: QtBot) -> None:
    edge.scene.window.pointer_left.emit()
    qtbot.waitUntil(edge.scene.standing.strip.isVisible)
    edge.place.press("ctrl+alt+1")
    qtbot.waitUntil(edge.scene.window.isVisible)
    edge.close()


def test_a_menu_keeps_it_out(edge: DockRoom, qtbot: QtBot) -> None:
    edge.scene.more.ask_for_buyer()
    edge.scene.window.pointer_left.emit()
    qtbot.wait(900)
    assert edge.scene.window.isVisible()
    edge.close()


def test_a_screen_that_goes_takes_no_dock_along(room: DockRoom, qtbot: QtBot) -> None:
    room.desk.change_settings({"dock_place": "floating"})
    window = room.scene.window
    qtbot.wait(20)
    window.move(5000, 5000)  # where another screen was
    qtbot.wait(20)
    assert window.x() == 5000
    application = QGuiApplication.instance()
    assert application is not None
    application.screenRemoved.emit(window.screen())  # type: ignore[attr-defined]  # of QGuiApplication
    screen = QGuiApplication.primaryScreen().availableGeometry()
    qtbot.waitUntil(lambda: screen.contains(room.body()))


def test_a_place_on_a_screen_that_is_away_is_kept_for_its_return(
    room: DockRoom,
) -> None:
    places = room.desk.dock.places
    _drag(room, QPoint(40, 60))
    here = places.last_screen
    known = places.on(here)
    assert known is not None
    places.keep("HDMI-9 3840x2160", known._replace(left=3000))
    room.scene.standing.place_again()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(room.body())
    assert places.on("HDMI-9 3840x2160") == known._replace(left=3000)


def test_a_desktop_that_tells_of_no_window_has_no_dock(
    appearance: Appearance,
) -> None:
    room = DockRoom(appearance, dock_shown="off")
    room.place.platform.unable.add("target")
    room.docking.turn()
    assert room.docking.scene is None
    room.close()
