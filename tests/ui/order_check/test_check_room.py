"""Where order checks meet keys, tray and messages."""

from collections.abc import Iterator
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtdesk.core.check_keys import CheckKeys
from qtdesk.core.combos import Combo
from qtdesk.core.events import ListsChanged, SettingsChanged
from qtdesk.core.key_bindings import KeyBindings
from qtdesk.core.settings import Settings
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.check_room import CheckRoom
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import Translations
from tests.check_world import ORDER, CheckWorld
from tests.fakes import FakeHotkeys

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.ui.toast import Messages
    from qtdesk.ui.tray import Tray


class FakeTray(QObject):
    check_asked = Signal(str)
    check_chosen = Signal(str)


class Asking(FakeHotkeys):
    """A desktop that asks the person about each combination."""

    def watch(self, told: object) -> None:
        del told


class Scene:
    """A room over a world, and what it said."""

    def __init__(self, appearance: Appearance, qtbot: QtBot) -> None:
        self.world = CheckWorld()
        self.hotkeys = self.world.platform.hotkeys
        self.said: list[str] = []
        self.tray = FakeTray()
        self.prepared: list[bool] = []
        load = partial(self.world.checks.load, lambda: None)
        prepare = partial(self.prepared.append, True)
        self.launcher = SimpleNamespace(load=load, prepare=prepare)
        self._appearance = appearance
        self._parent = QWidget()
        qtbot.addWidget(self._parent)

    def open(self) -> CheckRoom:
        platform = self.world.platform
        platform.hotkeys = self.hotkeys
        bindings = KeyBindings(self.hotkeys, lambda: "", lambda: None)
        keys = CheckKeys(bindings, Settings(), self.world.checks)
        desk = SimpleNamespace(
            platform=platform,
            checks=self.world.checks,
            check_keys=keys,
            dock=SimpleNamespace(buyers=SimpleNamespace(current=None)),
            subscribe=lambda _: None,
            launcher=self.launcher,
        )
        bridge = Bridge(cast("Desk", desk), self._parent)
        self.world.checks._announce = bridge.check_wanted.emit
        messages = SimpleNamespace(say=lambda title, *_, **__: self.said.append(title))
        self.room = CheckRoom(
            cast("Desk", desk),
            bridge,
            self._appearance,
            lambda: None,
            cast("Tray", self.tray),
            cast("Messages", messages),
        )
        return self.room

    def close(self) -> None:
        visits = self.room._visits
        if visits is not None:
            visits.window.close_window()
            visits.window.deleteLater()


@pytest.fixture
def scene(appearance: Appearance, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(appearance, qtbot)
    yield made
    made.close()


def test_a_key_that_is_taken_is_told_in_words(scene: Scene) -> None:
    scene.hotkeys.taken.add(Combo.parse("ctrl+alt+h"))
    scene.open()
    assert scene.said == ["Another program uses this combination."]


def test_lists_are_loaded_and_made_ready_to_be_found(scene: Scene) -> None:
    room = scene.open()
    room._load()
    assert scene.world.checks.engine is not None
    room._bridge.lists_changed.emit(ListsChanged())
    assert scene.prepared == [True]


def test_names_of_lists_follow_the_language(
    scene: Scene, translations: Translations
) -> None:
    room = scene.open()
    translations.use("zh_CN")
    room._bridge.settings_changed.emit(SettingsChanged(("language",)))
    assert scene.world.checks.language == "zh_CN"
    translations.use("en")
    room._bridge.settings_changed.emit(SettingsChanged(("language",)))
    assert scene.world.checks.language == "en"


def test_a_desktop_with_one_key_is_no_news(scene: Scene) -> None:
    scene.hotkeys = Asking()
    scene.open()
    assert scene.said == []


def test_the_window_is_made_by_the_first_check_and_then_kept(scene: Scene) -> None:
    room = scene.open()
    assert room._visits is None
    scene.world.copy(ORDER)
    scene.hotkeys.registered[Combo.parse("ctrl+alt+h")]()
    scene.world.clock.run_all()
    first = room._visits
    assert first is not None
    assert first.window.isVisible()
    assert scene.world.checks.current is not None
    first.window.close_window()
    scene.tray.check_asked.emit("CL-08")
    scene.world.clock.run_all()
    assert room._visits is first
    assert scene.world.checks.current.checklist.id == "CL-08"


def test_a_check_chosen_in_the_tray_is_at_hand_again(scene: Scene) -> None:
    room = scene.open()
    scene.world.open(ORDER)
    scene.world.checks.answer("V22", "袋子")
    check = scene.world.checks.current
    assert check is not None
    scene.world.open("")
    scene.tray.check_chosen.emit(check.uid)
    scene.world.clock.run_all()
    assert scene.world.checks.current is not None
    assert scene.world.checks.current.uid == check.uid
    assert room._visits is not None


def test_the_end_of_a_check_is_said_good_or_bad(scene: Scene) -> None:
    room = scene.open()
    scene.world.copy(ORDER)
    scene.world.checks.want()
    scene.world.clock.run_all()
    assert room._visits is not None
    scene.world.records.full = True
    room._visits.window._actions.finish()
    scene.world.records.full = False
    scene.world.checks.next()
    room._visits.window._actions.finish()
    assert scene.said == ["The disk is full.", "The check is recorded."]
