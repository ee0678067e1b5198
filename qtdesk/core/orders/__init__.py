"""Reading orders: what an agent copied becomes fields with their places in the text.

Plain Python without files. Nothing is looked up, guessed silently or sent; what is not
understood is shown as it is, and a doubt is a flag.
"""

from qtdesk.core.orders.fields import (
    REPEATED,
    Field,
    FieldName,
    Flag,
    FlagKind,
    Piece,
    PieceKind,
    Profile,
    Span,
)
from qtdesk.core.orders.reader import OrderReader
from qtdesk.core.orders.reading import Reading
from qtdesk.core.orders.regions import Regions

__all__ = [
    "REPEATED",
    "Field",
    "FieldName",
    "Flag",
    "FlagKind",
    "OrderReader",
    "Piece",
    "PieceKind",
    "Profile",
    "Reading",
    "Regions",
    "Span",
]
