"""The window of what is copied: looked at, mended by Enter, left alone by Escape."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtdesk.core.events import CopiedTextWanted
from qtdesk.core.ports import Clip, Stroke
from qtdesk.ui.copied_text import CopiedTextVisits
from qtdesk.ui.theme import Appearance
from qtdesk.ui.toast import Kind
from tests.check_world import CheckWorld

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
CHEAPEST = "亲，这款最便宜，放心拍"
MENDED = "亲，这款便宜，放心拍"
FORBIDDEN = "这款最便宜，加我微信"


class Scene:
    """A world with something on its clipboard, and the window over it."""

    def __init__(self, appearance: Appearance, qtbot: QtBot) -> None:
        self.world = CheckWorld()
        self._qtbot = qtbot
        self.given_back = 0
        platform = self.world.platform
        desk = SimpleNamespace(
            platform=platform,
            copied_text=self.world.copied,
            enter_is_held=lambda: "enter" in platform.keyboard.held(),
        )
        self._parent = QWidget()
        qtbot.addWidget(self._parent)
        self.visits = CopiedTextVisits(
            *(cast("Desk", desk), appearance, self._on_given_back, self._parent)
        )
        self.window = self.visits.window
        qtbot.addWidget(self.window)

    def _on_given_back(self) -> None:
        self.given_back += 1

    def open(self, text: str) -> None:
        self.world.copy(text)
        with self._qtbot.waitSignal(self.window.opened_focused, timeout=5000):
            self.visits.on_wanted(CopiedTextWanted(by_hotkey=True))
            self.world.clock.run_all()

    def tap(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(self.window, QKeyEvent(kind, key, held))
        self.world.clock.run_all()

    @property
    def said(self) -> list[str]:
        lines = self.window.body_widget.lines
        return [line.said for line in lines if not line.isHidden()]

    @property
    def marked(self) -> list[str]:
        found = self.window.body_widget.text.extraSelections()
        return [each.cursor.selectedText() for each in found]

    @property
    def clipboard(self) -> str | None:
        return self.world.platform.clipboard.content.text


@pytest.fixture
def scene(appearance: Appearance, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(appearance, qtbot)
    yield made
    made.window.close_window()


def test_words_are_marked_and_the_better_text_is_shown(scene: Scene) -> None:
    scene.open(CHEAPEST)
    body = scene.window.body_widget
    assert scene.marked == ["最便宜"]
    (said,) = scene.said
    assert "“最便宜” → “便宜”" in said
    assert body.better.toPlainText() == MENDED
    assert body._paste.text() == "Paste the better wording"


def test_enter_takes_the_better_wording_to_the_clipboard(scene: Scene) -> None:
    scene.open(CHEAPEST)
    scene.tap(Key.Key_Return)
    assert not scene.window.isVisible()
    assert (scene.clipboard, scene.world.chat.received) == (MENDED, [])


def test_enter_with_control_pastes_it(scene: Scene) -> None:
    scene.open(CHEAPEST)
    scene.tap(Key.Key_Enter, CTRL)
    assert not scene.window.isVisible()
    assert scene.world.chat.received == [MENDED]


def test_escape_leaves_all_as_it_was_and_keeps_nothing(scene: Scene) -> None:
    scene.open(CHEAPEST)
    scene.tap(Key.Key_Escape)
    assert not scene.window.isVisible()
    assert (scene.clipboard, scene.world.chat.received) == (CHEAPEST, [])
    assert scene.world.copied.text == ""
    assert scene.window.body_widget.text.toPlainText() == ""
    assert scene.given_back


def test_a_held_enter_does_nothing_yet(scene: Scene) -> None:
    scene.open(CHEAPEST)
    scene.world.platform.keyboard.held_keys.add("enter")
    scene.tap(Key.Key_Return)
    assert (scene.window.isVisible(), scene.clipboard) == (True, CHEAPEST)
    scene.world.platform.keyboard.held_keys.clear()


def test_an_enter_pressed_elsewhere_does_nothing_here(scene: Scene) -> None:
    scene.open(CHEAPEST)
    release = QKeyEvent(QEvent.Type.KeyRelease, Key.Key_Return, NONE)
    QCoreApplication.sendEvent(scene.window, release)
    assert scene.window.isVisible()


def test_what_is_forbidden_cannot_be_pasted_from_here(scene: Scene) -> None:
    scene.open(FORBIDDEN)
    body = scene.window.body_widget
    assert body.lines[0].sign.kind is Kind.STOP
    assert "Not pasted" in scene.said[0]
    assert len(scene.said) == 2
    assert body._paste.isHidden()
    scene.tap(Key.Key_Return, CTRL)
    assert (scene.window.isVisible(), scene.world.chat.received) == (True, [])
    scene.tap(Key.Key_Return)
    assert scene.clipboard == "这款便宜，加我微信"


def test_a_good_text_may_be_pasted_as_it_is(scene: Scene) -> None:
    scene.open("在的，您说")
    body = scene.window.body_widget
    assert scene.said == ["Nothing was found that is not said to buyers."]
    assert (body._take.isHidden(), body._paste.text()) == (True, "Paste")
    scene.tap(Key.Key_Return, CTRL)
    assert scene.world.chat.received == ["在的，您说"]


def test_without_a_text_it_says_what_to_do(scene: Scene) -> None:
    scene.open("")
    assert scene.said == ["No text is copied: select what you wrote and copy it."]
    assert scene.window.body_widget._paste.isHidden()
    scene.tap(Key.Key_Return)
    assert not scene.window.isVisible()


def test_the_key_pressed_again_puts_it_away(scene: Scene) -> None:
    scene.open(CHEAPEST)
    scene.visits.on_wanted(CopiedTextWanted(by_hotkey=True))
    assert not scene.window.isVisible()
    assert scene.clipboard == CHEAPEST


def test_a_window_that_was_just_hidden_is_no_open_one(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.open(CHEAPEST)
    scene.tap(Key.Key_Escape)
    monkeypatch.setattr(scene.window, "isActiveWindow", lambda: True)
    scene.open("面料顶级")
    assert scene.marked == ["顶级"]


def test_keys_that_come_too_early_are_kept(scene: Scene) -> None:
    scene.world.copy(CHEAPEST)
    target = scene.world.platform.windows.front()
    scene.world.pastes.paste(Clip("一条话术"), target, "p", 8.0)
    scene.visits.on_wanted(CopiedTextWanted(by_hotkey=True))
    assert not scene.window.isVisible()
    for pressed in (True, False):
        scene.visits._on_stroke(Stroke(pressed, "enter"))
    scene.world.clock.run_all()
    assert not scene.window.isVisible()
    assert scene.clipboard == MENDED
