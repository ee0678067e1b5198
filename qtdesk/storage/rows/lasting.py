"""Rows that belong to no day, such as facts of the shop: among the agent's own data.

There they are in memory from the start, so that a phrase can be filled at once, and
have the backups that settings have.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from datetime import date

from tinydb import where

from qtdesk.core.ports.tables import Change, Watch, read_on
from qtdesk.core.tables import Row, fields_of_row, row_from
from qtdesk.storage.agent_data import AgentData
from qtdesk.storage.rows.facts import PREFIX


class LastingRows:
    """See `qtdesk.core.ports.tables.Rows`; changed on the thread of the data only."""

    def __init__(self, data: AgentData) -> None:
        self._tables = data.tables

    def put(self, rows: Sequence[Row]) -> None:
        for row in rows:
            document = {"uid": row.uid, "row": fields_of_row(row)}
            table = self._tables.table(_name(row.table))
            table.upsert(document, where("uid") == row.uid)

    def of(
        self,
        table: str,
        first: date | None = None,
        last: date | None = None,
        watch: Watch = read_on,
    ) -> Iterator[Row]:
        if not watch(0, 1) or _name(table) not in self._tables.tables():
            return
        for document in self._tables.table(_name(table)):
            with suppress(KeyError, ValueError):
                row = row_from(table, document["row"])
                if first is not None and row.day < first:
                    continue
                if last is None or row.day <= last:
                    yield row

    def revise(self, change: Change, traces: Collection[str] = ()) -> int:
        """Do `change`; what was before goes with the lines of the agent's journal."""
        del traces
        changed = 0
        for name in self._tables.tables():
            if not name.startswith(PREFIX):
                continue
            for row in list(self.of(name.removeprefix(PREFIX))):
                other = change(row)
                changed += other is not row
                if other is None:
                    self._tables.table(name).remove(where("uid") == row.uid)
                elif other is not row:
                    self.put((other,))
        return changed

    def back_up(self) -> int:
        """Do nothing: the agent's data are backed up as a whole."""
        return 0


def _name(table: str) -> str:
    return f"{PREFIX}{table}"
