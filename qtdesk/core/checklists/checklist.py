"""A checklist as data: items, what is wrong with an answer, texts, timers, presets.

Immutable and complete; `formats` makes it from a file, `faults` says whether it holds
together. What an agent answers is in `check`, never here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from qtdesk.core.checklists.expressions import Expression
from qtdesk.core.checklists.texts import NO_TEXT, Text
from qtdesk.core.orders import FieldName
from qtdesk.core.records import OutputTarget

BLANK = re.compile(r"\{(\w+)\}")
"""A place in a sentence for the value of that name."""


class ItemType(StrEnum):
    """Every kind of item."""

    TICK = "tick"
    CHOICE = "choice"
    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    DATETIME = "datetime"
    PARSED = "parsed"
    """Read from an order; a text that the agent may correct."""
    PHONE = "phone"
    """The same for a number that is to be dialled."""
    IMAGE_NOTE = "image_note"
    """A tick that pictures were seen; no picture is kept."""

    @property
    def is_tick(self) -> bool:
        return self in (ItemType.TICK, ItemType.IMAGE_NOTE)


class Severity(StrEnum):
    """How bad it is if an item is not as it should be."""

    STOP = "stop"
    """Not to be finished, unless the agent gives a reason."""
    WARN = "warn"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong with an answer."""

    id: str
    """Its name in records, such as `phone_one_digit_short`."""
    when: Expression
    """True where it is wrong."""
    severity: Severity
    say: Text
    """What is wrong; `{name}` stands for the value of that name."""
    remedy: Text = NO_TEXT
    """What to do about it."""
    ask: str = ""
    """What to ask the buyer for, as part of a sentence; in the list's language."""

    @property
    def blanks(self) -> frozenset[str]:
        """Names whose values are part of the sentences."""
        said = (*self.say, *self.remedy)
        return frozenset(blank for text in said for blank in BLANK.findall(text))


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice."""

    id: str
    label: Text
    when: Expression | None = None
    """Where it is offered; None for always."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at."""

    id: str
    """Such as `V04`; records go by it, and it never changes."""
    type: ItemType
    label: Text
    help: Text = NO_TEXT
    block: str = ""
    field: FieldName | None = None
    """What in an order fills it."""
    each: FieldName | None = None
    """Makes one entry of it for each such field of the order, as for wishes."""
    when: Expression | None = None
    """Where it is asked at all; None for always."""
    required: Expression | None = None
    """Where it has to be answered; None for never."""
    severity: Severity = Severity.STOP
    """How bad it is that a required answer is missing."""
    options: tuple[Option, ...] = ()
    options_from: str = ""
    """A name whose texts are further options, such as `shop_couriers`."""
    default: Expression | None = None
    auto: Expression | None = None
    """Computes the answer, which nobody can give then."""
    rules: tuple[Rule, ...] = ()
    missing: Text = NO_TEXT
    """What is said where a required answer is missing; else a sentence of ours."""
    ask: str = ""
    """What to ask the buyer for then."""
    out: str = ""
    """The name of its answer in expressions and texts; the id where there is none."""
    shown: bool = True
    """False for what is only reckoned with."""
    opens: str = ""
    """Another checklist that goes on from here."""

    @property
    def name(self) -> str:
        return self.out or self.id

    @property
    def is_filled_by_order(self) -> bool:
        return self.field is not None


@dataclass(frozen=True, slots=True)
class Block:
    """Items that stand together on the screen."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Output:
    """A text that the list makes; it is copied or pasted, never sent."""

    id: str
    target: OutputTarget
    label: Text
    template: str
    when: Expression | None = None
    code: str = ""
    """Of a remark, such as `DZ`; it is put together in the shop's order then."""


@dataclass(frozen=True, slots=True)
class Timer:
    """A moment that must not be missed."""

    id: str
    label: Text
    at: Expression
    when: Expression | None = None
    stays: bool = False
    """Whether it has still to be kept when the check is finished."""


@dataclass(frozen=True, slots=True)
class Preset:
    """Several answers with one step."""

    id: str
    label: Text
    answers: Mapping[str, str]
    """Id of an item to its answer, written as an agent would."""
    entry: bool = False
    """Whether it is a case of its own that people look for: the list is offered under
    its label as well, and begins with its answers then."""


@dataclass(frozen=True, slots=True)
class RowRule:
    """A row of one of the shop's tables that the list writes at its end."""

    table: str
    """The table's id."""
    columns: Mapping[str, Expression]
    """Id of a column to what stands there."""
    when: Expression | None = None
    """Where it is written; None for always."""


@dataclass(frozen=True, slots=True)
class LegalSource:
    """What a sentence of the list rests on, as of a day."""

    id: str
    title: str
    article: str
    as_of: str
    says: str = ""


@dataclass(frozen=True)
class Checklist:
    """One list, complete and free of faults."""

    id: str
    version: str
    locale: str
    name: Text
    items: tuple[Item, ...]
    stage: str = ""
    """Of the conversation; see `qtdesk.core.phrases.stages`."""
    trigger: Text = NO_TEXT
    """When to take it up."""
    blocks: tuple[Block, ...] = ()
    outputs: tuple[Output, ...] = ()
    timers: tuple[Timer, ...] = ()
    presets: tuple[Preset, ...] = ()
    rows: tuple[RowRule, ...] = ()
    close_rule: Expression | None = None
    """What must hold besides the items before it is finished."""
    close_say: Text = NO_TEXT
    """What is said where it does not."""
    sources: tuple[LegalSource, ...] = ()
    draft: bool = False
    """Not offered yet."""

    @cached_property
    def reads_order(self) -> bool:
        """Whether it is about what was copied; if not, no copied text is read."""
        return any(item.field or item.each for item in self.items)

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def by_name(self) -> Mapping[str, Item]:
        return {item.name: item for item in self.items}

    def output(self, output_id: str) -> Output | None:
        return next((each for each in self.outputs if each.id == output_id), None)

    def preset(self, preset_id: str) -> Preset | None:
        return next((each for each in self.presets if each.id == preset_id), None)

    def __repr__(self) -> str:
        return f"Checklist({self.id!r}, {self.version!r})"


def expressions_of(item: Item) -> Iterator[Expression]:
    """Every expression that the value of `item` may depend on."""
    for each in (item.when, item.default, item.auto):
        if each is not None:
            yield each
