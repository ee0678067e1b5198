"""What comes of filling a text: a finished one, or what it still wants, and in words.

A closed union, so that nobody takes a text that wants something for a finished one.
"""

from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from qtdesk.core.combos import COPY
from qtdesk.core.errors import TemplateError
from qtdesk.core.templates.names import is_lasting
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words


class Span(NamedTuple):
    """A piece of a text, in Python's characters."""

    start: int
    end: int

    def moved(self, by: int) -> "Span":
        """The same piece, `by` characters later."""
        return Span(self.start + by, self.end + by)


class Kind(Enum):
    """How an answer is given."""

    TEXT = auto()
    CHOICE = auto()
    DATE = auto()
    """A text, most often a day: it may be counted up and down from today."""


class Want(NamedTuple):
    """One thing that has to be answered; asked once, wherever it stands."""

    key: str
    """What the answer goes by in `Context.answers`."""
    label: str
    """In the language of the book."""
    kind: Kind = Kind.TEXT
    options: tuple[str, ...] = ()
    """Of a choice; any other answer counts as none."""
    default: str = ""
    """What a form shows at first."""
    optional: bool = False
    """Whether an empty answer is one."""
    setting: str = ""
    """Name of the setting that answers this once and for all."""

    @property
    def lasting(self) -> bool:
        """Whether an answer tells nothing of a buyer, so that it may be written down.

        What is typed freely may hold anything; only a few names are known not to.
        """
        return self.kind is Kind.CHOICE or is_lasting(self.key)

    def accepts(self, answer: str) -> bool:
        """Whether `answer` is one."""
        if self.kind is Kind.CHOICE:
            return answer in self.options
        return bool(answer.strip()) or self.optional


class Filled(NamedTuple):
    """A text that may be pasted."""

    text: str
    filled: tuple[Span, ...] = ()
    """What did not stand in the phrase as it was written."""
    cursor: int | None = None
    """Where the cursor belongs, if the phrase says so."""
    copied: tuple[Span, ...] = ()
    """What in it was copied from an order, a rule of the shop or a name, and neither
    stood in the phrase nor was answered by the agent. No check of wording looks there.
    """

    @property
    def draft(self) -> str:
        """How it reads, as with a text that still wants something."""
        return self.text

    @property
    def gaps(self) -> tuple[Span, ...]:
        return ()

    @property
    def wants(self) -> tuple[Want, ...]:
        return ()

    @property
    def error(self) -> TemplateError | None:
        return None

    def __repr__(self) -> str:
        """Without the text, which no log may hold."""
        return f"Filled({len(self.text)} characters)"


class Unfilled(NamedTuple):
    """A text that must not be pasted as it is."""

    draft: str
    """How it reads so far; what is missing stands in braces."""
    filled: tuple[Span, ...]
    gaps: tuple[Span, ...]
    """Where something is missing in `draft`."""
    wants: tuple[Want, ...]
    error: TemplateError | None = None
    """Why no answer can finish it, where that is so."""

    def __repr__(self) -> str:
        """Without the text, which no log may hold."""
        return f"Unfilled({len(self.wants)} wants, {self.error!r})"


Filling = Filled | Unfilled


def joined(texts: Iterable[Filled]) -> Filled:
    """Several texts as one, each in lines of its own; the last one has the cursor."""
    whole = ""
    filled: tuple[Span, ...] = ()
    copied: tuple[Span, ...] = ()
    cursor: int | None = None
    for number, one in enumerate(texts):
        whole += "\n" if number else ""
        start = len(whole)
        filled += tuple(span.moved(start) for span in one.filled)
        copied += tuple(span.moved(start) for span in one.copied)
        cursor = None if one.cursor is None else start + one.cursor
        whole += one.text
    return Filled(whole, filled, cursor, copied)


def explain_unfilled(unfilled: Unfilled) -> tuple[Words, Words]:
    """What is missing, and what to do now."""
    if unfilled.error is not None:
        return unfilled.error.title, unfilled.error.hint
    what = words(
        QT_TRANSLATE_NOOP("core", "This phrase has blanks to fill in: {labels}."),
        labels=", ".join(want.label for want in unfilled.wants),
    )
    if all(want.setting for want in unfilled.wants):
        return what, words(
            QT_TRANSLATE_NOOP(
                "core", "Nothing was pasted: fill in your profile in the settings."
            )
        )
    return what, words(
        QT_TRANSLATE_NOOP(
            "core", "Nothing was pasted: copy it with {chord} and fill it in."
        ),
        chord=COPY.label,
    )
