"""Promises, in a table of their own among the agent's data.

Whole documents, one for each promise. None goes because there are many: when one goes
is the business of `qtdesk.core.promises`.
"""

from collections.abc import Mapping
from typing import Any

from qtdesk.storage.agent_data import AgentData


class PromiseTable:
    """The table; see `qtdesk.core.ports.promises.KeptPromises`."""

    def __init__(self, data: AgentData) -> None:
        self._table = data.tables.table("promises")
        self._places = {str(row.get("uid", "")): row.doc_id for row in self._table}
        """Where each is: hundreds are reminded of at once after a long sleep."""

    def all(self) -> tuple[Mapping[str, Any], ...]:
        """What was kept, the oldest first; nothing of what is no promise."""
        rows = sorted(self._table, key=lambda row: row.doc_id)
        return tuple(
            row["promise"] for row in rows if isinstance(row.get("promise"), Mapping)
        )

    def keep(self, uid: str, fields: Mapping[str, Any]) -> None:
        """Have `fields`, and nothing else, under `uid`.

        Raises:
            StoreError: they could not be written; what was there stays.
        """
        document = {"uid": uid, "promise": dict(fields)}
        place = self._places.get(uid)
        if place is not None and self._table.contains(doc_id=place):
            self._table.update(document, doc_ids=[place])
        else:
            self._places[uid] = self._table.insert(document)

    def drop(self, uid: str) -> None:
        """Forget what is under `uid`, if anything is. Raises as `keep`."""
        place = self._places.pop(uid, None)
        if place is not None and self._table.contains(doc_id=place):
            self._table.remove(doc_ids=[place])
