"""The button below the dock's cards: a whole name, and keys where there is room."""

from pytestqt.qtbot import QtBot

from qtdesk.ui.dock.window import BottomButton
from qtdesk.ui.theme import Appearance


def test_keys_without_room_are_left_out(appearance: Appearance, qtbot: QtBot) -> None:
    button, plain = BottomButton(appearance), BottomButton(appearance)
    qtbot.addWidget(button)
    qtbot.addWidget(plain)
    plain.setText("Check an order")
    button.setText("Check an order  Ctrl+Alt+H")
    for width, alike in (
        (plain.sizeHint().width() + 60, True),
        (button.sizeHint().width() + 8, False),
    ):
        button.setFixedWidth(width)
        plain.setFixedWidth(width)
        assert (button.grab().toImage() == plain.grab().toImage()) is alike
