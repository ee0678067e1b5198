"""Settings, notes and what was used lately: the agent's own data as the core sees them.

Kept in the tables of `AgentData`, which says when a change is on the disk.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tinydb import where
from tinydb.table import Document

from qtdesk.core.facts import Fact
from qtdesk.core.ports import Safekeeping
from qtdesk.storage.agent_data import AgentData
from qtdesk.storage.kept_promises import PromiseTable
from qtdesk.storage.rows.facts import kept_facts

_MOST_RECENT = 50
_DIGITS = 4
"""Of a level; finer is not felt, and every use writes them."""


class DeskStore:
    """The agent's own data; see `qtdesk.core.ports.Store`."""

    def __init__(self, data: AgentData) -> None:
        self._data = data
        self._tables = data.tables
        self._uses = data.tables.table("uses")
        self._own = data.tables.table("own_phrases")
        latest = sorted(self._uses, key=_last, reverse=True)
        self._recent = [str(row.get("phrase", "")) for row in latest[:_MOST_RECENT]]
        self._levels = dict(_levels(latest))
        self._last = max(map(_last, latest), default=0)
        self.promises = PromiseTable(data)

    @property
    def safekeeping(self) -> Safekeeping:
        return self._data

    def settings(self) -> dict[str, str]:
        return _texts(self._tables.only("settings"))

    def save_settings(self, texts: Mapping[str, str]) -> None:
        self._tables.put_only("settings", texts)

    def recent(self) -> tuple[str, ...]:
        return tuple(self._recent)

    def levels(self) -> dict[str, float]:
        return dict(self._levels)

    def add_recent(self, key: str, level: float | None = None) -> None:
        self._last += 1
        row = self._uses.get(where("phrase") == key)
        count = int(row.get("count", 0)) + 1 if isinstance(row, Document) else 1
        used = {"phrase": key, "count": count, "last": self._last}
        if level is not None:
            used["level"] = self._levels[key] = round(level, _DIGITS)
        if isinstance(row, Document):
            self._uses.update(used, doc_ids=[row.doc_id])
        else:
            self._uses.insert(used)
        others = [each for each in self._recent if each != key]
        self._recent = [key, *others][:_MOST_RECENT]

    def note(self, name: str) -> str:
        return _texts(self._tables.only("notes")).get(name, "")

    def save_note(self, name: str, text: str) -> None:
        notes = self._tables.only("notes")
        self._tables.put_only("notes", {**notes, name: text})

    def facts(self) -> tuple[Fact, ...]:
        return tuple(kept_facts(self._data))

    def own_phrases(self) -> Sequence[Mapping[str, Any]]:
        return list(self._own)

    def save_own_phrase(self, key: str, values: Mapping[str, Any]) -> None:
        row = self._own.get(where("key") == key)
        fields = {"key": key, **values}
        if isinstance(row, Document):
            # A field that is gone must not stay behind.
            self._tables.put("own_phrases", row.doc_id, fields)
        else:
            self._own.insert(fields)

    def remove_own_phrase(self, key: str) -> None:
        self._own.remove(where("key") == key)

    def flush(self) -> None:
        """Write what is only in memory; to be called once, at the end.

        Raises:
            StoreError: it could not be written.
        """
        self._data.flush()


def _texts(document: Mapping[str, object]) -> dict[str, str]:
    return {name: str(text) for name, text in document.items()}


def _levels(rows: Iterable[Mapping[str, object]]) -> Iterator[tuple[str, float]]:
    """What is known of them: rows of earlier releases have no level."""
    for row in rows:
        level = row.get("level")
        if isinstance(level, int | float):
            yield str(row.get("phrase", "")), float(level)


def _last(row: Mapping[str, object]) -> int:
    last = row.get("last")
    return last if isinstance(last, int) else 0
