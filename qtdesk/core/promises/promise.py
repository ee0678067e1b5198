"""One promise: what an agent said would be done, for whom, until when.

Of the buyer only what helps to find the conversation again: a masked name and the end
of an order's number. What is typed is masked before it is kept.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from qtdesk.core.records.masking import masked_name

LONGEST_MATTER = 80
"""Characters; a line of a list, and of a group chat."""
_LONG_NUMBER = re.compile(r"\d[\d -]{5,}\d")
_TAIL = 4
_BREAKING = str.maketrans({"｜": "/", "|": "/", "；": "，", ";": ","})
"""What has a meaning of its own in the text of a hand-over."""


class State(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    HANDED_OVER = "handed_over"
    """Told to the next shift; nobody here has taken it over yet."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Handing:
    """One hand-over, from one agent to the next."""

    uid: str
    """That of its record."""
    giver: str
    taker: str
    """Whom it is meant for."""
    made: datetime


@dataclass(frozen=True, slots=True, repr=False)
class Promise:
    """An immutable value; `Promises` has the next one of it."""

    uid: str
    matter: str
    """What was promised; without long numbers."""
    due: datetime
    """With its distance from UTC."""
    buyer: str = ""
    """Masked."""
    tail: str = ""
    """The last digits of the order."""
    check: str = ""
    """The uid of the check it comes from; empty where it was made by hand."""
    next_step: str = ""
    """What is to be done, as far as whoever handed it over could tell."""
    state: State = State.OPEN
    snoozed: datetime | None = None
    """When to remind of it again."""
    told: datetime | None = None
    """The moment of which the agent was reminded last."""
    ended: datetime | None = None
    handing: Handing | None = None
    """The last one it was in, also after it was taken over."""

    @property
    def moment(self) -> datetime:
        """When to remind of it."""
        return self.snoozed or self.due

    @property
    def waits(self) -> bool:
        """Whether it is still to be kept."""
        return self.state is not State.DONE

    @property
    def untold(self) -> bool:
        """Whether a reminder of it is still to come."""
        return self.waits and self.told != self.moment

    @property
    def of_timer(self) -> bool:
        """Whether a timer of its check made it, and no agent by hand."""
        return self.uid.startswith(uid_of_timer(self.check, ""))

    def was_in(self, handing: str) -> bool:
        """Whether it was in the hand-over with this uid, or one that begins so."""
        return self.handing is not None and self.handing.uid.startswith(handing)

    def is_overdue(self, now: datetime) -> bool:
        """Whether its time is over, reminded of or not."""
        return self.waits and self.due <= now

    def done(self, now: datetime) -> "Promise":
        return replace(self, state=State.DONE, ended=now)

    def again(self) -> "Promise":
        """Open once more, after a slip."""
        return replace(self, state=State.OPEN, ended=None)

    def __repr__(self) -> str:
        """Without whom and what, which no log may hold."""
        return f"Promise({self.uid!r}, {self.state.value!r})"


def uid_of_timer(check: str, timer: str) -> str:
    """One name for one timer, so that no check promises the same thing twice."""
    return f"{check}:{timer}"


def plain_matter(text: str) -> str:
    """`text` on one line, of long numbers only the end, and cut where it is long."""
    line = " ".join(text.translate(_BREAKING).split())
    line = _LONG_NUMBER.sub(lambda found: _ended(found[0]), line)
    cut = len(line) > LONGEST_MATTER
    return f"{line[: LONGEST_MATTER - 1]}…" if cut else line


def plain_buyer(name: str) -> str:
    """A buyer's name as a promise keeps it."""
    return masked_name(" ".join(name.translate(_BREAKING).split()))


def _ended(number: str) -> str:
    digits = [sign for sign in number if sign.isdigit()]
    return "…" + "".join(digits[-_TAIL:])
