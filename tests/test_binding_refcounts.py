"""The Qt binding gives back every reference it takes (docs/adr/0002).

PySide6 6.12.0 on CPython 3.10 and 3.11 loses one reference to True, False or None in
everyday calls; after some hundred pastes the interpreter dies of it.
"""

import gc
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

STEPS = 50
ROUNDS_A_STEP = 20  # few enough that a loss is told before the interpreter dies
LEFTOVERS = 100
"""What windows of earlier tests may still give back, once and for all."""


class _Sender(QObject):
    happened = Signal(object)


def _emit(qtbot: QtBot) -> Callable[[], None]:
    del qtbot
    sender = _Sender()
    sender.happened.connect(lambda _: None)

    def emit() -> None:
        for value in (True, False, None):
            sender.happened.emit(value)

    return emit


def _timer(qtbot: QtBot) -> Callable[[], None]:
    del qtbot
    timer = QTimer()

    def run() -> None:
        timer.setSingleShot(True)
        timer.start(1000)
        timer.stop()
        QTimer.singleShot(0, _nothing)

    return run


def _nothing() -> None:
    """What a timer calls."""


def _show(qtbot: QtBot) -> Callable[[], None]:
    widget = QWidget()
    qtbot.addWidget(widget)

    def show() -> None:
        widget.show()
        widget.hide()

    return show


def _add_items(qtbot: QtBot) -> Callable[[], None]:
    items = QListWidget()
    qtbot.addWidget(items)

    def add() -> None:
        items.addItems(["一", "二"])
        items.clear()

    return add


@pytest.fixture
def no_rubbish(qtbot: QtBot) -> Iterator[None]:
    """What earlier tests left behind also refers to None, and goes now, not later."""
    gc.collect()
    qtbot.wait(10)
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_rubbish")
@pytest.mark.parametrize("prepare", [_emit, _timer, _show, _add_items])
def test_the_binding_keeps_the_count_of_what_it_borrows(
    qtbot: QtBot, prepare: Callable[[QtBot], Callable[[], None]]
) -> None:
    act = prepare(qtbot)
    act()
    before = counts()
    for step in range(1, STEPS + 1):
        for _ in range(ROUNDS_A_STEP):
            act()
        qtbot.wait(1)
        lost = [was - now for was, now in zip(before, counts(), strict=True)]
        allowed = LEFTOVERS + step * ROUNDS_A_STEP / 4
        assert max(lost) < allowed, f"lost of True, False, None: {lost}"


def counts() -> list[int]:
    return [sys.getrefcount(value) for value in (True, False, None)]
