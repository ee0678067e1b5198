"""Paste profiles and the paste doctor, as an agent meets them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from qtdesk.core.combos import Combo
from qtdesk.core.errors import StoreError
from qtdesk.core.paste import Newlines, Profile, profile_for
from qtdesk.core.words import words
from qtdesk.ui.controls import ChoiceBox
from qtdesk.ui.doctor_dialog import DoctorDialog
from qtdesk.ui.profile_editor import ProfileEditor
from qtdesk.ui.profiles_dialog import ProfilesDialog
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import Translations
from tests.core.test_desk import Place
from tests.fakes import FakeWindow
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk


@pytest.fixture
def dialog(desk: FakeDesk, appearance: Appearance, qtbot: QtBot) -> ProfilesDialog:
    made = ProfilesDialog(as_desk(desk), appearance)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: ProfilesDialog, name: str) -> ProfileEditor:
    rows = [dialog.programs.item(row).text() for row in range(dialog.programs.count())]
    found = [number for number, text in enumerate(rows) if text.startswith(name)]
    dialog.programs.setCurrentRow(found[0])
    return editor(dialog)


def editor(dialog: ProfilesDialog) -> ProfileEditor:
    """The one that is shown; one before it may not be gone yet."""
    (shown,) = [e for e in dialog.findChildren(ProfileEditor) if e.isVisible()]
    return shown


def pick(box: ChoiceBox, label: str) -> None:
    box.setCurrentIndex(box.findText(label))
    box.activated.emit(box.currentIndex())


def finish(line: QLineEdit, text: str) -> None:
    line.setText(text)
    line.editingFinished.emit()


def row(dialog: ProfilesDialog) -> str:
    return str(dialog.programs.currentItem().text())


def test_known_programs_say_honestly_whether_they_were_tried(
    dialog: ProfilesDialog,
) -> None:
    choose(dialog, "千牛")
    assert row(dialog) == "千牛\nnot tried"
    assert not dialog.remove.isEnabled()
    choose(dialog, "Pidgin")
    assert row(dialog) == "Pidgin\ntried: Pidgin 2.14.12, X11, 2026"
    choose(dialog, "Bitwarden")
    assert "never pasted into" in row(dialog)


def test_a_change_makes_a_known_program_the_agent_s_own(
    dialog: ProfilesDialog, desk: FakeDesk
) -> None:
    shown = choose(dialog, "千牛")
    pick(shown.newlines, "Make them spaces")
    (own,) = desk.profiles.own
    assert own == profile_for("aliworkbench")._replace(newlines=Newlines.JOIN)
    assert row(dialog) == "千牛\nyours"
    assert dialog.programs.currentRow() == 0
    assert editor(dialog) is shown
    pick(shown.chord, "Shift+Insert")
    finish(shown.name, "旺旺")
    (own,) = desk.profiles.own
    assert (own.name, own.chord) == ("旺旺", Combo.parse("shift+insert"))
    assert desk.profiles.of("AliWorkbench") == own


def test_back_to_what_came_with_the_program(
    dialog: ProfilesDialog, desk: FakeDesk
) -> None:
    QTest.mouseClick(choose(dialog, "QQ").never, Qt.MouseButton.LeftButton)
    assert desk.profiles.of("QQ").never
    assert dialog.remove.text() == "As it came with qtdesk"
    dialog.remove.click()
    assert not desk.profiles.of("QQ").never
    assert row(dialog) == "QQ\nnot tried"
    assert not editor(dialog).never.isChecked()


def test_sending_is_chosen_with_its_warning_in_sight(
    dialog: ProfilesDialog, desk: FakeDesk
) -> None:
    shown = choose(dialog, "Pidgin")
    assert not shown.warning.isVisible()
    assert shown.send.currentText() == "No"
    pick(shown.send, "With Ctrl+Enter")
    (own,) = desk.profiles.own
    assert (own.sends, own.send_key) == (True, Combo.parse("ctrl+enter"))
    assert shown.warning.isVisible()
    assert "same conversation" in shown.warning.text()
    assert row(dialog) == "Pidgin\nyours, sends"
    pick(shown.send, "No")
    assert not desk.profiles.of("pidgin").sends
    assert not shown.warning.isVisible()


def test_programs_are_names_with_commas_and_never_none(
    dialog: ProfilesDialog, desk: FakeDesk
) -> None:
    shown = choose(dialog, "QQ")
    finish(shown.apps, " QQ， tim ,,")
    (own,) = desk.profiles.own
    assert own.apps == ("QQ", "tim")
    finish(shown.apps, " , ")
    assert desk.profiles.own == (own,)
    assert shown.apps.text() == "QQ, tim"


def test_leaving_a_field_changes_nothing(
    dialog: ProfilesDialog, desk: FakeDesk
) -> None:
    shown = choose(dialog, "QQ")
    for wait in shown.waits:
        wait.editingFinished.emit()
    shown.name.editingFinished.emit()
    shown.apps.editingFinished.emit()
    assert desk.profiles.own == ()
    shown.waits[0].setValue(1.5)
    shown.waits[0].editingFinished.emit()
    assert desk.profiles.of("QQ").settle_s == 1.5


def test_what_cannot_be_kept_is_said(
    dialog: ProfilesDialog, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StoreError(words("The disk is full."))

    shown = choose(dialog, "QQ")
    monkeypatch.setattr(desk.profiles, "keep", refuse)
    pick(shown.newlines, "Make them spaces")
    assert dialog.refusal.isVisible()
    assert dialog.refusal.text() == "The disk is full."


# --- learning ----------------------------------------------------------------------


@pytest.fixture
def quick(dialog: ProfilesDialog) -> ProfilesDialog:
    dialog._tick.setInterval(1)
    return dialog


def test_a_program_is_learned_from_the_window_in_front(
    quick: ProfilesDialog, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.platform.windows.open(FakeWindow("AliIM", "云朵8821"))
    quick.learn.click()
    assert quick.learn.text() == "Click into the program… 3"
    qtbot.waitUntil(lambda: bool(desk.profiles.own))
    (own,) = desk.profiles.own
    assert own.apps == ("AliIM",)
    assert not own.sends
    assert row(quick) == "AliIM\nyours"
    assert quick.learn.text() == "Learn from a window…"
    everything = " ".join(label.text() for label in quick.findChildren(QLabel))
    assert "云朵8821" not in everything


def test_the_window_before_counts_where_none_is_in_front(
    quick: ProfilesDialog, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.platform.windows.open(FakeWindow("chat"))
    desk.platform.windows.focus(None)
    quick.learn.click()
    qtbot.waitUntil(lambda: bool(desk.profiles.own))
    assert desk.profiles.own[0].apps == ("chat",)


def test_where_no_name_is_seen_that_is_said(
    quick: ProfilesDialog, desk: FakeDesk, qtbot: QtBot
) -> None:
    quick.learn.click()
    qtbot.waitUntil(quick.refusal.isVisible)
    assert quick.refusal.text() == "No program's name could be seen there."
    assert desk.profiles.own == ()


def test_learning_can_be_called_off(dialog: ProfilesDialog, desk: FakeDesk) -> None:
    desk.platform.windows.open(FakeWindow("chat"))
    dialog.learn.click()
    assert dialog._tick.isActive()
    dialog.learn.click()
    assert not dialog._tick.isActive()
    dialog.learn.click()
    dialog.close()
    assert not dialog._tick.isActive()
    assert desk.profiles.own == ()


def test_a_new_language_keeps_what_was_chosen(
    dialog: ProfilesDialog, translations: Translations, qtbot: QtBot
) -> None:
    choose(dialog, "Pidgin")
    translations.use("zh_CN")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "粘贴方式")
    assert row(dialog) == "Pidgin\n已试过：Pidgin 2.14.12, X11, 2026"
    assert editor(dialog).name.text() == "Pidgin"


# --- the doctor --------------------------------------------------------------------


def test_the_doctor_tells_the_worst_first_and_looks_again(
    appearance: Appearance, qtbot: QtBot
) -> None:
    place = Place()
    place.desk.listening.start_hotkeys()
    place.platform.keyboard.held_keys.add("ctrl")
    made = DoctorDialog(place.desk, appearance)
    qtbot.addWidget(made)
    made.show()

    def lines() -> list[str]:
        labels = made.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible()]

    qtbot.waitUntil(lambda: lines()[0] == "A paste cannot work here now.")
    assert lines()[2].startswith("✕  Held down right now: Ctrl.")
    assert "✓  The clipboard can be saved and restored." in lines()
    place.platform.keyboard.held_keys.clear()
    shown = [b for b in made.findChildren(QPushButton) if b.isVisible()]
    next(button for button in shown if button.text() == "Look again").click()
    assert lines()[0] == "Nothing is in the way of a paste."


def test_what_the_doctor_found_can_be_handed_on_without_a_title(
    appearance: Appearance, qtbot: QtBot
) -> None:
    place = Place()
    made = DoctorDialog(place.desk, appearance)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: len(made.as_text().splitlines()) > 1)
    shown = [b for b in made.findChildren(QPushButton) if b.isVisible()]
    buttons = {button.text(): button for button in shown}
    buttons["Copy as text"].click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "qtdesk, fake"
    assert copied[1] == (
        "warn\thotkey\tNo hotkey is registered. Open the panel from the tray."
    )
    assert not any(place.chat.title in line for line in copied)
    with qtbot.waitSignal(made.profiles_asked):
        buttons["Paste profiles…"].click()


def test_an_own_profile_without_a_name_is_listed_by_its_programs(
    desk: FakeDesk, appearance: Appearance, qtbot: QtBot
) -> None:
    desk.profiles.keep(Profile(("one", "two")))
    made = ProfilesDialog(as_desk(desk), appearance)
    qtbot.addWidget(made)
    assert row(made) == "one, two\nyours"
    assert made.remove.text() == "Remove"
    made.remove.click()
    assert desk.profiles.own == ()
