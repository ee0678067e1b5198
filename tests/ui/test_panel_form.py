"""The form in the panel, variants, messages of several phrases, and what is refused."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtdesk.core.phrases import Phrase, Validity
from qtdesk.core.ports import Stroke
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.form import Form
from qtdesk.ui.form_fields import AnswerChoice, AnswerLine
from qtdesk.ui.panel_visits import PanelVisits
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.theme import Appearance
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def made(code: str, *texts: str, **more: object) -> Phrase:
    return Phrase("shop", code, "ship", "", f"标题 {code}", texts, code, **more)  # type: ignore[arg-type]


PHRASES = (
    made("dh", "单号 {ask:快递单号}，{courier}，{choice:好吗|行吗|可以吗}"),
    made("rq", "预计 {eta} 到"),
    made("dz", "退到{return_addr}"),
    made("bz", "好的{ask:备注|}"),
    made("zd", "在的", "在呢", "您说"),
    made("hd", "别客气"),
    made("js", "三折", validity=Validity(ends="2026-11-11")),
    made("fk", "一", "二", sequence=True),
    made("jtb", "给的是{clipboard}"),
)


class Visit:
    """One open panel, and an agent who types."""

    def __init__(self, desk: FakeDesk, panel: QuickPanel) -> None:
        self.desk, self.panel = desk, panel
        panel.message_chosen.connect(desk.paste_all)
        panel.message_copied.connect(desk.copy_all)

    @property
    def form(self) -> Form:
        return self.panel._body.form

    @property
    def asks(self) -> bool:
        return self.panel._choices.asking

    @property
    def preview(self) -> str:
        return self.panel._body.preview.toPlainText()

    @property
    def note(self) -> str:
        return self.panel._body._target_note.accessibleName()

    def tap(self, key: Key, held: Qt.KeyboardModifier = NONE) -> None:
        taker = self.panel._body.key_taker
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(taker, QKeyEvent(kind, key, held))

    def type(self, text: str) -> None:
        taker = self.panel._body.key_taker
        assert isinstance(taker, QWidget)
        QTest.keyClicks(taker, text)

    def choose(self, code: str) -> None:
        self.panel._body.field.setText(code)
        self.tap(Key.Key_Return)


@pytest.fixture
def visit(appearance: Appearance, qtbot: QtBot) -> Iterator[Visit]:
    desk = FakeDesk(PHRASES)
    panel = QuickPanel(as_desk(desk), appearance, lambda: True)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(panel.opened_focused, timeout=5000):
        panel.open(desk.open(), by_hotkey=True)
    yield Visit(desk, panel)
    panel.close_panel()


# --- the form --------------------------------------------------------------------


def test_a_phrase_with_blanks_is_filled_in_by_keys_alone(visit: Visit) -> None:
    visit.choose("dh")
    assert visit.asks
    assert visit.preview == "单号 {快递单号}，{快递}，好吗"
    assert visit.form.current is not None
    assert visit.form.current.want.key == "ask:快递单号"
    visit.type("SF1")
    assert visit.preview == "单号 SF1，{快递}，好吗"
    visit.tap(Key.Key_Tab)
    visit.type("zto")
    visit.tap(Key.Key_Return)
    visit.type("3")
    assert visit.preview == "单号 SF1，zto，可以吗"
    assert visit.desk.done == []
    visit.tap(Key.Key_Return)
    assert visit.desk.texts == ["单号 SF1，zto，可以吗"]
    assert not visit.panel.isVisible()


def test_control_and_enter_paste_from_any_field(visit: Visit) -> None:
    visit.choose("dh")
    visit.type("SF1")
    visit.tap(Key.Key_Tab)
    visit.type("zto")
    visit.tap(Key.Key_Backtab)
    visit.tap(Key.Key_Return, CTRL)
    assert visit.desk.texts == ["单号 SF1，zto，好吗"]


def test_what_is_missing_gets_the_focus_and_nothing_is_pasted(visit: Visit) -> None:
    visit.choose("dh")
    visit.type("SF1")
    visit.tap(Key.Key_Return, CTRL)
    assert visit.form.current is not None
    assert visit.form.current.want.key == "courier"
    visit.tap(Key.Key_Tab)
    visit.tap(Key.Key_Return)
    assert visit.form.current.want.key == "courier"
    visit.type("   ")
    visit.tap(Key.Key_Return, CTRL)
    assert (visit.desk.done, visit.asks) == ([], True)


def test_escape_goes_back_to_the_list_and_then_out(visit: Visit) -> None:
    visit.choose("dh")
    visit.type("SF1")
    visit.tap(Key.Key_Escape)
    assert not visit.asks
    assert visit.panel._body.field.text() == "dh"
    assert visit.panel._body.field.hasFocus()
    assert visit.preview.startswith("单号 {快递单号}")
    visit.tap(Key.Key_Return)
    assert visit.form.answers["ask:快递单号"] == ""
    visit.tap(Key.Key_Escape)
    visit.tap(Key.Key_Escape)
    assert not visit.panel.isVisible()
    assert visit.desk.texts == []


def test_enter_belongs_to_the_input_method_while_it_composes(visit: Visit) -> None:
    visit.choose("bz")
    line = visit.form.current
    assert isinstance(line, AnswerLine)
    QCoreApplication.sendEvent(line, QInputMethodEvent("nihao", []))
    visit.tap(Key.Key_Return)
    visit.tap(Key.Key_Escape)
    assert visit.asks
    assert visit.desk.done == []
    event = QInputMethodEvent("", [])
    event.setCommitString("哦")
    QCoreApplication.sendEvent(line, event)
    visit.tap(Key.Key_Return)
    assert visit.desk.texts == ["好的哦"]


def test_an_enter_that_is_still_down_pastes_nothing(visit: Visit) -> None:
    visit.choose("bz")
    visit.desk.enter_down = True
    visit.tap(Key.Key_Return)
    assert visit.desk.done == []
    line = visit.form.current
    assert line is not None
    visit.desk.enter_down = False
    released = QKeyEvent(QEvent.Type.KeyRelease, Key.Key_Return, NONE)
    QCoreApplication.sendEvent(line, released)
    assert visit.desk.done == []
    visit.tap(Key.Key_Return)
    assert visit.desk.texts == ["好的"]


def test_a_day_is_counted_from_today(visit: Visit) -> None:
    visit.choose("rq")
    for _ in range(3):
        visit.tap(Key.Key_Up)
    visit.tap(Key.Key_Down)
    assert visit.preview == "预计 11月23日 到"
    visit.type("!")
    assert visit.preview == "预计 11月23日! 到"


def test_a_fact_is_kept_when_it_is_ticked(visit: Visit) -> None:
    visit.choose("dz")
    visit.type("hangzhou")
    visit.tap(Key.Key_S, CTRL)
    visit.tap(Key.Key_Return)
    assert visit.desk.settings.return_addr == "hangzhou"
    assert visit.desk.texts == ["退到hangzhou"]


def test_a_fact_is_not_kept_by_itself(visit: Visit) -> None:
    visit.choose("dz")
    visit.type("hangzhou")
    visit.tap(Key.Key_Return)
    assert visit.desk.settings.return_addr == ""
    assert visit.desk.texts == ["退到hangzhou"]


def test_a_choice_goes_round_by_arrows_and_by_mouse(visit: Visit) -> None:
    visit.choose("dh")
    visit.tap(Key.Key_Backtab)
    choice = visit.form.current
    assert isinstance(choice, AnswerChoice)
    visit.tap(Key.Key_Left)
    assert choice.answer == "可以吗"
    assert choice.accessibleDescription() == "可以吗"
    visit.type("9")
    assert choice.answer == "可以吗"
    choice._pills[1].click()
    assert choice.answer == "行吗"


def test_without_a_window_a_form_ends_as_a_copy(visit: Visit) -> None:
    visit.panel.open(None, by_hotkey=True)
    visit.choose("bz")
    visit.tap(Key.Key_Return)
    assert visit.desk.done == [("copy", "bz")]


def test_a_click_into_the_search_goes_back_to_the_list(visit: Visit) -> None:
    visit.choose("dh")
    QTest.mouseClick(visit.panel._body.field, Qt.MouseButton.LeftButton)
    assert not visit.asks


def test_answers_that_come_late_do_not_hide_the_form(visit: Visit) -> None:
    visit.panel._body.field.setText("dh")
    late: list[Callable[[], None]] = []
    visit.desk.search.waiting = late
    visit.panel._ask()
    visit.desk.search.waiting = None
    visit.choose("dh ")
    visit.type("SF1")
    for show in late:
        show()
    visit.panel.refresh()
    assert visit.form.isVisible()
    assert visit.preview.startswith("单号 SF1")
    visit.tap(Key.Key_Escape)
    assert visit.panel._body.results.isVisible()


def test_a_quick_choice_waits_for_what_was_copied(visit: Visit) -> None:
    visit.desk.pastes.looking = True
    visit.choose("jtb")
    assert (visit.asks, visit.desk.done) == (False, [])
    visit.desk.pastes.looking = False
    visit.desk.copied = "SF9"
    visit.panel.look_again()
    assert visit.desk.texts == ["给的是SF9"]


def test_a_form_that_wants_only_what_was_copied_is_not_shown(visit: Visit) -> None:
    visit.desk.pastes.looking = True
    visit.panel.ask(PHRASES[8])
    visit.desk.pastes.looking = False
    visit.desk.copied = "SF9"
    visit.panel.look_again()
    assert visit.desk.texts == ["给的是SF9"]


def test_no_answer_outlives_the_panel(visit: Visit) -> None:
    visit.choose("dh")
    visit.type("SF1")
    form = visit.form
    visit.panel.close_panel()
    assert form.answers == {}
    assert "SF1" not in visit.preview


# --- opened for one phrase -----------------------------------------------------------


class Typing:
    """The part of a platform that keys come from."""

    def listen(self, _typed: object) -> None: ...
    def release(self) -> None: ...


def test_the_panel_opens_with_the_form_that_is_wanted(
    appearance: Appearance, qtbot: QtBot
) -> None:
    desk = FakeDesk(PHRASES)
    desk.platform.type_ahead = Typing()
    desk.platform.take_focus = lambda _window: None
    desk.platform.has_focus = lambda _window: True
    panel = QuickPanel(as_desk(desk), appearance, lambda: True)
    qtbot.addWidget(panel)
    visits = PanelVisits(as_desk(desk), Bridge(as_desk(desk), panel), panel)
    with qtbot.waitSignal(panel.opened_focused, timeout=5000):
        desk.want_form(PHRASES[3])
    assert panel._choices.asking
    visits._on_stroke(Stroke(down=True, key="a", text="a"))
    assert panel._body.preview.toPlainText() == "好的a"
    QTest.keyClick(panel._body.key_taker, Key.Key_Escape)
    assert not panel.isVisible()
    assert desk.done == [("dismiss", None)]
    desk.want_form(PHRASES[6])
    assert (panel._choices.asking, panel._body.field.text()) == (False, "标题 js")


# --- variants, messages, what must not be used ---------------------------------------


def test_alt_r_shows_another_variant_and_with_shift_keeps_it(visit: Visit) -> None:
    visit.panel._body.field.setText("zd")
    another = visit.panel._body.quote.notes.another
    assert (visit.preview, another.text()) == ("在的", "Another 1/3")
    visit.tap(Key.Key_R, ALT)
    assert (visit.preview, another.text()) == ("在呢", "Another 2/3")
    visit.tap(Key.Key_R, ALT | SHIFT)
    assert another.text() == "Always 2/3"
    another.click()
    assert (visit.preview, another.text()) == ("您说", "Another 3/3")
    visit.tap(Key.Key_Return)
    assert visit.desk.texts == ["您说"]


def test_several_phrases_become_one_message(visit: Visit) -> None:
    body = visit.panel._body
    height = visit.panel.height()
    for code in ("zd", "hd"):
        body.field.setText(code)
        visit.tap(Key.Key_Return, CTRL)
    assert body.bar.titles == ["标题 zd  ×", "标题 hd  ×"]
    assert visit.preview == "在的\n别客气"
    assert body.field.selectedText() == "hd"
    assert visit.panel.height() > height
    body.field.setText("bz")
    visit.tap(Key.Key_Return, CTRL)
    visit.type("!")
    visit.tap(Key.Key_Return)
    assert len(body.bar.titles) == 3
    assert visit.desk.done == []
    body.bar._pills[1].click()
    visit.tap(Key.Key_Return)
    assert visit.desk.texts == ["在的\n好的!"]


def test_escape_drops_the_message_first(visit: Visit) -> None:
    body = visit.panel._body
    body.field.setText("zd")
    visit.tap(Key.Key_Return, CTRL)
    visit.tap(Key.Key_Escape)
    assert (body.bar.titles, visit.panel.isVisible()) == ([], True)
    visit.tap(Key.Key_Escape)
    assert not visit.panel.isVisible()


def test_what_is_over_is_found_greyed_last_and_not_chosen(visit: Visit) -> None:
    model = visit.panel._body.phrases
    visit.choose("js")
    assert visit.desk.done == []
    assert visit.panel.isVisible()
    assert "Over since 11/11" in visit.note
    assert model.refusal(0) == "Over since 11/11"
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("标题 js, Over since 11/11")
    assert visit.panel._body.quote.notes.note.text() == "Over since 11/11"
    visit.tap(Key.Key_C, CTRL)
    visit.tap(Key.Key_Return, CTRL)
    assert visit.desk.done == []


def test_a_sequence_says_which_part_it_is(visit: Visit) -> None:
    visit.panel._body.field.setText("fk")
    another = visit.panel._body.quote.notes.another
    assert (visit.preview, another.text()) == ("一", "Part 1/2")
    visit.tap(Key.Key_R, ALT)
    assert (visit.preview, another.text()) == ("二", "Part 2/2")
    assert visit.panel._body.phrases.part(0) == "2/2 · 二"


def test_a_message_never_pushes_the_keys_off_the_screen(visit: Visit) -> None:
    panel = visit.panel
    room = panel.screen().availableGeometry()
    panel.move(panel.x(), room.bottom() + 1 - panel.height())
    panel._body.field.setText("zd")
    visit.tap(Key.Key_Return, CTRL)
    assert panel.geometry().bottom() <= room.bottom()
