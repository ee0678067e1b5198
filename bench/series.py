"""Figures of one kind, what they sum up to, and how they are shown."""

import math
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Series:
    """One figure, measured several times."""

    name: str
    unit: str
    values: Sequence[float]

    def percentile(self, percent: float) -> float:
        """The smallest value that at least `percent` of all do not exceed."""
        ordered = sorted(self.values)
        return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def table(found: Sequence[Series]) -> str:
    """One line for each series."""
    rows: list[tuple[str, ...]] = [("measured", "unit", "n", "p50", "p95", "max")]
    for series in found:
        figures = (series.percentile(percent) for percent in (50, 95, 100))
        count = str(len(series.values))
        rows.append((series.name, series.unit, count, *map("{:.1f}".format, figures)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for name, unit, *right in rows:
        cells = [name.ljust(widths[0]), unit.ljust(widths[1])]
        cells += map(str.rjust, right, widths[2:])
        lines.append("  ".join(cells))
    return "\n".join(lines)


def as_data(found: Sequence[Series]) -> dict[str, Any]:
    """Everything, with the machine it was measured on."""
    return {
        "machine": {
            "system": platform.system(),
            "processor": platform.machine(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        },
        "series": [
            {
                "name": series.name,
                "unit": series.unit,
                "p50": series.percentile(50),
                "p95": series.percentile(95),
                "max": series.percentile(100),
                "values": list(series.values),
            }
            for series in found
        ],
    }
