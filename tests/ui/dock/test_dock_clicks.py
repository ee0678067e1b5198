"""What can be seen in the dock, and what a click on it does."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qtdesk.core.combos import Combo
from qtdesk.core.events import EditorWanted
from qtdesk.core.phrases import Book, Validity
from qtdesk.ui.dock.key_dialog import KeyDialog
from qtdesk.ui.theme import Appearance
from tests.core.dock.dock_desk import PHRASES, STAGES, phrase_of
from tests.fake_books import phrase
from tests.ui.dock.dock_room import DockRoom, named, place_of, press

_NO_FOCUS = Qt.FocusPolicy.NoFocus
_FLAG = Qt.WindowType.WindowDoesNotAcceptFocus


def test_no_part_of_the_dock_takes_the_focus(room: DockRoom) -> None:
    scene = room.scene
    for window in (scene.window, scene.standing.strip, scene.more.popover):
        assert window.windowFlags() & _FLAG
        assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    parts = scene.window.findChildren(QWidget)
    assert [one for one in parts if one.focusPolicy() is not _NO_FOCUS] == []


def test_a_click_on_a_stage_shows_its_cards(room: DockRoom, qtbot: QtBot) -> None:
    press(room.scene.window, "招呼")
    qtbot.waitUntil(lambda: "问好" in room.titles())
    assert room.titles() == ["首次", "问好", "再问好", "忙", "稍等"]


def test_a_click_on_a_card_pastes_it(room: DockRoom, qtbot: QtBot) -> None:
    room.desk.dock.choose("greet")
    qtbot.waitUntil(lambda: "稍等" in room.titles())
    room.click("首次")
    room.click("稍等")
    assert room.chat.received == [phrase_of(2).text]


def test_over_an_open_panel_a_click_pastes_for_the_panel_s_window(
    room: DockRoom, qtbot: QtBot
) -> None:
    room.desk.dock.choose("greet")
    qtbot.waitUntil(lambda: "稍等" in room.titles())
    room.panel.open(room.desk.open(), by_hotkey=True)
    room.windows.focus(None)
    room.click("稍等")
    assert not room.panel.isVisible()
    assert room.chat.received == [phrase_of(2).text]


def test_cards_read_as_they_will_be_pasted(room: DockRoom, qtbot: QtBot) -> None:
    room.desk.dock.choose("greet")
    qtbot.waitUntil(lambda: "问好" in room.titles())
    cards = room.scene.window.cards.cards
    assert cards.text(1) == "在的～"
    room.click("问好")
    qtbot.waitUntil(lambda: cards.text(1) == "您好～")


def test_what_usually_comes_next_is_shown_below(room: DockRoom, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: room.next_up() == ["Usually next", "问好"])
    for number in (1, 6, 1):
        room.place.click(number)
    qtbot.waitUntil(lambda: room.next_up() == ["Usually next", "核对"])
    room.windows.open(type(room.chat)(title="another"))
    qtbot.waitUntil(lambda: room.next_up() == ["Usually next", "问好"])


def test_a_new_book_reaches_the_dock(room: DockRoom, qtbot: QtBot) -> None:
    new = phrase(8, "新的", stage="greet", situation="首次")
    room.place.library.content["shop"] = Book(
        "book", "店", "zh-CN", "2", STAGES, (*PHRASES, new)
    )
    room.desk.dock.choose("greet")
    room.desk.books.refresh()
    qtbot.waitUntil(lambda: "新的" in room.titles())


def test_with_the_same_cards_nothing_jumps(
    room: DockRoom, qtbot: QtBot, appearance: Appearance
) -> None:
    del appearance
    many = tuple(phrase(n, f"t{n}", stage="greet", situation="s") for n in range(60))
    room.place.library.content["shop"] = Book("book", "店", "zh-CN", "2", STAGES, many)
    room.desk.dock.choose("greet")
    room.desk.books.refresh()
    qtbot.waitUntil(lambda: "t59" in room.titles())
    bar = room.scene.window.cards.verticalScrollBar()
    bar.setValue(300)
    room.desk.usage.pin(many[0], pinned=True)
    room.scene.refresh()
    assert room.titles()[:2] == ["Pinned", "t0"]
    assert bar.value() == 300
    room.desk.dock.choose("answer")
    room.scene.refresh()
    assert bar.value() == 0


# --- the popover --------------------------------------------------------------------


def _point_at(room: DockRoom, title: str) -> None:
    cards = room.scene.window.cards
    spot = place_of(cards, title).center()
    viewport = cards.viewport()
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(spot),
        QPointF(viewport.mapToGlobal(spot)),
        *(Qt.MouseButton.NoButton, Qt.MouseButton.NoButton),
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, move)


def _ask_for_menu(room: DockRoom, title: str) -> None:
    cards = room.scene.window.cards
    spot = place_of(cards, title).center()
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, spot, cards.viewport().mapToGlobal(spot)
    )
    QApplication.sendEvent(cards.viewport(), asked)


def test_the_whole_text_is_shown_while_the_pointer_rests(
    room: DockRoom, qtbot: QtBot
) -> None:
    room.desk.dock.choose("answer")
    qtbot.waitUntil(lambda: "尺码" in room.titles())
    popover = room.scene.more.popover
    _point_at(room, "发货时间")
    qtbot.waitUntil(popover.isVisible)
    assert popover.note.text == phrase_of(4).text
    assert popover.note.warning == ""
    _point_at(room, "尺码")
    assert not popover.isVisible()
    qtbot.waitUntil(popover.isVisible)
    assert popover.note.warning.startswith("Has blanks")
    QApplication.sendEvent(room.scene.window.cards, QEvent(QEvent.Type.Leave))
    assert not popover.isVisible()


def test_what_is_over_is_grey_and_says_why(room: DockRoom, qtbot: QtBot) -> None:
    over = phrase_of(4)._replace(validity=Validity(revoked="搬仓"))
    book = room.desk.books.shelf.shared[0]
    room.desk.books.shelf.place("shop", book._replace(phrases=(over, phrase_of(5))))
    room.desk.dock.choose("answer")
    qtbot.waitUntil(lambda: "尺码" in room.titles())
    cards = room.scene.window.cards.cards
    assert "搬仓" in cards.refusal(1)
    assert cards.refusal(2) == ""
    said = cards.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "搬仓" in said
    # It is painted otherwise than it was.
    grey = room.scene.window.cards.grab().toImage()
    room.desk.books.shelf.place("shop", book)
    room.scene.refresh()
    assert room.scene.window.cards.grab().toImage() != grey


def test_the_other_button_lets_a_phrase_be_changed(
    room: DockRoom, qtbot: QtBot
) -> None:
    room.desk.dock.choose("answer")
    qtbot.waitUntil(lambda: "发货时间" in room.titles())
    _ask_for_menu(room, "发货时间")
    press(room.scene.more.popover, "Edit…")
    room.place.clock.run_all()
    assert room.place.events[-1] == EditorWanted(phrase_of(4))
    room.desk.writing.own.save(phrase_of(4)._replace(title="多久发"))
    qtbot.waitUntil(lambda: "多久发" in room.titles())
    assert "发货时间" not in room.titles()


def test_a_stage_key_turns_an_open_panel_too(room: DockRoom, qtbot: QtBot) -> None:
    room.panel.open(room.desk.open(), by_hotkey=False)
    for key, combo in (("answer", "ctrl+alt+2"), ("answer", "ctrl+alt+2")):
        room.place.press(combo)
        assert room.panel._stage == key
        room.panel._on_stage_chosen(None)
    room.desk.dock.choose(None)
    assert room.panel._stage is None
    room.panel.close_panel()
    room.place.press("ctrl+alt+1")
    assert room.panel._stage is None
    qtbot.wait(1)


def test_the_other_button_pins_and_copies(room: DockRoom, qtbot: QtBot) -> None:
    room.desk.dock.choose("answer")
    qtbot.waitUntil(lambda: "发货时间" in room.titles())
    popover = room.scene.more.popover
    _ask_for_menu(room, "发货时间")
    press(popover, "Pin")
    qtbot.waitUntil(lambda: room.titles()[:2] == ["Pinned", "发货时间"])
    _ask_for_menu(room, "发货时间")
    press(popover, "Unpin")
    qtbot.waitUntil(lambda: "Pinned" not in room.titles())
    _ask_for_menu(room, "发货时间")
    press(popover, "Copy")
    room.place.clock.run_all()
    assert room.place.platform.clipboard.content.text == phrase_of(4).text
    assert room.chat.received == []
    assert not popover.isVisible()


def test_a_menu_goes_when_the_pointer_is_elsewhere(
    room: DockRoom, qtbot: QtBot
) -> None:
    popover = room.scene.more.popover
    far = QRect(700, 700, 10, 10)
    room.scene.more.offer_places(far)
    assert popover.offers
    # The pointer of this desktop is in the corner.
    qtbot.waitUntil(lambda: not popover.isVisible())


def test_the_dock_itself_can_be_put_elsewhere_or_away(
    room: DockRoom, qtbot: QtBot
) -> None:
    more, popover = room.scene.more, room.scene.more.popover
    more.offer_places(QRect(10, 10, 1, 1))
    press(popover, "Floating")
    assert room.desk.settings.dock_place == "floating"
    more.offer_places(QRect(10, 10, 1, 1))
    press(popover, "Hide")
    assert not room.docking.shown
    assert not room.scene.window.isVisible()
    assert not room.desk.settings.dock_shown
    room.docking.turn()
    qtbot.waitUntil(room.scene.window.isVisible)


# --- the hotkey of a phrase ---------------------------------------------------------


@pytest.fixture
def dialog(room: DockRoom, appearance: Appearance, qtbot: QtBot) -> KeyDialog:
    made = KeyDialog(room.desk, appearance, phrase_of(4))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def _record(dialog: KeyDialog, key: Qt.Key) -> None:
    dialog.recorder.click()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(dialog.recorder, key, held)


def test_keys_are_recorded_shown_on_the_card_and_taken_away(
    room: DockRoom, dialog: KeyDialog, qtbot: QtBot
) -> None:
    assert dialog.recorder.text() == "None"
    _record(dialog, Qt.Key.Key_G)
    assert dialog.refusal.text() == ""
    assert dialog.recorder.text() == "Ctrl+Alt+G"
    room.desk.dock.choose("answer")
    cards = room.scene.window.cards.cards
    qtbot.waitUntil(lambda: "发货时间" in room.titles())
    said = cards.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("Ctrl+Alt+G")
    room.place.press("ctrl+alt+g")
    assert room.chat.received == [phrase_of(4).text]
    press(dialog, "No hotkey")
    assert room.desk.dock.keys.of_phrases == {}
    assert dialog.recorder.text() == "None"


def test_a_conflict_is_told_where_the_keys_are_set(
    room: DockRoom, dialog: KeyDialog
) -> None:
    room.place.platform.hotkeys.taken.add(Combo.parse("ctrl+alt+x"))
    _record(dialog, Qt.Key.Key_X)
    assert "Another program" in dialog.refusal.text()
    _record(dialog, Qt.Key.Key_D)
    assert "does something else here" in dialog.refusal.text()
    assert room.desk.dock.keys.of_phrases == {}


def test_backspace_means_none(room: DockRoom, dialog: KeyDialog) -> None:
    _record(dialog, Qt.Key.Key_G)
    dialog.recorder.click()
    QTest.keyClick(dialog.recorder, Qt.Key.Key_Backspace)
    assert room.desk.dock.keys.of_phrases == {}


# --- buyers -------------------------------------------------------------------------


def test_a_buyer_is_asked_for_and_opened(room: DockRoom, qtbot: QtBot) -> None:
    press(room.scene.window, "Open another buyer")
    prompt = room.scene.more.prompt
    qtbot.waitUntil(prompt.isVisible)
    QTest.keyClicks(prompt.field, "yun8821")
    QTest.keyClick(prompt.field, Qt.Key.Key_Return)
    assert not prompt.isVisible()
    qtbot.waitUntil(lambda: named(room.scene.window, "yun8821").isVisible())
    press(room.scene.window, "Close this buyer")
    assert room.desk.dock.buyers.slots == ()


def test_a_name_that_is_none_is_told_and_escape_gives_up(
    room: DockRoom, qtbot: QtBot
) -> None:
    room.scene.more.ask_for_buyer()
    prompt = room.scene.more.prompt
    qtbot.waitUntil(prompt.isVisible)
    low = prompt.height()
    QTest.keyClick(prompt.field, Qt.Key.Key_Return)
    assert prompt.isVisible()
    assert prompt.height() > low
    QTest.keyClick(prompt, Qt.Key.Key_Escape)
    assert not prompt.isVisible()
    assert room.windows.front_window is room.chat


def test_nine_buyers_can_all_be_reached(room: DockRoom, qtbot: QtBot) -> None:
    for number in range(9):
        room.desk.dock.buyers.open(f"buyer {number}")
    bar = room.scene.window.buyers
    for number in range(9):
        room.desk.dock.buyers.choose(number)
        room.scene.refresh()
        chosen = named(room.scene.window, f"buyer {number}")
        left = chosen.mapTo(bar, QPoint(0, 0)).x()
        assert left >= 0
        assert left + chosen.width() <= bar.width() - 20
    qtbot.wait(1)


# --- the one button -----------------------------------------------------------------


def test_the_button_at_the_bottom_is_there_once_somebody_offers_it(
    room: DockRoom, qtbot: QtBot
) -> None:
    button = room.scene.window.primary
    assert not button.isVisible()
    pressed: list[int] = []
    room.docking.offer("Check the order", lambda: pressed.append(1))
    qtbot.waitUntil(button.isVisible)
    press(room.scene.window, "Check the order")
    assert pressed == [1]
