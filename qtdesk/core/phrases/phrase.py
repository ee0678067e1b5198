"""One phrase: what an agent finds and pastes."""

import re
from typing import NamedTuple

# `{buyer}` or `{买家}`, but not the doubled `{{` that stands for a literal brace.
_BLANK = re.compile(r"(?<!\{)\{([^\W\d][\w:+|-]*)\}(?!\})")


class Phrase(NamedTuple):
    """A text with the names it is found by.

    `id` is unique within its book and never changes, so that pins, usage and an
    agent's own edits survive every new edition of the book.
    """

    book: str
    """Id of the book it comes from."""
    id: str
    stage: str
    """Key of a stage, canonical or the book's own."""
    situation: str
    title: str
    texts: tuple[str, ...]
    """The text and its variants, at least one; `\\n` between lines, none at the end."""
    code: str = ""
    keywords: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Unique over all books."""
        return f"{self.book}/{self.id}"

    @property
    def text(self) -> str:
        return self.texts[0]


def blanks(text: str) -> tuple[str, ...]:
    """Names of the `{blanks}` that are still to be filled in `text`, in order.

    A text with blanks must never reach a buyer as it stands.
    """
    return tuple(_BLANK.findall(text))
