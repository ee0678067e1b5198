"""Lists are looked at again when their files change, wherever they lie."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtdesk.ui.book_watch import BookWatch
from qtdesk.ui.bridge import Bridge
from tests.fake_books import AtOnce
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk

if TYPE_CHECKING:
    from qtdesk.core.lists_in_use import ListsInUse


def test_a_list_that_is_made_changed_or_deleted_is_news(
    tmp_path: Path, qtbot: QtBot
) -> None:
    looks: list[bool] = []

    def refresh(done: Callable[[], None]) -> None:
        looks.append(True)
        done()

    folder = tmp_path / "data" / "checklists"
    folder.parent.mkdir()
    desk = FakeDesk()
    lists = SimpleNamespace(folders=(str(folder),), refresh=refresh)
    desk.lists = cast("ListsInUse", lists)
    parent = QWidget()
    qtbot.addWidget(parent)
    watch = BookWatch(as_desk(desk), Bridge(as_desk(desk), parent), AtOnce(), parent)
    folder.mkdir()
    path = folder / "CL-08.yaml"

    def news(of: Callable[[], object]) -> None:
        looks.clear()
        of()
        qtbot.waitUntil(lambda: bool(looks), timeout=5000)

    news(lambda: path.write_text("id: CL-08", "utf-8"))
    news(lambda: path.write_text("id: CL-08\nversion: 2", "utf-8"))
    news(path.unlink)
    watch.deleteLater()
