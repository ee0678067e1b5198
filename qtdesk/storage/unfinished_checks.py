"""Checks under way, in a table of their own among the agent's data.

Whole documents, one for each check: what is kept is exactly what was handed over.
"""

from collections.abc import Mapping
from typing import Any

from tinydb import where

from qtdesk.storage.agent_data import AgentData

_MOST = 200
"""Checks that are kept; an agent who leaves more open has forgotten the oldest."""


class KeptChecks:
    """The table; see `qtdesk.core.ports.checks.UnfinishedChecks`."""

    def __init__(self, data: AgentData) -> None:
        self._table = data.tables.table("checks")

    def all(self) -> tuple[Mapping[str, Any], ...]:
        """What was kept, the oldest first; nothing of what is no check."""
        rows = sorted(self._table, key=lambda row: row.doc_id)
        return tuple(
            row["check"] for row in rows if isinstance(row.get("check"), Mapping)
        )

    def keep(self, uid: str, fields: Mapping[str, Any]) -> None:
        """Have `fields`, and nothing else, under `uid`.

        Raises:
            StoreError: they could not be written; what was there stays.
        """
        document = {"uid": uid, "check": dict(fields)}
        self._table.upsert(document, where("uid") == uid)
        if len(self._table) > _MOST:
            rows = sorted(row.doc_id for row in self._table)
            self._table.remove(doc_ids=rows[:-_MOST])

    def drop(self, uid: str) -> None:
        """Forget what is under `uid`, if anything is. Raises as `keep`."""
        self._table.remove(where("uid") == uid)
