"""One display and one of each real program for a whole test run."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from tests.desktop.accessible import AccessibleBus
from tests.desktop.browser import Chromium
from tests.desktop.chat import Pidgin
from tests.desktop.clipboard_eye import ClipboardEye
from tests.desktop.desk_session import DeskSession
from tests.desktop.fault_scene import TIMEOUT_S, Scene, Stage, desk_on, staged
from tests.desktop.others import ClipboardOwner
from tests.desktop.pinyin import ENGINE, MEMORY, Pinyin
from tests.desktop.programs import (
    FeatherPad,
    Mousepad,
    ReceivingProgram,
    Terminal,
    Workplace,
    left_behind,
    missing,
)
from tests.desktop.screen import Screen
from tests.desktop.waiting import wait_for
from tests.desktop.xserver import XServer

_DESKTOP = Path(__file__).parent
_P = TypeVar("_P", bound=ReceivingProgram)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _DESKTOP in item.path.parents:
            item.add_marker(pytest.mark.desktop)


def need(*programs: str) -> None:
    """Leave the test out, with the reason, where a program is not installed."""
    if reason := missing(*programs):
        pytest.skip(reason)


def started(program: _P) -> Iterator[_P]:
    try:
        program.start()
        yield program
    finally:
        program.stop()


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    """A display with a window manager and a bus, for the programs of all tests."""
    need("Xvfb", "openbox", "xdotool", "xclip", "dbus-daemon")
    with XServer() as server:
        folder = tmp_path_factory.mktemp("homes")
        screen = Screen(server.env)
        bus = AccessibleBus(server, folder)
        yield Workplace(server, screen, bus, folder)
        bus.close()
        screen.close()
    wait_for(lambda: not left_behind(folder), "every program to be gone")


@pytest.fixture(scope="session")
def screen(place: Workplace) -> Screen:
    return place.screen


@pytest.fixture(scope="session")
def mousepad(place: Workplace) -> Iterator[Mousepad]:
    need("mousepad")
    yield from started(Mousepad(place))


@pytest.fixture(scope="session")
def featherpad(place: Workplace) -> Iterator[FeatherPad]:
    need("featherpad")
    yield from started(FeatherPad(place))


@pytest.fixture(scope="session")
def xterm(place: Workplace) -> Iterator[Terminal]:
    need("xterm")
    yield from started(Terminal(place))


@pytest.fixture(scope="session")
def pidgin(place: Workplace) -> Iterator[Pidgin]:
    need("pidgin", "prosody")
    yield from started(Pidgin(place))


@pytest.fixture
def owner(screen: Screen) -> Iterator[ClipboardOwner]:
    with ClipboardOwner(screen.env) as started:
        yield started


@pytest.fixture
def eye(place: Workplace) -> Iterator[ClipboardEye]:
    with ClipboardEye(place.server.display) as opened:
        yield opened


@pytest.fixture(scope="session")
def chromium(place: Workplace) -> Iterator[Chromium]:
    need("chromium")
    yield from started(Chromium(place))


@pytest.fixture
def pinyin(place: Workplace) -> Iterator[Pinyin]:
    need("ibus-daemon", "ibus", ENGINE, MEMORY)
    with Pinyin(place) as started:
        yield started


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    """A display of its own for what goes wrong."""
    need("Xvfb", "openbox")
    with staged(XServer()) as started:
        yield started


@pytest.fixture(scope="module")
def impatient_desk(
    stage: Stage, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeskSession]:
    folder = tmp_path_factory.mktemp("impatient")
    limit = f"paste_timeout={TIMEOUT_S}"
    with desk_on(stage, folder, "--set", limit) as session:
        yield session


@pytest.fixture
def scene(stage: Stage, impatient_desk: DeskSession) -> Iterator[Scene]:
    with Scene(stage, impatient_desk) as set_up:
        yield set_up
