"""What is said of a size: a phrase of the table's own, and what fills it.

It leaves the desk as any other phrase does, which this module knows nothing of.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from qtdesk.core.phrases import Phrase
from qtdesk.core.sizes.advice import Advice, Fit, Reason, Verdict, advise
from qtdesk.core.sizes.measures import Measure, Measures, written
from qtdesk.core.sizes.table import Chart, SizeTable

_NAMES = {
    Measure.HEIGHT: "身高",
    Measure.WEIGHT: "体重",
    Measure.BUST: "胸围",
    Measure.UNDERBUST: "下胸围",
    Measure.DIFFERENCE: "上下胸围差",
    Measure.WAIST: "腰围",
    Measure.HIP: "臀围",
    Measure.FOOT: "脚长",
    Measure.HEAD: "头围",
    Measure.FINGER: "手寸",
}
"""As buyers read it: tables and their sentences are in Chinese."""
_BOOK, _STAGE = "sizes", "answer"


class Said(NamedTuple):
    """One recommendation, to look at and to paste."""

    size: str
    """Empty where there is none."""
    verdict: Verdict
    phrase: Phrase | None
    """For the buyer; None where nothing can be said yet."""
    answers: Mapping[str, str]
    """What fills the phrase."""
    reasons: tuple[Reason, ...]
    missing: tuple[Measure, ...]


def say(
    table: SizeTable, chart: Chart, measures: Measures, fit: Fit = Fit.USUAL
) -> Said:
    """The size of `chart`, or of all charts of a table that belong together."""
    charts = table.charts if table.together else (chart,)
    advices = [advise(each, measures, fit) for each in charts]
    verdict = _worst(advices)
    reasons = tuple(reason for one in advices for reason in one.reasons)
    missing = tuple(
        dict.fromkeys(measure for one in advices for measure in one.missing)
    )
    if verdict is Verdict.UNKNOWN:
        return Said("", verdict, None, {}, reasons, missing)
    size = "".join(one.size for one in advices) if verdict is Verdict.FITS else ""
    text = table.phrase if size else table.none
    phrase = Phrase(_BOOK, table.id, _STAGE, "", table.title, (text,))
    told = "、".join(map(_told, reasons))
    answers = {"measures": told, "size": size, "reason": _because(advices)}
    return Said(size, verdict, phrase, answers, reasons, missing)


def likeliest(
    offered: Sequence[tuple[SizeTable, Chart]], measures: Measures
) -> int | None:
    """Which of the charts `measures` are for; None where none of them has a size.

    The one that asks for most of them. Of those that ask for as many it is the table
    that stands last, which are tops for women among ours, and the first of its charts.
    """
    places: list[tuple[int, int, int]] = []
    tables = list(dict.fromkeys(table.id for table, _ in offered))
    for number, (table, chart) in enumerate(offered):
        said = say(table, chart, measures)
        if said.verdict is Verdict.FITS:
            place = tables.index(table.id)
            places.append((len(said.reasons), place, -number))
    return -max(places)[2] if places else None


def _worst(advices: Sequence[Advice]) -> Verdict:
    """Outside of one chart is outside of all; unknown only where nothing is worse."""
    verdicts = [one.verdict for one in advices]
    for each in (Verdict.TOO_LARGE, Verdict.TOO_SMALL, Verdict.UNKNOWN):
        if each in verdicts:
            return each
    return Verdict.FITS


def _told(reason: Reason) -> str:
    return f"{_NAMES[reason.measure]}{written(reason.measure, reason.value)}"


def _because(advices: Sequence[Advice]) -> str:
    """Why it is this size, in half a sentence each."""
    parts = []
    for one in advices:
        decided = [_NAMES[each.measure] for each in one.reasons if each.decided]
        others = [each for each in one.reasons if not each.decided and each.size]
        parts.append(f"按{'、'.join(decided)}选")
        parts += [
            f"{_NAMES[each.measure]}对应{each.size}"
            for each in others
            if each.size != one.size
        ]
        if one.loosened:
            parts.append("您喜欢宽松，所以大了一码")
    return "，".join(parts)
