"""The lead's audit: a sample of order checks, a sheet of marks, figures of the shop.

Plain values of records and rows of tables; reads and writes nothing itself. It counts
what agents recorded here, and nothing else.
"""

from qtdesk.core.audit.figures import (
    FEWEST,
    Figures,
    Line,
    Period,
    Share,
    Tally,
    Week,
    figures_of,
)
from qtdesk.core.audit.known import Known, known_of
from qtdesk.core.audit.sampling import Draw, Every, agents_of, drawn
from qtdesk.core.audit.sheet import (
    TABLE,
    Answer,
    Score,
    decided,
    is_open,
    marks_of,
    new_audit,
    score_of,
)

__all__ = [
    "FEWEST",
    "TABLE",
    "Answer",
    "Draw",
    "Every",
    "Figures",
    "Known",
    "Line",
    "Period",
    "Score",
    "Share",
    "Tally",
    "Week",
    "agents_of",
    "decided",
    "drawn",
    "figures_of",
    "is_open",
    "known_of",
    "marks_of",
    "new_audit",
    "score_of",
]
