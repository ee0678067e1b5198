"""A row in a hurry: how many keys it takes, and what becomes of what was typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtdesk.core.events import EntryWanted, SettingsChanged
from qtdesk.core.ports import Stroke
from qtdesk.core.settings import Settings
from qtdesk.core.shop_tables import ShopTables
from qtdesk.core.tables import Row
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.table_room import TableRoom
from qtdesk.ui.tables import EntryDialog
from qtdesk.ui.theme import Appearance
from tests.core.test_desk import Place
from tests.fake_rows import FakeRows, fake_tables
from tests.sample_rows import SHIPPED, a_loss


@pytest.fixture
def tables() -> ShopTables:
    made = fake_tables(lambda: Settings(agent="小李"))
    made.load(lambda: None)
    return made


@pytest.fixture
def entry(
    tables: ShopTables, appearance: Appearance, qtbot: QtBot
) -> Iterator[EntryDialog]:
    made = EntryDialog(tables, appearance)
    qtbot.addWidget(made)
    yield made
    made.hide()


def rows(tables: ShopTables) -> list[Row]:
    kept = tables._open_rows()
    assert isinstance(kept, FakeRows)
    return list(kept.kept.values())


def press(entry: EntryDialog, *keys: Qt.Key) -> int:
    for key in keys:
        QTest.keyClick(entry.focusWidget() or entry, key)
    return len(keys)


def test_a_lost_enquiry_takes_three_keys(
    entry: EntryDialog, tables: ShopTables, qtbot: QtBot
) -> None:
    entry.ask("", {"buyer": "云朵8821"})
    with qtbot.waitSignals([entry.written, entry.dismissed]):
        keys = press(entry, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Return)
    assert keys == 3
    (row,) = rows(tables)
    assert row.table == "lost"
    assert row.cells == {"reason": "service", "buyer": "云朵8821"}
    assert not entry.isVisible()


def test_nothing_is_written_without_what_the_table_wants(
    entry: EntryDialog, tables: ShopTables
) -> None:
    entry.ask("lost")
    press(entry, Qt.Key.Key_Return)
    assert entry.isVisible()
    assert rows(tables) == []
    press(entry, Qt.Key.Key_4, Qt.Key.Key_Return)
    assert rows(tables)[0].cells == {"reason": "size"}


def test_escape_writes_nothing(
    entry: EntryDialog, tables: ShopTables, qtbot: QtBot
) -> None:
    entry.ask("lost")
    press(entry, Qt.Key.Key_4)
    with qtbot.waitSignal(entry.dismissed):
        press(entry, Qt.Key.Key_Escape)
    assert rows(tables) == []


def test_a_full_disk_loses_nothing_of_what_was_typed(
    entry: EntryDialog, tables: ShopTables
) -> None:
    kept = tables._open_rows()
    assert isinstance(kept, FakeRows)
    kept.full = True
    entry.ask("lost")
    press(entry, Qt.Key.Key_4, Qt.Key.Key_Return)
    assert entry.isVisible()
    assert "full" in entry.told.text()
    kept.full = False
    press(entry, Qt.Key.Key_Return)
    assert len(rows(tables)) == 1


def test_a_choice_is_taken_back_by_the_same_digit(entry: EntryDialog) -> None:
    entry.ask("lost")
    assert entry.form is not None
    field = entry.form.field("reason")
    for key, said in (
        (Qt.Key.Key_2, "service"),
        (Qt.Key.Key_2, ""),
        (Qt.Key.Key_Right, "price"),
        (Qt.Key.Key_Left, "other"),
        (Qt.Key.Key_Backspace, ""),
        (Qt.Key.Key_0, ""),
    ):
        press(entry, key)
        assert field.said == said


def test_an_answer_that_is_none_of_the_tables_stays(
    tables: ShopTables, appearance: Appearance, qtbot: QtBot
) -> None:
    from qtdesk.ui.tables.row_form import RowForm  # noqa: PLC0415 - here only

    row = a_loss(reason="a list's own")
    form = RowForm(SHIPPED["lost"].columns, lambda: tables.now, appearance, row)
    qtbot.addWidget(form)
    assert form.cells() == row.cells


class FakeTray(QObject):
    tables_asked = Signal()
    entry_asked = Signal()


class Messages:
    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, title: str, *_: object, **__: object) -> None:
        self.said.append(title)


class Scene:
    """The room of tables over a desktop that exists only in tests."""

    def __init__(self, appearance: Appearance, qtbot: QtBot) -> None:
        self.place = Place()
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.bridge = Bridge(self.place.desk, self.parent)
        self.tray, self.messages = FakeTray(), Messages()
        shown = (self.tray, self.messages)
        self.given_back = 0
        self.room = TableRoom(
            *(self.place.desk, self.bridge, appearance, self._give_back),
            *shown,  # type: ignore[arg-type]  # stand-ins for tray and messages
        )

    def _give_back(self) -> None:
        self.given_back += 1

    @property
    def entry(self) -> EntryDialog:
        assert self.room.entry is not None
        return self.room.entry


@pytest.fixture
def scene(appearance: Appearance, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(appearance, qtbot)
    yield made
    for window in (made.room.entry, made.room.window):
        if window is not None:
            window.close()
            window.deleteLater()


def test_keys_typed_behind_the_hotkey_are_the_first_of_the_form(
    scene: Scene, qtbot: QtBot
) -> None:
    ahead = scene.place.platform.type_ahead
    for combo, pressed in scene.place.platform.hotkeys.registered.items():
        if str(combo) == "ctrl+alt+n":
            pressed()
    assert scene.entry.isVisible()
    qtbot.waitUntil(lambda: scene.given_back > 0)
    assert ahead.released
    scene.room._on_stroke(Stroke(down=True, key="1", text="1"))
    assert scene.entry.form is not None
    scene.room._on_stroke(Stroke(down=True, key="3", text="3"))
    assert scene.entry.form.field("reason").said == "stock"
    scene.entry._on_save()
    assert scene.messages.said == ["Written down."]


def test_what_was_typed_outlives_a_second_press(scene: Scene) -> None:
    scene.bridge.entry_wanted.emit(EntryWanted("lost", by_hotkey=False))
    assert scene.entry.form is not None
    scene.entry.form.field("note").say("嫌贵")
    scene.bridge.entry_wanted.emit(EntryWanted("lost", by_hotkey=False))
    assert scene.entry.form.field("note").said == "嫌贵"


def test_a_question_begins_with_what_was_copied(scene: Scene) -> None:
    words = "什么时候发货？打13800138000"
    scene.place.platform.clipboard.others_copy({"UTF8_STRING": words.encode()})
    scene.bridge.entry_wanted.emit(EntryWanted("questions", by_hotkey=False))
    scene.place.clock.run_all()
    assert scene.entry.form is not None
    assert scene.entry.form.field("words").said == "什么时候发货？打138****8000"


def test_the_windows_open_from_the_tray(scene: Scene) -> None:
    scene.tray.tables_asked.emit()
    assert scene.room.window is not None
    assert scene.room.window.isVisible()
    scene.tray.entry_asked.emit()
    assert scene.entry.isVisible()
    assert len(scene.entry.choices) == 9


def test_a_setting_is_written_to_its_fact(scene: Scene) -> None:
    tables = scene.place.desk.tables
    tables.load(lambda: None)
    cells = {"key": "退货地址", "value": "旧"}
    tables.add(SHIPPED["facts"], cells, lambda _: None)
    scene.place.desk.change_settings({"return_addr": "新"})
    scene.bridge.settings_changed.emit(SettingsChanged(("return_addr",)))
    (row,) = tables._open_lasting().of("facts")
    assert row.cells["value"] == "新"


def test_a_combination_that_is_taken_is_told(
    appearance: Appearance, qtbot: QtBot
) -> None:
    from qtdesk.core.combos import Combo  # noqa: PLC0415 - here only

    place = Place()
    place.platform.hotkeys.taken.add(Combo.parse("ctrl+alt+n"))
    parent = QWidget()
    qtbot.addWidget(parent)
    messages = Messages()
    TableRoom(
        *(place.desk, Bridge(place.desk, parent), appearance, lambda: None),
        *(FakeTray(), messages),  # type: ignore[arg-type]  # stand-ins
    )
    assert messages.said
