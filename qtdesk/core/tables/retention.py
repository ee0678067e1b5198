"""How long rows stay: what is private goes first, and some rows as a whole later."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from qtdesk.core.records import plain
from qtdesk.core.tables.row import Row
from qtdesk.core.tables.table import Table

REMOVED_DAYS = 30
"""How long a row that was taken away can come back."""


def kept_on(
    today: date, tables: Mapping[str, Table], private_days: int
) -> Callable[[Row], Row | None]:
    """What is left of a row on the day `today`; None where it is to go.

    `private_days` holds for tables that say nothing of their own, and as the longest.
    """

    def kept(row: Row) -> Row | None:
        removed = row.removed
        if removed is not None and _age(removed.at.date(), today) >= REMOVED_DAYS:
            return None
        table = tables.get(row.table)
        if table is None:
            # Nobody can tell any more what in it is private.
            due = _age(row.day, today) >= private_days and not row.let_go
            return replace(row.without(row.cells), earlier=()) if due else row
        if table.lasting:
            return row
        limits = table.retention
        since = row.touched.date() if limits.since_change else row.day
        age = _age(since, today)
        if limits.rows is not None and age >= limits.rows:
            return None
        longest = private_days if limits.private is None else limits.private
        if age >= longest and not (row.let_go and table.private.isdisjoint(row.cells)):
            return row.without(table.private)
        return row

    return kept


def without_order(order: str) -> Callable[[Row], Row | None]:
    """What is left of a row once the order of exactly that number is forgotten."""
    number = plain(order)

    def kept(row: Row) -> Row | None:
        told = (
            *row.cells.values(),
            *(c for e in row.earlier for c in e.cells.values()),
        )
        mentions = any(number in plain(str(cell)) for cell in told if cell is not None)
        return None if number and mentions else row

    return kept


def _age(day: date, today: date) -> int:
    return (today - day).days
