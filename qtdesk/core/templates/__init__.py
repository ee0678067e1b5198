"""Living phrases: placeholders in a text, what fills them, and which variant is next.

Pure text work: no files, no clock of its own, no clipboard. Whoever asks brings the
moment, the agent's profile and the answers in a `Context`.
"""

from qtdesk.core.templates import moments, unfillable
from qtdesk.core.templates.faults import Fault, check
from qtdesk.core.templates.filling import Context, Profile, fill
from qtdesk.core.templates.grammar import parse, placeholders_in, taken_in
from qtdesk.core.templates.names import FACTS, PROMOTION
from qtdesk.core.templates.outcome import (
    Filled,
    Filling,
    Kind,
    Span,
    Unfilled,
    Want,
    explain_unfilled,
    joined,
)
from qtdesk.core.templates.rich import fill_html, visible
from qtdesk.core.templates.variants import Variants

__all__ = [
    "FACTS",
    "PROMOTION",
    "Context",
    "Fault",
    "Filled",
    "Filling",
    "Kind",
    "Profile",
    "Span",
    "Unfilled",
    "Variants",
    "Want",
    "check",
    "explain_unfilled",
    "fill",
    "fill_html",
    "joined",
    "moments",
    "parse",
    "placeholders_in",
    "taken_in",
    "unfillable",
    "visible",
]
