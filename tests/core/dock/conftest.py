"""A desk for each test of the dock."""

import pytest

from tests.core.dock.dock_desk import DockDesk


@pytest.fixture
def place() -> DockDesk:
    return DockDesk()
