"""Rules of platforms that change: how soon to ship, how long a remark may be.

Each has the day it was looked up and where; a shop's own promise goes before it. Plain
values: `formats` reads them from a file that a lead can replace.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PlatformRule:
    """What one platform asks for, as of a day."""

    platform: str
    """Empty for all that have no rule of their own."""
    as_of: date
    """When somebody looked it up."""
    source: str
    """Where; for people."""
    ship_hours: Decimal | None = None
    """Hours from payment to shipping."""
    memo_bytes: int | None = None
    """Bytes a remark may have, in UTF-8; None where nobody has found out."""
    memo_warning: int | None = None
    """Bytes from which the agent is warned."""


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules of all platforms."""

    rules: tuple[PlatformRule, ...] = ()

    def of(self, platform: str) -> PlatformRule | None:
        """The latest rule of `platform`, or of all others; None where none is."""
        return _latest(self.rules, platform) or _latest(self.rules, "")


def _latest(rules: Iterable[PlatformRule], platform: str) -> PlatformRule | None:
    own = [rule for rule in rules if rule.platform == platform]
    return max(own, key=lambda rule: rule.as_of, default=None)
