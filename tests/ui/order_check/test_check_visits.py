"""Visits of the window of a check: opened, given its keys, and put away."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtdesk.core.events import CheckWanted
from qtdesk.core.ports import Stroke, Target
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.order_check import CheckVisits
from qtdesk.ui.theme import Appearance
from tests.check_world import ORDER, SHORT, CheckWorld
from tests.fake_books import Later

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

BY_KEY = CheckWanted("CL-01", by_hotkey=True)


class Scene:
    """Visits over a world; `given_back` counts how often keys were."""

    def __init__(self, appearance: Appearance, qtbot: QtBot) -> None:
        self.world = CheckWorld()
        self._qtbot = qtbot
        self.given_back = 0
        desk = SimpleNamespace(
            platform=self.world.platform,
            checks=self.world.checks,
            subscribe=lambda _: None,
        )
        self._parent = QWidget()
        qtbot.addWidget(self._parent)
        bridge = Bridge(cast("Desk", desk), self._parent)
        self.visits = CheckVisits(
            cast("Desk", desk), bridge, appearance, self._give_back
        )
        self.window = self.visits.window
        qtbot.addWidget(self.window)

    def _give_back(self) -> None:
        self.given_back += 1

    def press_hotkey(self, text: str) -> None:
        self.world.copy(text)
        with self._qtbot.waitSignal(self.window.opened_focused, timeout=5000):
            self.visits.on_wanted(BY_KEY)
            self.world.clock.run_all()

    def wait(self, look: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(look, timeout=5000)


@pytest.fixture
def scene(appearance: Appearance, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(appearance, qtbot)
    yield made
    made.window.close_window()


def stroke(key: str, *, down: bool, text: str = "") -> Stroke:
    return Stroke(down, key, text)


def test_the_key_opens_and_the_keyboard_goes_back(scene: Scene) -> None:
    released = scene.world.platform.type_ahead.released
    scene.press_hotkey(ORDER)
    assert scene.window.isVisible()
    scene.wait(lambda: scene.given_back == 1)
    assert scene.world.platform.type_ahead.released == released + 1
    assert scene.world.checks.shown


def test_the_key_again_puts_it_away_and_gives_the_focus_back(scene: Scene) -> None:
    scene.press_hotkey(ORDER)
    scene.world.platform.windows.focus(None)
    scene.visits.on_wanted(BY_KEY)
    scene.world.clock.run_all()
    assert not scene.window.isVisible()
    assert scene.world.platform.windows.front_window is scene.world.chat
    assert not scene.world.checks.shown


def test_keys_typed_ahead_come_in_order_once_it_is_there(scene: Scene) -> None:
    scene.world.copy(SHORT)
    scene.world.platform.clipboard.snapshot_lag = 0.1
    scene.visits.on_wanted(BY_KEY)
    for number in "13800138000":
        scene.visits._on_stroke(stroke(number, down=True, text=number))
        scene.visits._on_stroke(stroke(number, down=False))
    for down in (True, False):
        scene.visits._on_stroke(stroke("enter", down=down))
    assert scene.world.checks.current is None
    scene.world.clock.run_all()
    standing = scene.world.checks.standing
    assert standing is not None
    entry = standing.entry("V04")
    assert entry is not None
    assert entry.text == "13800138000"


def test_the_first_check_says_that_the_lists_are_loading(scene: Scene) -> None:
    later = Later()
    scene.world.checks.loading._background = later
    scene.world.copy(ORDER)
    scene.visits.on_wanted(BY_KEY)
    assert scene.window.isVisible()
    assert scene.window.body_widget.empty._title.text() == "Loading the checklists…"
    later.work()
    assert scene.world.checks.current is not None
    assert scene.window.body_widget.empty.isHidden()


def test_what_was_closed_while_loading_does_not_open(scene: Scene) -> None:
    later = Later()
    scene.world.checks.loading._background = later
    scene.world.copy(ORDER)
    scene.visits.on_wanted(BY_KEY)
    scene.window.close_window()
    later.work()
    assert not scene.window.isVisible()


def test_what_only_the_focus_may_read_is_read_with_it(scene: Scene) -> None:
    unseen = Target(0, 0, 0, "", "")
    scene.world.platform.windows.front = lambda: unseen  # type: ignore[method-assign]  # as on Wayland
    QGuiApplication.clipboard().setText(ORDER)
    scene.world.platform.clipboard.others_copy({}, readable=False)
    scene.visits.on_wanted(BY_KEY)
    scene.world.clock.run_all()
    scene.wait(lambda: scene.world.checks.current is not None)


def test_a_text_given_out_changes_what_is_next(scene: Scene) -> None:
    scene.press_hotkey(ORDER)
    scene.world.checks.texts.paste("confirm", scene.world.checks.target)
    result = scene.world.settle()
    scene.visits._on_paste_ended()
    assert result.phrase
    assert scene.window.body_widget.footer._primary.text() == "Finish"
