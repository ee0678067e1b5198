"""Phrases that answer what a buyer said, in the buyer's own words.

A sentence is taken apart into pairs of characters, and words of letters. A phrase is
the better, the rarer the pieces it shares, and the more so if it shares all of a
keyword: keywords are what buyers say. Nothing here is exact, so nothing of it is mixed
with what a search finds.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qtdesk.core.search.index import BookIndex
from qtdesk.core.search.needles import literal_probe
from qtdesk.core.search.probe import Probe
from qtdesk.core.search.scan import lines
from qtdesk.core.search.streams import NOWHERE, Streams

_MARKS = "?？"
"""Put in front, they say that a buyer's sentence follows."""
_HAN = "\u3400-\u9fff"
_PARTS = re.compile(f"[{_HAN}]+|[a-z0-9][a-z0-9'-]*")
_LITTLE = frozenset(
    "的了吗呢吧啊呀哦哈嘛么我你您他她它们这那是就都也还要有个一不在给和到"
)
"""Characters that say little when they stand alone."""
_LITTLE_WORDS = frozenset(
    (
        *("a", "an", "and", "are", "can", "do", "for", "i", "in", "is", "it", "my"),
        *("of", "on", "or", "please", "the", "to", "we", "you", "your"),
    )
)
_LONGEST = 200
"""Characters that are looked at; who pastes more has pasted a conversation."""
_MOST_LINES = 4000
"""Lines of one field that one piece is looked for in: what is that frequent tells
next to nothing."""
_PAIR, _SINGLE = 1.0, 0.25
_HINT, _TITLE, _TEXT = 1.0, 0.8, 0.3
_WHOLE = 1.0
"""What sharing all of a keyword adds, in parts of what its pieces are worth."""
_NEAR_THE_BEST = 0.4
_MOST_ANSWERS = 10
_FEWEST_CHARACTERS = 4
_FEWEST_WORDS = 3


class Piece(NamedTuple):
    """Part of a sentence that phrases may share."""

    text: str
    weight: float


def marked_sentence(query: str) -> str | None:
    """What the buyer said, where the agent says that it is that."""
    stripped = query.strip()
    if stripped[:1] and stripped[0] in _MARKS:
        return stripped.lstrip(_MARKS)
    return None


def may_be_said(folded: str) -> bool:
    """Whether this is long enough to be a buyer's sentence."""
    parts = _PARTS.findall(folded)
    characters = sum(len(part) for part in parts if not part.isascii())
    words = sum(part.isascii() for part in parts)
    return characters >= _FEWEST_CHARACTERS or words >= _FEWEST_WORDS


def pieces_of(folded: str) -> list[Piece]:
    """The pieces of a sentence, each once."""
    found: dict[str, float] = {}
    for part in _PARTS.findall(folded[:_LONGEST]):
        if part.isascii():
            if part not in _LITTLE_WORDS and len(part) > 1:
                found.setdefault(part, _PAIR)
            continue
        for at, character in enumerate(part):
            if character not in _LITTLE:
                found.setdefault(character, _SINGLE)
            pair = part[at : at + 2]
            if len(pair) > 1:
                found.setdefault(pair, _PAIR)
    return [Piece(text, weight) for text, weight in found.items()]


def answers(index: BookIndex, pieces: Sequence[Piece]) -> dict[int, float]:
    """Numbers of the phrases that share pieces, with what that is worth."""
    rarity = {piece: piece.weight * _rarity(index, piece) for piece in pieces}
    worth: defaultdict[int, float] = defaultdict(float)
    for streams, share, whole in (
        (index.hints, _HINT, _WHOLE),
        (index.titles, _TITLE, 0.0),
        (index.texts, _TEXT, 0.0),
    ):
        for phrase, value in _best_lines(streams, rarity, whole).items():
            worth[phrase] += share * value
    return dict(worth)


def nearest(worth: dict[int, float]) -> list[tuple[int, float]]:
    """The best of `answers`, best first, and only what comes near to it."""
    ordered = sorted(worth.items(), key=lambda item: (-item[1], item[0]))
    least = ordered[0][1] * _NEAR_THE_BEST if ordered else 0.0
    return [item for item in ordered[:_MOST_ANSWERS] if item[1] >= least]


def _rarity(index: BookIndex, piece: Piece) -> float:
    """Little for what every phrase has, much for what few have."""
    probe = literal_probe(piece.text)
    shared = sum(
        1 for streams in (index.titles, index.texts) for _ in _lines(streams, probe)
    )
    return math.log(1 + 2 * index.size / (1 + shared))


def _best_lines(
    streams: Streams, rarity: dict[Piece, float], whole: float
) -> dict[int, float]:
    """For each phrase what its best line shares."""
    shared: defaultdict[int, float] = defaultdict(float)
    pairs: defaultdict[int, int] = defaultdict(int)
    for piece, worth in rarity.items():
        for line in _lines(streams, literal_probe(piece.text)):
            shared[line] += worth
            pairs[line] += len(piece.text) > 1
    best: dict[int, float] = {}
    for line, value in shared.items():
        if whole:
            part = min(1.0, pairs[line] / max(1, streams.length(line) - 1))
            value *= 1 + whole * part**2  # noqa: PLW2901 - the value of this line
        phrase = streams.records[line]
        if value > best.get(phrase, 0.0):
            best[phrase] = value
    return best


def _lines(streams: Streams, probe: Probe) -> Iterator[int]:
    """Lines that hold the piece; of very many the first."""
    walk = lines(streams, probe)
    next(walk)
    line = walk.send(0)
    for _ in range(_MOST_LINES):
        if line == NOWHERE:
            return
        yield line
        line = walk.send(line + 1)
