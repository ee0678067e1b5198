"""Private X servers: a bare one for all of this folder, one with windows a module."""

from collections.abc import Iterator

import pytest

from tests.desktop.x11_world import X11World
from tests.desktop.xserver import XServer


@pytest.fixture(scope="session")
def x_server() -> Iterator[XServer]:
    with XServer(window_manager=()) as server:
        yield server


@pytest.fixture
def x_display(x_server: XServer) -> str:
    return x_server.display


@pytest.fixture(scope="module")
def server() -> Iterator[XServer]:
    with XServer() as server:
        yield server


@pytest.fixture
def world(server: XServer) -> Iterator[X11World]:
    with X11World(server.display) as world:
        yield world
