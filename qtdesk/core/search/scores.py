"""What a match is worth, by the field and by how the word was meant.

A phrase scores for one word what its best place scores, and for several words what the
worst placed of them scores. `Kind` adds to all but the codes.
"""

CODE = 100
"""The word is the code."""
TITLE_BEGINS = 60
CODE_BEGINS = 56
TITLE = 45
HINT = 30
"""Within a keyword, a tag, the situation, or further inside the code."""
TEXT = 20
UNASKED = 0
"""Nothing was typed but filters."""
PINNED = 100
"""The same, for what is pinned: more than what is used can have."""

HABIT_BONUS = 7
"""The most that using a phrase often can add."""
STAGE_BONUS = 8
"""For phrases of the stage that a conversation has reached."""
PIN_BONUS = 15
"""More than habit; all bonuses are less than what tells a code from a title."""
