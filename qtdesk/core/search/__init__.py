"""Finding a phrase while it is being typed.

The front ends know `SearchEngine` and the values it returns, never an engine itself.
"""

from qtdesk.core.search.answer import Answer, Hit, Marks, SearchEngine, Span
from qtdesk.core.search.compiler import Compiler
from qtdesk.core.search.engine import StreamSearch
from qtdesk.core.search.habits import Habits
from qtdesk.core.search.index import BookIndex, IndexBuilder
from qtdesk.core.search.packing import index_name, pack, unpack
from qtdesk.core.search.plain import PlainSearch
from qtdesk.core.search.readings import Readings

__all__ = [
    "Answer",
    "BookIndex",
    "Compiler",
    "Habits",
    "Hit",
    "IndexBuilder",
    "Marks",
    "PlainSearch",
    "Readings",
    "SearchEngine",
    "Span",
    "StreamSearch",
    "index_name",
    "pack",
    "unpack",
]
