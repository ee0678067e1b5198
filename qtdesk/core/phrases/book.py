"""A phrasebook as it was read, with everything that was wrong with it."""

from collections.abc import Sequence
from typing import NamedTuple

from qtdesk.core.phrases.columns import PhraseColumns
from qtdesk.core.phrases.phrase import Phrase
from qtdesk.core.phrases.picture import Picture
from qtdesk.core.phrases.validity import Promotion
from qtdesk.core.words import NO_WORDS, Words


class Stage(NamedTuple):
    """A stage as a book names it."""

    key: str
    title: str


class Problem(NamedTuple):
    """One thing wrong in a book, with the place and the remedy.

    A problem never hides the other phrases: what can be read is used.
    """

    file: str
    line: int
    """Counted from 1; 0 where the file as a whole is meant."""
    phrase: str
    """Id or title of the phrase concerned, or an empty string."""
    what: Words
    remedy: Words = NO_WORDS
    fatal: bool = False
    """True where the book as a whole cannot be used: the last good one stays."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        named = f" [{self.phrase}]" if self.phrase else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{place}:{named} {self.what}{remedy}"


class Book(NamedTuple):
    """One phrasebook, complete and checked; what was unreadable is in `problems`."""

    id: str
    title: str
    locale: str
    """BCP 47, such as `zh-CN`."""
    version: str
    stages: tuple[Stage, ...]
    phrases: Sequence[Phrase]
    """In the order of the book; ids are unique."""
    problems: tuple[Problem, ...] = ()
    promotion: Promotion | None = None
    """What its phrases say of promotions, on or not."""

    def pictures(self) -> tuple[Picture, ...]:
        """All pictures that its phrases carry, each once."""
        phrases = self.phrases
        if isinstance(phrases, PhraseColumns):
            return phrases.pictures()
        found = (phrase.picture for phrase in phrases)
        return tuple(dict.fromkeys(each for each in found if each is not None))
