"""The window of sizes opens at once, and its tables follow."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtdesk.ui.size_room import SizeRoom
from qtdesk.ui.theme import Appearance
from tests.fake_books import Later
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk


def test_tables_are_read_behind_the_window(
    appearance: Appearance, qtbot: QtBot, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    later = Later()
    room = SizeRoom(as_desk(FakeDesk()), appearance, later, tmp_path, parent)
    room.show()
    dialog = room._dialog
    assert dialog is not None
    qtbot.addWidget(dialog)
    assert dialog.isVisible()
    assert dialog._charts == []
    later.work()
    assert dialog._charts
    room.show()
    assert room._dialog is dialog
    later.work()
