"""Settings and phrasebooks: every change reaches the desk, every refusal is shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from qtdesk.core.errors import HotkeyError
from qtdesk.core.events import HotkeysChanged
from qtdesk.core.ports import Source
from qtdesk.core.settings import START_AT_LOGIN, declarations
from qtdesk.core.words import words
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.combo_recorder import ComboRecorder
from qtdesk.ui.controls import Switch
from qtdesk.ui.settings_dialog import SettingsDialog
from qtdesk.ui.sources_dialog import SourcesDialog
from qtdesk.ui.theme import Appearance
from tests.core.test_book_reviews import BOOK
from tests.fake_books import AtOnce
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk, SourceState
from tests.ui.test_every_window import BROKEN, filled_desk

NONE = Qt.KeyboardModifier.NoModifier
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def settings(desk: FakeDesk, appearance: Appearance, qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(as_desk(desk), appearance)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def record(settings: SettingsDialog, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    recorder = settings.controls["hotkey"]
    assert isinstance(recorder, ComboRecorder)
    recorder.click()
    press = QKeyEvent(QEvent.Type.KeyPress, key, held)
    QCoreApplication.sendEvent(recorder, press)
    release = QKeyEvent(QEvent.Type.KeyRelease, key, held)
    QCoreApplication.sendEvent(recorder, release)


def test_what_a_tray_menu_has_can_be_reached_without_a_tray(
    settings: SettingsDialog, qtbot: QtBot
) -> None:
    buttons = {b.text(): b for b in settings.findChildren(QPushButton)}
    asked = [settings.books_asked, settings.profiles_asked, settings.quit_asked]
    with qtbot.waitSignals(asked):
        buttons["Phrasebooks…"].click()
        buttons["Paste profiles…"].click()
        buttons["Quit qtdesk"].click()


def test_there_is_a_control_for_every_setting(settings: SettingsDialog) -> None:
    everywhere = [name for name, what in declarations().items() if not what.needs]
    assert list(settings.controls) == [*everywhere, START_AT_LOGIN]


def test_starting_at_login_is_shown_as_the_system_has_it(
    settings: SettingsDialog, desk: FakeDesk
) -> None:
    switch = settings.controls[START_AT_LOGIN]
    assert isinstance(switch, Switch)
    switch.click()
    assert desk.autostart.on
    desk.autostart.refuses = True
    switch.click()
    refusal = settings.refusals[START_AT_LOGIN]
    assert refusal.text() == "Starting with the system is not allowed."
    assert refusal.isVisible()
    assert switch.isChecked()
    desk.autostart.refuses = False
    switch.click()
    assert not refusal.isVisible()
    assert not desk.autostart.on
    assert desk.done == []


def test_what_the_desktop_assigned_is_shown_where_it_is_set(
    settings: SettingsDialog, desk: FakeDesk
) -> None:
    assert not settings.assigned["hotkey"].isVisible()
    asked = HotkeysChanged("ctrl+alt+space", False, False, None)
    for state, said in (
        (asked, "The desktop has been asked for these keys."),
        (asked._replace(active=True, trigger="Meta+Space"), "Meta+Space"),
        (asked._replace(problem=HotkeyError(words("No keys here."))), "No keys here."),
    ):
        desk.listening.hotkeys = state
        settings.show_hotkeys()
        assert said in settings.assigned["hotkey"].text()
        assert settings.assigned["hotkey"].isVisible()
    desk.listening.hotkeys = asked._replace(active=True)
    settings.show_hotkeys()
    assert not settings.assigned["hotkey"].isVisible()


def test_a_text_holds_once_it_is_finished(
    settings: SettingsDialog, desk: FakeDesk
) -> None:
    never = settings.controls["abbreviations_never"]
    assert isinstance(never, QLineEdit)
    never.setText("vault")
    assert desk.done == []
    never.editingFinished.emit()
    never.editingFinished.emit()
    assert desk.done == [("settings", {"abbreviations_never": "vault"})]


def test_a_recorded_combination_holds_at_once(
    settings: SettingsDialog, desk: FakeDesk
) -> None:
    record(settings, Qt.Key.Key_J, CTRL_ALT)
    assert desk.settings.hotkey == "ctrl+alt+j"
    assert settings.controls["hotkey"].property("text") == "Ctrl+Alt+J"


def test_a_taken_combination_is_refused_in_words(
    settings: SettingsDialog, desk: FakeDesk
) -> None:
    record(settings, Qt.Key.Key_Q, CTRL_ALT)
    refusal = settings.refusals["hotkey"]
    assert refusal.isVisible()
    assert "is taken by another program" in refusal.text()
    assert desk.settings.hotkey == "ctrl+alt+space"
    assert settings.controls["hotkey"].property("text") == "Ctrl+Alt+Space"
    record(settings, Qt.Key.Key_J, CTRL_ALT)
    assert not refusal.isVisible()


def test_a_recorder_takes_tab_and_waits_through_modifiers(
    settings: SettingsDialog, desk: FakeDesk
) -> None:
    recorder = settings.controls["hotkey"]
    record(settings, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert recorder.property("text") == "Press the keys…"
    QTest.keyClick(recorder, Qt.Key.Key_Tab, CTRL_ALT)
    assert desk.settings.hotkey == "ctrl+alt+tab"


def test_what_is_recorded_is_told_when_the_keys_are_let_go(
    settings: SettingsDialog, desk: FakeDesk
) -> None:
    recorder = settings.controls["hotkey"]
    assert isinstance(recorder, ComboRecorder)
    recorder.click()
    QTest.keyPress(recorder, Qt.Key.Key_J, CTRL_ALT)
    # Held down, it must not do at once what it will mean.
    assert desk.done == [("lend", True)]
    assert recorder.text() == "Ctrl+Alt+J"
    QTest.keyRelease(recorder, Qt.Key.Key_J, CTRL_ALT)
    assert desk.done[1:] == [("lend", False), ("settings", {"hotkey": "ctrl+alt+j"})]
    recorder.click()
    QTest.keyPress(recorder, Qt.Key.Key_K, CTRL_ALT)
    QCoreApplication.sendEvent(recorder, QFocusEvent(QEvent.Type.FocusOut))
    assert desk.done[-1] == ("lend", False)
    assert recorder.text() == "Ctrl+Alt+J"


def test_escape_leaves_the_old_combination(
    settings: SettingsDialog, desk: FakeDesk
) -> None:
    record(settings, Qt.Key.Key_Escape, NONE)
    assert settings.controls["hotkey"].property("text") == "Ctrl+Alt+Space"
    assert settings.isVisible()
    # Nothing of ours was in the way meanwhile.
    assert desk.done == [("lend", True), ("lend", False)]


def test_choices_numbers_and_switches_hold_at_once(
    settings: SettingsDialog, desk: FakeDesk
) -> None:
    theme, wait = settings.controls["theme"], settings.controls["paste_timeout"]
    notify = settings.controls["notify"]
    assert isinstance(theme, QComboBox)
    assert isinstance(wait, QDoubleSpinBox)
    assert isinstance(notify, Switch)
    theme.setCurrentIndex(theme.findData("dark"))
    theme.activated.emit(theme.currentIndex())
    wait.setValue(12.5)
    wait.editingFinished.emit()
    wait.editingFinished.emit()  # leaving the field again changes nothing
    QTest.mouseClick(notify, Qt.MouseButton.LeftButton)
    assert [change for _what, change in desk.done] == [
        {"theme": "dark"},
        {"paste_timeout": "12.5"},
        {"notify": "false"},
    ]


# --- phrasebooks -----------------------------------------------------------------


@pytest.fixture
def books(appearance: Appearance, qtbot: QtBot) -> tuple[SourcesDialog, FakeDesk]:
    desk = filled_desk()
    bridge = Bridge(as_desk(desk))
    dialog = SourcesDialog(as_desk(desk), bridge, appearance, AtOnce())
    bridge.setParent(dialog)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, desk


def test_faults_are_listed_with_place_and_remedy_and_can_be_copied(
    books: tuple[SourcesDialog, FakeDesk],
) -> None:
    dialog, _desk = books
    assert not dialog.problems.isVisible()
    dialog.sources.setCurrentRow(1)
    assert dialog.problems.toPlainText().splitlines() == [
        "大促.yaml:14  预售",
        "“text” is missing.",
        "Add “text: …”.",
    ]
    QTest.mouseClick(dialog._copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied == "大促.yaml:14\n“text” is missing.\nAdd “text: …”."


def test_a_row_is_read_out_whole(books: tuple[SourcesDialog, FakeDesk]) -> None:
    dialog, _desk = books
    spoken = dialog.sources.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "大促, /share/大促.yaml, edition 12, 164 phrases, 1 to mend"


def test_dropped_files_become_sources(books: tuple[SourcesDialog, FakeDesk]) -> None:
    dialog, desk = books
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/books/new.yaml"), QUrl.fromLocalFile("/books")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    dialog.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, NONE))
    assert desk.done == [("add", "/books/new.yaml"), ("add", "/books")]
    assert dialog.sources.count() == 4


def test_the_chosen_source_is_taken_away(
    books: tuple[SourcesDialog, FakeDesk],
) -> None:
    dialog, desk = books
    dialog.sources.setCurrentRow(1)
    QTest.mouseClick(dialog._remove, Qt.MouseButton.LeftButton)
    assert desk.done == [("remove", BROKEN.path)]
    assert dialog.sources.count() == 1


def test_news_of_a_book_keeps_the_choice(
    books: tuple[SourcesDialog, FakeDesk],
) -> None:
    dialog, desk = books
    dialog.sources.setCurrentRow(1)
    desk.books.add("/books/more.yaml")
    assert dialog.sources.current == BROKEN


def test_a_book_is_looked_through_when_that_is_asked_for(
    appearance: Appearance, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "b.yaml"
    file.write_text(BOOK, "utf-8")
    desk = FakeDesk()
    bridge = Bridge(as_desk(desk))
    dialog = SourcesDialog(as_desk(desk), bridge, appearance, AtOnce())
    bridge.setParent(dialog)
    qtbot.addWidget(dialog)
    source = Source(str(file))
    desk.books.states = [SourceState(source, "一本", "1", 1, 0, in_use=True)]
    dialog._on_books_changed()
    assert dialog.review.button.text() == "Look through"
    assert dialog.problems.isHidden()
    dialog.review.button.click()
    assert dialog.review.said.text().startswith("To look at: ")
    shown = dialog.problems.toPlainText()
    assert f"{file}:15  p1" in shown
    assert "“最便宜” → “便宜”" in shown
    dialog._copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"{file}:15  p1\n“最便宜” → “便宜”")
    assert not dialog._wrong.isVisibleTo(dialog)
    dialog._reviews.begin(str(tmp_path / "none.yaml"))
    assert f"{file}:15  p1" in dialog.problems.toPlainText()


def test_what_is_added_is_looked_through_at_once(
    appearance: Appearance, qtbot: QtBot
) -> None:
    desk = FakeDesk()
    bridge = Bridge(as_desk(desk))
    dialog = SourcesDialog(as_desk(desk), bridge, appearance, AtOnce())
    bridge.setParent(dialog)
    qtbot.addWidget(dialog)
    desk.books.add("/one.yaml")
    assert dialog._reviews.of("/one.yaml") is None
    dialog.show()
    desk.books.add("/two.yaml")
    review = dialog._reviews.of("/two.yaml")
    assert review is not None
    assert review.failed is not None
