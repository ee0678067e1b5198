"""What lists, their items and checks are called, for menus and for records.

Knows names only; before the lists are loaded, their ids.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from qtdesk.core.errors import ChecklistError

if TYPE_CHECKING:
    # Loaded with the first check, not with the desk.
    from qtdesk.core.checklists import Check
    from qtdesk.core.order_checks import OrderChecks

_MISSING = "missing"
"""The name of the rule that a required answer is there."""
_TAIL = 4
"""Digits by which people know an order."""


class CheckNames:
    """Names in the agent's language."""

    def __init__(
        self,
        engine: "Callable[[], OrderChecks | None]",
        language: Callable[[], str],
    ) -> None:
        """`engine` is None until the lists are loaded."""
        self._engine = engine
        self._language = language

    @property
    def offered(self) -> tuple[tuple[str, str], ...]:
        """Ids and names of the lists an agent may begin; none until they are loaded."""
        engine = self._engine()
        lists = engine.checklists if engine is not None else ()
        return tuple((each.id, each.name.said(self._language())) for each in lists)

    @property
    def regions_as_of(self) -> str:
        """The month of the list of regions; empty until it is loaded."""
        engine = self._engine()
        return engine.regions_as_of if engine is not None else ""

    def of_check(self, check: "Check") -> str:
        """Its list, the end of its order's number, and when it was begun."""
        from qtdesk.core.orders import FieldName  # noqa: PLC0415 - there with a check

        reading = check.reading
        order = reading.value(FieldName.ORDER) if reading is not None else ""
        begun = check.begun.astimezone().strftime("%H:%M")
        name = check.checklist.name.said(self._language())
        return " · ".join(filter(None, (name, order[-_TAIL:], begun)))

    def of_list(self, checklist: str) -> str:
        """The name of the list of that id, or the id."""
        return self._label(checklist, "")

    def of_item(self, checklist: str, entry: str) -> str:
        """The name of an item of a list, or its id."""
        return self._label(checklist, entry)

    def of_reason(self, checklist: str, entry: str, reason: str) -> str:
        """What a record means by the name of a rule, or that name.

        Blanks of the sentence stay open: a record does not keep their values.
        """
        engine = self._engine()
        if engine is None:
            return reason
        try:
            item = engine.checklist(checklist).by_id.get(entry.partition(".")[0])
        except ChecklistError:
            return reason
        from qtdesk.core.checklists.checklist import BLANK  # noqa: PLC0415 - there with a check

        texts = {rule.id: rule.say for rule in item.rules} if item is not None else {}
        if item is not None and item.missing:
            texts[_MISSING] = item.missing
        if reason not in texts:
            return reason
        return BLANK.sub("…", texts[reason].said(self._language()))

    def _label(self, checklist: str, entry: str) -> str:
        engine = self._engine()
        if engine is None:
            return entry or checklist
        try:
            found = engine.checklist(checklist)
        except ChecklistError:
            return entry or checklist
        if not entry:
            return found.name.said(self._language())
        item = found.by_id.get(entry.partition(".")[0])
        return item.label.said(self._language()) if item is not None else entry
