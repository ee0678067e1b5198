"""How a check stands: each entry with its verdict, texts, what blocks, what is next.

Plain values for front ends, already in the agent's language; nothing is decided here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qtdesk.core.checklists.checklist import Item, Output, Severity
from qtdesk.core.checklists.values import Value
from qtdesk.core.orders import Span
from qtdesk.core.templates import Filling
from qtdesk.core.words import NO_WORDS, Words


class Verdict(StrEnum):
    """What is to be said of an entry; from the best to the worst."""

    OK = "ok"
    NOTE = "note"
    TODO = "todo"
    """Has to be answered, and nobody has yet."""
    WARN = "warn"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with an entry."""

    rule: str
    """Its name in records; `missing` for an answer that is not there."""
    verdict: Verdict
    say: Words
    """What is wrong."""
    remedy: Words = NO_WORDS
    """What to do."""
    ask: str = ""
    """What to ask the buyer for, in the list's language."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that is offered."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """One line of the list as it is now."""

    id: str
    """The item's, with a number behind a dot where it has several lines."""
    item: Item
    label: str
    help: str
    value: Value
    text: str
    """The value as people read it; of a choice the label."""
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    """The worst first."""
    choices: tuple[Choice, ...] = ()
    spans: tuple[Span, ...] = ()
    """Where it stands in the order's text."""
    required: bool = False
    default: bool = False
    """Whether nobody answered it, and the usual answer stands."""
    reason: str = ""
    """Why the agent let it pass, where it was wrong and they did."""

    @property
    def blocks(self) -> bool:
        """Whether the check cannot be finished because of it."""
        if self.reason:
            return False
        must = self.verdict is Verdict.TODO and self.item.severity is Severity.STOP
        return must or self.verdict is Verdict.STOP

    @property
    def editable(self) -> bool:
        return self.item.auto is None

    def __repr__(self) -> str:
        """Without the value, which no log may hold."""
        return f"Entry({self.id!r}, {self.verdict.value!r})"


@dataclass(frozen=True, slots=True, repr=False)
class MadeText:
    """A text of the list, filled in as far as that goes."""

    output: Output
    label: str
    filling: Filling
    """Only a `Filled` may be pasted; an `Unfilled` says what it wants."""
    bytes: int = 0
    """In UTF-8, as platforms count remarks."""
    too_long: Words = NO_WORDS
    """What is to be said where a remark comes near the platform's limit."""
    given: bool = False
    """Whether it was copied or pasted in this check."""

    def __repr__(self) -> str:
        return f"MadeText({self.output.id!r})"


@dataclass(frozen=True, slots=True)
class RunningTimer:
    """A moment that must not be missed."""

    id: str
    label: str
    at: datetime
    left_s: float
    """Seconds from now; negative where it is past."""


@dataclass(frozen=True, slots=True, repr=False)
class Standing:
    """A check, judged."""

    entries: tuple[Entry, ...]
    """Those that apply, in the order of the list; hidden ones are left out."""
    not_asked: tuple[str, ...]
    """Ids of items that do not apply."""
    texts: tuple[MadeText, ...]
    """Those that apply now, in the order of the list."""
    remarks: MadeText | None
    """All remark lines that are complete as one text; None where there is none."""
    timers: tuple[RunningTimer, ...]
    close: Words
    """What besides the entries is in the way of the end; empty where nothing is."""

    def __repr__(self) -> str:
        told = ", ".join(f"{each.value}={n}" for each, n in self.counts.items() if n)
        return f"Standing({told})"

    def entry(self, entry_id: str) -> Entry | None:
        return next((each for each in self.entries if each.id == entry_id), None)

    def text(self, output_id: str) -> MadeText | None:
        return next((each for each in self.texts if each.output.id == output_id), None)

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """How many entries there are of each verdict; what was let pass is a note."""
        counts = dict.fromkeys(Verdict, 0)
        for each in self.entries:
            counts[Verdict.NOTE if each.reason else each.verdict] += 1
        return counts

    @property
    def blocking(self) -> tuple[Entry, ...]:
        """What has to be put right, answered or let pass first."""
        return tuple(entry for entry in self.entries if entry.blocks)

    @property
    def may_finish(self) -> bool:
        return not self.blocking and not self.close

    @property
    def next(self) -> Entry | None:
        """Where to look now: what blocks, what is open, what is doubtful."""
        for wanted in (Verdict.STOP, Verdict.TODO, Verdict.WARN):
            for entry in self.entries:
                if entry.verdict is wanted and not entry.reason:
                    return entry
        return None

    @property
    def progress(self) -> tuple[int, int]:
        """How many entries need nothing more, of how many."""
        done = sum(
            bool(entry.reason) or entry.verdict in (Verdict.OK, Verdict.NOTE)
            for entry in self.entries
        )
        return done, len(self.entries)
