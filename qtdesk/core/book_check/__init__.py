"""What a lead wants to know about a phrasebook before agents use it.

Reads books and changes none. Faults of the file itself, such as an id used twice, are
found by whoever reads it; here is what a sound file may still have.
"""

from qtdesk.core.book_check.check import BookCheck
from qtdesk.core.book_check.finding import Finding, Gravity, Placed

__all__ = ["BookCheck", "Finding", "Gravity", "Placed"]
