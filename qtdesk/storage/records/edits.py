"""What is taken out of segments: one order, or what is personal and too old.

Pure rules over lines; `rewriting` is what applies them to files.
"""

import calendar
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from qtdesk.core.records import PERSONAL, plain
from qtdesk.storage.journal.lines import Put
from qtdesk.storage.records.segment import CORRECTIONS

_STARS = "****"
_PERSONAL_KEY = json.dumps(PERSONAL).encode()
_LEAST_MENTION = 4
"""Characters of an order number that is looked for in the texts of other records."""


@dataclass(slots=True)
class Forgetting:
    """Everything about one order goes, by its records' names and its number."""

    orders: frozenset[str]
    """The number in every way in which it was written."""
    uids: frozenset[str]
    """The records' own names, by which corrections without the number are found."""
    personal: frozenset[str] = frozenset()
    """Values by which damaged pieces of the records are recognised."""
    why: str = field(default="forgotten", init=False)
    _numbers: frozenset[str] = field(init=False)
    _mention: re.Pattern[str] | None = field(init=False)
    _traces: tuple[bytes, ...] = field(init=False)
    _traces_in_damage: tuple[bytes, ...] = field(init=False)

    def __post_init__(self) -> None:
        self._numbers = frozenset(map(plain, self.orders))
        said = {order for order in self.orders if len(order) >= _LEAST_MENTION}
        any_of = "|".join(map(re.escape, sorted(said)))
        # A number within a longer one is another number.
        pattern = rf"(?<![0-9A-Za-z])(?:{any_of})(?![0-9A-Za-z])"
        self._mention = re.compile(pattern) if said else None
        self._traces = _as_bytes(said | self.uids)
        # Others may live at the same address: whole lines are not taken for it.
        self._traces_in_damage = self._traces + _as_bytes(self.personal)

    def touches(self, path: Path, data: bytes) -> bool:
        del path
        return any(trace in data for trace in self._traces)

    def keep(self, put: Put) -> Put | None:
        number = put.fields.get("order")
        if record_named_in(put.table, put.fields) in self.uids:
            return None
        if isinstance(number, str) and number and plain(number) in self._numbers:
            return None
        return put._replace(fields=self._starred(put.fields))

    def keep_damaged(self, path: Path, data: bytes) -> bool:
        del path
        return not any(trace in data for trace in self._traces_in_damage)

    def _starred(self, value: Any) -> Any:
        """`value` without the order's number in any of its texts."""
        if isinstance(value, str):
            return self._mention.sub(_STARS, value) if self._mention else value
        if isinstance(value, Mapping):
            return {name: self._starred(each) for name, each in value.items()}
        if isinstance(value, list):
            return [self._starred(each) for each in value]
        return value


@dataclass(slots=True)
class Expiring:
    """What is personal goes from days before a day; the verdicts stay."""

    before: date
    why: str = field(default="expired", init=False)

    def touches(self, path: Path, data: bytes) -> bool:
        """The second: damaged pieces that were put aside, and whose month is over."""
        return _PERSONAL_KEY in data or self._is_over(path)

    def keep(self, put: Put) -> Put | None:
        if PERSONAL not in put.fields or not self._is_due(put.fields):
            return put
        rest = {name: each for name, each in put.fields.items() if name != PERSONAL}
        return put._replace(fields=rest)

    def keep_damaged(self, path: Path, data: bytes) -> bool:
        """Nobody can take a name out of such a piece: it goes with its month."""
        del data
        return not self._is_over(path)

    def _is_over(self, path: Path) -> bool:
        return last_day_of(path.stem) < self.before

    def _is_due(self, fields: Mapping[str, Any]) -> bool:
        # A date that nobody can read is no reason to keep a name for ever.
        try:
            return date.fromisoformat(str(fields.get("made"))[:10]) < self.before
        except ValueError:
            return True


Edit = Forgetting | Expiring


def last_day_of(month: str) -> date:
    """The last day of a month such as `2026-10`."""
    year, number = map(int, month.split("-"))
    return date(year, number, calendar.monthrange(year, number)[1])


def record_named_in(table: str, fields: Mapping[str, Any]) -> str:
    """The name of the record that a document is, or that it corrects."""
    return str(fields.get("record" if table == CORRECTIONS else "uid", ""))


def _as_bytes(texts: Iterable[str]) -> tuple[bytes, ...]:
    """How texts lie in a file; lines with half a surrogate pair are all escapes."""
    forms = {
        json.dumps(text, ensure_ascii=escaped)[1:-1]
        for text in texts
        if text
        for escaped in (False, True)
    }
    return tuple(sorted(form.encode(errors="surrogatepass") for form in forms))
