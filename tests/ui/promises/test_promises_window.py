"""The list of promises: what is first, what one key does, what is told of nothing."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qtdesk.core.promises import Handing, State
from qtdesk.core.promises.promises import Made
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.promises.table import Column
from qtdesk.ui.promises.window import PromisesWindow
from qtdesk.ui.theme import Appearance
from tests.sample_records import record
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk

HOUR = timedelta(hours=1)
Keys = Qt.Key


class Shown:
    """The window over one agent's promises."""

    def __init__(self, desk: FakeDesk, appearance: Appearance) -> None:
        self.desk, self.book = desk, desk.promises.book
        self.now = desk.promising.wall.now()
        self.book.start()
        for matter, hours, buyer, tail in (
            ("later", 30, "晴天", "7788"),
            ("today", 2, "小鹿", "1234"),
            ("overdue", -1, "云朵8821", "4567"),
        ):
            self.book.make(Made(matter, self.now + HOUR * hours, buyer, tail))
        self.bridge = Bridge(as_desk(desk))
        self.window = PromisesWindow(as_desk(desk), self.bridge, appearance)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.table, key)

    def rows(self, column: Column = Column.MATTER) -> list[str]:
        model = self.window.table.model()
        return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.fixture
def shown(desk: FakeDesk, appearance: Appearance, qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(desk, appearance)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.close()


def test_what_is_overdue_comes_first_in_words_as_well(shown: Shown) -> None:
    assert shown.rows() == ["overdue", "today", "later"]
    assert shown.rows(Column.URGENCY) == ["Overdue", "Today", "Later"]
    assert shown.rows(Column.DUE) == ["15:05", "18:05", "tomorrow 22:05"]
    assert shown.rows(Column.BUYER)[0] == "云** · order …4567"


def test_it_finds_by_buyer_order_and_words(shown: Shown) -> None:
    for typed, found in (
        ("1234", ["today"]),
        ("晴", ["later"]),
        ("over 45", ["overdue"]),
    ):
        shown.window.filter.setText(typed)
        assert shown.rows() == found
    shown.window.filter.setText("nobody")
    assert shown.rows() == []
    assert shown.window.empty.text() == "Nothing that is promised has these words."


def test_one_key_ends_one_and_one_takes_that_back(shown: Shown) -> None:
    shown.press(Keys.Key_D)
    assert shown.rows() == ["today", "later"]
    shown.press(Keys.Key_Backspace)
    assert shown.rows() == ["overdue", "today", "later"]
    current = shown.window.current
    assert current is not None
    assert current.matter == "overdue"


def test_digits_put_a_reminder_off(shown: Shown) -> None:
    shown.press(Keys.Key_1)
    assert shown.rows(Column.DUE)[0] == "15:05, again 16:15"
    shown.press(Keys.Key_3)
    assert shown.rows(Column.DUE)[0] == "15:05, again tomorrow 10:00"


def test_enter_goes_to_the_buyer_or_says_why_not(shown: Shown) -> None:
    shown.press(Keys.Key_Return)
    assert "Neither" in shown.window.told.text()
    assert shown.window.isVisible()
    shown.desk.promising.buyers.open("云朵8821")
    shown.press(Keys.Key_Return)
    assert not shown.window.isVisible()


def test_the_shift_before_is_taken_over_with_one_key(shown: Shown) -> None:
    assert shown.window.offer.isHidden()
    shift = record(made=shown.now)
    shown.desk.promising.world.records.add(shift)
    shown.book.hand_over(Handing(shift.uid, "小李", "小王", shown.now))
    assert not shown.window.offer.isHidden()
    assert "小李" in shown.window.offer.text()
    assert set(shown.rows(Column.URGENCY)) == {"Handed over"}
    shown.press(Keys.Key_T)
    assert {each.state for each in shown.book.waiting} == {State.OPEN}
    assert shown.window.told.text() == "3 promises are yours now."
    assert shown.window.offer.isHidden()


def test_a_text_that_is_no_hand_over_is_refused_in_words(
    shown: Shown, qtbot: QtBot
) -> None:
    shown.desk.promising.world.copy("好的")
    with qtbot.waitSignal(shown.window.refused):
        shown.press(Keys.Key_C)
        shown.desk.promising.clock.run_until(5)
    assert shown.window.told.text() == "There is no hand-over in this text."


def test_one_key_asks_for_the_list_of_a_hand_over(shown: Shown) -> None:
    shown.press(Keys.Key_H)
    assert shown.desk.promising.world.wanted[-1].checklist == "CL-10"


def test_nothing_is_said_in_words(shown: Shown) -> None:
    for _ in range(3):
        shown.press(Keys.Key_Space)
    assert shown.window.table.isHidden()
    assert shown.window.empty.text().startswith("Nothing is promised. Ctrl+Alt+Y")
    QTest.keyClick(shown.window, Keys.Key_H)
    assert shown.desk.promising.world.wanted[-1].checklist == "CL-10"


def test_a_row_can_be_heard(shown: Shown) -> None:
    index = shown.window.table.model().index(0, 0)
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Overdue, 15:05, 云** · order …4567, overdue"
