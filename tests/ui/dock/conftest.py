"""A shown dock for each test."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from qtdesk.ui.theme import Appearance
from tests.ui.dock.dock_room import DockRoom


@pytest.fixture
def room(appearance: Appearance, qtbot: QtBot) -> Iterator[DockRoom]:
    made = DockRoom(appearance)
    qtbot.waitExposed(made.scene.window)
    yield made
    made.close()
