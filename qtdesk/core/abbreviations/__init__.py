"""Typed abbreviations: `;cfh` and a space become the phrase with the code `cfh`.

A pure state machine over key events. It knows no system, keeps a few characters in
memory and writes none of them anywhere.
"""

from qtdesk.core.abbreviations.recogniser import (
    CODE_LIMIT,
    PAUSE_S,
    Armed,
    Dropped,
    Recognised,
    Recogniser,
    Verdict,
)
from qtdesk.core.abbreviations.strokes import Away, Back, Stroke, Text, Why

__all__ = [
    "CODE_LIMIT",
    "PAUSE_S",
    "Armed",
    "Away",
    "Back",
    "Dropped",
    "Recognised",
    "Recogniser",
    "Stroke",
    "Text",
    "Verdict",
    "Why",
]
