"""What one order check leaves behind, in the words of the trade.

Plain values: how they are written is the business of `written`, where they are kept
that of an adapter. What tells who the buyer is lies apart in `Personal`, so that it
can be masked or taken away and the rest still says how the order was checked.
"""

import dataclasses
import re
import unicodedata
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

MASKED = "*"
"""What stands for characters that are not shown; see `masking`."""


class Verdict(Enum):
    """How the check of an order ended."""

    PASSED = "passed"
    PASSED_WITH_WARNINGS = "passed_with_warnings"
    """Something was doubtful, and may be sent as it is."""
    OVERRIDDEN = "overridden"
    """Something forbade it, and the agent let it pass for a reason of their own."""
    STOPPED = "stopped"
    """Not to be sent as it is."""


class ItemVerdict(Enum):
    """How one item of the checklist ended."""

    OK = "ok"
    NOTE = "note"
    WARN = "warn"
    STOP = "stop"
    NOT_ASKED = "not_asked"
    """The item did not apply to this order."""


class OutputTarget(Enum):
    """Whom a text was made for."""

    BUYER = "buyer"
    REMARK = "remark"
    WAREHOUSE = "warehouse"
    COURIER = "courier"
    RECORD = "record"
    """A row for a table that the shop keeps itself."""
    HANDOVER = "handover"
    TEAM = "team"
    """For a group of colleagues: a plan, a review."""


@dataclass(frozen=True, slots=True)
class ItemResult:
    """What became of one item; holds nothing that the buyer or the agent wrote."""

    item: str
    """Its id in the checklist, such as `V04`."""
    verdict: ItemVerdict
    reasons: tuple[str, ...] = ()
    """Names of the rules that spoke, such as `phone_one_digit_short`."""
    answer: str = ""
    """What was chosen, where the checklist itself names the choices."""
    overridden: bool = False
    """Let pass by the agent, whose words are in `Personal.reasons`."""


@dataclass(frozen=True, slots=True)
class Output:
    """A text of the checklist that was copied or pasted."""

    output: str
    """Its id in the checklist; the text itself is in `Personal.texts`, if kept."""
    target: OutputTarget


@dataclass(frozen=True, slots=True)
class Personal:
    """Whatever tells who the buyer is, and all free text; nothing of it is needed."""

    buyer: str = ""
    """The buyer's name on the platform."""
    recipient: str = ""
    phone: str = ""
    """With its extension, where it has one."""
    address: str = ""
    note: str = ""
    """Anything else in words, such as why a correction was made."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Id of an item to the agent's words on letting it pass."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Id of an output to the text that was given out."""


NOTHING_PERSONAL = Personal()


@dataclass(frozen=True, slots=True)
class Record:
    """One check of one order."""

    uid: str
    """Its own name for ever, in every file; see `new_uid`."""
    made: datetime
    """When the check ended, on the agent's clock and with its distance from UTC."""
    order: str
    """The order's number on its platform."""
    platform: str
    agent: str
    checklist: str
    """The checklist's id, such as `CL-01`."""
    checklist_version: str
    verdict: Verdict
    items: tuple[ItemResult, ...] = ()
    outputs: tuple[Output, ...] = ()
    personal: Personal | None = NOTHING_PERSONAL
    """None once it was taken away."""

    @property
    def day(self) -> date:
        """The agent's day."""
        return self.made.date()


@dataclass(frozen=True, slots=True)
class Correction:
    """What is right instead of what a record says; the record itself stays."""

    uid: str
    record: str
    """The uid of the record."""
    made: datetime
    agent: str
    order: str = ""
    """The right number; empty where it was right."""
    platform: str = ""
    verdict: Verdict | None = None
    items: tuple[ItemResult, ...] = ()
    """In place of those with the same ids."""
    personal: Personal | None = NOTHING_PERSONAL
    """Fields that are not empty are in place of those of the record; `note` says why.
    None once it was taken away."""

    @property
    def day(self) -> date:
        """The agent's day."""
        return self.made.date()


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record with what was corrected since."""

    original: Record
    corrections: tuple[Correction, ...] = ()
    """The oldest first."""

    @property
    def current(self) -> Record:
        """The record as it holds now."""
        record = self.original
        for correction in self.corrections:
            record = _corrected(record, correction)
        return record

    @property
    def orders(self) -> frozenset[str]:
        """Every order number that it has or had."""
        told = (self.original.order, *(each.order for each in self.corrections))
        return frozenset(filter(None, told))


def new_uid() -> str:
    """A name that nothing else has; tells nothing about its record."""
    return uuid.uuid4().hex


def same_order(one: str, other: str) -> bool:
    """Whether both are the number of one order, however they were copied."""
    return plain(one) == plain(other)


_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """`text` for comparing: without width, case and space."""
    if text.isascii():
        # The same for most numbers, and years of them are compared at once.
        return "".join(text.split()).lower()
    return _SPACES.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _corrected(record: Record, correction: Correction) -> Record:
    newer = {item.item: item for item in correction.items}
    items = [newer.pop(item.item, item) for item in record.items]
    return dataclasses.replace(
        record,
        order=correction.order or record.order,
        platform=correction.platform or record.platform,
        verdict=correction.verdict or record.verdict,
        items=(*items, *newer.values()),
        personal=_personal_corrected(record.personal, correction.personal),
    )


def _personal_corrected(old: Personal | None, new: Personal | None) -> Personal | None:
    if old is None or new is None:
        return old
    return Personal(
        new.buyer or old.buyer,
        new.recipient or old.recipient,
        new.phone or old.phone,
        new.address or old.address,
        new.note or old.note,
        {**old.reasons, **new.reasons},
        {**old.texts, **new.texts},
    )
