"""Rows and tables that tests of the shop's tables share."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from qtdesk.bootstrap.tables import open_tables
from qtdesk.core.checklists import CHINA
from qtdesk.core.tables import Cell, Row, Table, new_row

NOW = datetime(2026, 11, 22, 16, 5, tzinfo=CHINA)
SHIPPED: Mapping[str, Table] = open_tables(Path("no-such-folder"))
LOST, RETURNS, FACTS = SHIPPED["lost"], SHIPPED["returns"], SHIPPED["facts"]
CELLS: Mapping[str, Cell] = {
    "order": "4012345678901234567",
    "kind": "return",
    "within_seven": True,
    "window_end": NOW + timedelta(days=3),
    "received_on": NOW.date(),
    "refund": Decimal("12.50"),
    "note": "买家说\n颜色不对",
}
"""A cell of each kind."""


def a_return(days_ago: int = 0, **cells: Cell) -> Row:
    return new_row(
        "returns", NOW - timedelta(days=days_ago), "小李", {**CELLS, **cells}
    )


def a_loss(days_ago: int = 0, **cells: Cell) -> Row:
    told: dict[str, Cell] = {"reason": "price", "buyer": "云朵8821", **cells}
    return new_row("lost", NOW - timedelta(days=days_ago), "小李", told)
