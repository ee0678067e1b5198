"""One phrase: what an agent finds and pastes."""

from typing import NamedTuple


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
