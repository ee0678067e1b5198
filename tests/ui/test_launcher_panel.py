"""The slash in the quick panel: what it shows, and what its keys open."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qtdesk.core.events import CheckWanted, DeskEvent, ToolWanted
from qtdesk.core.launcher import Tool
from qtdesk.ui.launcher.page import LauncherPage
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.stage_chips import StageChips
from qtdesk.ui.translations import Translations
from tests.check_world import WISH, CheckWorld
from tests.checking_room import shipped_lists
from tests.fake_books import Later
from tests.ui.fake_desk import TARGET, FakeDesk

if TYPE_CHECKING:
    from qtdesk.ui.choice_list import ChoiceList
    from qtdesk.ui.search_field import SearchField


class Scene:
    """A panel that is open, and what the desk was asked for."""

    def __init__(self, desk: FakeDesk, panel: QuickPanel) -> None:
        self.desk, self.panel = desk, panel
        self.field: SearchField = panel._body.field
        self.wanted: list[DeskEvent] = []
        desk.subscribe(self._on_event)

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, CheckWanted | ToolWanted):
            self.wanted.append(event)

    def type(self, text: str) -> None:
        """By keys, or as an input method commits what no key has."""
        if text.isascii():
            QTest.keyClicks(self.field, text)
        else:
            self.commit(text)

    def commit(self, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.field, event)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.field, key, held or Qt.KeyboardModifier.NoModifier)

    @property
    def page(self) -> LauncherPage:
        return self.panel._launcher.page

    @property
    def titles(self) -> list[str]:
        return [entry.title for entry in self.page.model.entries]

    @property
    def middle(self) -> QWidget | None:
        return self.panel._body._middle.currentWidget()

    @property
    def chips(self) -> StageChips:
        return self.panel._body.chips


@pytest.fixture
def scene(desk: FakeDesk, panel: QuickPanel) -> Scene:
    desk.checks.load(lambda: None)
    return Scene(desk, panel)


@pytest.fixture
def chinese(translations: Translations) -> None:
    translations.use("zh_CN")


def offered() -> list[str]:
    """Lists, and behind them their cases."""
    lists = [each for each in shipped_lists() if not each.draft]
    cases = [one.label.zh for each in lists for one in each.presets if one.entry]
    return [*(each.name.zh for each in lists), *cases]


@pytest.mark.parametrize("slash", ["/", "／", "、"])
def test_a_slash_shows_the_lists(scene: Scene, slash: str) -> None:
    scene.type(slash)
    assert scene.middle is scene.page.list
    assert scene.titles == offered()
    assert scene.chips.chips[0].key is None


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_second_key_opens_a_list(scene: Scene, number: int) -> None:
    scene.type("/")
    wanted = scene.page.model.entries[number - 1].id
    scene.type(str(number))
    assert scene.wanted == [CheckWanted(wanted, by_hotkey=True, target=TARGET)]


def test_a_digit_acts_when_it_is_let_go_and_once(scene: Scene) -> None:
    scene.type("/")
    QTest.keyPress(scene.field, Qt.Key.Key_1)
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        held = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(
            scene.field, QKeyEvent(kind, Qt.Key.Key_1, held, "1", True)
        )
    assert scene.wanted == []
    QTest.keyRelease(scene.field, Qt.Key.Key_1)
    scene.type("2")
    assert len(scene.wanted) == 1


def test_a_digit_that_an_input_method_commits_opens_as_well(scene: Scene) -> None:
    scene.type("/")
    scene.commit("2")
    assert [type(each) for each in scene.wanted] == [CheckWanted]
    assert scene.field.text() == "/"


def test_what_an_input_method_composes_filters_and_keeps_its_keys(scene: Scene) -> None:
    scene.type("/")
    QApplication.sendEvent(scene.field, QInputMethodEvent("g d'z", []))
    assert scene.titles == ["改地址"]
    scene.press(Qt.Key.Key_1)
    scene.press(Qt.Key.Key_Return)
    assert scene.wanted == []


@pytest.mark.parametrize("typed", ["gdz", "gaidizhi", "address", "cl-04"])
def test_enter_opens_what_was_found(scene: Scene, typed: str) -> None:
    scene.type("/" + typed)
    assert scene.titles[0] == "改地址"
    scene.press(Qt.Key.Key_Return)
    (wanted,) = scene.wanted
    assert isinstance(wanted, CheckWanted)
    assert wanted.checklist == "CL-04"


def test_a_held_enter_chooses_nothing(scene: Scene) -> None:
    scene.type("/")
    scene.desk.enter_down = True
    scene.press(Qt.Key.Key_Return)
    assert scene.wanted == []


def test_arrows_move_in_the_launcher_and_not_among_the_phrases(scene: Scene) -> None:
    row = scene.panel._body.results.row
    scene.type("/")
    scene.press(Qt.Key.Key_Down)
    assert scene.page.list.row == 1
    assert scene.panel._body.results.row == row


def test_a_click_opens_too(scene: Scene) -> None:
    scene.type("/")
    rows: ChoiceList = scene.page.list
    place = rows.visualRect(rows.model().index(1, 0)).center()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(rows.viewport(), left, pos=QPoint(place))
    assert len(scene.wanted) == 1


def test_tab_keeps_the_lists_of_a_stage_and_then_the_tools(scene: Scene) -> None:
    scene.desk.launcher.offer(Tool.RECORDS)
    scene.type("/")
    scene.press(Qt.Key.Key_Tab)
    first = scene.chips.chips[1].key
    assert first is not None
    assert {each.stage for each in scene.page.model.entries} == {first}
    scene.press(Qt.Key.Key_Backtab)
    scene.press(Qt.Key.Key_Backtab)
    assert scene.titles == ["Records of checks"]
    scene.type("1")
    assert scene.wanted == [ToolWanted("records")]


def test_backspace_and_escape_go_back_to_phrases(scene: Scene) -> None:
    scene.type("/gdz")
    scene.press(Qt.Key.Key_Escape)
    assert scene.field.text() == ""
    assert scene.panel.isVisible()
    assert scene.middle is scene.panel._body.results
    scene.type("/")
    scene.press(Qt.Key.Key_Backspace)
    assert scene.middle is scene.panel._body.results
    scene.press(Qt.Key.Key_Return)
    assert scene.wanted == []


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_keys_for_phrases_do_nothing_here(
    scene: Scene, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    scene.type("/")
    before = list(scene.desk.done)
    scene.press(key, held)
    assert scene.desk.done == before
    assert scene.desk.usage.pins == set()
    assert scene.wanted == []


def test_no_phrase_can_be_meant_behind_the_launcher(scene: Scene) -> None:
    assert scene.panel._fresh_phrase(0) is not None
    scene.type("/")
    assert scene.panel._fresh_phrase(0) is None


def test_the_launcher_opens_while_lists_are_loading(
    desk: FakeDesk, panel: QuickPanel
) -> None:
    later = Later()
    desk.checks.loading._background = later
    scene = Scene(desk, panel)
    scene.type("/")
    empty = panel._body.empty
    assert scene.middle is empty
    assert empty._title.text() == "The checklists are being loaded"
    later.work()
    panel.refresh()
    assert scene.titles == offered()


def test_a_check_under_way_tells_how_it_stands(scene: Scene) -> None:
    world = CheckWorld()
    scene.desk.checks = scene.desk.launcher._checks = world.checks
    world.open(WISH)
    world.checks.answer("V18", "顺丰")
    scene.type("/")
    first = scene.page.model.index(0)
    said = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith(", Under way · 1 to do, 1")
    assert scene.page.model.worst(scene.page.model.entries[0]) == 0
    scene.panel.grab()


def test_what_was_copied_becomes_known_behind_the_launcher(scene: Scene) -> None:
    scene.type("/")
    shown = scene.panel._body.preview.toPlainText()
    assert shown == scene.page.model.entries[0].note
    scene.panel.look_again()
    assert scene.panel._body.preview.toPlainText() == shown
    scene.press(Qt.Key.Key_Escape)
    phrase = scene.panel.current
    assert phrase is not None
    assert scene.panel._body.preview.toPlainText() == phrase.text


def test_readings_that_are_made_meanwhile_find_what_is_typed_already(
    desk: FakeDesk, panel: QuickPanel
) -> None:
    later = Later()
    desk.launcher._background = later
    desk.checks.load(lambda: None)
    scene = Scene(desk, panel)
    scene.type("/gdz")
    assert scene.titles == []
    later.work()
    assert scene.titles == ["改地址"]
    scene.press(Qt.Key.Key_Return)
    assert len(scene.wanted) == 1


def test_lists_that_change_move_no_phrase_and_leave_the_chosen_entry(
    scene: Scene,
) -> None:
    scene.press(Qt.Key.Key_Down)
    scene.press(Qt.Key.Key_Down)
    scene.panel.lists_changed()
    assert scene.panel._body.results.row == 2
    scene.type("/")
    scene.press(Qt.Key.Key_Down)
    chosen = scene.page.model.entry(1)
    engine = scene.desk.checks.engine
    assert engine is not None
    first = scene.page.model.entries[0].id
    engine.use(engine._lists.all, engine.rules, {first})
    scene.panel.lists_changed()
    assert scene.page.model.entry(0) == chosen
    assert scene.page.list.row == 0
    engine.use(engine._lists.all, engine.rules, ())
    scene.panel.lists_changed()
    assert scene.page.model.entry(scene.page.list.row) == chosen


def test_nothing_found_says_so(scene: Scene) -> None:
    scene.type("/xyzxyz")
    assert scene.middle is scene.panel._body.empty
    scene.press(Qt.Key.Key_Return)
    assert scene.wanted == []


def test_the_panel_stays_until_what_was_chosen_has_the_focus(
    scene: Scene, qtbot: QtBot
) -> None:
    scene.type("/1")
    assert scene.panel.isVisible()
    scene.type("2")
    assert len(scene.wanted) == 1
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not scene.panel.isVisible(), timeout=5000)
    assert not scene.panel._launcher.giving_way


def test_another_visit_begins_without_a_stage(scene: Scene) -> None:
    scene.type("/")
    scene.press(Qt.Key.Key_Tab)
    scene.panel.close_panel()
    scene.panel.open(TARGET, by_hotkey=True)
    scene.type("/")
    assert scene.titles == offered()


@pytest.mark.usefixtures("chinese")
def test_stages_are_called_as_the_books_or_the_trade_call_them(scene: Scene) -> None:
    scene.type("/")
    names = [chip.title for chip in scene.chips.chips]
    assert names[0] == "全部"
    assert "售后" in names
