"""The lead's audit for whoever shows it: samples drawn, marks kept, figures reckoned.

Every answer comes later, from the background. Scores are rows of the table `audits`;
records are only read.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from qtdesk.core.audit import (
    TABLE,
    Answer,
    Draw,
    Figures,
    Period,
    decided,
    drawn,
    figures_of,
    is_open,
    new_audit,
)
from qtdesk.core.audit.figures import COUNTED
from qtdesk.core.errors import QtdeskError
from qtdesk.core.order_checks import ORDER_CHECK
from qtdesk.core.ports import Background
from qtdesk.core.ports.records import Answer as RecordsFound
from qtdesk.core.ports.records import Question
from qtdesk.core.record_reading import ALL, RecordReading
from qtdesk.core.records import KeptRecord, Record
from qtdesk.core.shop_tables import ShopTables
from qtdesk.core.tables import Found, Row, RowQuestion, Table

_T = TypeVar("_T")
Told = Callable[[_T | QtdeskError], None]


class Audit(NamedTuple):
    """One order of a sample: its row, and its record as far as it is still there."""

    row: Row
    record: KeptRecord | None


class Comparison(NamedTuple):
    """Figures of a period, and of the one before a measure."""

    now: Figures
    before: Figures | None


class Auditing:
    """Asks records and tables, one after the other; `break_off` ends both."""

    def __init__(
        self, records: RecordReading, tables: ShopTables, background: Background
    ) -> None:
        self._records, self._tables = records, tables
        self._background = background

    @property
    def now(self) -> date:
        """The agent's day."""
        return self._tables.now.date()

    @property
    def table(self) -> Table | None:
        """The sheet; None before it is loaded."""
        return self._tables.table(TABLE)

    @property
    def tables(self) -> Mapping[str, Table]:
        """Those that are counted, by their ids."""
        return {table.id: table for table in self._tables.tables}

    @property
    def progress(self) -> float:
        """Part that is read, while something is; else 1."""
        return min(self._records.progress, self._tables.progress)

    def load(self, done: Callable[[], None]) -> None:
        """Read the sheet; then call `done`."""
        self._tables.load(done)

    def break_off(self) -> None:
        """Read no further."""
        self._records.break_off()
        self._tables.break_off()

    # --- samples ---------------------------------------------------------------

    def draw(self, draw: Draw, told: Told[tuple[Audit, ...]]) -> None:
        """Draw a sample and keep its rows; tells the orders of it.

        The same draw answers with the same orders, and with what was decided since.
        An order of another sample is in no second one.
        """
        self._read(draw.first, draw.last, (TABLE,), partial(self._drawn, draw, told))

    def open_ones(self, told: Told[tuple[Audit, ...]]) -> None:
        """All orders of which something is still to be decided."""

        def took(found: Found | QtdeskError) -> None:
            if isinstance(found, QtdeskError):
                told(found)
                return
            rows = [row for row in found.rows if is_open(row, self._sheet())]
            if not rows:
                told(())
                return
            days = [_day_of(row) for row in rows]
            question = Question(first=min(days), last=max(days), limit=ALL)
            self._records.find(question, partial(self._open_of, rows, told))

        self._tables.find(_asked(TABLE), took)

    def marked(self, row: Row, mark: str, answer: Answer | None) -> Row:
        """`row` with one mark decided; None takes back what was."""
        cells = decided(row, mark, answer, self._sheet())
        return row.changed(cells, self._tables.now, self._agent)

    def keep(self, row: Row, told: Told[Row]) -> None:
        """Keep `row` as it is now; more may be decided before `told` is called."""
        self._tables.write(row, told)

    def export(self, path: Path, language: str, told: Told[int]) -> None:
        """Write all audits to `path`, with what the lead remarked; tells how many."""
        self._tables.export(_asked(TABLE), path, language, unmasked=True, told=told)

    # --- figures ---------------------------------------------------------------

    def figures(
        self, period: Period, before: Period | None, told: Told[Comparison]
    ) -> None:
        """The figures of `period`, and of `before` beside them if there is one."""
        periods = [period] if before is None else [period, before]
        first = min(each.first for each in periods)
        last = max(each.last for each in periods)

        def read(found: "_Read | QtdeskError") -> None:
            if isinstance(found, QtdeskError):
                told(found)
                return
            sheet = self._sheet()

            def reckon() -> Comparison:
                records = [kept.current for kept in found.records]
                made = [figures_of(records, found.rows, sheet, p) for p in periods]
                return Comparison(made[0], made[1] if len(made) > 1 else None)

            self._background.run(reckon, told)

        self._read(first, last, COUNTED, read)

    def run(self, work: Callable[[], _T], told: Told[_T]) -> None:
        """Do what takes time, such as writing a file, in the background."""

        def tried() -> _T | QtdeskError:
            try:
                return work()
            except QtdeskError as error:
                return error

        self._background.run(tried, told)

    # --- within ----------------------------------------------------------------

    def _sheet(self) -> Table:
        table = self.table
        assert table is not None  # noqa: S101 - nothing is asked before it is loaded
        return table

    def _drawn(
        self,
        draw: Draw,
        told: Told[tuple[Audit, ...]],
        found: "_Read | QtdeskError",
    ) -> None:
        if isinstance(found, QtdeskError):
            told(found)
            return
        sheet = self._sheet()
        sampled = partial(
            _sampled, draw, sheet, found, now=self._tables.now, by=self._agent
        )

        def keep(sample: _Sample) -> None:
            def written(count: int | QtdeskError) -> None:
                told(count if isinstance(count, QtdeskError) else sample.audits)

            self._tables.write_all(sheet, sample.new, written)

        self._background.run(sampled, keep)

    @property
    def _agent(self) -> str:
        return self._tables.agent

    def _open_of(
        self,
        rows: list[Row],
        told: Told[tuple[Audit, ...]],
        found: RecordsFound | QtdeskError,
    ) -> None:
        if isinstance(found, QtdeskError):
            told(found)
            return
        kept = {each.original.uid: each for each in found.records}
        rows.sort(key=lambda row: (str(row.cells.get("reviewed")), _day_of(row)))
        told(tuple(Audit(row, kept.get(str(row.cells.get("record")))) for row in rows))

    def _read(
        self,
        first: date,
        last: date,
        tables: tuple[str, ...],
        told: "Told[_Read]",
    ) -> None:
        """Records and rows of these days; audits of any, as they come later."""
        known = [name for name in tables if self._tables.table(name) is not None]
        rows: dict[str, tuple[Row, ...]] = dict.fromkeys(tables, ())

        def ask(place: int, records: tuple[KeptRecord, ...]) -> None:
            if place == len(known):
                told(_Read(records, rows))
                return
            days = () if known[place] == TABLE else (first, last)
            self._tables.find(
                _asked(known[place], *days), partial(took, place, records)
            )

        def took(
            place: int, records: tuple[KeptRecord, ...], found: Found | QtdeskError
        ) -> None:
            if isinstance(found, QtdeskError):
                told(found)
                return
            rows[known[place]] = found.rows
            ask(place + 1, records)

        def found_records(answer: RecordsFound | QtdeskError) -> None:
            if isinstance(answer, QtdeskError):
                told(answer)
            else:
                ask(0, answer.records)

        self._records.find(Question(first=first, last=last, limit=ALL), found_records)


