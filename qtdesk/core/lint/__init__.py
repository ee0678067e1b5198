"""What a person would object to in a text for a buyer, and why.

Word lists come as data: who reads them, and where they are kept, is not known here.
Finds and words; changes a text only where it is asked to, by `mended`. Nothing in here
may be logged.
"""

from qtdesk.core.lint.contexts import Contexts
from qtdesk.core.lint.hit import Hit, mended
from qtdesk.core.lint.levels import Level, Platform
from qtdesk.core.lint.linter import Linter
from qtdesk.core.lint.notation import NotationError, Pattern, parse
from qtdesk.core.lint.pack import Pack, Packs, Rule
from qtdesk.core.lint.reasons import PACK_TITLES, REASONS, Reason

__all__ = [
    "PACK_TITLES",
    "REASONS",
    "Contexts",
    "Hit",
    "Level",
    "Linter",
    "NotationError",
    "Pack",
    "Packs",
    "Pattern",
    "Platform",
    "Reason",
    "Rule",
    "mended",
    "parse",
]
