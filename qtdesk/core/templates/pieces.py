"""A text in pieces while it is filled, and the text they make in the end.

Knows where each piece came from, not what it means.
"""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

from qtdesk.core.templates.dropping import cuts
from qtdesk.core.templates.outcome import Span


class Role(Enum):
    """What a piece is in the finished text."""

    WRITTEN = auto()
    FILLED = auto()
    COPIED = auto()
    """The same, with what nobody wrote for this text: a value of an order, a name."""
    GAP = auto()
    DROPPED = auto()
    """Empty; takes its punctuation along."""
    CURSOR = auto()
    """Empty; where the cursor belongs."""


class Piece(NamedTuple):
    """A part of the text, never cut but by a neighbour that drops."""

    text: str
    role: Role


class Joined(NamedTuple):
    """The text, and what is to be known of its parts."""

    text: str
    filled: tuple[Span, ...]
    copied: tuple[Span, ...]
    """Those of them that were copied."""
    gaps: tuple[Span, ...]
    cursor: int | None


class Pieces:
    """Collects pieces in order."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []

    def add(self, text: str, role: Role) -> None:
        self._pieces.append(Piece(text, role))

    def joined(self) -> Joined:
        """All of it, without what drops and without line ends at the end."""
        text = ""
        spans: dict[Role, list[Span]] = {role: [] for role in Role}
        for piece in _without_dropped(list(_merged(self._pieces))):
            end = len(text) + len(piece.text)
            spans[piece.role].append(Span(len(text), end))
            text += piece.text
        text = text.rstrip("\n")
        cursors = spans[Role.CURSOR]
        return Joined(
            text,
            tuple(sorted(spans[Role.FILLED] + spans[Role.COPIED])),
            tuple(spans[Role.COPIED]),
            tuple(spans[Role.GAP]),
            min(cursors[0].start, len(text)) if cursors else None,
        )


def _merged(pieces: list[Piece]) -> Iterator[Piece]:
    """Written pieces side by side as one, and dropped ones, too."""
    for role, run in groupby(pieces, key=lambda piece: piece.role):
        if role in (Role.WRITTEN, Role.DROPPED):
            yield Piece("".join(piece.text for piece in run), role)
        else:
            yield from run


def _without_dropped(pieces: list[Piece]) -> list[Piece]:
    """Pieces with text, and the cursor; neighbours of what drops are cut to fit."""
    kept = [piece for piece in pieces if piece.role is not Role.DROPPED]
    at = 0
    for piece in pieces:
        if piece.role is not Role.DROPPED:
            at += 1
            continue
        before = "".join(each.text for each in kept[:at])
        behind = next((each.text for each in kept[at:] if each.text), "")
        left, right = cuts(before, behind)
        _cut(kept, reversed(range(at)), tail=left)
        _cut(kept, range(at, len(kept)), head=right)
    return kept


def _cut(
    pieces: list[Piece], places: Iterable[int], *, head: int = 0, tail: int = 0
) -> None:
    """Cut the first piece with text at one of `places`, if it was written."""
    at = next((place for place in places if pieces[place].text), None)
    if at is not None and pieces[at].role is Role.WRITTEN:
        text = pieces[at].text
        pieces[at] = Piece(text[head : max(len(text) - tail, 0)], Role.WRITTEN)
