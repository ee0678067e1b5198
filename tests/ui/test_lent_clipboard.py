"""Qt's clipboard, offered and watched; nothing of what was there is promised."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from pytestqt.qtbot import QtBot

from qtdesk.core.ports import Clip, Reader, Saved, Snapshot
from qtdesk.ui.lent_clipboard import LentClipboard


@pytest.fixture
def system(qtbot: QtBot) -> QClipboard:
    del qtbot  # an application must be there
    return QGuiApplication.clipboard()


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whose it is now; the offscreen desktop does not tell."""
    told = [True]
    monkeypatch.setattr(LentClipboard, "owns", lambda _: told[-1])
    return told


@pytest.fixture
def lent(system: QClipboard, ours: list[bool]) -> Iterator[LentClipboard]:
    del ours
    made = LentClipboard()
    yield made
    system.dataChanged.disconnect(made._on_changed)
    system.clear()


def test_every_reading_is_told(lent: LentClipboard, system: QClipboard) -> None:
    reads: list[Reader] = []
    assert lent.publish(Clip("在的"), None, reads.append, reads.append)
    reads.clear()
    assert system.text() == "在的"
    assert reads
    assert set(reads) == {Reader.UNKNOWN}


def test_keeping_what_is_offered_touches_nothing(
    lent: LentClipboard, system: QClipboard, qtbot: QtBot
) -> None:
    assert lent.publish(Clip("在的"), None, lambda _: None, lambda _: None)
    with qtbot.assertNotEmitted(system.dataChanged):
        assert lent.keep(Clip("在的"))
    with qtbot.waitSignal(system.dataChanged):
        assert lent.keep(Clip("退款"))
    assert system.text() == "退款"


def test_what_was_there_is_nobody_s_to_give_back(lent: LentClipboard) -> None:
    taken: list[Snapshot] = []
    lent.snapshot(taken.append)
    assert taken[0].saved is Saved.UNREADABLE
    assert not lent.restore(taken[0])
    answers: list[bool] = []
    lent.holds(Clip("在的"), answers.append)
    assert answers == [False]


def test_a_newer_copy_is_told_once(
    lent: LentClipboard, system: QClipboard, ours: list[bool]
) -> None:
    losses: list[Reader] = []
    stamp = lent.stamp()
    assert lent.publish(Clip("在的"), None, lambda _: None, losses.append)
    assert lent.stamp() == stamp
    ours.append(False)
    system.dataChanged.emit()
    system.dataChanged.emit()
    assert losses == [Reader.UNKNOWN]
    assert lent.stamp() > stamp


def test_a_desktop_that_refuses_is_believed(
    lent: LentClipboard, ours: list[bool]
) -> None:
    ours.append(False)
    assert not lent.keep(Clip("在的"))
