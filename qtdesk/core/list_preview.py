"""A check for looking at a list: it is kept nowhere, and leaves no record.

What it would paste or copy goes nowhere either: whoever makes one hands in a platform
that can do nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from qtdesk.core.check_texts import CheckTexts
from qtdesk.core.checks import Checks
from qtdesk.core.paste import Paster
from qtdesk.core.proofreading import Proofreading
from qtdesk.core.record_reading import RecordReading

if TYPE_CHECKING:
    from qtdesk.core.errors import StoreError
    from qtdesk.core.order_checks import OrderChecks
    from qtdesk.core.ports import Clock, Platform
    from qtdesk.core.ports.records import Answer, Question
    from qtdesk.core.records import Record
    from qtdesk.core.tables import Row
    from qtdesk.core.templates import Filling

_T = TypeVar("_T")


def preview_checks(
    engine: "OrderChecks", checklist: str, order: str, served: "tuple[Platform, Clock]"
) -> Checks:
    """Checks with one of `order` by that list at hand.

    Raises:
        ChecklistError: there is no such list.
    """
    platform, clock = served
    nowhere = Paster(platform, clock, lambda _: None)
    checks = Checks(
        platform,
        nowhere,
        _AtOnce(),
        lambda: engine.apart(_Nothing()),
        _NoRecords(),
        lambda _: None,
        lambda at_hand, gave: CheckTexts(
            *(platform, nowhere, _Unread(), lambda: 0.0, at_hand, gave)
        ),
    )
    checks.load(lambda: checks.begin(checklist, order))
    return checks


class _AtOnce:
    """The engine is there already."""

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        done(work())


class _Unread(Proofreading):
    """Nobody reads what goes nowhere."""

    def __init__(self) -> None:
        pass

    def remarks(self, filling: "Filling") -> None:
        del filling


class _Nothing:
    """Implements `UnfinishedChecks`: none are kept."""

    def all(self) -> tuple[Mapping[str, Any], ...]:
        return ()

    def keep(self, uid: str, fields: Mapping[str, Any]) -> None:
        del uid, fields

    def drop(self, uid: str) -> None:
        del uid


def _never(*_: object, **__: object) -> NoReturn:
    raise AssertionError("a preview has no records")


class _NoRecords(RecordReading):
    """Finds none and keeps none."""

    def __init__(self) -> None:
        super().__init__(_never, _AtOnce(), _never, _never)

    def find(
        self, question: "Question", show: "Callable[[Answer | StoreError], None]"
    ) -> None:
        """No order was checked before: `show` is not called."""

    def add(
        self,
        record: "Record",
        told: "Callable[[StoreError | None], None]",
        rows: "Sequence[Row]" = (),
    ) -> None:
        del record, rows
        told(None)
