"""The window of a check, worked by keys and by the mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qtdesk.core.checklists import Verdict
from qtdesk.core.orders import Span
from qtdesk.core.paste import Outcome
from qtdesk.core.ports.records import Question
from qtdesk.ui.order_check.rows import RowKind
from qtdesk.ui.order_check.value_field import ValueField
from qtdesk.ui.order_check.window import OrderCheckWindow
from qtdesk.ui.theme import Appearance
from tests.check_world import (
    ADDRESS,
    BOTH,
    ORDER,
    REFUND,
    SHORT,
    WISH,
    CheckWorld,
)

KEY = Qt.Key


class Scene:
    """A window over a check, and short ways to use it."""

    def __init__(self, appearance: Appearance, qtbot: QtBot) -> None:
        self.world = CheckWorld()
        self.checks = self.world.checks
        self.window = OrderCheckWindow(self.checks, appearance, lambda: True)
        self._qtbot = qtbot
        qtbot.addWidget(self.window)

    def open(self, text: str, checklist: str = "CL-01") -> None:
        self.world.open(text, checklist)
        with self._qtbot.waitSignal(self.window.opened_focused, timeout=5000):
            self.window.open()

    @property
    def entries(self) -> QWidget:
        return self.window.body_widget.entries

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, held)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.window.focusWidget() or self.window, letter)

    @property
    def current(self) -> str:
        entry = self.window.body_widget.entries.entry
        return entry.id if entry is not None else ""

    def verdict(self, entry: str) -> Verdict | None:
        standing = self.checks.standing
        found = standing.entry(entry) if standing is not None else None
        return found.verdict if found is not None else None

    def hint(self) -> str:
        return self.window.body_widget.footer.hint.text

    def primary(self) -> str:
        return self.window.body_widget.footer._primary.text()


@pytest.fixture
def scene(appearance: Appearance, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(appearance, qtbot)
    yield made
    made.window.close_window()


def test_the_head_says_what_must_not_be_missed(scene: Scene) -> None:
    scene.open(ORDER + "\n付款时间：2026-11-22 10:20:00")
    standing = scene.checks.standing
    assert standing is not None
    due = min(standing.timers, key=lambda timer: timer.at)
    said = f"{due.label} {due.at.month}/{due.at.day} {due.at:%H:%M}"
    assert said in scene.window.body_widget._subject.text


def test_enter_confirms_an_order_in_order(scene: Scene) -> None:
    scene.open(ORDER)
    assert scene.current == ""
    scene.press(KEY.Key_Return)
    assert scene.world.settle().outcome is Outcome.PASTED
    assert not scene.window.isVisible()
    assert scene.checks.current is not None
    assert scene.checks.current.given == ("confirm",)


def test_enter_again_on_the_same_order_records_it(scene: Scene) -> None:
    scene.open(ORDER)
    scene.press(KEY.Key_Return)
    scene.world.settle()
    scene.open(ORDER)
    assert scene.primary() == "Finish"
    scene.press(KEY.Key_Return)
    assert len(scene.world.records.find(Question(order="4567")).records) == 1


def test_a_held_enter_does_nothing_yet(scene: Scene) -> None:
    scene.open(ORDER)
    scene.world.platform.keyboard.held_keys.add("enter")
    scene.press(KEY.Key_Return)
    assert scene.window.isVisible()
    scene.world.platform.keyboard.held_keys.clear()
    scene.press(KEY.Key_Return)
    assert not scene.window.isVisible()


def test_an_enter_pressed_elsewhere_does_nothing_here(scene: Scene) -> None:
    scene.open(ORDER)
    QTest.keyRelease(scene.entries, KEY.Key_Return)
    assert scene.window.isVisible()


def test_the_first_stop_is_current_and_digits_mend_it(scene: Scene) -> None:
    scene.open(SHORT)
    assert scene.current == "V04"
    scene.type("13800138000")
    assert isinstance(scene.window.focusWidget(), ValueField)
    assert scene.verdict("V04") is Verdict.STOP
    scene.press(KEY.Key_Return)
    assert scene.verdict("V04") is Verdict.OK
    assert scene.window.isVisible()
    assert scene.window.focusWidget() is scene.entries
    scene.press(KEY.Key_Return)
    assert "138****8000" in str(scene.world.settle() and scene.world.chat.received[0])


def test_escape_leaves_the_field_and_then_the_window(scene: Scene) -> None:
    scene.open(SHORT)
    scene.type("99")
    scene.press(KEY.Key_Escape)
    assert scene.window.isVisible()
    assert scene.verdict("V04") is Verdict.STOP
    left: list[bool] = []
    scene.window.dismissed.connect(lambda: left.append(True))
    scene.press(KEY.Key_Escape)
    assert not scene.window.isVisible()
    assert left == [True]
    assert scene.world.ends == []


def test_going_elsewhere_takes_what_was_typed(scene: Scene) -> None:
    scene.open(SHORT)
    scene.type("13800138000")
    scene.window.body_widget.source.setFocus()
    assert scene.verdict("V04") is Verdict.OK


def test_a_low_screen_has_room_for_the_window(scene: Scene) -> None:
    scene.open(ORDER)
    room = scene.window.screen().availableGeometry().height()
    assert scene.window.height() <= room


def test_backspace_takes_an_answer_back(scene: Scene) -> None:
    scene.open(SHORT)
    scene.type("13800138000")
    scene.press(KEY.Key_Return)
    scene.window.body_widget.entries.look_at("V04")
    scene.press(KEY.Key_Backspace)
    assert scene.verdict("V04") is Verdict.STOP


def test_a_stop_passes_with_a_reason(scene: Scene) -> None:
    scene.open(SHORT)
    scene.press(KEY.Key_E, Qt.KeyboardModifier.ControlModifier)
    scene.type("x")
    scene.press(KEY.Key_Return)
    assert scene.hint().startswith("This is no reason yet.")
    scene.press(KEY.Key_E, Qt.KeyboardModifier.ControlModifier)
    scene.type("landline only")
    scene.press(KEY.Key_Return)
    assert scene.checks.current is not None
    assert scene.checks.current.overrides == {"V04": "landline only"}
    assert scene.checks.standing is not None
    assert scene.checks.standing.may_finish


def test_space_ticks_and_a_digit_chooses(scene: Scene) -> None:
    scene.open(WISH)
    assert scene.current == "V21.1"
    scene.press(KEY.Key_Space)
    assert scene.current == "V18"
    scene.press(KEY.Key_2)
    assert scene.checks.current is not None
    assert scene.checks.current.values["V18"] == "顺丰"
    assert scene.current == ""


def test_a_digit_finds_the_open_choice_beyond_a_tick(scene: Scene) -> None:
    scene.open(ADDRESS, "CL-04")
    assert scene.current == "A02"
    scene.press(KEY.Key_2)
    assert scene.checks.current is not None
    assert scene.checks.current.values["A03"] == "printed"
    scene.press(KEY.Key_Return)
    scene.world.settle()
    assert "正在和仓库确认" in str(scene.world.chat.received)


def test_a_digit_without_such_a_choice_does_nothing(scene: Scene) -> None:
    scene.open(WISH)
    scene.press(KEY.Key_Space)
    before = scene.checks.current
    for digit in (KEY.Key_0,):
        scene.press(digit)
    assert scene.checks.current is before


def test_up_and_down_go_to_what_needs_somebody(scene: Scene) -> None:
    scene.open(BOTH)
    seen = [scene.current]
    for _ in range(5):
        scene.press(KEY.Key_Down)
        seen.append(scene.current)
    assert seen == ["V04", "V18", "V21.1", "V21.2", "V21.2", "V21.2"]
    scene.press(KEY.Key_Up)
    assert scene.current == "V21.1"
    for _ in range(2):
        scene.press(KEY.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert scene.window.body_widget.entries.row is not None
    assert not scene.window.body_widget.entries.row.needs_agent


def test_the_right_arrow_opens_what_is_drawn_together(scene: Scene) -> None:
    scene.open(ORDER)
    entries = scene.window.body_widget.entries
    while entries.row is None or entries.row.kind is not RowKind.USUAL:
        scene.press(KEY.Key_Down)
    scene.press(KEY.Key_Right)
    shown = [row.entry.id for row in scene.window.body_widget.model.rows if row.entry]
    assert "V18" in shown


def test_the_remark_is_copied_and_goes_into_no_chat(scene: Scene) -> None:
    scene.open(BOTH)
    scene.checks.answer("V18", "顺丰")
    scene.window.refresh()
    scene.press(KEY.Key_B)
    assert scene.world.settle().outcome is Outcome.COPIED
    assert scene.world.chat.received == []
    text = scene.world.platform.clipboard.content.text
    assert text is not None
    assert text.startswith("KD 指定顺丰")
    assert scene.window.isVisible()


def test_a_letter_that_is_no_action_begins_a_text(scene: Scene) -> None:
    scene.open(ORDER)
    scene.window._opened = {"goods"}
    scene.window.refresh()
    scene.window.body_widget.entries.look_at("V12b")
    scene.type("XL")
    scene.press(KEY.Key_Return)
    assert scene.checks.current is not None
    standing = scene.checks.standing
    assert standing is not None
    entry = standing.entry("V12b")
    assert entry is not None
    assert entry.text == "XL"


def test_keys_belong_to_an_input_method_that_composes(scene: Scene) -> None:
    scene.open(SHORT)
    scene.press(KEY.Key_F2)
    field = scene.window.focusWidget()
    assert isinstance(field, ValueField)
    QApplication.sendEvent(field, QInputMethodEvent("ni'hao", []))
    scene.press(KEY.Key_Return)
    scene.press(KEY.Key_Escape)
    assert field.isVisible()
    committed = QInputMethodEvent("", [])
    committed.setCommitString("138")
    QApplication.sendEvent(field, committed)
    scene.press(KEY.Key_Escape)
    assert not field.isVisible()


def test_the_list_takes_no_input_method(scene: Scene) -> None:
    scene.open(SHORT)
    assert not scene.entries.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_an_order_being_refunded_is_looked_at_first(scene: Scene) -> None:
    scene.open(REFUND)
    assert scene.primary().startswith("Look at:")
    scene.press(KEY.Key_Return)
    assert scene.window.isVisible()
    assert scene.current == "V26"
    assert scene.world.ends == []


def test_finishing_too_early_says_what_is_in_the_way(scene: Scene) -> None:
    scene.open(SHORT)
    scene.press(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert scene.window.isVisible()
    assert "手机" in scene.hint()


def test_ctrl_tab_turns_to_the_other_check(scene: Scene) -> None:
    scene.open(SHORT)
    scene.checks.answer("V22", "袋子")
    scene.open(WISH)
    scene.press(KEY.Key_Space)
    scene.press(KEY.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert scene.checks.current is not None
    assert "V22" in scene.checks.current.values


def test_a_piece_of_the_order_can_be_made_another_field(scene: Scene) -> None:
    scene.open(ORDER)
    source = scene.window.body_widget.source
    source.setFocus()
    for _ in range(2):
        scene.press(KEY.Key_Right)
    scene.press(KEY.Key_Return)
    menu = scene.window._menus.menu
    labels = {action.text(): action for action in menu.actions()}
    assert {"Recipient", "Mobile", "Address detail"} <= set(labels)
    chosen: QAction = labels["Recipient"]
    chosen.trigger()
    menu.close()
    standing = scene.checks.standing
    assert standing is not None
    entry = standing.entry("V03")
    assert entry is not None
    assert entry.text != "陈静"


def test_a_click_points_at_a_piece(scene: Scene) -> None:
    scene.open(ORDER)
    source = scene.window.body_widget.source
    pointed: list[str] = []
    source.piece_chosen.connect(lambda span, _: pointed.append(span.of(ORDER)))
    at = ORDER.index("陈静")
    box = next(source._boxes(Span(at, at + 2)))
    QTest.mouseClick(
        source.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint()
    )
    scene.window._menus.menu.close()
    assert pointed == ["陈静"]


def test_a_click_on_a_ring_ticks_it(scene: Scene) -> None:
    scene.open(WISH)
    entries = scene.window.body_widget.entries
    index = entries.currentIndex()
    spot = entries.visualRect(index).topLeft() + QPoint(24, 15)
    QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert scene.verdict("V21.1") is Verdict.OK


def test_nothing_copied_is_said_and_enter_reads_again(
    scene: Scene, qtbot: QtBot
) -> None:
    scene.open("")
    assert scene.window.body_widget.empty.isVisible()
    with qtbot.waitSignal(scene.window.read_asked, timeout=1000):
        scene.press(KEY.Key_Return)


def test_the_same_bytes_are_counted_as_the_platform_counts(scene: Scene) -> None:
    scene.open(WISH)
    scene.checks.answer("V18", "顺丰")
    scene.window.refresh()
    button = next(iter(scene.window.body_widget.footer._others.values()))
    standing = scene.checks.standing
    assert standing is not None
    remark = standing.remarks
    assert remark is not None
    assert f"{len(remark.filling.draft.encode())} bytes" in button.text()


def test_rows_are_spoken_with_their_verdict(scene: Scene) -> None:
    scene.open(SHORT)
    model = scene.window.body_widget.model
    index = model.index(model.number_of("V04"))
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Mobile, 1380013800, to put right")


def test_a_repeating_letter_gives_nothing_out(scene: Scene) -> None:
    scene.open(WISH)
    scene.checks.answer("V18", "顺丰")
    scene.window.refresh()
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        # The press began in another window; only its end is no repeat.
        repeats = kind is QEvent.Type.KeyPress
        event = QKeyEvent(kind, KEY.Key_B, none, "b", autorep=repeats)
        QApplication.sendEvent(scene.entries, event)
    scene.world.clock.run_all()
    assert scene.world.ends == []


def test_a_forbidden_text_says_so_and_stays_in_the_window(scene: Scene) -> None:
    scene.open(ORDER, "CL-05")
    body = scene.window.body_widget
    scene.checks.answer("C03", "同款蓝色")
    scene.window.refresh()
    assert body.words.isHidden()
    scene.checks.answer("C03", "加我微信挑一款")
    scene.window.refresh()
    assert "加我微信" in body.words.said
    marks = [each.cursor.selectedText() for each in body.outgoing.extraSelections()]
    assert marks == ["换成加我微信"]
    standing = scene.checks.standing
    assert standing is not None
    made = standing.text("buyer_sorry")
    assert made is not None
    scene.window._actions._paste(made)
    assert scene.window.isVisible()
    assert scene.world.ends == []
    assert scene.hint()
