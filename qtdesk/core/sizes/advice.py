"""From measures and a chart to a size, with the reason for it.

Girths and weight decide, the largest of them: what is too tight comes back. A height
decides where nothing else is known. Outside of a chart no size is named.
"""

from enum import StrEnum
from typing import NamedTuple

from qtdesk.core.sizes.measures import Measure, Measures
from qtdesk.core.sizes.table import Chart


class Fit(StrEnum):
    """How the buyer likes to wear it."""

    USUAL = "usual"
    LOOSE = "loose"


class Verdict(StrEnum):
    """What came of it."""

    FITS = "fits"
    TOO_SMALL = "too_small"
    """A measure is below the smallest size."""
    TOO_LARGE = "too_large"
    """A measure is above the largest size."""
    UNKNOWN = "unknown"
    """Nothing that the chart asks for is known."""


class Reason(NamedTuple):
    """One measure, and the size that it alone would take."""

    measure: Measure
    value: float
    size: str
    """Empty where it is outside of the chart."""
    decided: bool
    """Whether the size in the end is this one."""


class Advice(NamedTuple):
    """A size, or why there is none."""

    verdict: Verdict
    size: str
    """Empty where none fits or is known."""
    reasons: tuple[Reason, ...]
    missing: tuple[Measure, ...]
    """What the chart asks for and nobody has told."""
    loosened: bool = False
    """Whether it is one size more than the measures take, as was wished."""


def advise(chart: Chart, measures: Measures, fit: Fit = Fit.USUAL) -> Advice:
    """The size of `chart` for `measures`."""
    asked = chart.measures
    missing = tuple(each for each in asked if each not in measures)
    places = {
        each: _place(chart, each, measures[each]) for each in asked if each in measures
    }
    deciding: list[Measure] = [each for each in places if each is not Measure.HEIGHT]
    deciding = deciding or list(places)
    if Measure.WEIGHT in deciding and len(deciding) > 1:
        # Who was measured needs no weighing.
        deciding.remove(Measure.WEIGHT)
    if not deciding:
        return Advice(Verdict.UNKNOWN, "", (), missing)
    count = len(chart.rows)
    wanted = max(places[each] for each in deciding)
    outside = wanted >= count or min(places[each] for each in deciding) < 0
    reasons = tuple(
        Reason(
            *(each, measures[each]),
            chart.size_of(chart.rows[place]) if 0 <= place < count else "",
            decided=each in deciding and place == wanted,
        )
        for each, place in places.items()
    )
    if outside:
        verdict = Verdict.TOO_LARGE if wanted >= count else Verdict.TOO_SMALL
        return Advice(verdict, "", reasons, missing)
    loosened = fit is Fit.LOOSE and wanted + 1 < count
    size = chart.size_of(chart.rows[wanted + loosened])
    return Advice(Verdict.FITS, size, reasons, missing, loosened)


def _place(chart: Chart, measure: Measure, value: float) -> int:
    """The row for `value`; -1 below all of them, their number above all.

    Between two sizes it is the larger one.
    """
    if value < chart.range_of(measure, 0)[0]:
        return -1
    for number in range(len(chart.rows)):
        if value <= chart.range_of(measure, number)[1]:
            return number
    return len(chart.rows)
