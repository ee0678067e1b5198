"""The panel as an agent uses it: keys, mouse, input method, focus."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QUrl,
)
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from qtdesk.core.events import EditorWanted
from qtdesk.core.inquiry import Answers
from qtdesk.core.phrases import Phrase
from qtdesk.core.ports import Stroke
from qtdesk.core.search import Answer
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.search_field import SearchField
from qtdesk.ui.theme import Appearance
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import TARGET, FakeDesk
from tests.ui.fake_phrases import many

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Heard:
    """Everything a panel has said, in turn."""

    def __init__(self, panel: QuickPanel) -> None:
        self.said: list[tuple[str, object]] = []
        panel.message_chosen.connect(self._noting("chosen"))
        panel.message_copied.connect(self._noting("copied"))
        panel.dismissed.connect(self._noting("dismissed"))
        panel.left.connect(self._noting("left"))
        panel.books_asked.connect(self._noting("books"))
        panel.settings_asked.connect(self._noting("settings"))
        panel.paths_dropped.connect(self._noting("dropped"))

    def _noting(self, what: str) -> Callable[..., None]:
        def note(value: object = None) -> None:
            if isinstance(value, tuple):
                value = "+".join(piece.phrase.id for piece in value)
            self.said.append((what, value))

        return note


def field(panel: QuickPanel) -> SearchField:
    return panel._body.field


def press(
    panel: QuickPanel,
    key: Key,
    held: Qt.KeyboardModifier = NONE,
    *,
    repeat: bool = False,
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, "", repeat)
    QCoreApplication.sendEvent(field(panel), event)


def release(
    panel: QuickPanel,
    key: Key,
    held: Qt.KeyboardModifier = NONE,
    *,
    repeat: bool = False,
) -> None:
    event = QKeyEvent(QEvent.Type.KeyRelease, key, held, "", repeat)
    QCoreApplication.sendEvent(field(panel), event)


def compose(panel: QuickPanel, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(field(panel), event)


def titles(panel: QuickPanel) -> list[str]:
    return [hit.phrase.title for hit in panel._body.phrases.answer.hits]


def chips(panel: QuickPanel) -> list[str]:
    return [chip.label for chip in panel._body.chips.chips]


# --- Enter ---------------------------------------------------------------------


def test_enter_chooses_when_it_is_let_go(panel: QuickPanel) -> None:
    heard = Heard(panel)
    field(panel).setText("发货时间")
    press(panel, Key.Key_Return)
    assert heard.said == []
    release(panel, Key.Key_Return)
    assert heard.said == [("chosen", "fhsj")]
    assert not panel.isVisible()


def test_enter_of_the_number_pad_is_the_same(panel: QuickPanel) -> None:
    heard = Heard(panel)
    keypad = Qt.KeyboardModifier.KeypadModifier
    press(panel, Key.Key_Enter, keypad)
    release(panel, Key.Key_Enter, keypad)
    assert heard.said == [("chosen", "hi")]


def test_release_of_an_enter_pressed_elsewhere_does_nothing(panel: QuickPanel) -> None:
    heard = Heard(panel)
    release(panel, Key.Key_Return)
    assert heard.said == []
    assert panel.isVisible()


def test_repeats_of_a_held_enter_do_nothing(panel: QuickPanel) -> None:
    heard = Heard(panel)
    press(panel, Key.Key_Return, repeat=True)
    release(panel, Key.Key_Return, repeat=True)
    release(panel, Key.Key_Return)
    assert heard.said == []


def test_repeats_between_press_and_release_choose_once(panel: QuickPanel) -> None:
    heard = Heard(panel)
    press(panel, Key.Key_Return)
    for _ in range(3):
        release(panel, Key.Key_Return, repeat=True)
        press(panel, Key.Key_Return, repeat=True)
    assert heard.said == []
    release(panel, Key.Key_Return)
    assert heard.said == [("chosen", "hi")]


def test_a_repeat_that_looks_like_a_release_does_nothing(
    panel: QuickPanel, desk: FakeDesk
) -> None:
    heard = Heard(panel)
    desk.enter_down = True
    for _ in range(3):
        press(panel, Key.Key_Return)
        release(panel, Key.Key_Return)
    assert heard.said == []
    assert panel.isVisible()
    press(panel, Key.Key_Return)
    desk.enter_down = False
    release(panel, Key.Key_Return)
    assert len(heard.said) == 1


def test_enter_with_a_modifier_does_not_choose(panel: QuickPanel) -> None:
    heard = Heard(panel)
    press(panel, Key.Key_Return, CTRL)
    release(panel, Key.Key_Return, CTRL)
    assert heard.said == []


def test_enter_half_pressed_is_forgotten_by_the_next_opening(panel: QuickPanel) -> None:
    heard = Heard(panel)
    press(panel, Key.Key_Return)
    panel.close_panel()
    panel.open(TARGET, by_hotkey=True)
    release(panel, Key.Key_Return)
    assert heard.said == []


def test_enter_acts_on_what_is_typed_now(panel: QuickPanel) -> None:
    heard = Heard(panel)
    field(panel).setText("退货")
    field(panel).blockSignals(True)  # an answer that did not come in time
    field(panel).setText("指定快递")
    field(panel).blockSignals(False)
    assert titles(panel) == ["七天无理由退货"]
    press(panel, Key.Key_Return)
    release(panel, Key.Key_Return)
    assert heard.said == [("chosen", "kd")]


@pytest.mark.parametrize(("key", "held"), [(Key.Key_Return, NONE), (Key.Key_1, ALT)])
def test_where_letters_may_be_missing_the_first_key_only_says_so(
    panel: QuickPanel, desk: FakeDesk, key: Key, held: Qt.KeyboardModifier
) -> None:
    desk.keys_missing = True
    heard = Heard(panel)
    note = panel._body._target_note
    field(panel).setText("发货时间")
    assert "missing" not in note.accessibleName()
    press(panel, key, held)
    release(panel, key, held)
    assert heard.said == []
    assert "missing" in note.accessibleName()
    press(panel, key, held)
    release(panel, key, held)
    assert heard.said == [("chosen", "fhsj")]


def test_a_mouse_is_never_blind(panel: QuickPanel, desk: FakeDesk) -> None:
    desk.keys_missing = True
    heard = Heard(panel)
    panel._body.results.row_clicked.emit(0)
    assert [what for what, _ in heard.said] == ["chosen"]


def test_who_opens_it_without_the_hotkey_is_believed(
    panel: QuickPanel, desk: FakeDesk
) -> None:
    panel.close_panel()
    panel.open(TARGET, by_hotkey=False, query="发货时间")
    desk.keys_missing = True
    heard = Heard(panel)
    press(panel, Key.Key_Return)
    release(panel, Key.Key_Return)
    assert heard.said == [("chosen", "fhsj")]


def test_the_next_opening_asks_anew(panel: QuickPanel, desk: FakeDesk) -> None:
    desk.keys_missing = True
    heard = Heard(panel)
    for _ in range(2):
        press(panel, Key.Key_Return)
        release(panel, Key.Key_Return)
        panel.close_panel()
        panel.open(TARGET, by_hotkey=True)
        assert not panel._body._target_note._warns
    assert heard.said == []


def test_it_may_open_with_a_query(panel: QuickPanel, desk: FakeDesk) -> None:
    panel.close_panel()
    panel.open(TARGET, by_hotkey=False, query="夜间")
    assert desk.search.searched[-1] == "夜间"
    assert panel.current is not None
    assert panel.current.title == "夜间问候"
    panel.close_panel()
    panel.open(TARGET, by_hotkey=True)
    assert desk.search.searched[-1] == ""


def test_enter_without_a_hit_leaves_the_panel_open(panel: QuickPanel) -> None:
    heard = Heard(panel)
    field(panel).setText("发票抬头")
    press(panel, Key.Key_Return)
    release(panel, Key.Key_Return)
    assert heard.said == []
    assert panel.isVisible()


# --- input method --------------------------------------------------------------


def test_what_is_being_composed_is_searched(panel: QuickPanel) -> None:
    field(panel).setText("发货")
    compose(panel, "ka'i tou’")
    assert field(panel).query == "发货kaitou"
    assert panel._body.phrases.answer.query == "发货kaitou"


def test_composing_happens_at_the_cursor_behind_an_emoji(panel: QuickPanel) -> None:
    field(panel).setText("📦货")
    field(panel).setCursorPosition(2)
    compose(panel, "fa")
    assert field(panel).query == "📦fa货"


def test_a_committed_word_takes_the_place_of_the_composed_one(
    panel: QuickPanel, desk: FakeDesk
) -> None:
    compose(panel, "tui huo")
    assert titles(panel) == []
    desk.search.searched.clear()
    compose(panel, "", commit="退货")
    assert field(panel).query == "退货"
    assert titles(panel) == ["七天无理由退货"]
    assert desk.search.searched == ["退货"]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape, Key.Key_Down])
def test_keys_while_composing_belong_to_the_input_method(
    panel: QuickPanel, key: Key
) -> None:
    heard = Heard(panel)
    compose(panel, "hi")
    press(panel, key)
    compose(panel, "", commit="hi")
    release(panel, key)
    assert heard.said == []
    assert panel._body.results.row == 0
    assert panel.isVisible()


# --- moving --------------------------------------------------------------------


def test_arrows_and_pages_move_and_stop_at_the_ends(panel: QuickPanel) -> None:
    rows = []
    results = panel._body.results
    for key in (Key.Key_Up, Key.Key_Down, Key.Key_PageDown, Key.Key_PageUp):
        press(panel, key)
        rows.append(results.row)
    assert rows == [0, 1, 6, 1]
    press(panel, Key.Key_End, CTRL)
    assert results.row == len(titles(panel)) - 1
    press(panel, Key.Key_Down)
    assert results.row == len(titles(panel)) - 1
    press(panel, Key.Key_Home, CTRL)
    assert results.row == 0


def test_home_and_end_serve_the_text_first(panel: QuickPanel) -> None:
    field(panel).setText("发货")
    press(panel, Key.Key_End)
    last = len(titles(panel)) - 1
    assert panel._body.results.row == last
    press(panel, Key.Key_Home)
    assert (field(panel).cursorPosition(), panel._body.results.row) == (0, last)
    press(panel, Key.Key_Home)
    assert panel._body.results.row == 0


def test_shift_and_home_selects_text(panel: QuickPanel) -> None:
    field(panel).setText("发货")
    press(panel, Key.Key_Home, SHIFT)
    assert field(panel).selectedText() == "发货"


def test_a_new_query_begins_at_the_first_row(panel: QuickPanel) -> None:
    press(panel, Key.Key_Down)
    field(panel).setText("发货")
    assert panel._body.results.row == 0
    assert panel.current is not None
    assert panel.current.id == "fhsj"


# --- other keys ----------------------------------------------------------------


@pytest.mark.parametrize(("key", "chosen"), [(Key.Key_1, "hi"), (Key.Key_3, "cm")])
def test_alt_and_digit_chooses_when_the_digit_is_let_go(
    panel: QuickPanel, key: Key, chosen: str
) -> None:
    heard = Heard(panel)
    field(panel).setText("亲")
    press(panel, key, ALT)
    assert heard.said == []
    release(panel, key)  # Alt may be up before the digit
    assert heard.said == [("chosen", chosen)]
    assert field(panel).text() == "亲"


def test_alt_and_digit_beyond_the_hits_does_nothing(panel: QuickPanel) -> None:
    heard = Heard(panel)
    field(panel).setText("发货时间")
    press(panel, Key.Key_9, ALT)
    release(panel, Key.Key_9, ALT)
    assert heard.said == []


def test_a_plain_digit_is_text(panel: QuickPanel) -> None:
    QTest.keyClick(field(panel), Key.Key_7)
    assert field(panel).text() == "7"


def test_copy_takes_the_current_phrase(panel: QuickPanel) -> None:
    heard = Heard(panel)
    press(panel, Key.Key_Down)
    press(panel, Key.Key_C, CTRL)
    assert heard.said == [("copied", "hiy")]


def test_copy_serves_selected_text_first(panel: QuickPanel) -> None:
    heard = Heard(panel)
    field(panel).setText("发货")
    field(panel).selectAll()
    press(panel, Key.Key_C, CTRL)
    assert heard.said == []


def test_escape_dismisses(panel: QuickPanel) -> None:
    heard = Heard(panel)
    press(panel, Key.Key_Escape)
    assert heard.said == [("dismissed", None)]
    assert not panel.isVisible()


def test_control_and_arrows_scroll_the_preview(panel: QuickPanel) -> None:
    field(panel).setText("面料")
    press(panel, Key.Key_Down, CTRL)
    bar = panel._body.preview.verticalScrollBar()
    assert bar.value() == 1
    press(panel, Key.Key_Up, CTRL)
    assert bar.value() == 0


# --- stages --------------------------------------------------------------------


def test_chips_count_the_hits_of_each_stage(panel: QuickPanel) -> None:
    field(panel).setText("发货时间")
    assert chips(panel) == ["All", "解答 3"]


def test_chips_without_a_query_name_all_stages(panel: QuickPanel) -> None:
    assert chips(panel)[:3] == ["All", "招呼", "询问"]
    assert len(chips(panel)) == 14


def test_a_part_of_the_hits_gives_no_counts(
    appearance: Appearance, qtbot: QtBot
) -> None:
    panel = QuickPanel(as_desk(FakeDesk(many(60))), appearance, lambda: True)
    qtbot.addWidget(panel)
    panel.open(TARGET, by_hotkey=True)
    field(panel).setText("话术")
    assert all(chip.hits is None for chip in panel._body.chips.chips)
    assert panel._body._count.text() == "50+"


def test_tab_walks_through_the_stages_and_keeps_the_focus(panel: QuickPanel) -> None:
    field(panel).setText("发货")
    QTest.keyClick(field(panel), Key.Key_Tab)
    assert panel._stage == "answer"
    assert len(titles(panel)) == 4
    QTest.keyClick(field(panel), Key.Key_Backtab, SHIFT)
    assert panel._stage is None
    QTest.keyClick(field(panel), Key.Key_Backtab, SHIFT)
    assert panel._stage == "after"
    assert field(panel).hasFocus()


def test_a_stage_stays_chosen_when_a_query_has_no_hit_there(panel: QuickPanel) -> None:
    field(panel).setText("发货")
    QTest.keyClick(field(panel), Key.Key_Tab)
    field(panel).setText("退货")
    assert chips(panel) == ["All", "解答 0", "售后 1"]
    assert titles(panel) == []


def test_the_chosen_chip_is_in_sight(panel: QuickPanel) -> None:
    row = panel._body.chips
    for _ in range(len(row.chips) - 1):
        QTest.keyClick(field(panel), Key.Key_Tab)
        pill = next(pill for pill in row._pills if pill.isChecked())
        assert row.rect().contains(pill.geometry()), pill.text()


# --- mouse ---------------------------------------------------------------------


def row_middle(panel: QuickPanel, row: int) -> QPoint:
    results = panel._body.results
    return results.visualRect(results.phrases.index(row)).center()


def test_a_click_chooses_when_the_button_is_let_go(panel: QuickPanel) -> None:
    heard = Heard(panel)
    port = panel._body.results.viewport()
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(port, button, pos=row_middle(panel, 2))
    assert heard.said == []
    QTest.mouseRelease(port, button, pos=row_middle(panel, 2))
    assert heard.said == [("chosen", "cm")]


def test_the_pointer_over_a_row_does_not_make_it_current(panel: QuickPanel) -> None:
    QTest.mouseMove(panel._body.results.viewport(), row_middle(panel, 2))
    assert panel._body.results.row == 0


def test_clicks_leave_the_focus_in_the_field(panel: QuickPanel) -> None:
    button = Qt.MouseButton.LeftButton
    QTest.mouseClick(panel._body.chips._pills[3], button)
    QTest.mouseClick(panel._body.preview.viewport(), button)
    QTest.mouseClick(panel, button)
    assert field(panel).hasFocus()
    assert panel._stage == "recommend"


# --- strokes from before the focus ---------------------------------------------


def test_strokes_are_as_good_as_typing(panel: QuickPanel) -> None:
    heard = Heard(panel)
    for letter in "fhsjx":
        panel.feed(Stroke(down=True, key=letter, text=letter))
        panel.feed(Stroke(down=False, key=letter, text=letter))
    panel.feed(Stroke(down=True, key="backspace", text="\b"))
    panel.feed(Stroke(down=False, key="backspace"))
    assert field(panel).query == "fhsj"
    panel.feed(Stroke(down=True, key="enter", text="\r"))
    panel.feed(Stroke(down=False, key="enter"))
    assert heard.said == [("chosen", "fhsj")]


def test_a_stroke_without_a_name_types_its_text(panel: QuickPanel) -> None:
    panel.feed(Stroke(down=True, key="", text="ü"))
    assert field(panel).query == "ü"


def test_strokes_move_pick_and_dismiss(panel: QuickPanel) -> None:
    heard = Heard(panel)
    panel.feed(Stroke(down=True, key="down"))
    assert panel._body.results.row == 1
    panel.feed(Stroke(down=True, key="tab", text="\t", modifiers=("shift",)))
    assert panel._stage == "follow"
    panel.feed(Stroke(down=True, key="2", text="2", modifiers=("alt",)))
    panel.feed(Stroke(down=False, key="2", text="2", modifiers=("alt",)))
    assert heard.said == []
    panel.feed(Stroke(down=True, key="escape"))
    assert heard.said == [("dismissed", None)]


def test_enter_pressed_before_and_let_go_after_the_focus(panel: QuickPanel) -> None:
    heard = Heard(panel)
    panel.feed(Stroke(down=True, key="enter", text="\r"))
    release(panel, Key.Key_Return)
    assert heard.said == [("chosen", "hi")]


# --- opening and leaving -------------------------------------------------------


def test_each_opening_begins_anew(panel: QuickPanel, qtbot: QtBot) -> None:
    field(panel).setText("发货")
    QTest.keyClick(field(panel), Key.Key_Tab)
    press(panel, Key.Key_Down)
    panel.close_panel()
    with qtbot.waitSignal(panel.opened_focused, timeout=5000):
        panel.open(TARGET, by_hotkey=True)
    assert (field(panel).query, panel._stage) == ("", None)
    assert panel._body.results.row == 0


def test_the_header_names_the_target(panel: QuickPanel) -> None:
    note = panel._body._target_note
    assert note.accessibleName() == "Will paste into 千牛 小鹿家女装 - 云朵8821"


def test_without_a_window_the_panel_copies(panel: QuickPanel) -> None:
    heard = Heard(panel)
    panel.open(None, by_hotkey=True)
    assert "No window" in panel._body._target_note.accessibleName()
    press(panel, Key.Key_Return)
    release(panel, Key.Key_Return)
    assert heard.said == [("copied", "hi")]


def test_without_a_window_it_copies_while_it_has_the_focus(panel: QuickPanel) -> None:
    """Some desktops let no other window copy."""
    panel.open(None, by_hotkey=True)
    seen: list[bool] = []
    panel.message_copied.connect(lambda _: seen.append(panel.isVisible()))
    press(panel, Key.Key_Return)
    release(panel, Key.Key_Return)
    assert seen == [True]
    assert not panel.isVisible()


def test_with_a_window_it_hides_before_it_copies(panel: QuickPanel) -> None:
    seen: list[bool] = []
    panel.message_copied.connect(lambda _: seen.append(panel.isVisible()))
    press(panel, Key.Key_C, CTRL)
    assert seen == [False]


def test_without_a_phrasebook_enter_asks_for_one(
    appearance: Appearance, qtbot: QtBot
) -> None:
    panel = QuickPanel(as_desk(FakeDesk(())), appearance, lambda: True)
    qtbot.addWidget(panel)
    heard = Heard(panel)
    panel.open(TARGET, by_hotkey=True)
    assert panel._body._middle.currentWidget() is panel._body.empty
    press(panel, Key.Key_Return)
    release(panel, Key.Key_Return)
    assert heard.said == [("books", None)]


def test_it_leaves_when_the_agent_goes_elsewhere(
    panel: QuickPanel, qtbot: QtBot
) -> None:
    heard = Heard(panel)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitSignal(panel.left, timeout=5000):
        other.show()
        other.activateWindow()
    assert not panel.isVisible()
    assert heard.said == [("left", None)]


def test_the_settings_are_a_key_or_a_click_away(panel: QuickPanel) -> None:
    heard = Heard(panel)
    press(panel, Key.Key_Comma, CTRL)
    panel._body.footer._settings.click()
    assert heard.said == [("settings", None)] * 2


def test_files_dropped_on_it_are_handed_over(panel: QuickPanel) -> None:
    heard = Heard(panel)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/books/a.yaml"), QUrl("https://example.org/b")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    panel.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, NONE))
    assert heard.said == [("dropped", ["/books/a.yaml"])]


def test_books_that_change_are_searched_again(
    panel: QuickPanel, desk: FakeDesk
) -> None:
    field(panel).setText("发票")
    assert titles(panel) == []
    new = Phrase("shop", "fp", "answer", "", "发票抬头", ("请发抬头",))
    desk.search.phrases = (*desk.search.phrases, new)
    panel.refresh()
    assert titles(panel) == ["发票抬头"]


def test_marks_are_found_for_painted_rows_only(
    panel: QuickPanel, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.search.marked.clear()
    field(panel).setText("亲")
    assert len(titles(panel)) > 10
    assert desk.search.marked == []
    qtbot.waitUntil(lambda: len(desk.search.marked) >= 5)
    assert len(desk.search.marked) <= 6


# --- pins ----------------------------------------------------------------------


def test_ctrl_p_pins_the_current_phrase_and_moves_nothing(
    panel: QuickPanel, desk: FakeDesk
) -> None:
    heard = Heard(panel)
    press(panel, Key.Key_Down)
    before = titles(panel)
    press(panel, Key.Key_P, CTRL)
    pinned = desk.phrases[1]
    assert desk.usage.pins == {pinned.key}
    assert titles(panel) == before
    assert panel.current == pinned
    press(panel, Key.Key_P, CTRL, repeat=True)
    assert desk.usage.pins == {pinned.key}
    press(panel, Key.Key_P, CTRL)
    assert desk.usage.pins == set()
    assert heard.said == []
    assert field(panel).text() == ""


def test_without_a_phrase_there_is_nothing_to_pin(
    panel: QuickPanel, desk: FakeDesk
) -> None:
    QTest.keyClicks(field(panel), "zzz")
    press(panel, Key.Key_P, CTRL)
    assert desk.usage.pins == set()


def test_a_pin_is_seen_and_spoken(panel: QuickPanel) -> None:
    body = panel._body
    index = body.phrases.index(0)

    def spoken() -> str:
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    before = body.results.viewport().grab().toImage()
    title = body.phrases.answer.hits[0].phrase.title
    assert "pinned" not in spoken()
    press(panel, Key.Key_P, CTRL)
    assert spoken().startswith(f"{title}, pinned, ")
    after = body.results.viewport().grab().toImage()
    assert after != before
    press(panel, Key.Key_P, CTRL)
    assert body.results.viewport().grab().toImage() == before


def test_a_reader_is_told_what_the_key_has_done(
    panel: QuickPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(panel._body.results, "speak", said.append)
    title = titles(panel)[0]
    press(panel, Key.Key_P, CTRL)
    press(panel, Key.Key_P, CTRL)
    assert said == [f"Pinned: {title}", f"Not pinned: {title}"]


# --- answers in two parts --------------------------------------------------------


def said(panel: QuickPanel) -> str:
    """What stands in the place of the list."""
    empty = panel._body.empty
    assert panel._body._middle.currentWidget() is empty
    return "".join(label.text() for label in empty.findChildren(QLabel))


def test_nothing_found_is_not_said_before_all_was_tried(
    panel: QuickPanel, desk: FakeDesk
) -> None:
    desk.search.waiting = []
    field(panel).setText("zzz")
    assert said(panel) == ""
    desk.search.waiting.pop()()
    assert "zzz" in said(panel)
    field(panel).setText("hi")
    assert said(panel) == ""
    desk.search.waiting.pop()()
    assert panel.current == desk.phrases[0]


def test_where_no_other_answer_comes_it_is_said_at_once(
    panel: QuickPanel, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.search.waiting = []
    field(panel).setText("zzz")
    nothing = Answer("zzz", (), complete=False)
    monkeypatch.setattr(desk.search, "answers", lambda *_: Answers(nothing, nothing))
    panel.refresh()
    assert "zzz" in said(panel)


# --- while an index is made ----------------------------------------------------


def test_the_foot_tells_how_far_an_index_is_made_and_rows_stay(
    panel: QuickPanel, desk: FakeDesk, qtbot: QtBot
) -> None:
    said = panel._body.footer._note
    assert said.text() == "Never sends by itself"
    press(panel, Key.Key_Down)
    with qtbot.assertNotEmitted(panel._body.phrases.modelReset):
        desk.search.progress = (4_000, 10_000)
        qtbot.waitUntil(lambda: said.text() == "Making the index: 40 %")
        desk.search.progress = (0, 0)
        qtbot.waitUntil(lambda: said.text() == "Never sends by itself")
    assert panel._body.results.row == 1
    panel.close_panel()
    assert not said._looks.isActive()


# --- the menu of a phrase -----------------------------------------------------------


def test_the_menu_key_offers_what_keys_do(
    panel: QuickPanel, desk: FakeDesk, qtbot: QtBot
) -> None:
    wanted: list[EditorWanted] = []
    desk.subscribe(
        lambda event: wanted.append(event) if isinstance(event, EditorWanted) else None
    )
    spot = QPoint(5, 5)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, spot)
    QCoreApplication.sendEvent(field(panel), asked)
    menu = panel._menu.menu
    assert menu is not None
    actions = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert list(actions) == ["Copy", "Pin", "Edit…", "New phrase…"]
    current = panel.current
    assert current is not None
    actions["Pin"].trigger()
    assert desk.usage.pinned(current)
    actions["Edit…"].trigger()
    assert wanted == [EditorWanted(current)]
    menu.close()
    qtbot.wait(1)


def test_behind_a_slash_no_phrase_is_changed(panel: QuickPanel, desk: FakeDesk) -> None:
    wanted: list[EditorWanted] = []
    desk.subscribe(
        lambda event: wanted.append(event) if isinstance(event, EditorWanted) else None
    )
    field(panel).setText("/发")
    press(panel, Key.Key_F2)
    press(panel, Key.Key_N, CTRL)
    assert wanted == []
    panel._menu.open(QPoint(0, 0))
    menu = panel._menu.menu
    assert menu is not None
    (new,) = menu.actions()
    new.trigger()
    assert wanted == [EditorWanted(None, "")]
    menu.close()
    stage = panel._stage
    panel.turn_to(("greet",))
    assert panel._stage == stage


def test_the_other_button_on_a_row_means_that_row(panel: QuickPanel) -> None:
    results = panel._body.results
    spot = results.visualRect(results.phrases.index(2)).center()
    place = results.viewport().mapToGlobal(spot)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, place)
    QCoreApplication.sendEvent(results.viewport(), asked)
    assert results.row == 2
    menu = panel._menu.menu
    assert menu is not None
    menu.close()
