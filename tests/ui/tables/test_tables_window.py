"""The window of tables: it finds, hides, adds, changes, undoes, hands on, takes in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qtdesk.core.settings import Settings
from qtdesk.core.shop_tables import ShopTables
from qtdesk.core.tables import Row
from qtdesk.ui.tables import TablesWindow
from qtdesk.ui.tables.fields import ChoiceRow, TextLine, TextLines
from qtdesk.ui.tables.row_dialog import RowDialog
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import Translations
from tests.fake_rows import FakeRows, fake_tables
from tests.sample_rows import a_loss, a_return


@pytest.fixture
def tables() -> ShopTables:
    made = fake_tables(lambda: Settings(agent="小李"))
    made.load(lambda: None)
    made._open_rows().put(
        [a_loss(0), a_loss(1, reason="size", note="问尺码"), a_loss(60), a_return()]
    )
    return made


@pytest.fixture
def window(
    tables: ShopTables, appearance: Appearance, qtbot: QtBot
) -> Iterator[TablesWindow]:
    made = TablesWindow(tables, appearance)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hide()


def kept(window: TablesWindow) -> list[Row]:
    rows = window._tables._open_rows()
    assert isinstance(rows, FakeRows)
    return list(rows.kept.values())


def texts(window: TablesWindow, column: str) -> list[str]:
    model = window.rows.model()
    place = window._model.columns.index(column)
    return [model.index(row, place).data() for row in range(model.rowCount())]


def dialog(window: TablesWindow) -> RowDialog:
    made = window.row_actions.dialog
    assert made is not None
    return made


def test_the_last_days_of_the_first_table_are_shown_masked(
    window: TablesWindow,
) -> None:
    assert texts(window, "reason") == ["Price", "Size"]
    assert texts(window, "buyer") == ["云**", "云**"]
    assert texts(window, "note") == ["", "问尺码"]
    assert window.told.text() == "Rows: 2"
    window.unmasked.setChecked(True)
    assert texts(window, "buyer") == ["云朵8821", "云朵8821"]
    window.hide()
    window.show()
    assert texts(window, "buyer") == ["云**", "云**"]


def test_words_days_and_one_answer_narrow_it(
    window: TablesWindow, qtbot: QtBot
) -> None:
    window.filter.text.insert("尺码")
    qtbot.waitUntil(lambda: texts(window, "reason") == ["Size"])
    window.filter.text.clear()
    window.filter.days.setCurrentIndex(4)
    window.filter.days.activated.emit(4)
    assert len(texts(window, "reason")) == 3
    window.filter.choices.setCurrentIndex(1)
    window.filter.choices.activated.emit(1)
    assert texts(window, "reason") == ["Price", "Price"]
    window.filter.choices.setCurrentIndex(2)
    window.filter.choices.activated.emit(2)
    assert window.empty.isVisible()
    assert "fewer words" in window.empty.text()


def test_a_tick_narrows_as_well(window: TablesWindow) -> None:
    choices = window.filter.choices
    for said, count in (("yes", 0), ("no", 2)):
        choices.setCurrentIndex(
            choices.findText(f"Tell of the next promotion · {said}")
        )
        choices.activated.emit(choices.currentIndex())
        assert len(texts(window, "reason")) == count


def test_an_empty_table_says_how_to_begin(window: TablesWindow) -> None:
    window.show_table("facts")
    assert window.empty.isVisible()
    assert "Ctrl+N" in window.empty.text()
    assert not window.edit.isEnabled()
    assert not window.filter.days.isEnabled()


def test_a_click_on_a_title_sorts(window: TablesWindow) -> None:
    head = window.rows.horizontalHeader()
    place = window._model.columns.index("reason")
    head.sectionClicked.emit(place)
    assert texts(window, "reason") == ["Price", "Size"]
    head.sectionClicked.emit(place)
    assert texts(window, "reason") == ["Size", "Price"]
    assert head.sortIndicatorSection() == place


def test_a_row_is_added_by_keys_and_undone(window: TablesWindow) -> None:
    before = len(kept(window))
    window.row_actions.add()
    field = dialog(window).form.field("reason")
    assert isinstance(field, ChoiceRow)
    QTest.keyClick(field, Qt.Key.Key_3)
    QTest.keyClick(dialog(window), Qt.Key.Key_Return)
    assert "Out of stock" in texts(window, "reason")
    assert len(kept(window)) == before + 1
    window.row_actions.undo()
    assert len(texts(window, "reason")) == 2


def test_what_is_wrong_is_said_at_its_field(window: TablesWindow) -> None:
    window.show_table("returns")
    window.row_actions.add()
    made = dialog(window)
    made.form.field("refund").say("很多")
    made._on_save()
    assert made.isVisible()
    faults = {name: label.text() for name, label in made.form._faults.items()}
    assert "12.50" in faults["refund"]
    assert "filled" in faults["kind"]
    assert faults["order"] == ""


def test_a_row_is_changed_and_remembers(window: TablesWindow) -> None:
    window.rows.selectRow(1)
    QTest.keyClick(window.rows, Qt.Key.Key_Return)
    made = dialog(window)
    made.form.field("reason").say("postage")
    made._on_save()
    assert texts(window, "reason") == ["Price", "Postage"]
    row = window.current
    assert row is not None
    assert row.earlier[-1].cells == {"reason": "size"}
    assert row.cells["buyer"] == "云朵8821"
    window.row_actions.edit()
    assert "Reason" in dialog(window)._holder.findChildren(type(window.told))[-1].text()  # type: ignore[union-attr]  # built just now
    dialog(window).close()
    window.row_actions.undo()
    assert texts(window, "reason") == ["Price", "Size"]


def test_what_is_hidden_is_kept_unless_something_is_typed(
    window: TablesWindow,
) -> None:
    window.rows.selectRow(0)
    window.row_actions.edit()
    field = dialog(window).form.field("buyer")
    assert isinstance(field, TextLine)
    assert (field.text(), "Hidden" in field.placeholderText()) == ("", True)
    field.say("别人")
    dialog(window)._on_save()
    row = window.current
    assert row is not None
    assert row.cells["buyer"] == "别人"
    window.unmasked.setChecked(True)
    window.row_actions.edit()
    assert dialog(window).form.field("buyer").said == "别人"


def test_a_row_is_deleted_and_comes_back(window: TablesWindow) -> None:
    window.rows.setFocus()
    window.rows.selectRow(0)
    window.row_actions.remove()
    assert texts(window, "reason") == ["Size"]
    assert window.back.isEnabled()
    window.back.click()
    assert texts(window, "reason") == ["Price", "Size"]
    assert not window.back.isEnabled()


def test_lines_of_a_text_stay_lines(window: TablesWindow) -> None:
    window.show_table("returns")
    window.row_actions.edit()
    field = dialog(window).form.field("note")
    assert isinstance(field, TextLines)
    dialog(window)._on_save()
    (row,) = (each for each in kept(window) if each.table == "returns")
    assert row.cells["note"] == "买家说\n颜色不对"
    assert row.earlier == ()


def test_it_is_handed_on_masked_and_taken_in_after_a_look(
    window: TablesWindow,
) -> None:
    sheets: Any = window._tables._sheets
    path = Path("table.csv")
    window.sheets.export_to(path)
    assert "云朵" not in str(sheets.sheets[path])
    assert window.told.text() == "Rows in table.csv: 2"
    sheets.sheets[path] = [(1, ["流失原因"]), (2, ["价格"]), (3, ["扔了"])]
    before = len(kept(window))
    window.sheets.import_from(path)
    made = window.sheets._plan
    assert made is not None
    assert len(kept(window)) == before
    assert made.take.isEnabled()
    made.take.click()
    assert len(kept(window)) == before + 1
    sheets.sheets[path] = [(1, ["流失原因"]), (2, ["扔了"])]
    window.sheets.import_from(path)
    again = window.sheets._plan
    assert again is not None
    assert not again.take.isEnabled()
    again.close()


def test_a_file_that_is_none_is_refused_in_words(
    window: TablesWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.refused):
        window.sheets.import_from(Path("none.csv"))
    assert window.told.text()


def test_it_speaks_chinese(window: TablesWindow, translations: Translations) -> None:
    translations.use("zh_CN")
    assert texts(window, "reason") == ["价格", "尺码"]
    assert window.rows.model().headerData(0, Qt.Orientation.Horizontal) == "日期"
