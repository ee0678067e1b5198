"""Putting a text into the window that was in front, and the clipboard back.

A state machine over ports and a clock: no thread, no sleep, no Qt.
"""

from qtdesk.core.paste.paster import Paster
from qtdesk.core.paste.profiles import (
    LONGEST_WAIT_S,
    PLAIN,
    SEND_KEYS,
    Newlines,
    Profile,
    ProfileOf,
    Takes,
    Via,
)
from qtdesk.core.paste.result import Fate, Outcome, PasteResult, Reason, explain
from qtdesk.core.paste.shipped_profiles import (
    SHIPPED,
    Evidence,
    Shipped,
    profile_for,
    shipped_for,
)
from qtdesk.core.paste.withdrawal import Withdrawal

__all__ = [
    "LONGEST_WAIT_S",
    "PLAIN",
    "SEND_KEYS",
    "SHIPPED",
    "Evidence",
    "Fate",
    "Newlines",
    "Outcome",
    "PasteResult",
    "Paster",
    "Profile",
    "ProfileOf",
    "Reason",
    "Shipped",
    "Takes",
    "Via",
    "Withdrawal",
    "explain",
    "profile_for",
    "shipped_for",
]
