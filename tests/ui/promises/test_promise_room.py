"""Promises beside everything else: the tray, the dock's line, the one message."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from pytestqt.qtbot import QtBot

from qtdesk import paths
from qtdesk.core.combos import Combo
from qtdesk.core.launcher import Tool
from qtdesk.core.promises.promises import Made
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.icons import State, icon, mask_icon
from qtdesk.ui.promises.room import PromiseRoom
from qtdesk.ui.theme import LIGHT, Appearance
from qtdesk.ui.toast import Kind
from qtdesk.ui.tray import Tray
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk

if TYPE_CHECKING:
    from qtdesk.ui.surroundings import Surroundings

HOUR = timedelta(hours=1)


class Around:
    """What stands around the room; what it is told is written down."""

    def __init__(self, desk: FakeDesk, appearance: Appearance) -> None:
        self.bridge = Bridge(as_desk(desk))
        self.said: list[tuple[str, str, Kind]] = []
        self.reminders: list[str] = []
        self.tools: list[object] = []
        self.shown = 0
        self.clicked: object = None
        """What a click on the last message does."""
        icons = paths.resources() / "icons"
        self.tray = Tray(as_desk(desk), self.bridge, appearance, icons)
        given = SimpleNamespace(
            tray=self.tray,
            tools=SimpleNamespace(offer=lambda tool, _opener: self.tools.append(tool)),
            messages=SimpleNamespace(say=self._say),
            docking=SimpleNamespace(
                remind=lambda line, _chosen: self.reminders.append(line)
            ),
            bring_forward=self._bring_forward,
        )
        self.room = PromiseRoom(
            *(as_desk(desk), self.bridge, appearance, lambda: None),
            cast("Surroundings", given),
        )

    def _say(
        self, title: str, detail: str = "", kind: Kind = Kind.OK, **more: object
    ) -> None:
        self.said.append((title, detail, kind))
        self.clicked = more.get("when_clicked")

    def _bring_forward(self, _window: object) -> None:
        self.shown += 1

    def state(self) -> State:
        return self.tray.state

    def menu(self) -> list[str]:
        self.tray.menu.aboutToShow.emit()
        return [action.text() for action in self.tray.menu.actions()]


@pytest.fixture
def around(desk: FakeDesk, appearance: Appearance, qtbot: QtBot) -> Iterator[Around]:
    del qtbot
    desk.platform.hotkeys = desk.promising.world.platform.hotkeys
    made = Around(desk, appearance)
    made.room._start()
    yield made
    made.tray.hide()


def promise(desk: FakeDesk, matter: str, after: timedelta) -> None:
    book = desk.promises.book
    book.make(Made(matter, book.wall.now() + after, "云朵8821", "4567"))


def test_a_due_one_is_one_quiet_message(desk: FakeDesk, around: Around) -> None:
    promise(desk, "催发货", HOUR)
    assert around.said == []
    desk.promising.clock.run_until(3601)
    line = "17:05  云** · order …4567  催发货"
    assert around.said == [("Promised, and due now", line, Kind.WARN)]
    desk.promising.clock.run_until(9000)
    assert len(around.said) == 1


def test_a_click_on_it_shows_what_is_due(desk: FakeDesk, around: Around) -> None:
    promise(desk, "昨天的", -HOUR)
    promise(desk, "催发货", HOUR)
    desk.promising.clock.run_until(3601)
    assert callable(around.clicked)
    around.clicked()
    assert around.shown == 1
    window = around.room.window
    assert window is not None
    assert window.current is not None
    assert window.current.matter == "催发货"


def test_many_are_one_message(desk: FakeDesk, around: Around) -> None:
    for number in range(5):
        promise(desk, f"第{number}件", HOUR)
    desk.promising.clock.run_until(3601)
    ((title, detail, _kind),) = around.said
    assert title == "5 promises are due"
    assert detail.endswith("and 2 more")


def test_messages_can_be_turned_off_and_the_tray_tells_all_the_same(
    desk: FakeDesk, around: Around
) -> None:
    desk.change_settings({"promise_messages": "off"})
    promise(desk, "催发货", HOUR)
    desk.promising.clock.run_until(3601)
    assert around.said == []
    assert around.state() is State.DUE
    assert "Promises: 1 overdue…" in around.menu()


def test_tray_and_dock_say_what_is_overdue_until_it_is_kept(
    desk: FakeDesk, around: Around
) -> None:
    assert around.state() is State.READY
    assert "Promises…" in around.menu()
    promise(desk, "催发货", -HOUR)
    assert around.state() is State.DUE
    assert around.reminders[-1] == "15:05  云** · order …4567  催发货"
    promise(desk, "回电", -HOUR)
    assert around.reminders[-1] == "2 overdue"
    for each in desk.promises.book.waiting:
        desk.promises.book.keep(each.uid)
    assert around.state() is State.READY
    assert around.reminders[-1] == ""


def test_the_list_opens_from_the_tray_and_the_launcher(around: Around) -> None:
    around.tray.promises_asked.emit()
    assert around.shown == 1
    assert around.tools == [Tool.PROMISES]


@pytest.mark.parametrize("coloured", [True, False])
@pytest.mark.usefixtures("qapp")  # pictures need a program around them
def test_the_picture_of_an_overdue_promise_is_no_other(*, coloured: bool) -> None:
    folder = paths.resources() / "icons"
    pictures = {
        state: (
            icon(folder, LIGHT, state).pixmap(32, 32)
            if coloured
            else mask_icon(folder, state).pixmap(36, 36)
        ).toImage()
        for state in State
    }
    for state, picture in pictures.items():
        others = [each for other, each in pictures.items() if other is not state]
        assert all(picture != other for other in others)


def test_a_combination_that_is_taken_is_told(
    desk: FakeDesk, appearance: Appearance, qtbot: QtBot
) -> None:
    del qtbot
    hotkeys = desk.promising.world.platform.hotkeys
    desk.platform.hotkeys = hotkeys
    hotkeys.taken.add(Combo.parse("ctrl+alt+y"))
    around = Around(desk, appearance)
    assert around.said[0][2] is Kind.STOP
    around.tray.hide()
