"""Which size fits, as an agent asks it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from qtdesk.bootstrap.on_request import open_size_tables
from qtdesk.ui.controls import ChoiceBox, Switch
from qtdesk.ui.problem_text import ProblemText
from qtdesk.ui.sizes_dialog import SizesDialog
from qtdesk.ui.theme import Appearance
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk


@pytest.fixture
def dialog(desk: FakeDesk, appearance: Appearance, qtbot: QtBot) -> SizesDialog:
    made = SizesDialog(as_desk(desk), appearance)
    qtbot.addWidget(made)
    made.show()
    assert "being read" in headline(made)
    made.take(open_size_tables(Path("nowhere")).tables)
    choose(made, "女上装")
    return made


def field(dialog: SizesDialog) -> QLineEdit:
    (shown,) = [one for one in dialog.findChildren(QLineEdit) if one.isVisible()]
    return shown


def text(dialog: SizesDialog) -> str:
    (shown,) = [one for one in dialog.findChildren(QTextEdit) if one.isVisible()]
    return str(shown.toPlainText())


def headline(dialog: SizesDialog) -> str:
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisible()]
    headings = [one.text() for one in labels if one.property("voice") == "heading"]
    return str(headings[1])


def choose(dialog: SizesDialog, title: str) -> None:
    (box,) = [one for one in dialog.findChildren(ChoiceBox) if one.isVisible()]
    box.setCurrentIndex(box.findText(title))
    box.activated.emit(box.currentIndex())


def buttons(dialog: SizesDialog) -> list[QPushButton]:
    return [one for one in dialog.findChildren(QPushButton) if one.isVisible()]


def test_a_size_stands_there_while_one_types(
    dialog: SizesDialog, desk: FakeDesk
) -> None:
    assert headline(dialog) == "No measure yet"
    assert not any(one.isEnabled() for one in buttons(dialog)[:2])
    QTest.keyClicks(field(dialog), "165 104")
    assert headline(dialog) == "M"
    assert "M 码" in text(dialog)
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    assert desk.done[-1] == ("paste", "women-tops")
    assert not dialog.isVisible()


def test_nothing_of_a_buyer_stays(dialog: SizesDialog) -> None:
    field(dialog).setText("165 104")
    dialog.close()
    dialog.show()
    assert field(dialog).text() == ""
    assert text(dialog) == ""


def test_enter_without_a_measure_does_nothing(
    dialog: SizesDialog, desk: FakeDesk
) -> None:
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not [what for what, _ in desk.done if what == "paste"]


def test_another_table_and_a_looser_fit_count_at_once(dialog: SizesDialog) -> None:
    field(dialog).setText("脚长24 胸围84")
    assert headline(dialog) == "M"
    (loose,) = [one for one in dialog.findChildren(Switch) if one.isVisible()]
    loose.setChecked(True)
    assert headline(dialog) == "L"
    loose.setChecked(False)
    choose(dialog, "鞋码 · 女鞋")
    assert headline(dialog) == "38"
    choose(dialog, "文胸")
    field(dialog).setText("上胸围88 下胸围75")
    assert headline(dialog) == "75B"


def test_where_no_size_fits_the_buyer_is_told_so(
    dialog: SizesDialog, desk: FakeDesk
) -> None:
    field(dialog).setText("165 200斤")
    assert headline(dialog) == "No size is large enough"
    assert "没有合适的码" in text(dialog)
    dialog.copy()
    assert desk.done[-1] == ("copy", "women-tops")


def test_a_table_of_ones_own_with_a_fault_is_told(
    dialog: SizesDialog, tmp_path: Path
) -> None:
    (tmp_path / "sizes").mkdir()
    (tmp_path / "sizes" / "socks.yaml").write_text("id: sock\n", "utf-8")
    dialog.take(*open_size_tables(tmp_path))
    (faults,) = [one for one in dialog.findChildren(ProblemText) if one.isVisible()]
    assert "socks.yaml:1" in faults.toPlainText()
    field(dialog).setText("165 104")
    assert any(one.isEnabled() for one in buttons(dialog))


def test_what_is_typed_turns_to_its_table_until_one_is_chosen(
    dialog: SizesDialog,
) -> None:
    dialog.close()
    dialog.show()
    field(dialog).setText("脚长24.5")
    assert headline(dialog) == "39"
    field(dialog).setText("165 104")
    assert headline(dialog) == "M"
    choose(dialog, "男上装")
    field(dialog).setText("脚长24.5 175")
    assert headline(dialog) == "L"
