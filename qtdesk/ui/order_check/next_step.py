"""The one thing to do next in a check: what Enter does.

Knows no Qt; decides by how the check stands, and by nothing else.
"""

from enum import Enum, auto
from typing import NamedTuple

from qtdesk.core.checklists import Entry, MadeText, Standing, Verdict
from qtdesk.core.records import OutputTarget
from qtdesk.core.templates import Filled

_COPIED = (OutputTarget.HANDOVER, OutputTarget.TEAM)


class StepKind(Enum):
    """Every next step."""

    PASTE = auto()
    """A text for the buyer."""
    COPY = auto()
    """A text for colleagues, which would be gone with the check."""
    LOOK = auto()
    """At an entry that no text can put right."""
    FINISH = auto()
    NOTHING = auto()


class Step(NamedTuple):
    """What Enter does now."""

    kind: StepKind
    text: MadeText | None = None
    entry: Entry | None = None


def next_step(standing: Standing) -> Step:
    """What to do next.

    Whatever is wrong and no question to the buyer puts right comes before any text:
    an order that is being refunded is not to be confirmed.
    """
    for entry in standing.entries:
        asked = bool(entry.findings) and bool(entry.findings[0].ask)
        if entry.verdict is Verdict.STOP and not entry.reason and not asked:
            return Step(StepKind.LOOK, entry=entry)
    ready = texts_for(standing, OutputTarget.BUYER)
    fresh = next((made for made in ready if not made.given), None)
    if fresh is not None:
        return Step(StepKind.PASTE, text=fresh)
    if standing.may_finish:
        return _last_step(standing)
    if standing.next is not None:
        return Step(StepKind.LOOK, entry=standing.next)
    if ready:
        return Step(StepKind.PASTE, text=ready[-1])
    return Step(StepKind.NOTHING)


def _last_step(standing: Standing) -> Step:
    """The end, once what colleagues are to have is copied."""
    made = [text for kind in _COPIED for text in texts_for(standing, kind)]
    fresh = next((text for text in made if not text.given), None)
    if fresh is not None:
        return Step(StepKind.COPY, text=fresh)
    return Step(StepKind.FINISH)


def texts_for(standing: Standing, target: OutputTarget) -> tuple[MadeText, ...]:
    """The texts of that kind that may be pasted now, in the order of the list."""
    return tuple(
        made
        for made in standing.texts
        if made.output.target is target and isinstance(made.filling, Filled)
    )
