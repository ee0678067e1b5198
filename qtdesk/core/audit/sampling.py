"""Which order checks a lead looks at: a few of each agent and day, by a seed.

The seed and the records' own names alone decide, so that the same sample can be drawn
again on any computer, also after other records came or went.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from qtdesk.core.records import Record


class Every(StrEnum):
    """Of what span of time each agent has as many in a sample."""

    DAY = "day"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Draw:
    """What is drawn; two that are equal draw the same of the same records."""

    first: date
    last: date
    """The agents' days, both of them with it."""
    count: int
    """Of each agent and span; fewer where there are no more."""
    seed: int = 1
    every: Every = Every.DAY
    agent: str = ""
    """The only one that is looked at; empty for all."""

    @property
    def name(self) -> str:
        """What rows of the sample are marked with."""
        whose = f" {self.agent}" if self.agent else ""
        days = f"{self.first}..{self.last}"
        return f"{days} {self.count}/{self.every.value} #{self.seed}{whose}"


def drawn(
    records: Iterable[Record],
    draw: Draw,
    taken: Collection[str] = (),
    before: Collection[str] = (),
) -> tuple[Record, ...]:
    """The sample, by agent and day; none whose uid is among `taken`.

    Those of `before`, when the same was drawn already, stay in it.
    """
    piles: defaultdict[tuple[str, date], dict[str, Record]] = defaultdict(dict)
    for record in records:
        wanted = not draw.agent or record.agent == draw.agent
        in_time = draw.first <= record.day <= draw.last
        if wanted and in_time and record.uid not in taken:
            piles[record.agent, _start(record.day, draw.every)][record.uid] = record
    found = [
        record
        for pile in piles.values()
        for record in sorted(
            pile.values(), key=lambda r: (r.uid not in before, _lot(draw.seed, r.uid))
        )[: draw.count]
    ]
    return tuple(sorted(found, key=lambda r: (r.agent, r.made, r.uid)))


def agents_of(records: Iterable[Record]) -> tuple[str, ...]:
    """Everybody who checked something."""
    return tuple(sorted({record.agent for record in records}))


def monday_of(day: date) -> date:
    """The day with which the week of `day` begins."""
    return day - timedelta(days=day.weekday())


def _start(day: date, every: Every) -> date:
    return day if every is Every.DAY else monday_of(day)


def _lot(seed: int, uid: str) -> bytes:
    """A lot that nobody can choose, and anybody can draw again."""
    return hashlib.sha256(f"{seed} {uid}".encode()).digest()
