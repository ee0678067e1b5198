"""Finding a phrase while it is being typed.

The front ends know `SearchEngine` and the values it returns, never an engine itself.
"""

from qtdesk.core.search.answer import Answer, Hit, Marks, SearchEngine, Span
from qtdesk.core.search.plain import PlainSearch

__all__ = ["Answer", "Hit", "Marks", "PlainSearch", "SearchEngine", "Span"]
