"""Records of order checks for whoever looks at them: found, added, exported, forgotten.

Every call is answered later, from the background; the port opens with the first one,
so that a start loads nothing of it.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from qtdesk.core.errors import StoreError
from qtdesk.core.ports import Background

if TYPE_CHECKING:
    # Loaded at the start, long before the first record is looked at.
    from collections.abc import Iterable, Sequence

    from qtdesk.core.ports.records import Answer, Question, Records, Removed
    from qtdesk.core.ports.tables import Rows
    from qtdesk.core.records import Correction, KeptRecord, Record
    from qtdesk.core.tables import Row

_T = TypeVar("_T")
ALL = 1_000_000
"""More records than a shop makes in the years they are kept."""


class WriteRecords(Protocol):
    """Writes a table in the format that the suffix of `path` names; how many rows."""

    def __call__(
        self,
        path: Path,
        records: "Iterable[KeptRecord]",
        language: str,
        *,
        unmasked: bool,
    ) -> int: ...


class RecordReading:
    """Asks the port `Records` in the background, one question after the other."""

    def __init__(
        self,
        open_records: "Callable[[], Records]",
        background: Background,
        write: WriteRecords,
        open_rows: "Callable[[], Rows]",
    ) -> None:
        """`open_records` and `open_rows` are first called in the background."""
        self._open = open_records
        self._background = background
        self._write, self._open_rows = write, open_rows
        self._opened: Records | None = None
        self._broken_off = False
        self._followers: list[Callable[[Record], None]] = []
        self.progress = 1.0
        """Part of the files that is read, while their index is made; else 1."""

    def find(
        self, question: "Question", show: "Callable[[Answer | StoreError], None]"
    ) -> None:
        """What matches `question`, or why nothing can be told.

        The first question of a day reads what is new; `break_off` ends that, and the
        answer then is what was read so far.
        """
        self._run(lambda records: records.find(question), show)

    def add(
        self,
        record: "Record",
        told: "Callable[[StoreError | None], None]",
        rows: "Sequence[Row]" = (),
    ) -> None:
        """Keep `record`, and before it `rows`, which its check left in the tables.

        Tells once all is on the disk, or why it is not. After a crash in the midst the
        check is still under way, and its second end has the same names: rows are
        exchanged for themselves, and a record that is there is not written again.
        """

        def keep(records: "Records") -> None:
            if rows:
                self._open_rows().put(rows)
            if records.get(record.uid) is None:
                records.add(record)

        def added(problem: StoreError | None) -> None:
            if problem is None:
                for follower in self._followers:
                    follower(record)
            told(problem)

        self._run(keep, added)

    def follow(self, added: "Callable[[Record], None]") -> None:
        """Tell `added` of each record that is on the disk, before anybody else."""
        self._followers.append(added)

    def correct(
        self, correction: "Correction", told: "Callable[[StoreError | None], None]"
    ) -> None:
        """Keep `correction` beside the record it is about; tells as `add` does."""
        self._run(lambda records: records.correct(correction), told)

    def export(
        self,
        wanted: "tuple[Question, Callable[[KeptRecord], bool]]",
        path: Path,
        language: str,
        *,
        unmasked: bool,
        told: Callable[[int | StoreError], None],
    ) -> None:
        """Write all that is wanted as a table to `path`; tells how many.

        `wanted` is a question, and what of its answer is to be written.
        """
        question, wants = wanted

        def write(records: "Records") -> int:
            found = filter(wants, reversed(records.find(question).records))
            return self._write(path, found, language, unmasked=unmasked)

        self._run(write, told)

    def forget(
        self, order: str, told: "Callable[[Removed | StoreError], None]"
    ) -> None:
        """Take everything about the order of exactly this number away for good.

        Rows of the shop's tables that name it go as well.
        """

        def forget(records: "Records") -> "Removed":
            return forget_order(order, records, self._open_rows())

        self._run(forget, told)

    def break_off(self) -> None:
        """Read no further; what was read so far stays read."""
        self._broken_off = True

    def _run(
        self,
        ask: "Callable[[Records], _T]",
        told: Callable[[_T | StoreError], None],
    ) -> None:
        self._broken_off = False

        def work() -> _T | StoreError:
            try:
                if self._opened is None:
                    self._opened = self._open()
                self._opened.look_through(self._on_progress)
                return ask(self._opened)
            except StoreError as error:
                return error
            finally:
                self.progress = 1.0

        self._background.run(work, told)

    def _on_progress(self, read: int, whole: int) -> bool:
        self.progress = read / whole if whole else 1.0
        return not self._broken_off


def forget_order(order: str, records: "Records", rows: "Rows") -> "Removed":
    """Take an order out of the records, and out of the rows that name it.

    Raises:
        StoreError: not all could be done; it is finished by the next call.
    """
    from qtdesk.core.tables.retention import without_order  # noqa: PLC0415 - as above

    count = rows.revise(without_order(order), {order.strip()})
    removed = records.forget(order)
    return replace(removed, rows=count)
