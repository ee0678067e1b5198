"""An order as it was read: its fields, its doubts, and the text cut into pieces.

Knows nothing of how fields are found. Immutable; a correction makes a new reading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qtdesk.core.orders.doubts import missing
from qtdesk.core.orders.fields import (
    Field,
    FieldName,
    Flag,
    Piece,
    PieceKind,
    Profile,
    Span,
)

_WORD = re.compile(r"[^\s,，;；、。|]+")
_MEANINGFUL = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text says; spans of fields that are not implied share no character."""

    text: str
    profile: Profile = Profile.CHINA
    fields: tuple[Field, ...] = ()
    """In the order in which they stand in the text."""
    labels: tuple[Span, ...] = ()
    """Words that only say what stands beside them."""
    notes: tuple[Flag, ...] = ()
    """Doubts about the text as a whole."""
    districtless: bool = False
    """The city has no districts, so that none is missing."""

    def get(self, name: FieldName) -> Field | None:
        """The first field of that name."""
        return next((field for field in self.fields if field.name is name), None)

    def value(self, name: FieldName) -> str:
        """The value of the first field of that name, or nothing."""
        found = self.get(name)
        return found.value if found else ""

    def values(self, name: FieldName) -> tuple[str, ...]:
        return tuple(field.value for field in self.fields if field.name is name)

    @property
    def flags(self) -> tuple[Flag, ...]:
        """Every doubt, each once: of the text, of its fields, and what is missing."""
        of_fields = (flag for field in self.fields for flag in field.flags)
        lacking = missing(self.profile, self.fields, districtless=self.districtless)
        return tuple(dict.fromkeys((*self.notes, *of_fields, *lacking)))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The whole text, cut by what it was read as."""
        known = [Piece(PieceKind.LABEL, span) for span in self.labels]
        known += [
            Piece(PieceKind.FIELD, span, field)
            for field in self.fields
            if not field.implied
            for span in field.spans
        ]
        known.sort(key=lambda piece: piece.span)
        found: list[Piece] = []
        position = 0
        for piece in known:
            found += _between(self.text, position, piece.span.start)
            found.append(piece)
            position = piece.span.end
        found += _between(self.text, position, len(self.text))
        return tuple(found)

    @property
    def left(self) -> tuple[Span, ...]:
        """What nobody knew what to do with, word by word."""
        return tuple(
            piece.span for piece in self.pieces if piece.kind is PieceKind.LEFT
        )


def _between(text: str, start: int, end: int) -> Iterator[Piece]:
    position = start
    for word in _WORD.finditer(text, start, end):
        if not _MEANINGFUL.search(word.group()):
            continue
        if position < word.start():
            yield Piece(PieceKind.GAP, Span(position, word.start()))
        yield Piece(PieceKind.LEFT, Span(*word.span()))
        position = word.end()
    if position < end:
        yield Piece(PieceKind.GAP, Span(position, end))
