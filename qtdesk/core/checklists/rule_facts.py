"""What expressions may ask of the rules: limits, quiet hours, compensation, returns.

Answers with nothing where no rule is known; decides nothing.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from qtdesk.core.checklists.expressions import Arity
from qtdesk.core.checklists.shop import ShopFacts
from qtdesk.core.checklists.values import CHINA, Value
from qtdesk.core.rules import (
    ContactRule,
    PlatformRule,
    ReturnClass,
    RuleBook,
    is_overdue,
)

_CENT = Decimal("0.01")


class RuleFacts:
    """Answers questions of expressions about the rules for one shop, at one moment."""

    def __init__(self, rules: RuleBook, shop: ShopFacts, moment: datetime) -> None:
        self.rule = rules.of(shop.platform)
        self._shop = shop
        self._contact = rules.contact
        self._returns = rules.returns
        self._today = moment.astimezone(CHINA).date()
        self.functions: Mapping[str, Callable[..., Value]] = {
            "rule_compensation": self._compensation,
            "rule_quiet": self._is_quiet,
            "rule_awake": self._awake,
            "rule_return_class": self._return_class,
            "rule_return_kind": self._return_kind,
            "rule_return_standard": self._return_standard,
        }

    def known(self) -> dict[str, Value]:
        """What expressions see by name."""
        return {
            **_of_platform(self.rule, self._shop, self._today),
            **_of_contact(self._contact),
            **self._of_returns(),
        }

    def _of_returns(self) -> dict[str, Value]:
        table = self._returns
        return {
            "rule_return_classes": tuple(c.name for c in table.classes)
            if table
            else None,
            "rule_returns_as_of": table.as_of if table else None,
            "rule_returns_overdue": is_overdue(table.as_of, self._today)
            if table
            else None,
        }

    def _compensation(self, price: Value) -> Value:
        """What a late parcel of that price costs; nothing without a known rate."""
        rule = self.rule
        if rule is None or rule.comp_rate is None or price is None:
            return None
        if not isinstance(price, Decimal):
            raise TypeError("this is no amount")
        amount = price * rule.comp_rate
        if rule.comp_min is not None:
            amount = max(amount, rule.comp_min)
        if rule.comp_cap is not None:
            amount = min(amount, rule.comp_cap)
        return amount.quantize(_CENT, ROUND_HALF_UP)

    def _is_quiet(self, moment: Value) -> Value:
        local = _local(moment)
        if local is None or self._contact is None:
            return None
        return _is_quiet(local, self._contact)

    def _awake(self, moment: Value) -> Value:
        """That moment, or the end of the quiet hours it is in."""
        local, contact = _local(moment), self._contact
        if local is None or contact is None or not _is_quiet(local, contact):
            return local
        end = datetime.combine(local.date(), contact.quiet_to, CHINA)
        return end if end > local else end + timedelta(days=1)

    def _class_of(self, name: Value) -> ReturnClass | None:
        return self._returns.of(str(name)) if self._returns is not None else None

    def _return_class(self, name: Value) -> Value:
        found = self._class_of(name)
        if found is None:
            return None
        by_agreement = "confirm" if found.kind.by_agreement else "applies"
        return "excluded" if found.kind.by_law else by_agreement

    def _return_kind(self, name: Value) -> Value:
        found = self._class_of(name)
        return found.kind.value if found is not None else None

    def _return_standard(self, name: Value) -> Value:
        found = self._class_of(name)
        return (found.standard or None) if found is not None else None


def _of_platform(
    rule: PlatformRule | None, shop: ShopFacts, today: date
) -> dict[str, Value]:
    hours = shop.ship_hours
    if hours is None and rule is not None:
        hours = rule.ship_hours
    return {
        "rule_ship_hours": hours,
        "rule_as_of": rule.as_of if rule else None,
        "rule_source": rule.source if rule else None,
        "rule_verified": rule.verified if rule else None,
        "rule_overdue": is_overdue(rule.as_of, today) if rule else None,
        "rule_exceptions": rule.exceptions if rule else None,
        "rule_comp_rate": rule.comp_rate if rule else None,
        "rule_comp_min": rule.comp_min if rule else None,
        "rule_comp_cap": rule.comp_cap if rule else None,
    }


def _of_contact(contact: ContactRule | None) -> dict[str, Value]:
    return {
        "rule_reminders": contact.reminders if contact else None,
        "rule_quiet_from": f"{contact.quiet_from:%H:%M}" if contact else None,
        "rule_quiet_to": f"{contact.quiet_to:%H:%M}" if contact else None,
        "rule_visit_days": contact.visit_days if contact else None,
        "rule_vip_days": contact.vip_days if contact else None,
    }


def _local(moment: Value) -> datetime | None:
    if moment is None:
        return None
    if not isinstance(moment, datetime):
        raise TypeError("this is no moment")
    return moment.astimezone(CHINA)


def _is_quiet(local: datetime, contact: ContactRule) -> bool:
    now, begin, end = local.time(), contact.quiet_from, contact.quiet_to
    if begin <= end:
        return begin <= now < end
    return now >= begin or now < end


RULE_NAMES = frozenset(
    RuleFacts(RuleBook(), ShopFacts(), datetime(2000, 1, 1, tzinfo=CHINA)).known()
)
"""Every such name."""
RULE_ARITIES: Mapping[str, Arity] = {
    "rule_compensation": Arity(1, 1),
    "rule_quiet": Arity(1, 1),
    "rule_awake": Arity(1, 1),
    "rule_return_class": Arity(1, 1),
    "rule_return_kind": Arity(1, 1),
    "rule_return_standard": Arity(1, 1),
}
