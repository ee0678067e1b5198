"""One private X server for all tests of this folder."""

from collections.abc import Iterator

import pytest

from tests.desktop.xserver import XServer


@pytest.fixture(scope="session")
def x_server() -> Iterator[XServer]:
    with XServer(window_manager=()) as server:
        yield server


@pytest.fixture
def x_display(x_server: XServer) -> str:
    return x_server.display
