"""A check under way: a list, the order it is about, and what the agent has answered.

An immutable value; each step makes a new one. What it comes to is told by `judging`,
how it is kept by `keeping`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from qtdesk.core.checklists.checklist import Checklist, Item
from qtdesk.core.checklists.shop import ShopFacts
from qtdesk.core.checklists.values import Value
from qtdesk.core.orders import Reading


@dataclass(frozen=True, slots=True, repr=False)
class Check:
    """One check of one matter; holds what is private, and shows nothing of it."""

    uid: str
    checklist: Checklist
    begun: datetime
    """With its distance from UTC."""
    reading: Reading | None = None
    """The order, with what the agent has corrected in it."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """Id of an entry to what the agent answered; `V21.2` is the second one of V21."""
    overrides: Mapping[str, str] = field(default_factory=dict)
    """Id of an entry to the agent's reason for letting it pass."""
    given: tuple[str, ...] = ()
    """Ids of the outputs that were copied or pasted, in that order, each once."""
    earlier: int = 0
    """How many finished checks there are already of this order by this list."""
    shop: ShopFacts = field(default_factory=ShopFacts)

    def __repr__(self) -> str:
        """Without answers and texts, which no log may hold."""
        return f"Check({self.checklist.id!r}, {len(self.values)} answers)"

    def answered(self, entry: str, value: Value) -> "Check":
        """With `value` for `entry`; a reason given before was for another answer."""
        return replace(
            self, values={**self.values, entry: value}, overrides=self._without(entry)
        )

    def reset(self, entry: str) -> "Check":
        """Without what the agent answered and let pass there."""
        values = {key: value for key, value in self.values.items() if key != entry}
        return replace(self, values=values, overrides=self._without(entry))

    def overridden(self, entry: str, reason: str) -> "Check":
        """With `entry` let pass for `reason`; an empty one takes that back."""
        overrides = self._without(entry)
        if reason.strip():
            overrides[entry] = " ".join(reason.split())
        return replace(self, overrides=overrides)

    def read(self, reading: Reading) -> "Check":
        """With the order read anew, or corrected."""
        return replace(self, reading=reading)

    def gave(self, output: str) -> "Check":
        """With `output` copied or pasted."""
        return replace(self, given=tuple(dict.fromkeys((*self.given, output))))

    def goes_on_in(self, other: "Check") -> bool:
        """Whether `other` is about the same: the same order, or a list about none."""
        if other.checklist.id != self.checklist.id:
            return False
        mine, theirs = self.reading, other.reading
        if mine is None or not mine.fields or theirs is None:
            return not self.checklist.reads_order
        return mine.text == theirs.text

    def _without(self, entry: str) -> dict[str, str]:
        return {key: why for key, why in self.overrides.items() if key != entry}


def item_of(checklist: Checklist, entry: str) -> Item | None:
    """The item that an entry belongs to; None where there is none of that id."""
    return checklist.by_id.get(entry.partition(".")[0])
