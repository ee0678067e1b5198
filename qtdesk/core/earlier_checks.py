"""Whether an order was checked by a list before, as the records know it.

Asked in the background, for a check that has just been begun.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from qtdesk.core.errors import StoreError
from qtdesk.core.record_reading import RecordReading

if TYPE_CHECKING:
    # Loaded with the first check, not with the desk.
    from qtdesk.core.checklists import Check

_MOST = 30
"""Records of an order that are looked through, those by other lists among them."""


def look_up(
    records: RecordReading, check: "Check", found: Callable[[int], None]
) -> None:
    """Tell how many finished checks of the same order by the same list there are.

    A reminder to pay is no order check, so that each list counts its own. Where there
    is none, nothing is told.
    """
    from qtdesk.core.orders import FieldName  # noqa: PLC0415 - there with a check
    from qtdesk.core.ports.records import Answer, Question  # noqa: PLC0415 - the same

    order = check.reading.value(FieldName.ORDER) if check.reading is not None else ""

    def answered(answer: Answer | StoreError) -> None:
        # Where the records cannot be read, their own window tells of it.
        if not isinstance(answer, Answer):
            return
        lists = [record.original.checklist for record in answer.records]
        earlier = lists.count(check.checklist.id)
        if earlier:
            found(earlier)

    if order:
        records.find(Question(order=order, limit=_MOST), answered)
