"""The window of audits: draws, decides by keys, goes on, tells figures, hands on."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtdesk.core.audit import Share
from qtdesk.core.audit.telling import SCORES, Ids, Told
from qtdesk.core.auditing import Auditing
from qtdesk.ui.audit import AuditWindow
from qtdesk.ui.audit.plots import Bars, Point, ScoreLine
from qtdesk.ui.theme import DARK, LIGHT, Appearance
from qtdesk.ui.translations import Translations
from tests.audit_world import AuditWorld
from tests.fake_records import fake_reading

T = TypeVar("T")


class Later:
    """A background that answers when it is told to."""

    def __init__(self) -> None:
        self._due: list[Callable[[], None]] = []

    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._due.append(lambda: done(work()))

    def come(self) -> None:
        while self._due:
            self._due.pop(0)()


@pytest.fixture
def world() -> AuditWorld:
    return AuditWorld()


@pytest.fixture
def window(world: AuditWorld, appearance: Appearance, qtbot: QtBot) -> AuditWindow:
    made = AuditWindow(world.auditing, Ids(), appearance)
    qtbot.addWidget(made)
    made.show()
    return made


def column(window: AuditWindow, number: int) -> list[str]:
    model = window.sample.orders.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def marks(window: AuditWindow) -> str:
    model = window.sample.marks.model()
    return "".join(model.index(row, 0).data() for row in range(model.rowCount()))


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def test_it_begins_with_what_is_open(window: AuditWindow) -> None:
    assert column(window, 0) == []
    assert "Draw a sample" in window.sample.detail.toPlainText()
    window.sample.draw()
    assert len(column(window, 0)) == 8
    window.close()
    window.show()
    assert len(column(window, 0)) == 8


def test_what_the_record_says_is_filled_in_with_how(window: AuditWindow) -> None:
    window.sample.draw()
    assert marks(window) == "1··–·····"
    model = window.sample.marks.model()
    assert model.index(0, 2).data() == "The confirmation was given out"
    spoken = model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "The buyer's answer seen, open"
    assert window.sample.marks.currentIndex().row() == 1


def test_keys_decide_one_mark_after_the_other(
    window: AuditWindow, world: AuditWorld
) -> None:
    window.sample.draw()
    table = window.sample.marks
    press(table, Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_Minus)
    assert marks(window) == "1101–····"
    assert column(window, 3)[0] == "5/9"
    assert column(window, 4)[0] == "3/4"
    (row,) = (r for r in world.rows.kept.values() if len(r.earlier) == 4)
    assert row.cells["as_ordered"] == "missed"
    table.selectRow(3)
    press(table, Qt.Key.Key_Backspace)
    assert marks(window) == "110·–····"


def test_enter_goes_to_the_next_that_is_open(window: AuditWindow) -> None:
    window.sample.draw()
    table = window.sample.marks
    press(table, *[Qt.Key.Key_1] * 8)
    table.selectRow(3)
    press(table, Qt.Key.Key_1)
    assert "·" not in marks(window)
    press(table, Qt.Key.Key_Return)
    assert window.sample.orders.currentIndex().row() == 1
    window.sample.orders.selectRow(7)
    press(table, Qt.Key.Key_Return)
    assert window.sample.orders.currentIndex().row() == 1


def test_enter_draws_and_closes_nothing(window: AuditWindow) -> None:
    press(window.sample.row.seed, Qt.Key.Key_Return)
    assert len(column(window, 0)) == 8
    press(window.sample.marks, Qt.Key.Key_Return)
    assert window.isVisible()


def test_what_cannot_be_kept_is_not_shown_as_kept(
    window: AuditWindow, world: AuditWorld
) -> None:
    refused: list[object] = []
    window.refused.connect(refused.append)
    window.sample.draw()
    world.rows.full = True
    press(window.sample.marks, Qt.Key.Key_1)
    assert marks(window) == "1··–·····"
    assert len(refused) == 1


def test_names_are_hidden_until_asked_for(window: AuditWindow) -> None:
    window.sample.draw()
    assert "张小三" not in window.sample.detail.toPlainText()
    window.sample.unmasked.click()
    assert "张小三" in window.sample.detail.toPlainText()
    window.hide()
    window.show()
    assert "张小三" not in window.sample.detail.toPlainText()


def choose(window: AuditWindow, figure: str) -> None:
    box = window.figures.figure
    box.setCurrentIndex(box.findData(figure))
    box.activated.emit(box.currentIndex())


def test_figures_stand_in_a_plot_and_in_a_table(window: AuditWindow) -> None:
    window.show_page(1)
    choose(window, "lost")
    model = window.figures.table.model()
    line = [model.index(0, n).data() for n in range(model.columnCount())]
    assert line == ["Price", "4", "6", "6", "67 %"]
    told = window.figures.bars.accessibleDescription()
    assert told == "Price: 4/6 · 67 %; Size: 2/6 · 33 %"
    assert window.figures.bars.isVisible()
    choose(window, "reviews")
    assert not window.figures.table.isVisible()
    assert window.figures.empty.isVisible()


def test_the_time_before_stands_beside(window: AuditWindow) -> None:
    window.show_page(1)
    before = window.figures.before
    before.setCurrentIndex(1)
    before.activated.emit(1)
    choose(window, "lost")
    assert window.figures.table.model().columnCount() == 9
    assert "← 1/1 · –" in window.figures.bars.accessibleDescription()


def test_scores_are_a_line_for_each_agent(window: AuditWindow) -> None:
    window.sample.draw()
    window.show_page(1)
    choose(window, SCORES)
    assert window.figures.empty.isVisible()
    for number in (0, 4):
        window.sample.orders.selectRow(number)
        press(window.sample.marks, *[Qt.Key.Key_1] * 8)
        window.sample.marks.selectRow(3)
        press(window.sample.marks, Qt.Key.Key_1)
    window.show_page(1)
    choose(window, SCORES)
    lines = [line.accessibleName() for line in window.figures._shown_lines]
    assert lines == ["小李", "小王"]
    assert not window.figures.bars.isVisible()


def test_exports(window: AuditWindow, tmp_path: Path) -> None:
    window.sample.draw()
    window.export_to(tmp_path / "audit.csv")
    assert window.told.text() == "Rows in audit.csv: 8"
    window.show_page(1)
    window.export_to(tmp_path / "figures.csv")
    assert "Lost enquiries by reason" in (tmp_path / "figures.csv").read_text("utf-8")
    window.export_to(tmp_path / "figures.txt")
    assert "no known format" in window.told.text()


def test_it_speaks_chinese_at_once(
    window: AuditWindow, translations: Translations, qtbot: QtBot
) -> None:
    window.sample.draw()
    translations.use("zh_CN")
    qtbot.waitUntil(lambda: window.windowTitle() == "抽查")
    model = window.sample.marks.model()
    assert model.index(0, 1).data() == "发货前发了核对文本"


def test_answers_that_come_after_another_language_harm_nothing(
    world: AuditWorld, window: AuditWindow, translations: Translations, qtbot: QtBot
) -> None:
    later = Later()
    auditing = Auditing(fake_reading(world.records), world.tables, later)
    slow = AuditWindow(auditing, Ids(), window.appearance)
    qtbot.addWidget(slow)
    slow.show()
    slow.sample.draw()
    press(slow.sample.marks, Qt.Key.Key_1)
    slow.show_page(1)
    old = slow.figures
    translations.use("zh_CN")
    qtbot.waitUntil(lambda: slow.figures is not old)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    later.come()
    assert old.told == []
    assert slow.figures.told != []


# --- plots -----------------------------------------------------------------------


def inked(widget: QWidget, colour: object) -> Callable[[int], int]:
    picture = widget.grab().toImage()
    return lambda y: sum(
        picture.pixelColor(x, y) == colour for x in range(picture.width())
    )


@pytest.mark.parametrize(("choice", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_bars_are_as_long_as_what_they_count(
    choice: str, theme: object, appearance: Appearance, qtbot: QtBot
) -> None:
    appearance.choose(choice)
    bars = Bars(appearance)
    qtbot.addWidget(bars)
    told = [Told("lost", "a", Share(8, 12, 12)), Told("lost", "b", Share(4, 12, 12))]
    bars.take(told, compared=False)
    bars.resize(600, 60)
    count = inked(bars, theme.accent)  # type: ignore[attr-defined]  # a Theme
    assert abs(count(15) / count(45) - 2) < 0.1
    appearance.choose("auto")


def test_a_handful_before_has_no_bar(appearance: Appearance, qtbot: QtBot) -> None:
    bars = Bars(appearance)
    qtbot.addWidget(bars)
    bars.resize(600, 30)
    for few, drawn in ((4, False), (5, True)):
        told = Told("lost", "a", Share(8, 12, 12), Share(few, few, few))
        bars.take([told], compared=True)
        inks = map(inked(bars, appearance.theme.dim), range(30))
        assert any(ink > 100 for ink in inks) is drawn


def test_a_week_of_few_orders_is_a_gap(appearance: Appearance, qtbot: QtBot) -> None:
    weeks = [
        Point(date(2026, 11, 2) + timedelta(weeks=n), value)
        for n, value in enumerate((100, None, 100, 100))
    ]
    line = ScoreLine("小李", weeks, appearance)
    qtbot.addWidget(line)
    line.resize(600, 44)
    count = inked(line, appearance.theme.accent)(6)
    whole = ScoreLine("小李", [w._replace(percent=100) for w in weeks], appearance)
    qtbot.addWidget(whole)
    whole.resize(600, 44)
    assert 0 < count < inked(whole, appearance.theme.accent)(6) / 2
    assert "2026-11-09: –" in line.accessibleDescription()
