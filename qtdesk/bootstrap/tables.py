"""What the shop's tables are put together from; a start loads nothing of it.

Each function loads what it needs when it is called.
"""

# ruff: noqa: PLC0415 - nothing of this is loaded before somebody asks for it

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qtdesk import paths
from qtdesk.core.living_phrases import local_time
from qtdesk.core.ports import Background
from qtdesk.core.settings import Settings
from qtdesk.core.shop_tables import ShopTables

if TYPE_CHECKING:
    from qtdesk.core.ports.tables import Rows
    from qtdesk.core.tables import Row, Table
    from qtdesk.storage.agent_data import AgentData

DECLARED = "tables"
"""The folder of tables, with us and among the agent's data."""


def open_tables(data: Path) -> "Mapping[str, Table]":
    """The shop's tables by their ids: those in `data` before ours."""
    from qtdesk.formats.table_yaml import read_tables

    return read_tables([folder / DECLARED for folder in (data, paths.resources())])


def open_rows(data: Path) -> "Rows":
    """The rows of the shop's tables in `data`; none is read before it is asked for."""
    from qtdesk.storage.rows.kept import KeptRows

    return KeptRows(data / "rows", data / "backups" / "rows")


def open_lasting(data: "AgentData") -> "Rows":
    """The rows that belong to no day, among the agent's own `data`."""
    from qtdesk.storage.rows.lasting import LastingRows

    return LastingRows(data)


def shop_tables(
    folder: Path,
    data: "AgentData",
    rows: "Callable[[], Rows]",
    background: Background,
    settings: Callable[[], Settings],
    on_facts: Callable[[], None],
) -> ShopTables:
    """The tables of the agent whose data are in `folder`."""
    return ShopTables(
        lambda: open_tables(folder),
        rows,
        lambda: open_lasting(data),
        Sheets(),
        background,
        settings,
        local_time,
        on_facts,
    )


def tidy_rows(folder: Path, rows: "Rows", today: date, private_days: int) -> None:
    """Let go what is old, and copy what is new.

    Raises:
        StoreError: not all could be done; the next call does the rest.
    """
    from qtdesk.core.tables.retention import kept_on

    rows.revise(kept_on(today, open_tables(folder), private_days))
    rows.back_up()


class Sheets:
    """See `qtdesk.core.shop_tables.Sheets`."""

    def write(
        self, path: Path, table: "Table", rows: "Sequence[Row]", language: str
    ) -> int:
        from qtdesk.formats.table_files import write_rows

        return write_rows(path, table, rows, language)

    def read(self, path: Path) -> "Sequence[tuple[int, list[str]]]":
        from qtdesk.formats.sheet_reading import read_sheet

        return read_sheet(path)
