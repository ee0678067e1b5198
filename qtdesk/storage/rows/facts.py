"""The facts of the shop among the agent's own data, read without their tables.

A phrase asks for them while somebody waits, and at a start nothing else of the tables
is loaded.
"""

from collections.abc import Iterator
from contextlib import suppress

from qtdesk.core.facts import TABLE, Fact, fact_from
from qtdesk.storage.agent_data import AgentData

PREFIX = "rows-"
"""How tables of rows are called among the agent's own data."""


def kept_facts(data: AgentData) -> Iterator[Fact]:
    """All that were not taken away, the one last changed first."""
    name = f"{PREFIX}{TABLE}"
    if name not in data.tables.tables():
        return
    rows = [document.get("row", {}) for document in data.tables.table(name)]
    rows.sort(key=_touched, reverse=True)
    for row in rows:
        if "removed" not in row:
            with suppress(AttributeError, KeyError, TypeError, ValueError):
                yield fact_from(row)


def _touched(row: dict[str, object]) -> str:
    earlier = row.get("earlier")
    last = earlier[-1].get("at") if isinstance(earlier, list) and earlier else None
    return str(last or row.get("made", ""))
