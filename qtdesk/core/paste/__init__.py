"""Putting a text into the window that was in front, and the clipboard back.

A state machine over ports and a clock: no thread, no sleep, no Qt.
"""

from qtdesk.core.paste.paster import Paster
from qtdesk.core.paste.profiles import PROFILES, Profile, Via, profile_for
from qtdesk.core.paste.result import Fate, Outcome, PasteResult, Reason, explain
from qtdesk.core.paste.withdrawal import Withdrawal

__all__ = [
    "PROFILES",
    "Fate",
    "Outcome",
    "PasteResult",
    "Paster",
    "Profile",
    "Reason",
    "Via",
    "Withdrawal",
    "explain",
    "profile_for",
]
