"""One phrase: what an agent finds and pastes."""

from typing import NamedTuple

from qtdesk.core.phrases.picture import Picture
from qtdesk.core.phrases.validity import ALWAYS, Validity


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
    """The text and its variants, or its parts, at least one; no line end behind.

    Of a phrase with a picture the last one is empty, and stands for the picture.
    """
    code: str = ""
    keywords: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    validity: Validity = ALWAYS
    sequence: bool = False
    """Whether `texts` are parts, pasted one after the other, and not variants."""
    picture: Picture | None = None
    html: str = ""
    """The first text with its looks, placeholders included; empty for none."""

    @property
    def key(self) -> str:
        """Unique over all books."""
        return f"{self.book}/{self.id}"

    @property
    def text(self) -> str:
        return self.texts[0]
