"""Which check belongs to which of the dock's buyers.

Turning to a buyer turns to their check, and to none where they have none: a remark must
not come from another buyer's order. Knows names only as the dock does, in memory.
"""

from collections.abc import Callable

from qtdesk.core.buyers import Slot
from qtdesk.core.checks import Checks
from qtdesk.core.events import DeskEvent, DockChanged


class BuyerChecks:
    """Follows the buyers of the dock; without any, checks stay as they are."""

    def __init__(self, checks: Checks, buyer: Callable[[], Slot | None]) -> None:
        """`buyer` tells who is being talked to now."""
        self._checks = checks
        self._buyer = buyer
        self._last = self._name
        self._of: dict[str, str] = {}
        """The check of each buyer who was left, by name."""

    def on_event(self, event: DeskEvent) -> None:
        """To be told of everything that the desk announces."""
        if not isinstance(event, DockChanged):
            return
        left, self._last = self._last, self._name
        if left == self._last or self._checks.shown:
            return
        current = self._checks.current
        if left:
            self._of[left] = current.uid if current is not None else ""
        if left or self._last in self._of:
            # What was begun before anybody was named belongs to who is named now.
            uid = self._of.get(self._last, "")
            there = any(check.uid == uid for check in self._checks.under_way)
            self._checks.turn_to(uid if there else "")

    @property
    def _name(self) -> str:
        slot = self._buyer()
        return slot.name if slot is not None else ""
