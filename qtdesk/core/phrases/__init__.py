"""Phrases, the books they come from, and the shelf of all books in use.

Knows nothing of files: `qtdesk.formats` reads books, `qtdesk.storage` keeps them.
"""

from qtdesk.core.phrases.book import Book, Problem, Stage
from qtdesk.core.phrases.columns import PhraseColumns
from qtdesk.core.phrases.own import OWN
from qtdesk.core.phrases.phrase import Phrase
from qtdesk.core.phrases.picture import Picture
from qtdesk.core.phrases.shelf import Change, Shelf
from qtdesk.core.phrases.stages import CANONICAL_STAGES, stage_title
from qtdesk.core.phrases.validity import ALWAYS, Promotion, Validity

__all__ = [
    "ALWAYS",
    "CANONICAL_STAGES",
    "OWN",
    "Book",
    "Change",
    "Phrase",
    "PhraseColumns",
    "Picture",
    "Problem",
    "Promotion",
    "Shelf",
    "Stage",
    "Validity",
    "stage_title",
]
