"""The dialog of lists, what it tells and asks; faults; the preview; tools."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qtdesk.core.launcher import Tool
from qtdesk.core.ports.lists import FoundList, Origin
from qtdesk.ui.list_room import ListRoom
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.sources_dialog import SourcesDialog
from qtdesk.ui.theme import Appearance
from qtdesk.ui.toast import Kind
from qtdesk.ui.tools import Tools
from tests.checking_room import shipped_lists
from tests.fake_books import AtOnce
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import TARGET
from tests.ui.lists_scene import BOOK, FAULT, ListScene

if TYPE_CHECKING:
    from qtdesk.core.errors import QtdeskError


@pytest.fixture
def scene(appearance: Appearance, qtbot: QtBot) -> ListScene:
    made = ListScene(appearance)
    qtbot.addWidget(made.dialog)
    return made


def said(scene: ListScene, list_id: str) -> str:
    item = scene.dialog.lists.item(scene.rows.index(list_id))
    return str(item.data(Qt.ItemDataRole.AccessibleTextRole))


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def ours(list_id: str) -> FoundList:
    checklist = next(each for each in shipped_lists() if each.id == list_id)
    return FoundList(
        f"/own/{list_id}.yaml", Origin.OWN, "", list_id, replace(checklist, version="7")
    )


def test_every_list_is_told_with_its_edition_and_where_it_is_from(
    scene: ListScene,
) -> None:
    assert scene.rows == [each.id for each in shipped_lists()]
    assert said(scene, "CL-08").endswith("of qtdesk · edition 2026.11")
    scene.put(ours("CL-08"))
    assert [row for row in scene.rows if row == "CL-08"] == ["CL-08", "CL-08"]
    assert said(scene, "CL-08").endswith("your own · edition 7")
    behind = scene.dialog.lists.item(scene.rows.index("CL-08") + 1)
    spoken = behind.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("another goes before it")


def test_a_fault_is_told_with_place_and_remedy(scene: ListScene) -> None:
    assert not scene.dialog.problems.isVisible()
    scene.spoil()
    assert said(scene, "CL-30").endswith("小鹿家 · not in use, 1 to mend")
    scene.choose("CL-30")
    assert scene.dialog.problems.toPlainText().splitlines() == [
        f"{FAULT.file}:14  P1",
        "“label” is missing.",
        "Add “label: …”.",
    ]
    assert not scene.dialog._preview.isEnabled()
    assert not scene.dialog._copy.isEnabled()
    assert not scene.dialog._switch.isEnabled()


def test_that_the_edition_before_is_in_use_is_told(scene: ListScene) -> None:
    kept = ours("CL-08")._replace(problems=(FAULT,), kept=True)
    scene.put(kept)
    scene.choose("CL-08")
    wrong = scene.dialog._wrong.text()
    assert wrong == "To mend: 1 · the edition before it is in use"


def test_a_list_is_switched_off_and_on_again(scene: ListScene) -> None:
    scene.choose("CL-08")
    press(scene.dialog._switch)
    assert scene.desk.settings.lists_off == "CL-08"
    assert said(scene, "CL-08").endswith("switched off")
    assert scene.dialog.current is not None
    assert scene.dialog.current.found.id == "CL-08"
    assert scene.dialog._switch.text() == "Switch on"
    press(scene.dialog._switch)
    assert scene.desk.settings.lists_off == ""


def test_a_copy_is_made_and_opened(scene: ListScene, qtbot: QtBot) -> None:
    scene.choose("CL-04")
    with qtbot.waitSignal(scene.dialog.file_made) as made:
        press(scene.dialog._copy)
    assert made.args == ["/own/CL-04.yaml"]
    assert scene.files.copied == ["CL-04"]
    scene.put(ours("CL-04"))
    scene.choose("CL-04")
    assert scene.dialog._copy.text() == "Open in an editor"


# --- the room ---------------------------------------------------------------------


class Messages(QObject):
    """What was said to the agent."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[object, ...]] = []

    def say(self, *said: object, **_more: object) -> None:
        self.said.append(said)


