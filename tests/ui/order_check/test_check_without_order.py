"""Checks about no order in their window: few keys, and nothing of an order."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qtdesk.core.ports.records import Question
from qtdesk.ui.order_check.next_step import StepKind, next_step
from qtdesk.ui.order_check.value_field import ValueField
from qtdesk.ui.order_check.window import OrderCheckWindow
from qtdesk.ui.theme import Appearance
from tests.check_world import ORDER, CheckWorld
from tests.checking_room import Room

KEY = Qt.Key
TALKS = [f"P1{n}" for n in range(1, 9)]
REVIEW = {
    "P01": "better",
    "P20": "0",
    "P30": "0",
    "P60": "no",
    "P70": "甲",
    "P71": "乙",
}
REVIEW |= dict.fromkeys(TALKS, "10")


class Desk:
    """A window over a check, and short ways to use it."""

    def __init__(self, appearance: Appearance, qtbot: QtBot) -> None:
        self.world = CheckWorld()
        self.checks = self.world.checks
        self.window = OrderCheckWindow(self.checks, appearance, lambda: True)
        self.body = self.window.body_widget
        self._qtbot = qtbot
        qtbot.addWidget(self.window)

    def open(self, checklist: str, text: str = "随便什么", **answers: str) -> None:
        self.world.open(text, checklist)
        for entry, value in answers.items():
            self.checks.answer(entry, value)
        with self._qtbot.waitSignal(self.window.opened_focused, timeout=5000):
            self.window.open()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key)

    @property
    def primary(self) -> str:
        return self.body.footer._primary.text()


@pytest.fixture
def desk(appearance: Appearance, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(appearance, qtbot)
    yield made
    made.window.close_window()


def test_a_lost_enquiry_takes_a_digit_and_enter(desk: Desk) -> None:
    desk.open("CL-14")
    desk.press(KEY.Key_1)
    assert desk.primary == "Finish"
    desk.press(KEY.Key_Return)
    assert not desk.window.isVisible()
    (kept,) = desk.world.records.find(Question()).records
    (reason,) = [item for item in kept.current.items if item.item == "L01"]
    assert reason.answer == "price"


def test_nothing_of_an_order_is_shown(desk: Desk) -> None:
    desk.open("CL-18", ORDER)
    assert not desk.body.source.isVisible()
    assert desk.body.source.toPlainText() == ""
    assert desk.body._note.text() == "What comes of your answers will stand here."
    subject = desk.body._subject.text
    assert subject.startswith("Once a week")
    assert "begun at" in subject
    assert "copied" not in subject


def test_its_text_has_the_room_of_the_order(desk: Desk) -> None:
    desk.open("CL-18", **REVIEW)
    assert desk.body.outgoing.height() > 300
    assert not desk.body._note.isVisible()
    desk.window.close_window()
    desk.open("CL-01", ORDER)
    assert desk.body.source.isVisible()
    assert desk.body.outgoing.height() < 200


def test_a_list_without_texts_has_the_whole_window(desk: Desk) -> None:
    desk.open("CL-15")
    assert not desk.body._left.isVisible()
    assert desk.body.entries.width() > 700


def test_an_order_that_was_not_copied_is_told(desk: Desk) -> None:
    desk.open("CL-13", "")
    assert "No order was copied" in desk.body._note.text()
    assert "begun at" in desk.body._subject.text


def test_what_is_for_the_team_is_copied_by_enter_before_the_end(desk: Desk) -> None:
    desk.open("CL-18", **REVIEW)
    assert desk.primary == "Copy: For the team"
    # Nothing of it goes into the chat, and nothing says so.
    assert "千牛" not in desk.body.footer.hint.text
    desk.press(KEY.Key_Return)
    desk.world.clock.run_all()
    assert desk.window.isVisible()
    assert desk.checks.current is not None
    assert desk.checks.current.given == ("team",)
    assert "每周点评" in (desk.world.platform.clipboard.content.text or "")
    desk.window.refresh()
    assert desk.primary == "Finish"
    desk.press(KEY.Key_Return)
    assert not desk.window.isVisible()


def test_enter_on_what_is_looked_at_lets_it_be_typed(desk: Desk) -> None:
    desk.open("CL-19")
    desk.press(KEY.Key_Return)
    field = desk.window.focusWidget()
    assert isinstance(field, ValueField)
    QTest.keyClicks(field, "08")
    desk.press(KEY.Key_Return)
    assert desk.checks.standing is not None
    newcomer = desk.checks.standing.entry("Q01")
    assert newcomer is not None
    assert newcomer.value == "08"
    assert desk.body.entries.entry is not None
    assert desk.body.entries.entry.id == "Q02"


def test_the_hint_explains_what_is_asked(desk: Desk) -> None:
    desk.open("CL-19")
    assert desk.body.footer.hint.text.startswith("A number or a nickname")


def test_it_goes_on_where_it_was_left(desk: Desk) -> None:
    desk.open("CL-18", P01="same")
    desk.window.close_window()
    desk.open("CL-18", "another text")
    assert desk.checks.current is not None
    assert desk.checks.current.values == {"P01": "same"}


def test_choices_stand_below_a_label_that_takes_the_line(desk: Desk) -> None:
    desk.open("CL-08", "", E04="no_reason")
    entries = desk.body.entries
    number = desk.body.model.number_of("E07")
    places = entries._painter.places(number)
    assert places is not None
    assert places.choices[0].box.top() >= places.label.bottom()
    # What is worked out offers nothing to choose.
    entries.look_at("E00")
    result = entries._painter.places(desk.body.model.number_of("E00"))
    assert result is not None
    assert result.choices == ()
    top = entries.visualRect(entries.currentIndex()).topLeft() + QPoint(180, 12)
    QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=top)
    assert desk.window.isVisible()


def test_the_review_is_copied_before_it_ends() -> None:
    room = Room()
    check = room.begin(
        "", "CL-18", P01="better", P20="0", P30="0", P60="no", P70="甲", P71="乙",
        **dict.fromkeys(TALKS, "10"),
    )  # fmt: skip
    step = next_step(room.standing(check))
    assert step.kind is StepKind.COPY
    assert step.text is not None
    assert step.text.output.id == "team"
    step = next_step(room.standing(room.checks.gave(check, "team")))
    assert step.kind is StepKind.FINISH


def test_a_lost_enquiry_is_noted_with_its_reason_alone() -> None:
    room = Room()
    check = room.begin("", "CL-14")
    step = next_step(room.standing(check))
    assert step.entry is not None
    assert step.entry.id == "L01"
    assert len(step.entry.choices) == 9, "a digit for each"
    check = room.answer(check, L01="price")
    assert next_step(room.standing(check)).kind is StepKind.FINISH
    (reason,) = [item for item in room.checks.finish(check).items if item.item == "L01"]
    assert reason.answer == "price"


def test_of_many_answers_a_part_of_the_name_takes_one(desk: Desk) -> None:
    desk.open("CL-08", "", E04="no_reason")
    desk.window._opened.add("reason")
    desk.window.refresh()
    desk.body.entries.look_at("E04c")
    desk.window._show_actions()
    assert "F2" in desk.body.footer.hint.text
    for typed, taken in (("手", None), ("电脑", "电脑平板")):
        desk.press(KEY.Key_F2)
        field = desk.window.focusWidget()
        assert isinstance(field, ValueField)
        field.clear()
        field.type(typed)
        desk.press(KEY.Key_Return)
        desk.body.entries.look_at("E04c")
        assert desk.checks.standing is not None
        entry = desk.checks.standing.entry("E04c")
        assert entry is not None
        assert entry.value == taken
