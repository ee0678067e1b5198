"""Records and the audit are opened once, and come to the front after that."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from qtdesk.core.audit import TABLE
from qtdesk.ui.record_room import RecordRoom
from qtdesk.ui.theme import Appearance
from tests.core.test_desk import Place


def test_both_windows_open_from_their_desk(
    appearance: Appearance, qtbot: QtBot
) -> None:
    shown: list[object] = []
    refused: list[object] = []
    parent = QObject()
    desk = Place().desk
    room = RecordRoom(desk, appearance, shown.append, refused.append, parent)
    room.show_records()
    assert room.records is not None
    qtbot.addWidget(room.records)
    room.records.audit.click()
    assert room.audit is not None
    qtbot.addWidget(room.audit)
    room.audit.show()
    room.show_audit()
    assert shown == [room.records, room.audit, room.audit]
    assert desk.auditing.table is not None
    assert desk.auditing.table.id == TABLE
    assert refused == []
