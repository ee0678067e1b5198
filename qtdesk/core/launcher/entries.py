"""What can be in the launcher: checks, lists, their cases, and tools.

All tools are declared here, and nowhere else; a front end offers those it has.
"""

from enum import Enum, StrEnum, auto
from typing import NamedTuple

from qtdesk.core.phrases import Phrase
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

TOOLS = "tools"
"""Stands for a stage, beside those of the lists."""
BOOK = "launcher"


class Tool(StrEnum):
    """Every tool that a front end may have; in the order in which they are shown."""

    PROMISES = "promises"
    TABLES = "tables"
    RECORDS = "records"
    AUDIT = "audit"
    SIZES = "sizes"
    LISTS = "lists"
    PROFILES = "profiles"


TOOL_WORDS: dict[Tool, tuple[Words, Words]] = {
    Tool.PROMISES: (
        words(QT_TRANSLATE_NOOP("core", "Promises")),
        words(QT_TRANSLATE_NOOP("core", "What was promised to buyers, and by when")),
    ),
    Tool.TABLES: (
        words(QT_TRANSLATE_NOOP("core", "Record tables")),
        words(QT_TRANSLATE_NOOP("core", "Rows to keep, look up and hand on")),
    ),
    Tool.RECORDS: (
        words(QT_TRANSLATE_NOOP("core", "Records of checks")),
        words(QT_TRANSLATE_NOOP("core", "What was checked, when, and how it ended")),
    ),
    Tool.AUDIT: (
        words(QT_TRANSLATE_NOOP("core", "Audit")),
        words(QT_TRANSLATE_NOOP("core", "Samples of order checks, scores, figures")),
    ),
    Tool.SIZES: (
        words(QT_TRANSLATE_NOOP("core", "Size helper")),
        words(QT_TRANSLATE_NOOP("core", "From height and weight to a size")),
    ),
    Tool.LISTS: (
        words(QT_TRANSLATE_NOOP("core", "All checklists")),
        words(QT_TRANSLATE_NOOP("core", "Where they are from, switch off, copy")),
    ),
    Tool.PROFILES: (
        words(QT_TRANSLATE_NOOP("core", "Paste profiles")),
        words(QT_TRANSLATE_NOOP("core", "How qtdesk pastes into a program")),
    ),
}
"""What a tool is called, and what it is for."""


class Kind(Enum):
    """What an entry opens."""

    CHECK = auto()
    """A check under way."""
    LIST = auto()
    CASE = auto()
    """A list, begun with the answers of a preset."""
    TOOL = auto()


class Entry(NamedTuple):
    """One line of the launcher."""

    kind: Kind
    id: str
    """Of the list or the tool; of a check its uid."""
    title: str
    note: str = ""
    """When to take it up; empty for a check, whose state is asked for."""
    stage: str = ""
    """That a list belongs to, or `TOOLS`."""
    preset: str = ""
    also: str = ""
    """The title in the other language."""

    @property
    def key(self) -> str:
        """Unique among the entries."""
        return f"{self.kind.name} {self.id} {self.preset}"

    def __repr__(self) -> str:
        """Without the title, which may hold the end of an order's number."""
        return f"Entry({self.key!r})"


def phrase_of(entry: Entry) -> Phrase:
    """In the form in which the search takes things."""
    code = entry.id if entry.kind is Kind.LIST else ""
    return Phrase(
        *(BOOK, entry.key, entry.stage, "", entry.title, (entry.note or " ",)),
        code=code,
        keywords=(entry.also,) if entry.also else (),
    )
