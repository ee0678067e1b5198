"""A dock over a desk of fakes, in front of nobody, with the pointer of a test."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from qtdesk.core.ports import Area, Target
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.dock.docking import Docking
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.theme import Appearance
from tests.core.dock.dock_desk import DockDesk
from tests.fakes import FakeWindow, FakeWindows

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from qtdesk.core.errors import QtdeskError
    from qtdesk.ui.dock.card_list import CardList
    from qtdesk.ui.dock.scene import DockScene


class PlacedWindows(FakeWindows):
    """Windows that have a place and can be moved, which is told."""

    def __init__(self, desk: DockDesk) -> None:
        super().__init__(desk.clock)
        self.area = Area(40, 60, 300, 420)
        self._followers: list[Callable[[], None]] = []

    def target_of(self, window: FakeWindow) -> Target:
        return super().target_of(window)._replace(area=self.area)

    def move(self, area: Area) -> None:
        self.area = area
        for moved in tuple(self._followers):
            moved()

    def follow(self, moved: "Callable[[], None]") -> "Callable[[], None]":
        stop_watching = self.watch(moved)
        self._followers.append(moved)

        def stop() -> None:
            self._followers.remove(moved)
            stop_watching()

        return stop

    @property
    def followed(self) -> bool:
        return bool(self._followers)


class DockRoom:
    """One run with the dock shown."""

    def __init__(self, appearance: Appearance, **given: str) -> None:
        self.place = DockDesk(None, **{"dock_shown": "on", "language": "en", **given})
        self.windows = PlacedWindows(self.place)
        self.place.platform.windows = self.windows
        self.place.platform.keyboard._windows = self.windows
        self.chat = self.windows.open(FakeWindow(title="云朵"))
        self.desk = self.place.desk
        self.bridge = Bridge(self.desk)
        self.panel = QuickPanel(self.desk, appearance, lambda: True)
        self.refusals: list[QtdeskError] = []
        self.docking = Docking(
            *(self.desk, self.bridge, appearance, self.panel, self.refusals.append)
        )

    @property
    def scene(self) -> "DockScene":
        assert self.docking.scene is not None, "the dock was never shown"
        return self.docking.scene

    def close(self) -> None:
        if self.docking.scene is not None:
            self.scene.hide()
            self.scene.window.deleteLater()
        self.panel.deleteLater()
        self.bridge.deleteLater()

    def titles(self) -> list[str]:
        """The cards of the stage, headings included."""
        return _titles(self.scene.window.cards)

    def next_up(self) -> list[str]:
        return _titles(self.scene.window.following)

    def click(
        self, title: str, button: Qt.MouseButton = Qt.MouseButton.LeftButton
    ) -> None:
        """Click on the card with this title."""
        cards = self.scene.window.cards
        spot = place_of(cards, title).center()
        QTest.mouseClick(cards.viewport(), button, pos=spot)
        self.place.clock.run_all()

    def body(self) -> QRect:
        return self.scene.window.visible_part


def place_of(cards: "CardList", title: str) -> QRect:
    """Where a card is within its list."""
    row = _titles(cards).index(title)
    return cards.visualRect(cards.cards.index(row))


def _titles(cards: "CardList") -> list[str]:
    model = cards.cards
    return [model.index(row).data() for row in range(model.rowCount())]


def named(window: "QWidget", name: str) -> "QWidget":
    """The control that a screen reader calls so."""
    for button in window.findChildren(QAbstractButton):
        if name in (button.accessibleName(), button.text()) and button.isVisible():
            return button
    raise AssertionError(f"nothing is called {name!r}")


def press(window: "QWidget", name: str) -> None:
    """Click on the middle of a control."""
    control = named(window, name)
    middle = QPoint(control.width() // 2, control.height() // 2)
    QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=middle)
