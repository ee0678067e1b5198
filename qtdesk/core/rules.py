"""Rules that change: of platforms, of reminders and visits, of what may come back.

Each has the day it was looked up and where; a shop's own promise goes before it. Plain
values: `formats` reads them from a file that a lead can replace.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class PlatformRule:
    """What one platform asks for, as of a day."""

    platform: str
    """Empty for all that have no rule of their own."""
    as_of: date
    """When somebody looked it up."""
    source: str
    """Where; for people."""
    verified: bool = True
    """Whether somebody has seen it with the platform itself."""
    ship_hours: Decimal | None = None
    """Hours from payment to shipping."""
    exceptions: tuple[str, ...] = ()
    """Words of goods that the hours are not for, such as 预售."""
    comp_rate: Decimal | None = None
    """Of the price, what a late parcel costs the shop; 0.05 for five per cent."""
    comp_min: Decimal | None = None
    """Yuan at least."""
    comp_cap: Decimal | None = None
    """Yuan at most."""
    memo_bytes: int | None = None
    """Bytes a remark may have, in UTF-8; None where nobody has found out."""
    memo_warning: int | None = None
    """Bytes from which the agent is warned."""


@dataclass(frozen=True, slots=True)
class ContactRule:
    """How often and when buyers are written to unasked."""

    as_of: date
    source: str
    reminders: Decimal = Decimal(3)
    """To pay, at most, for one order."""
    quiet_from: time = time(22)
    """From here on nobody is disturbed, in China's time."""
    quiet_to: time = time(9)
    """The first moment at which people may be written to again."""
    visit_days: Decimal = Decimal(3)
    """Days after the parcel has come within which buyers are asked how it is."""
    vip_days: Decimal = Decimal(7)
    """Days from one visit of the best buyers to the next."""


class ReturnKind(StrEnum):
    """Whether the seven days hold for a class of goods, and if not, why."""

    APPLIES = "applies"
    CUSTOM = "custom"
    FRESH = "fresh"
    DIGITAL = "digital"
    PRESS = "press"
    HEALTH = "health"
    ACTIVATED = "activated"
    FLAWED = "flawed"

    @property
    def by_law(self) -> bool:
        """Excluded whatever was agreed."""
        return self in (self.CUSTOM, self.FRESH, self.DIGITAL, self.PRESS)

    @property
    def by_agreement(self) -> bool:
        """Excluded only if the page says so and the buyer confirmed it."""
        return self in (self.HEALTH, self.ACTIVATED, self.FLAWED)


@dataclass(frozen=True, slots=True)
class ReturnClass:
    """One class of goods, and what "whole" means for it."""

    name: str
    kind: ReturnKind
    standard: str = ""
    """What must be as it was, besides what holds for all goods."""


@dataclass(frozen=True, slots=True)
class ReturnTable:
    """Classes of goods; an example, before which a platform's own table goes."""

    as_of: date
    source: str
    classes: tuple[ReturnClass, ...] = ()

    def of(self, name: str) -> ReturnClass | None:
        return next((each for each in self.classes if each.name == name), None)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules."""

    rules: tuple[PlatformRule, ...] = ()
    contact: ContactRule | None = None
    returns: ReturnTable | None = None

    def of(self, platform: str) -> PlatformRule | None:
        """The latest rule of `platform`, or of all others; None where none is."""
        return _latest(self.rules, platform) or _latest(self.rules, "")


OVERDUE_DAYS = 365
"""After as many days a rule has to be looked up again."""


def is_overdue(as_of: date, today: date) -> bool:
    """Whether what was looked up at `as_of` is too old to rely on."""
    return (today - as_of).days > OVERDUE_DAYS


def overdue_parts(book: RuleBook, today: date) -> Iterator[tuple[str, date]]:
    """The parts of `book` to look up again, each with the day it is of."""
    parts = [(f"rules {rule.platform or '*'}", rule.as_of) for rule in book.rules]
    if book.contact is not None:
        parts.append(("contact", book.contact.as_of))
    if book.returns is not None:
        parts.append(("returns", book.returns.as_of))
    yield from (part for part in parts if is_overdue(part[1], today))


def _latest(rules: Iterable[PlatformRule], platform: str) -> PlatformRule | None:
    own = [rule for rule in rules if rule.platform == platform]
    return max(own, key=lambda rule: rule.as_of, default=None)
