"""Characters that no phrase may hold, from a file or from a keyboard."""

import re

# Everything a text for a chat window must not hold: control characters but newline and
# tab, halves of surrogate pairs, non-characters, and the mark of a lost character.
# Compiled by its first use, which no start has.
_UNFIT = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]"


def has_unfit_characters(text: str) -> bool:
    """Whether `text` holds a character that must not be pasted."""
    return re.search(_UNFIT, text) is not None


def spoil_unfit_characters(text: str, mark: str) -> str:
    """`text` with `mark` in the place of each."""
    return re.sub(_UNFIT, mark, text)
