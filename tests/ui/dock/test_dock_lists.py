"""Checklists beside the dock: the button with the dots, and one click more."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from qtdesk.core.events import CheckWanted, DeskEvent, PanelWanted
from qtdesk.ui.dock.list_menu import ListMenu
from qtdesk.ui.pills import Pill
from qtdesk.ui.theme import Appearance
from tests.checking_room import Room, shipped_lists
from tests.ui.dock.dock_room import DockRoom


@pytest.fixture
def room(appearance: Appearance) -> Iterator[DockRoom]:
    made = DockRoom(appearance)
    made.desk.checks.loading._open = lambda: Room().checks
    yield made
    made.close()


def shown(menu: ListMenu) -> list[str]:
    return [action.label for action in menu.popover.note.actions]


def open_menu(room: DockRoom) -> ListMenu:
    QTest.mouseClick(room.scene.window.lists, Qt.MouseButton.LeftButton)
    return room.scene.list_menu


def click(menu: ListMenu, label: str) -> None:
    (pill,) = (
        each
        for each in menu.popover.findChildren(Pill)
        if each.text() == label and not each.isHidden()
    )
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)


def wanted(room: DockRoom) -> list[DeskEvent]:
    found: list[DeskEvent] = []
    room.desk.subscribe(
        lambda event: (
            found.append(event)
            if isinstance(event, CheckWanted | PanelWanted)
            else None
        )
    )
    return found


def test_two_clicks_open_a_list_for_the_window_in_front(room: DockRoom) -> None:
    found = wanted(room)
    room.desk.checks.load(lambda: None)
    menu = open_menu(room)
    assert menu.in_use()
    assert shown(menu)[-1] == "All, in the panel…"
    click(menu, "改地址")
    assert found == [CheckWanted("CL-04", by_hotkey=True)]
    assert not menu.in_use()


def test_lists_of_the_stage_of_now_come_first(room: DockRoom) -> None:
    room.desk.checks.load(lambda: None)
    first = next(each for each in shipped_lists() if each.stage == "ship")
    room.desk.launcher._stages = lambda: ("ship",)
    assert shown(open_menu(room))[0] == first.name.zh


def test_all_the_others_are_in_the_panel(room: DockRoom) -> None:
    found = wanted(room)
    click(open_menu(room), "All, in the panel…")
    assert found == [PanelWanted(by_hotkey=False, query="/")]
