"""What every test of the interface stands on: one application, a fake desk, a panel."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import Translations
from tests.ui.fake_desk import TARGET, FakeDesk

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "resources" / "translations" / "qtdesk_zh_CN.ts"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen desktop has no stack and no size hints, and says so each time."""
    for item in items:
        if "tests/ui" in item.path.as_posix():
            silent = pytest.mark.qt_log_ignore("plugin does not support", extend=True)
            item.add_marker(silent)


def translation_tool(name: str, *arguments: str | Path) -> None:
    """Run one of Qt's tools for catalogues, wherever its starter may lie."""
    script = f"from PySide6.scripts import pyside_tool; pyside_tool.{name}()"
    subprocess.run([sys.executable, "-c", script, *arguments], check=True)


def as_desk(fake: FakeDesk) -> "Desk":
    """The fake in the type that the interface asks for."""
    return cast("Desk", fake)


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    qapp.setQuitOnLastWindowClosed(False)  # as the program does: it lives in the tray
    return Appearance(qapp)


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def panel(desk: FakeDesk, appearance: Appearance, qtbot: QtBot) -> Iterator[QuickPanel]:
    """A panel that is open, focused and painted."""
    made = QuickPanel(as_desk(desk), appearance, lambda: True)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.opened_focused, timeout=5000):
        made.open(TARGET, by_hotkey=True)
    yield made
    made.close_panel()


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the compiled Chinese catalogue."""
    folder = tmp_path_factory.mktemp("translations")
    built = folder / "qtdesk_zh_CN.qm"
    translation_tool("lrelease", "-silent", CATALOGUE, "-qm", built)
    return folder


@pytest.fixture
def translations(qapp: QApplication, catalogues: Path) -> Iterator[Translations]:
    """English again after each test."""
    made = Translations(catalogues, qapp)
    yield made
    made.use("en")
