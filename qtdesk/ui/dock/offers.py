"""What the dock offers below its cards: the order check, with the keys of now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from qtdesk.core.combos import Combo

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.ui.bridge import Bridge
    from qtdesk.ui.dock.docking import Docking


class DockOffers(QObject):
    """Labels the dock's one button, anew where settings or the language change."""

    def __init__(self, desk: "Desk", bridge: "Bridge", docking: "Docking") -> None:
        super().__init__(bridge)
        self._desk, self._docking = desk, docking
        self._offer_check()
        bridge.settings_changed.connect(self._offer_check)

    @Slot(object)
    def _offer_check(self) -> None:
        keys = self._desk.settings.check_hotkey
        label = Combo.parse(keys).label if keys else ""
        text = self.tr("Check an order")
        self._docking.offer(f"{text}  {label}".rstrip(), self._desk.checks.want)
