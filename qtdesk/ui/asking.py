"""What the form in the panel is asking for, and on whose behalf."""

from collections.abc import Mapping
from typing import NamedTuple

from qtdesk.core.living_phrases import Piece
from qtdesk.core.phrases import Phrase

CLIPBOARD = "clipboard"
"""The key of what the agent has copied."""
REASON = "reason"
"""The key of why a forbidden text goes out."""


class Asking(NamedTuple):
    """The phrase whose wants the form asks for."""

    phrase: Phrase
    adding: bool = False
    """Whether it becomes a piece of a message, and is not pasted at once."""
    direct: bool = False
    """Whether the panel was opened for it, so that there is no list to go back to."""
    forbidden: tuple[Piece, ...] = ()
    """What is to go out all the same: the form asks why, and for nothing else."""

    def let_pass(self, answers: Mapping[str, str]) -> tuple[Piece, ...]:
        """What is forbidden, with the reason that was given."""
        reason = answers[REASON]
        return tuple(
            piece._replace(worded=piece.worded._replace(reason=reason))
            for piece in self.forbidden
        )