class Room:
    def __init__(self, scene: ListScene, appearance: Appearance) -> None:
        self.messages = Messages()
        self.refused: list[QtdeskError] = []
        self.room = ListRoom(
            as_desk(scene.desk),
            scene.bridge,
            appearance,
            self.messages,
            self.refused.append,
        )


@pytest.fixture
def room(scene: ListScene, appearance: Appearance) -> Iterator[Room]:
    made = Room(scene, appearance)
    yield made
    if made.room._preview is not None:
        made.room._preview.close_window()
        made.room._preview.deleteLater()


def test_a_fault_is_told_once(scene: ListScene, room: Room) -> None:
    scene.spoil()
    scene.desk.lists.follow()
    ((title, text, kind),) = room.messages.said
    assert title == "price.yaml cannot be used as it is now"
    assert "What was read last stays in use." in str(text)
    assert kind is Kind.STOP


def test_the_setting_is_followed_where_it_is_changed_elsewhere(
    scene: ListScene, room: Room
) -> None:
    scene.desk.change_settings({"lists_off": "CL-08"})
    assert said(scene, "CL-08").endswith("switched off")
    assert room.messages.said == []


def test_faults_stand_with_the_phrasebook_they_came_with(
    scene: ListScene, appearance: Appearance, qtbot: QtBot
) -> None:
    dialog = SourcesDialog(as_desk(scene.desk), scene.bridge, appearance, AtOnce())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog._wrong.text() == "Nothing is wrong here."
    scene.spoil()
    assert dialog._wrong.text() == "To mend: 1"
    assert dialog.problems.toPlainText().startswith(FAULT.file)
    spoken = dialog.sources.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"小鹿家, {BOOK}, edition 3, 28 phrases, 1 to mend"


def test_a_preview_shows_a_sample_order_and_keeps_nothing(
    scene: ListScene, room: Room
) -> None:
    dialog = room.room.make_dialog()
    scene.desk.platform.take_focus = lambda _window: None
    scene.desk.platform.composited = lambda: True
    room.room.show_preview("CL-01")
    window = room.room._preview
    assert window is not None
    checks = window._checks
    assert checks.current is not None
    assert checks.current.checklist.id == "CL-01"
    checks.answer("V18", "顺丰")
    standing = checks.standing
    assert standing is not None
    texts: list[object] = []
    checks.refuse(texts.append)
    assert texts == [None]
    assert scene.desk.checks.under_way == ()
    assert scene.desk.checks.current is None
    first = window
    room.room.show_preview("CL-08")
    assert room.room._preview is not first
    dialog.deleteLater()


def test_a_list_of_ones_own_is_opened_by_the_system(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile())
    )
    room.room._on_file_made("/own/CL-04.yaml")
    assert opened == ["/own/CL-04.yaml"]


def test_a_tool_opens_when_the_panel_is_away(
    scene: ListScene, appearance: Appearance, qtbot: QtBot
) -> None:
    panel = QuickPanel(as_desk(scene.desk), appearance, lambda: True)
    qtbot.addWidget(panel)
    released: list[bool] = []
    opened: list[bool] = []
    scene.desk.platform.type_ahead = type(
        "TypeAhead", (), {"release": lambda _self: released.append(True)}
    )()
    tools = Tools(
        as_desk(scene.desk),
        scene.bridge,
        panel,
        {Tool.RECORDS: lambda: opened.append(panel.isVisible())},
    )
    panel.open(TARGET, by_hotkey=False, query="/records")
    (entry,) = (
        each for each in scene.desk.launcher.entries("records") if each.id == "records"
    )
    scene.desk.launcher.open(entry, None)
    assert (opened, released) == ([False], [True])
    tools.deleteLater()
