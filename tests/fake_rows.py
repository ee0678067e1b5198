"""Rows in a plain dictionary: what the real ones are compared with."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from qtdesk.bootstrap.tables import open_tables
from qtdesk.core.checklists import CHINA
from qtdesk.core.errors import StoreError
from qtdesk.core.ports.tables import Change, Watch, read_on
from qtdesk.core.settings import Settings
from qtdesk.core.shop_tables import ShopTables
from qtdesk.core.tables import Row, Table
from qtdesk.core.tables.columns import lines, titles
from qtdesk.core.words import Words
from tests.fake_books import AtOnce


class FakeRows:
    """See `qtdesk.core.ports.tables.Rows`; gone with the test."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Row] = {}
        self.full = False
        """Whether the disk takes nothing more."""

    def put(self, rows: Sequence[Row]) -> None:
        if self.full and rows:
            raise StoreError(Words("The disk is full."))
        for row in rows:
            self.kept[row.table, row.uid] = row

    def of(
        self,
        table: str,
        first: date | None = None,
        last: date | None = None,
        watch: Watch = read_on,
    ) -> Iterator[Row]:
        months = sorted({f"{row.day:%Y-%m}" for row in self.kept.values()})
        for number, month in enumerate(reversed(months)):
            if not watch(number, len(months)):
                return
            for row in tuple(self.kept.values()):
                within = (first is None or row.day >= first) and (
                    last is None or row.day <= last
                )
                if row.table == table and within and f"{row.day:%Y-%m}" == month:
                    yield row

    def revise(self, change: Change, traces: Collection[str] = ()) -> int:
        del traces
        changed = 0
        for name, row in tuple(self.kept.items()):
            other = change(row)
            changed += other is not row
            if other is None:
                del self.kept[name]
            else:
                self.kept[name] = other
        return changed

    def back_up(self) -> int:
        return 0


class FakeSheets:
    """Sheets in memory, by their paths."""

    def __init__(self) -> None:
        self.sheets: dict[Path, list[tuple[int, list[str]]]] = {}

    def write(
        self, path: Path, table: Table, rows: Sequence[Row], language: str
    ) -> int:
        told = [titles(table, language), *lines(rows, table, language)]
        self.sheets[path] = list(enumerate(told, 1))
        return len(rows)

    def read(self, path: Path) -> Sequence[tuple[int, list[str]]]:
        if path not in self.sheets:
            raise StoreError(Words("There is no such file."))
        return self.sheets[path]


def fake_tables(
    settings: Callable[[], Settings], on_facts: Callable[[], None] = lambda: None
) -> ShopTables:
    """The shipped tables with rows that are gone with the test."""
    rows, lasting = FakeRows(), FakeRows()
    return ShopTables(
        lambda: open_tables(Path("no-such-folder")),
        lambda: rows,
        lambda: lasting,
        FakeSheets(),
        AtOnce(),
        settings,
        lambda: datetime(2026, 11, 22, 16, 5, tzinfo=CHINA),
        on_facts,
    )
