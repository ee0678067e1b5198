"""What a shop can learn from its records: scores by week, causes by how often.

Counts only what was recorded here, says of how many, and makes no percentage of a
handful.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from qtdesk.core.audit.sampling import monday_of
from qtdesk.core.audit.sheet import TABLE, is_open, score_of
from qtdesk.core.checklists.recording import USUAL
from qtdesk.core.records import ItemVerdict, Record
from qtdesk.core.tables import Row, Table

FEWEST = 5
"""Cases below which a percentage would say more than anybody knows."""
OVERRIDES, STOPS = "overrides", "stops"
CAUSES: Mapping[str, tuple[str, str]] = {
    "lost": ("lost", "reason"),
    "reviews": ("reviews", "cause"),
    "returns": ("returns", "reason"),
    "freight": ("returns", "freight"),
}
"""Tallies of rows: of which table, and by which of its columns."""
COUNTED = (TABLE, *dict.fromkeys(table for table, _ in CAUSES.values()))
"""The tables that are asked for."""


class Period(NamedTuple):
    """Days, the first and the last with them."""

    first: date
    last: date

    def has(self, day: date) -> bool:
        return self.first <= day <= self.last


class Share(NamedTuple):
    """Some of a whole."""

    part: int
    whole: int
    cases: int
    """Orders or rows that it stands on."""

    @property
    def percent(self) -> int | None:
        """Rounded; None where too few cases are there to tell."""
        if self.cases < FEWEST or not self.whole:
            return None
        return round(100 * self.part / self.whole)


class Line(NamedTuple):
    """One cause."""

    key: tuple[str, ...]
    """List, item and rule; or the one answer of the table."""
    times: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Causes of one kind, the most frequent first."""

    id: str
    whole: int
    """Checks, or rows that name a cause, of which these are counted."""
    lines: tuple[Line, ...] = ()

    def share(self, key: tuple[str, ...]) -> Share:
        """How often `key` was met."""
        times = next((line.times for line in self.lines if line.key == key), 0)
        return Share(times, self.whole, self.whole)


class Week(NamedTuple):
    """What one agent's audited orders of one week came to."""

    agent: str
    monday: date
    score: Share


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is told of one period."""

    period: Period
    checks: int
    tallies: tuple[Tally, ...]
    weeks: tuple[Week, ...]
    """By agent, then by week."""


def figures_of(
    records: Iterable[Record],
    rows: Mapping[str, Iterable[Row]],
    audits: Table,
    period: Period,
    agent: str = "",
) -> Figures:
    """The figures of `period`; of one agent, where one is named.

    `rows` are those of each of the tables `COUNTED`.
    """
    checks = [
        record
        for record in records
        if period.has(record.day) and agent in ("", record.agent)
    ]
    living = {
        name: [row for row in found if row.removed is None]
        for name, found in rows.items()
    }
    tallies = (
        _tally(OVERRIDES, len(checks), _met(checks, overridden=True)),
        _tally(STOPS, len(checks), _met(checks, overridden=False)),
        *(
            _of_rows(name, living.get(table, ()), column, period, agent)
            for name, (table, column) in CAUSES.items()
        ),
    )
    weeks = tuple(_weeks(living.get(TABLE, ()), audits, period, agent))
    return Figures(period, len(checks), tallies, weeks)


def _met(checks: Iterable[Record], *, overridden: bool) -> Iterator[tuple[str, ...]]:
    """Each stop once a check; or each that was let pass."""
    for record in checks:
        for item in record.items:
            stopped = item.verdict is ItemVerdict.STOP
            if item.overridden if overridden else stopped:
                rules = (rule for rule in item.reasons if rule != USUAL)
                name = item.item.partition(".")[0]
                yield record.checklist, name, next(rules, "")


def _of_rows(
    name: str, rows: Iterable[Row], column: str, period: Period, agent: str
) -> Tally:
    causes = [
        (str(row.cells[column]),)
        for row in rows
        if period.has(row.day) and agent in ("", row.agent) and column in row.cells
    ]
    return _tally(name, len(causes), causes)


def _tally(name: str, whole: int, keys: Iterable[tuple[str, ...]]) -> Tally:
    counted = Counter(keys)
    lines = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    return Tally(name, whole, tuple(Line(key, times) for key, times in lines))


def _weeks(
    rows: Iterable[Row], audits: Table, period: Period, agent: str
) -> Iterator[Week]:
    """Of orders of which all is decided: what the record says alone is no score."""
    piles: defaultdict[tuple[str, date], list[Row]] = defaultdict(list)
    for row in rows:
        if is_open(row, audits):
            continue
        checked_on = row.cells.get("checked_on")
        day = checked_on if isinstance(checked_on, date) else row.day
        who = str(row.cells.get("reviewed", ""))
        if period.has(day) and agent in ("", who) and score_of(row, audits).asked:
            piles[who, monday_of(day)].append(row)
    for (who, monday), pile in sorted(piles.items()):
        scores = [score_of(row, audits) for row in pile]
        met, asked = sum(s.met for s in scores), sum(s.asked for s in scores)
        yield Week(who, monday, Share(met, asked, len(pile)))