class _Read(NamedTuple):
    """All that was asked for."""

    records: tuple[KeptRecord, ...]
    rows: Mapping[str, tuple[Row, ...]]


class _Sample(NamedTuple):
    """Orders that were drawn, and the rows of them that are not kept yet."""

    audits: tuple[Audit, ...]
    new: tuple[Row, ...]


def _sampled(
    draw: Draw, sheet: Table, found: _Read, *, now: datetime, by: str
) -> _Sample:
    """Draw, and make a row of each order that has none."""
    rows = {str(row.cells.get("record")): row for row in found.rows[TABLE]}
    mine = {uid for uid, row in rows.items() if row.cells.get("sample") == draw.name}
    kept = {each.original.uid: each for each in found.records}
    checks = _order_checks(each.current for each in found.records)
    audits: list[Audit] = []
    new: list[Row] = []
    for record in drawn(checks, draw, rows.keys() - mine, mine):
        row = rows.get(record.uid)
        if row is None:
            row = new_audit(record, draw, sheet, now, by)
            new.append(row)
        audits.append(Audit(row, kept[record.uid]))
    return _Sample(tuple(audits), tuple(new))


def _asked(
    table: str, first: date | None = None, last: date | None = None
) -> RowQuestion:
    return RowQuestion(table, first=first, last=last, limit=ALL)


def _day_of(row: Row) -> date:
    """The day of the check."""
    day = row.cells.get("checked_on")
    return day if isinstance(day, date) else row.day


def _order_checks(records: Iterable[Record]) -> Iterable[Record]:
    return (record for record in records if record.checklist == ORDER_CHECK)
