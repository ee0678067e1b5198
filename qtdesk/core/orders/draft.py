"""An order while it is being read: who has claimed which part of the text.

What is claimed is hidden from those that come later, so that no character is read
twice. Knows no rule of its own.
"""

import re
from collections.abc import Iterable

from qtdesk.core.orders.fields import (
    REPEATED,
    Field,
    FieldName,
    Flag,
    FlagKind,
    Profile,
    Span,
    ordered,
)
from qtdesk.core.orders.folding import INVISIBLE, TAKEN
from qtdesk.core.orders.reading import Reading

_EDGES = f" \t\n,，;；、。|.:{INVISIBLE}{TAKEN}"


class Draft:
    """The text, what is open in it, and what was found so far."""

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        self.folded = folded
        self.open = folded
        """`folded` with `TAKEN` in place of what somebody has claimed."""
        self.profile = Profile.CHINA
        self.fields: list[Field] = []
        self.notes: list[Flag] = []
        self._labels: list[Span] = []
        self.districtless = False

    def trim(self, span: Span) -> Span:
        """`span` without spaces and punctuation at its ends; may be empty."""
        start, end = span
        while start < end and self.open[start] in _EDGES:
            start += 1
        while end > start and self.open[end - 1] in _EDGES:
            end -= 1
        return Span(start, end)

    def unclaimed(self, span: Span) -> tuple[Span, ...]:
        """The parts of `span` that nobody has claimed, each as `trim` leaves it."""
        found = _UNCLAIMED.finditer(self.open, *span)
        parts = (self.trim(Span(*one.span())) for one in found)
        return tuple(part for part in parts if part.start < part.end)

    def written(self, span: Span) -> str:
        """The text at `span` as the agent should see it: on one line, no specks."""
        return tidy(span.of(self.text))

    def has(self, name: FieldName) -> bool:
        return any(field.name is name for field in self.fields)

    def find(self, name: FieldName) -> Field | None:
        return next((field for field in self.fields if field.name is name), None)

    def take(
        self,
        name: FieldName,
        span: Span | Iterable[Span],
        value: str | None = None,
        *flags: Flag,
    ) -> None:
        """Claim `span` for a field, with its text for the value unless one is given.

        A field that an order has once keeps its first value; the same value again is
        another place of it, and another value is not claimed.
        """
        spans = (span,) if isinstance(span, Span) else ordered(span)
        if value is None:
            value = " ".join(self.written(part) for part in spans)
        known = self.find(name) if name not in REPEATED else None
        if known is not None:
            if known.value != value:
                return
            self.fields.remove(known)
            flags = known.flags + flags
            spans = ordered((*known.spans, *spans))
        for part in spans:
            self._hide(part)
        self.fields.append(Field(name, value, spans, flags))

    def imply(
        self, name: FieldName, value: str, spans: Iterable[Span], *flags: Flag
    ) -> None:
        """Add a field that follows from what another one has claimed."""
        self.fields.append(Field(name, value, ordered(spans), flags, implied=True))

    def label(self, span: Span) -> None:
        """Claim `span` for words that say what stands beside them."""
        self._hide(span)
        self._labels.append(span)

    def fence(self, span: Span) -> None:
        """Let nobody take what stands at `span`; it is left over, and shown."""
        self._hide(span)

    def note(self, kind: FlagKind, figure: int | None = None) -> None:
        self.notes.append(Flag(kind, figure))

    def _hide(self, span: Span) -> None:
        hidden = TAKEN * (span.end - span.start)
        self.open = self.open[: span.start] + hidden + self.open[span.end :]

    def reading(self) -> Reading:
        fields = sorted(self.fields, key=lambda field: field.spans[0])
        return Reading(
            self.text,
            self.profile,
            tuple(fields),
            ordered(self._labels),
            tuple(self.notes),
            self.districtless,
        )


_UNCLAIMED = re.compile(rf"[^{TAKEN}]+")
_SPECKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad]")


def tidy(text: str) -> str:
    """`text` on one line, with single spaces and no invisible characters."""
    return " ".join(_SPECKS.sub("", text).split())
