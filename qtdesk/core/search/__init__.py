"""Finding a phrase while it is being typed.

The front ends know `SearchEngine` and the values it returns, never an engine itself.
"""

from qtdesk.core.search.answer import Answer, Hit, Marks, SearchEngine, Span

__all__ = ["Answer", "Hit", "Marks", "SearchEngine", "Span"]
