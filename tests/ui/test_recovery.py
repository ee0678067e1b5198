"""The agent hears of trouble with their data, and gets back what was lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qtdesk.core.errors import StoreError
from qtdesk.core.events import StoreChanged
from qtdesk.core.ports import Area, Backup, Condition, StoreState
from qtdesk.core.words import words
from qtdesk.storage.refusals import gone, restored, useless
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.icons import State
from qtdesk.ui.news import News
from qtdesk.ui.recovery_dialog import RecoveryDialog
from qtdesk.ui.theme import Appearance
from qtdesk.ui.toast import Kind
from qtdesk.ui.tray import Tray
from tests.ui.conftest import ROOT, as_desk
from tests.ui.fake_desk import FakeDesk

FULL = StoreError(words("agent.jsonl could not be saved."), words("No space left."))
GONE = gone(Path("data") / "agent.jsonl")
BACKUPS = (
    Backup("2026-11-22.jsonl", "2026-11-22T09:00:00+08:00", 812, sound=True),
    Backup("2026-11-21.jsonl", "2026-11-21T09:00:00+08:00", 3, sound=False),
)


class Said:
    """Messages, and what a click on them does."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str, Kind]] = []
        self.clicks: list[Callable[[], None] | None] = []

    def say(
        self,
        title: str,
        detail: str = "",
        kind: Kind = Kind.OK,
        area: Area | None = None,
        when_clicked: Callable[[], None] | None = None,
        *,
        urgent: bool = False,
    ) -> None:
        del area, urgent
        self.said.append((title, detail, kind))
        self.clicks.append(when_clicked)


@pytest.fixture
def bridge(desk: FakeDesk, qapp: object) -> Iterator[Bridge]:
    del qapp
    made = Bridge(as_desk(desk))
    yield made
    made.deleteLater()


def _become(desk: FakeDesk, state: StoreState) -> None:
    desk.safekeeping.state = state
    desk.announce(StoreChanged(state))


def test_trouble_is_told_with_its_end(desk: FakeDesk, bridge: Bridge) -> None:
    said, opened = Said(), []
    News(as_desk(desk), bridge, said, lambda: None, lambda: opened.append(1))
    _become(desk, StoreState(Condition.UNSAVED, FULL, unsaved=2))
    assert said.said == [
        ("agent.jsonl could not be saved.", "No space left.", Kind.WARN)
    ]
    _become(desk, StoreState())
    assert said.said[-1] == ("Everything is saved again", "", Kind.OK)
    _become(desk, StoreState())
    assert len(said.said) == 2
    click = said.clicks[0]
    assert click is not None
    click()
    assert opened == [1]


def test_missing_data_open_the_way_back_at_once(desk: FakeDesk, bridge: Bridge) -> None:
    said, opened = Said(), []
    News(as_desk(desk), bridge, said, lambda: None, lambda: opened.append(1))
    _become(desk, StoreState(Condition.GONE, GONE))
    assert (opened, said.said) == ([1], [])


def test_damage_is_told_with_its_count(desk: FakeDesk, bridge: Bridge) -> None:
    said = Said()
    News(as_desk(desk), bridge, said, lambda: None, lambda: None)
    _become(desk, StoreState(damaged=3))
    title, body, kind = said.said[0]
    assert title == "3 changes of the past were damaged"
    assert "set aside" in body
    assert kind is Kind.WARN


def test_the_tray_shows_trouble_and_leads_to_the_way_out(
    desk: FakeDesk, bridge: Bridge, appearance: Appearance, qtbot: QtBot
) -> None:
    tray = Tray(as_desk(desk), bridge, appearance, ROOT / "resources" / "icons")
    states = [tray.state]
    _become(desk, StoreState(Condition.UNSAVED, FULL, unsaved=1))
    states.append(tray.state)
    assert tray._icon.toolTip() == "qtdesk\nagent.jsonl could not be saved."
    tray.menu.aboutToShow.emit()
    lines = {action.text(): action for action in tray.menu.actions()}
    with qtbot.waitSignal(tray.recovery_asked):
        lines["agent.jsonl could not be saved."].trigger()
    _become(desk, StoreState())
    states.append(tray.state)
    assert states == [State.READY, State.PROBLEM, State.READY]


@pytest.fixture
def dialog(
    desk: FakeDesk, bridge: Bridge, appearance: Appearance, qtbot: QtBot
) -> RecoveryDialog:
    desk.safekeeping.state = StoreState(Condition.GONE, GONE)
    desk.safekeeping.backups = BACKUPS
    made = RecoveryDialog(desk.safekeeping, bridge, appearance)
    qtbot.addWidget(made)
    made.show()
    return made


def test_two_clicks_restore_the_latest_backup(
    dialog: RecoveryDialog, desk: FakeDesk, qtbot: QtBot
) -> None:
    rows = [dialog.backups.item(row).text() for row in range(dialog.backups.count())]
    assert "812 entries" in rows[0]
    assert rows[1].endswith("damaged in part")
    dialog.restore.click()
    assert desk.safekeeping.asked == ["restore 2026-11-22.jsonl"]
    _become(desk, StoreState(Condition.RESTORED, restored()))
    buttons = dialog.findChildren(QPushButton)
    (end,) = [each for each in buttons if each.text() == "Quit qtdesk"]
    with qtbot.waitSignal(dialog.quit_asked):
        end.click()


def test_another_backup_can_be_chosen(dialog: RecoveryDialog, desk: FakeDesk) -> None:
    dialog.backups.setCurrentRow(1)
    dialog.restore.click()
    assert desk.safekeeping.asked == ["restore 2026-11-21.jsonl"]


def test_a_refusal_is_told(dialog: RecoveryDialog, desk: FakeDesk) -> None:
    desk.safekeeping.refusal = useless("2026-11-22.jsonl")
    dialog.restore.click()
    assert dialog.refusal.isVisible()
    assert "nothing in it" in dialog.refusal.text()
    assert dialog.restore.isEnabled()


def test_beginning_anew_is_offered_where_all_is_gone(
    dialog: RecoveryDialog, desk: FakeDesk
) -> None:
    dialog.begin_anew.click()
    assert desk.safekeeping.asked == ["begin anew"]


def test_without_backups_nothing_can_be_restored(
    desk: FakeDesk, bridge: Bridge, appearance: Appearance, qtbot: QtBot
) -> None:
    made = RecoveryDialog(desk.safekeeping, bridge, appearance)
    qtbot.addWidget(made)
    made.show()
    assert made.backups.item(0).text() == "There are no backups."
    assert not made.restore.isEnabled()
