"""The process that hears keys for typed abbreviations, seen from both of its ends.

A process of its own, so that a busy qtdesk can never delay a key, and so that all keys
but those of a code stay out of qtdesk. It runs only while the agent has abbreviations
turned on, writes nothing anywhere, and ends with its parent.
"""

import sys
from collections.abc import Sequence

LISTEN = "--listen-for-codes"
"""What a frozen program is started with to be the listener."""


def command() -> Sequence[str]:
    """How to start the listener from here."""
    if getattr(sys, "frozen", False):
        return [sys.executable, LISTEN]
    return [sys.executable, "-m", "qtdesk.platforms.listen"]
