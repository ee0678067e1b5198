"""The window of records: it finds, hides what is personal, exports and forgets."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qtdesk.core.records import Verdict
from qtdesk.ui.records import RecordsWindow
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import Translations
from tests.fake_records import FakeRecords, fake_reading
from tests.sample_records import record

NOW = datetime.now().astimezone()
PHONE = "13800138000-1234"


@pytest.fixture
def records() -> FakeRecords:
    kept = FakeRecords()
    kept.add(record("330000000001", NOW))
    kept.add(record("330000000002", NOW, verdict=Verdict.PASSED, items=()))
    kept.add(record("330000000003", NOW - timedelta(days=20)))
    return kept


@pytest.fixture
def window(records: FakeRecords, appearance: Appearance, qtbot: QtBot) -> RecordsWindow:
    made = RecordsWindow(fake_reading(records), appearance)
    qtbot.addWidget(made)
    made.show()
    return made


def rows(window: RecordsWindow) -> list[str]:
    model = window.table.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_the_last_days_are_shown_the_newest_first(window: RecordsWindow) -> None:
    assert sorted(rows(window)) == ["…0001", "…0002"]
    assert window.told.text() == "2 records"
    window.filter.days.setCurrentIndex(3)
    window.filter.days.activated.emit(3)
    assert rows(window)[-1] == "…0003"


def test_typing_a_number_finds_its_order(window: RecordsWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(window.filter.order, "0002")
    qtbot.waitUntil(lambda: rows(window) == ["…0002"])


def test_too_little_of_a_number_finds_nothing_and_says_so(
    window: RecordsWindow, qtbot: QtBot
) -> None:
    QTest.keyClicks(window.filter.order, "02")
    qtbot.waitUntil(lambda: rows(window) == [])
    assert window.told.text() == "Type 4 characters of the number at least."


def test_only_what_had_a_finding(window: RecordsWindow) -> None:
    window.filter.verdicts.setCurrentIndex(1)
    window.filter.verdicts.activated.emit(1)
    assert rows(window) == ["…0001"]


def choose(window: RecordsWindow, tail: str) -> str:
    window.table.selectRow(rows(window).index(tail))
    return window.detail.toPlainText()


def test_what_is_personal_is_hidden_until_asked_for(window: RecordsWindow) -> None:
    hidden = choose(window, "…0001")
    assert "V10" in hidden
    assert PHONE not in hidden
    assert "张小三" not in hidden
    window.unmasked.click()
    assert PHONE in window.detail.toPlainText()
    window.hide()
    window.show()
    assert PHONE not in choose(window, "…0001")


def test_items_are_called_by_their_names(
    records: FakeRecords, appearance: Appearance, qtbot: QtBot
) -> None:
    made = RecordsWindow(
        fake_reading(records),
        appearance,
        {"CL-01": "Order check"}.__getitem__,
        lambda _checklist, item: {"V10": "Street & house"}[item],
    )
    qtbot.addWidget(made)
    made.show()
    assert "Street & house" in choose(made, "…0001")
    assert made.table.model().index(0, 2).data() == "Order check"


def test_an_export_tells_how_many_and_where(
    window: RecordsWindow, tmp_path: Path
) -> None:
    window.export_to(tmp_path / "week.csv")
    assert window.told.text() == "2 records are in week.csv."


def test_an_order_goes_only_when_asked_twice(
    window: RecordsWindow, records: FakeRecords, monkeypatch: pytest.MonkeyPatch
) -> None:
    del records
    choose(window, "…0001")
    monkeypatch.setattr(window, "agrees_to_forget", lambda: False)
    window.forget.click()
    assert "…0001" in rows(window)
    monkeypatch.setattr(window, "agrees_to_forget", lambda: True)
    window.forget.click()
    assert rows(window) == ["…0002"]


def test_it_speaks_chinese_at_once(
    window: RecordsWindow, translations: Translations, qtbot: QtBot
) -> None:
    translations.use("zh_CN")
    qtbot.waitUntil(lambda: window.windowTitle() == "核对记录")
    head = window.table.model()
    horizontal = Qt.Orientation.Horizontal
    assert [head.headerData(n, horizontal) for n in range(5)] == [
        "日期", "订单号", "核对清单", "客服", "结论",
    ]  # fmt: skip
