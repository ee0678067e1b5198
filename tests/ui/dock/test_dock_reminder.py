"""The line on top of the dock for what must not be forgotten."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qtdesk.ui.theme import Appearance
from tests.ui.dock.dock_room import DockRoom

LINE = "15:05  云** · order …4567  催发货"


@pytest.fixture
def room(appearance: Appearance, qtbot: QtBot) -> Iterator[DockRoom]:
    del qtbot
    made = DockRoom(appearance)
    yield made
    made.close()


def test_a_line_comes_with_what_is_overdue_and_goes_with_it(room: DockRoom) -> None:
    line = room.scene.window.reminder
    assert line.isHidden()
    room.docking.remind(LINE, lambda: None)
    assert line.isVisible()
    assert line.text() == LINE
    assert line.focusPolicy() is Qt.FocusPolicy.NoFocus
    room.docking.remind("", lambda: None)
    assert line.isHidden()


def test_a_click_shows_more_and_pastes_nothing(room: DockRoom) -> None:
    shown: list[str] = []
    room.docking.remind(LINE, lambda: shown.append("list"))
    QTest.mouseClick(room.scene.window.reminder, Qt.MouseButton.LeftButton)
    assert shown == ["list"]
    assert room.chat.received == []


def test_a_dock_that_is_shown_later_has_it_too(
    appearance: Appearance, qtbot: QtBot
) -> None:
    del qtbot
    room = DockRoom(appearance, dock_shown="off")
    room.docking.remind(LINE, lambda: None)
    room.docking.turn()
    assert room.scene.window.reminder.isVisible()
    room.close()
