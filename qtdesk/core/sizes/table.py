"""A size table as a shop has it: sizes in rows, small to large, measures in columns.

Only the values; `formats` reads them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from qtdesk.core.sizes.measures import UNITS, Measure

SIZE_KEYS = ("size", "mark", "eu", "hong_kong")
"""Columns that may name a size; the first that a chart has does."""
FROM, TO = "_from", "_to"
_TO_CM_OR_KG = {"mm": 0.1, "斤": 0.5, "尺": 100 / 3}


class Column(NamedTuple):
    """One column, with its name as the shop writes it."""

    key: str
    title: str
    unit: str = ""


Row = Mapping[str, str]
"""What stands in a row, by the key of the column, as written."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart of a table, such as that of women's shoes."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def measures(self) -> tuple[Measure, ...]:
        """What it asks of a body, in the order of its columns."""
        return tuple(dict.fromkeys(self._measures()))

    def _measures(self) -> Iterator[Measure]:
        known = set(Measure)
        for column in self.columns:
            name = column.key.removesuffix(FROM).removesuffix(TO)
            if name in known:
                yield Measure(name)

    def size_of(self, row: Row) -> str:
        """What a size is called; empty where no column does."""
        return next((row[key] for key in SIZE_KEYS if key in row), "")

    def range_of(self, measure: Measure, number: int) -> tuple[float, float]:
        """From where up to where the size in row `number` is for, both included.

        Where the table has a single value, half the way to the next size on each side.
        """
        if f"{measure}{FROM}" in self.rows[number]:
            start, end = f"{measure}{FROM}", f"{measure}{TO}"
            return self._value(start, number), self._value(end, number)
        others = [self._value(measure, each) for each in range(len(self.rows))]
        value = others[number]
        below = others[number - 1] if number else None
        above = others[number + 1] if number + 1 < len(others) else None
        step_down = value - below if below is not None else (above or value) - value
        step_up = above - value if above is not None else step_down
        return value - step_down / 2, value + step_up / 2

    def _value(self, key: str, number: int) -> float:
        """A figure in the unit in which its measure is kept."""
        unit = next(column.unit for column in self.columns if column.key == key)
        measure = Measure(key.removesuffix(FROM).removesuffix(TO))
        scale = _TO_CM_OR_KG.get(unit, 1) / _TO_CM_OR_KG.get(UNITS[measure], 1)
        return float(self.rows[number][key]) * scale


@dataclass(frozen=True, slots=True)
class SizeTable:
    """All that one file says of one kind of goods."""

    id: str
    title: str
    charts: tuple[Chart, ...]
    phrase: str
    """What is said to the buyer, with {measures}, {size} and {reason}."""
    none: str
    """The same where no size fits, with {measures}."""
    note: str
    """What is told beside every figure."""
    source: str
    as_of: str
    example: bool = False
    """Whether its figures show the form only."""
    together: bool = False
    """Whether a size is made of one from each chart, such as 75B."""
