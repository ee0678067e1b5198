"""The values of a check by name, each reckoned when it is first asked for.

Items that do not apply have none, whatever was answered there before. An expression
that cannot be reckoned leaves its item without a value, and is remembered.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from qtdesk.core.checklists.answers import value_from_order
from qtdesk.core.checklists.attending import WORK_NAMES, no_work
from qtdesk.core.checklists.check import Check
from qtdesk.core.checklists.checklist import Item, ItemType
from qtdesk.core.checklists.expressions import Arity, Expression
from qtdesk.core.checklists.functions import PLAIN, PLAIN_ARITIES
from qtdesk.core.checklists.operations import ExpressionError
from qtdesk.core.checklists.order_facts import ORDER_ARITIES, OrderFacts
from qtdesk.core.checklists.rule_facts import RULE_ARITIES, RULE_NAMES, RuleFacts
from qtdesk.core.checklists.shop import SHOP_NAMES
from qtdesk.core.checklists.values import CHINA, Value
from qtdesk.core.orders import Reading
from qtdesk.core.rules import RuleBook

FUNCTIONS: Mapping[str, Arity] = {**PLAIN_ARITIES, **ORDER_ARITIES, **RULE_ARITIES}
"""All that expressions may call."""
NAMES = (
    SHOP_NAMES
    | WORK_NAMES
    | RULE_NAMES
    | {"now", "begun", "earlier", "given", "has_order", "order_profile"}
)
"""What expressions know besides the items of their list."""


class Scope:
    """One check at one moment."""

    def __init__(
        self,
        check: Check,
        moment: datetime,
        rules: RuleBook,
        work: Callable[[Check], Mapping[str, Value]] = no_work,
    ) -> None:
        """`work` tells of the agent's other work, and is asked only if need be."""
        self.check = check
        self._work = work
        self.moment = moment.astimezone(CHINA)
        ruling = RuleFacts(rules, check.shop, self.moment)
        self.rule = ruling.rule
        self.broken: set[str] = set()
        """Ids of items of which something cannot be reckoned."""
        facts = OrderFacts(check.reading, check.shop)
        self._functions = {**PLAIN, **facts.functions, **ruling.functions}
        self._known: dict[str, Value] = {
            **check.shop.known(),
            **ruling.known(),
            **self._base(),
        }
        self._under_way: set[str] = set()
        self._applies: dict[str, bool] = {}

    def _base(self) -> dict[str, Value]:
        check = self.check
        return {
            "now": self.moment,
            "begun": check.begun.astimezone(CHINA),
            "earlier": Decimal(check.earlier) if check.earlier else None,
            "given": check.given,
            "has_order": check.reading is not None,
            "order_profile": (check.reading or Reading("")).profile.value,
        }

    # --- for expressions -------------------------------------------------------

    def value(self, name: str) -> Value:
        if name in self._known:
            return self._known[name]
        if name in WORK_NAMES:
            known = self._work(self.check)
            self._known |= {each: known.get(each) for each in WORK_NAMES}
            return self._known[name]
        item = self.check.checklist.by_name.get(name)
        if item is None:
            raise ExpressionError("unknown", name)
        if name in self._under_way:
            raise ExpressionError("circle", name)
        self._under_way.add(name)
        try:
            value = self._value_of(item)
        finally:
            self._under_way.discard(name)
        self._known[name] = value
        return value

    def tell(self, name: str, value: Value) -> None:
        """Have `value` under a name that nothing was reckoned by yet."""
        self._known[name] = value

    def call(self, name: str, arguments: Sequence[Value]) -> Value:
        return self._functions[name](*arguments)

    # --- for whoever judges ----------------------------------------------------

    def applies(self, item: Item) -> bool:
        """Whether `item` is asked at all; in doubt it is."""
        if item.id not in self._applies:
            self._applies[item.id] = self.holds(item.when, item, in_doubt=True)
        return self._applies[item.id]

    def holds(
        self, expression: Expression | None, item: Item | None, *, in_doubt: bool
    ) -> bool:
        """Whether it is true; without an expression it is."""
        if expression is None:
            return True
        try:
            return expression.holds(self)
        except ExpressionError:
            if item is not None:
                self.broken.add(item.id)
            return in_doubt

    def reckon(self, expression: Expression | None, item: Item | None = None) -> Value:
        """What it comes to; nothing where it cannot be reckoned."""
        if expression is None:
            return None
        try:
            return expression.value(self)
        except ExpressionError:
            if item is not None:
                self.broken.add(item.id)
            return None

    def entries_of(self, item: Item) -> tuple[tuple[str, str], ...]:
        """Ids of the lines that `item` has now, each with what the order says there."""
        if item.each is None:
            return ((item.id, ""),)
        reading = self.check.reading
        said = reading.values(item.each) if reading is not None else ()
        return tuple((f"{item.id}.{n}", text) for n, text in enumerate(said, 1))

    def entry_value(self, item: Item, entry: str) -> tuple[Value, bool]:
        """The value of one line, and whether it is only the usual one."""
        if item.auto is not None:
            return _fitting(item, self.reckon(item.auto, item)), False
        if entry in self.check.values:
            return self.check.values[entry], False
        read = self._read(item)
        if read is not None:
            return read, False
        usual = _fitting(item, self.reckon(item.default, item))
        return usual, item.default is not None

    def _read(self, item: Item) -> Value:
        reading = self.check.reading
        if item.field is None or reading is None:
            return None
        return value_from_order(item, reading.value(item.field), self.moment)

    def _value_of(self, item: Item) -> Value:
        if not self.applies(item):
            return None
        if item.each is None:
            return self.entry_value(item, item.id)[0]
        return tuple(
            self.entry_value(item, entry)[0] for entry, _ in self.entries_of(item)
        )


def _fitting(item: Item, value: Value) -> Value:
    """`value` as an answer of `item` would be: of a moment a date keeps the day."""
    if item.type is ItemType.DATE and isinstance(value, datetime):
        return value.astimezone(CHINA).date()
    return value
