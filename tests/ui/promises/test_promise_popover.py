"""The popover: a digit promises, a typed time is read, and the keys go where meant."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qtdesk.core.ports import Stroke
from qtdesk.core.promises import Promise
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.promises.popover import PromisePopover
from qtdesk.ui.promises.visits import PromiseVisits
from qtdesk.ui.theme import Appearance
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk

Keys = Qt.Key


class Visit:
    """One agent before a popover."""

    def __init__(self, desk: FakeDesk, appearance: Appearance) -> None:
        self.desk = desk
        self.platform = desk.promising.world.platform
        desk.platform = self.platform  # type: ignore[assignment]  # the whole of one
        self.bridge = Bridge(as_desk(desk))
        self.given_back = 0
        self.visits = PromiseVisits(
            *(as_desk(desk), appearance, self._give_back), self.bridge
        )
        self.bridge.promise_wanted.connect(self.visits.on_wanted)
        self.lists = 0
        self.visits.list_asked.connect(self._on_list)

    def _give_back(self) -> None:
        self.given_back += 1

    def _on_list(self) -> None:
        self.lists += 1

    @property
    def popover(self) -> PromisePopover:
        return self.visits.popover

    def want(self, *, by_hotkey: bool = True) -> None:
        self.desk.promises.want(by_hotkey=by_hotkey)

    def made(self) -> list[Promise]:
        return list(self.desk.promises.book.waiting)


@pytest.fixture
def visit(desk: FakeDesk, appearance: Appearance, qtbot: QtBot) -> Iterator[Visit]:
    desk.promises.start()
    made = Visit(desk, appearance)
    qtbot.addWidget(made.popover)
    with qtbot.waitSignal(made.popover.opened_focused, timeout=5000):
        made.want()
    yield made
    made.popover.close_window()


def test_a_digit_promises_and_the_chat_gets_the_focus_back(visit: Visit) -> None:
    windows = visit.platform.windows
    windows.focus(None)
    QTest.keyClick(visit.popover, Keys.Key_2)
    (promise,) = visit.made()
    assert promise.due - visit.desk.promising.wall.now() == timedelta(hours=1)
    assert promise.matter == "Answer the buyer"
    assert not visit.popover.isVisible()
    visit.desk.promising.clock.run_until(1)
    assert windows.front_window is visit.desk.promising.world.chat
    assert visit.given_back


def test_it_acts_when_the_key_is_let_go(visit: Visit) -> None:
    QTest.keyPress(visit.popover, Keys.Key_2)
    assert visit.made() == []
    QTest.keyRelease(visit.popover, Keys.Key_2)
    assert len(visit.made()) == 1


def test_a_release_whose_press_was_elsewhere_is_nothing(visit: Visit) -> None:
    QTest.keyRelease(visit.popover, Keys.Key_2)
    QTest.keyClick(visit.popover, Keys.Key_9)
    assert visit.made() == []
    assert visit.popover.isVisible()


def test_escape_promises_nothing(visit: Visit) -> None:
    QTest.keyClick(visit.popover, Keys.Key_Escape)
    assert visit.made() == []
    assert not visit.popover.isVisible()


def test_another_time_is_typed_and_shown_before_it_is_taken(visit: Visit) -> None:
    QTest.keyClick(visit.popover, Keys.Key_6)
    own = visit.popover.own
    assert own.hasFocus()
    QTest.keyClicks(own, "soon")
    assert "No time ahead" in visit.popover._note.text()
    QTest.keyClick(own, Keys.Key_Return)
    assert visit.popover.isVisible()
    own.setText("明天9点半")
    assert visit.popover._note.text() == "Enter: tomorrow 09:30"
    QTest.keyClick(own, Keys.Key_Return)
    (promise,) = visit.made()
    assert f"{promise.due:%d %H:%M}" == "23 09:30"


def test_tab_changes_the_words(visit: Visit) -> None:
    QTest.keyClick(visit.popover, Keys.Key_Tab)
    field = visit.popover.matter
    assert field.selectedText() == "Answer the buyer"
    QTest.keyClicks(field, "call back")
    QTest.keyClick(field, Keys.Key_Return)
    QTest.keyClick(visit.popover, Keys.Key_1)
    assert visit.made()[0].matter == "call back"


def test_digits_within_the_words_are_words(visit: Visit) -> None:
    QTest.keyClick(visit.popover, Keys.Key_Tab)
    QTest.keyClicks(visit.popover.matter, "2 pieces")
    assert visit.made() == []


def test_nought_and_the_hotkey_again_ask_for_the_list(visit: Visit) -> None:
    QTest.keyClick(visit.popover, Keys.Key_0)
    assert visit.lists == 1
    visit.want()
    visit.want()
    assert visit.lists == 2
    assert not visit.popover.isVisible()


def test_a_click_does_what_its_key_does(visit: Visit) -> None:
    QTest.mouseClick(visit.popover._rows[4], Qt.MouseButton.LeftButton)
    assert f"{visit.made()[0].due:%d %H:%M}" == "23 10:00"


def test_keys_typed_behind_the_hotkey_arrive(
    desk: FakeDesk, appearance: Appearance, qtbot: QtBot
) -> None:
    desk.promises.start()
    visit = Visit(desk, appearance)
    qtbot.addWidget(visit.popover)
    for down in (True, False):
        visit.visits._on_stroke(Stroke(down, "2", "2"))
    visit.want()
    assert len(visit.made()) == 1
