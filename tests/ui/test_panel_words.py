"""What is not said to buyers, in the panel: marked, worded better, held back."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from qtdesk.core.phrases import Phrase
from qtdesk.core.settings import Settings
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.theme import Appearance
from qtdesk.ui.toast import Kind
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk
from tests.ui.test_panel_form import ALT, CTRL, Key, Visit, made

CHEAPEST = "亲，这款最便宜，放心拍"
MENDED = "亲，这款便宜，放心拍"
PHRASES = (
    made("zp", CHEAPEST),
    made("wx", "加我微信给您便宜点"),
    made("hd", "别客气"),
    made("sm", "{ask:说明}，放心拍"),
    made("bg", "这款最便宜，加我微信"),
)


class Words(Visit):
    """The same, with a look at what is said of the words."""

    @property
    def said(self) -> str:
        line = self.panel._body.quote._line
        return line.said if line is not None and not line.isHidden() else ""

    @property
    def marked(self) -> list[str]:
        found = self.panel._body.preview.extraSelections()
        return [each.cursor.selectedText() for each in found]

    def settle(self, qtbot: QtBot) -> None:
        """Until somebody has looked at the words."""
        look = self.panel._body.quote._look
        qtbot.waitUntil(lambda: not look.isActive(), timeout=5000)

    def search(self, code: str, qtbot: QtBot) -> None:
        self.panel._body.field.setText(code)
        self.settle(qtbot)

    @property
    def open(self) -> bool:
        return self.panel.isVisible()


Opened = Callable[..., Words]


@pytest.fixture
def opened(appearance: Appearance, qtbot: QtBot) -> Iterator[Opened]:
    panels: list[QuickPanel] = []

    def open_panel(phrases: tuple[Phrase, ...] = PHRASES, **given: str) -> Words:
        desk = FakeDesk(phrases)
        desk.settings = Settings().with_changes(given)
        panel = QuickPanel(as_desk(desk), appearance, lambda: True)
        panels.append(panel)
        qtbot.addWidget(panel)
        with qtbot.waitSignal(panel.opened_focused, timeout=5000):
            panel.open(desk.open(), by_hotkey=True)
        return Words(desk, panel)

    yield open_panel
    for panel in panels:
        panel.close_panel()


def test_a_word_is_marked_and_said_a_moment_after_the_text(
    opened: Opened, qtbot: QtBot
) -> None:
    words = opened()
    words.search("hd", qtbot)
    words.panel._body.field.setText("zp")
    assert (words.preview, words.said, words.marked) == (CHEAPEST, "", [])
    height = words.panel._body.quote.height()
    words.settle(qtbot)
    assert words.marked == ["最便宜"]
    assert "“最便宜” → “便宜”" in words.said
    assert "advertising law" in words.said
    assert words.panel._body.quote.line.sign.kind is Kind.WARN
    assert words.panel._body.quote.height() == height
    words.search("hd", qtbot)
    assert (words.preview, words.said, words.marked) == ("别客气", "", [])


def test_one_key_takes_the_better_wording_and_enter_pastes_that(
    opened: Opened, qtbot: QtBot
) -> None:
    words = opened()
    words.search("zp", qtbot)
    words.tap(Key.Key_J, CTRL)
    assert (words.preview, words.marked) == (MENDED, ["便宜"])
    assert words.said == "With the better wording"
    assert words.panel._body.quote.line.sign.kind is Kind.OK
    words.tap(Key.Key_Return)
    assert words.desk.texts == [MENDED]


def test_the_same_key_brings_the_text_back(opened: Opened, qtbot: QtBot) -> None:
    words = opened()
    words.search("zp", qtbot)
    words.tap(Key.Key_J, CTRL)
    words.panel._body.quote.line.better.click()
    assert (words.preview, words.marked) == (CHEAPEST, ["最便宜"])
    words.tap(Key.Key_Return)
    assert words.desk.texts == [CHEAPEST]


def test_a_quick_hand_takes_it_before_it_was_shown(opened: Opened) -> None:
    words = opened()
    words.panel._body.field.setText("zp")
    words.tap(Key.Key_J, CTRL)
    assert words.preview == MENDED
    words.tap(Key.Key_Return)
    assert words.desk.texts == [MENDED]


def test_another_row_by_its_key_is_pasted_as_it_is_written(
    opened: Opened, qtbot: QtBot
) -> None:
    words = opened()
    words.search("标题", qtbot)
    words.tap(Key.Key_J, CTRL)
    words.tap(Key.Key_3, ALT)
    assert words.desk.texts == ["别客气"]


def test_another_visit_begins_with_the_text_as_it_is(
    opened: Opened, qtbot: QtBot
) -> None:
    words = opened(PHRASES[:1])
    words.settle(qtbot)
    words.tap(Key.Key_J, CTRL)
    words.panel.close_panel()
    with qtbot.waitSignal(words.panel.opened_focused, timeout=5000):
        words.panel.open(words.desk.open(), by_hotkey=True)
    assert words.preview == CHEAPEST
    words.tap(Key.Key_Return)
    assert words.desk.texts == [CHEAPEST]


def test_what_is_forbidden_stays_in_the_panel_and_says_why(
    opened: Opened,
) -> None:
    words = opened()
    words.choose("wx")
    assert words.open
    assert words.desk.texts == []
    assert "加我微信" in words.said
    assert words.panel._body.quote.line.sign.kind is Kind.STOP
    assert not words.panel._body.quote.line.better.isVisible()
    words.tap(Key.Key_C, CTRL)
    assert ("copy", "wx") in words.desk.done


def test_another_row_that_is_forbidden_is_shown_instead(
    opened: Opened, qtbot: QtBot
) -> None:
    words = opened()
    words.search("标题", qtbot)
    words.tap(Key.Key_2, ALT)
    assert (words.open, words.desk.texts) == (True, [])
    assert words.panel.current == PHRASES[1]
    assert "加我微信" in words.said


def test_the_better_wording_does_not_help_what_has_none(
    opened: Opened, qtbot: QtBot
) -> None:
    words = opened()
    words.search("bg", qtbot)
    words.tap(Key.Key_J, CTRL)
    assert words.preview == "这款便宜，加我微信"
    assert words.marked == ["加我微信", "便宜"]
    words.tap(Key.Key_Return)
    assert (words.open, words.desk.texts) == (True, [])


def test_a_reason_is_asked_for_where_it_lets_pass(opened: Opened) -> None:
    words = opened(wording_override="on")
    words.choose("wx")
    assert words.asks
    assert words.preview == "加我微信给您便宜点"
    words.tap(Key.Key_Return)
    assert words.desk.texts == []
    words.type("ok")
    words.tap(Key.Key_Return)
    assert words.desk.texts == ["加我微信给您便宜点"]
    assert not words.open


def test_escape_leaves_the_reason_and_nothing_goes_out(opened: Opened) -> None:
    words = opened(wording_override="on")
    words.choose("wx")
    words.tap(Key.Key_Escape)
    assert (words.asks, words.open, words.desk.texts) == (False, True, [])


def test_answers_are_looked_at_in_the_form(opened: Opened, qtbot: QtBot) -> None:
    words = opened()
    words.choose("sm")
    words.panel._body.key_taker.setText("最便宜")  # type: ignore[attr-defined]
    words.settle(qtbot)
    assert words.marked == ["最便宜"]
    words.tap(Key.Key_J, CTRL)
    assert words.preview == "便宜，放心拍"
    words.tap(Key.Key_Return)
    assert words.desk.texts == ["便宜，放心拍"]


def test_a_forbidden_answer_stays_in_the_form(opened: Opened) -> None:
    words = opened()
    words.choose("sm")
    words.panel._body.key_taker.setText("加我微信")  # type: ignore[attr-defined]
    words.tap(Key.Key_Return)
    assert (words.asks, words.open, words.desk.texts) == (True, True, [])
    assert "加我微信" in words.said


def test_a_message_of_several_is_worded_better_as_a_whole(
    opened: Opened, qtbot: QtBot
) -> None:
    words = opened()
    words.search("zp", qtbot)
    words.tap(Key.Key_Return, CTRL)
    words.search("hd", qtbot)
    words.tap(Key.Key_Return, CTRL)
    words.settle(qtbot)
    assert words.marked == ["最便宜"]
    words.tap(Key.Key_J, CTRL)
    assert words.preview == f"{MENDED}\n别客气"
    words.tap(Key.Key_Return)
    assert words.desk.texts == [f"{MENDED}\n别客气"]


def test_the_panel_opens_at_what_a_click_must_not_paste(
    opened: Opened, qtbot: QtBot
) -> None:
    words = opened()
    words.panel.ask(PHRASES[1])
    words.settle(qtbot)
    assert words.panel.current == PHRASES[1]
    assert "加我微信" in words.said


def test_nothing_is_said_where_nobody_wants_to_be_told(
    opened: Opened, qtbot: QtBot
) -> None:
    words = opened(wording="off")
    words.search("zp", qtbot)
    assert (words.said, words.marked) == ("", [])
    words.tap(Key.Key_J, CTRL)
    assert words.preview == CHEAPEST
