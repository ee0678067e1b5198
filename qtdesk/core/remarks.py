"""What is to be said of one text before it goes out, and how it reads worded better.

Spans that came from an order stay what they are, so that a mended text can be looked at
once more. Nothing in here may be logged.
"""

from typing import NamedTuple

from qtdesk.core.lint import Hit, Level
from qtdesk.core.templates import Filled, Span
from qtdesk.core.words import NO_WORDS, Words


class Remarks(NamedTuple):
    """All that was found in a text."""

    hits: tuple[Hit, ...] = ()
    """In the order of the text."""
    better: Filled | None = None
    """The text with all better wordings in place; None where there is none."""
    changed: tuple[Span, ...] = ()
    """The better wordings in `better`; a word that was left out has no length."""

    @property
    def gravest(self) -> Hit | None:
        """The first of those that weigh most, if need be one that can be mended."""
        return max(
            self.hits,
            key=lambda hit: (hit.level, hit.better is not None),
            default=None,
        )

    @property
    def level(self) -> Level:
        """What becomes of the text."""
        return self.gravest.level if self.gravest is not None else Level.OFF

    @property
    def blocks(self) -> bool:
        """Whether the text is not to be pasted."""
        return self.level is Level.BLOCK

    @property
    def warns(self) -> bool:
        """Whether the agent is to be told before it goes out, or that it does not."""
        return self.level >= Level.WARN

    @property
    def told(self) -> tuple[Words, Words]:
        """Why, and what to say instead, for the gravest."""
        hit = self.gravest
        return (hit.why, hit.advice) if hit is not None else (NO_WORDS, NO_WORDS)

    def __repr__(self) -> str:
        """Without the text, which no log may hold."""
        return f"Remarks({self.level.word}, {len(self.hits)} hits)"


NOTHING = Remarks()


def remarks_of(filled: Filled, hits: tuple[Hit, ...]) -> Remarks:
    """The `hits` in a finished text, and the text without them."""
    if all(hit.better is None for hit in hits):
        return Remarks(hits)
    parts: list[str] = []
    moves: list[tuple[int, int]] = []
    changed: list[Span] = []
    at = length = 0
    for hit in hits:
        if hit.better is None:
            continue
        parts += (filled.text[at : hit.start], hit.better)
        length += hit.start - at
        changed.append(Span(length, length + len(hit.better)))
        length += len(hit.better)
        moves.append((hit.end, length - hit.end))
        at = hit.end
    text = "".join((*parts, filled.text[at:]))
    return Remarks(hits, _moved(filled, text, hits, moves), tuple(changed))


def _moved(
    filled: Filled, text: str, hits: tuple[Hit, ...], moves: list[tuple[int, int]]
) -> Filled:
    """The filled text as `text`, with its places where they are now."""
    replaced = [(hit.start, hit.end) for hit in hits if hit.better is not None]

    def place(at: int) -> int:
        return at + next((by for end, by in reversed(moves) if end <= at), 0)

    def kept(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(
            Span(place(span.start), place(span.end - 1) + 1)
            for span in spans
            if not any(start < span.end and span.start < end for start, end in replaced)
        )

    cursor = None if filled.cursor is None else min(place(filled.cursor), len(text))
    return Filled(text, kept(filled.filled), cursor, kept(filled.copied))
