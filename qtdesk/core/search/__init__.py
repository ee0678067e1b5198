"""Finding a phrase while it is being typed.

The front ends know `SearchEngine` and the values it returns, never an engine itself.
Engines are imported from their own modules, late: the start has no use for them.
"""

from qtdesk.core.search.answer import Answer, Hit, Marks, SearchEngine, Span
from qtdesk.core.search.habits import Habits

__all__ = ["Answer", "Habits", "Hit", "Marks", "SearchEngine", "Span"]
