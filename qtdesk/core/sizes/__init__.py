"""Which size fits: a buyer's measures, read from what was written, and a size table.

Pure reckoning over tables that somebody else reads. Knows nothing of bodies but what a
table says of them: what stands in no table is not guessed.
"""

from qtdesk.core.sizes.advice import Advice, Fit, Reason, Verdict, advise
from qtdesk.core.sizes.measures import (
    UNITS,
    Measure,
    Measures,
    read_measures,
    written,
)
from qtdesk.core.sizes.saying import Said, likeliest, say
from qtdesk.core.sizes.table import Chart, Column, Row, SizeTable

__all__ = [
    "UNITS",
    "Advice",
    "Chart",
    "Column",
    "Fit",
    "Measure",
    "Measures",
    "Reason",
    "Row",
    "Said",
    "SizeTable",
    "Verdict",
    "advise",
    "likeliest",
    "read_measures",
    "say",
    "written",
]
