"""Checklists as data, checks under way as values, and what they come to.

No file, no clock, no window: whoever asks brings the moment, the shop and the rules.
`qtdesk.core.order_checks` has the use cases.
"""

from qtdesk.core.checklists.check import Check, item_of
from qtdesk.core.checklists.checklist import (
    Block,
    Checklist,
    Item,
    ItemType,
    LegalSource,
    Option,
    Output,
    Preset,
    Rule,
    Severity,
    Timer,
)
from qtdesk.core.checklists.expressions import Expression
from qtdesk.core.checklists.operations import ExpressionError
from qtdesk.core.checklists.shop import COURIERS, ShopFacts
from qtdesk.core.checklists.standing import (
    Choice,
    Entry,
    Finding,
    MadeText,
    RunningTimer,
    Standing,
    Verdict,
)
from qtdesk.core.checklists.texts import Text
from qtdesk.core.checklists.values import CHINA, Value

__all__ = [
    "CHINA",
    "COURIERS",
    "Block",
    "Check",
    "Checklist",
    "Choice",
    "Entry",
    "Expression",
    "ExpressionError",
    "Finding",
    "Item",
    "ItemType",
    "LegalSource",
    "MadeText",
    "Option",
    "Output",
    "Preset",
    "Rule",
    "RunningTimer",
    "Severity",
    "ShopFacts",
    "Standing",
    "Text",
    "Timer",
    "Value",
    "Verdict",
    "item_of",
]
