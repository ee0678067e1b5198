"""What usually comes next: learned from what followed what, in the same conversation.

Each pair of phrases has one number, of the kind that `Habits` keeps: the binary
logarithm of how often one followed the other, a time counting half after a fortnight.
Keeps keys of phrases and numbers, and no name, title or text.
"""

import json
import math
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from qtdesk.core.paste.conversation import same_conversation
from qtdesk.core.ports import Target

NOTE = "usually_next"
WITHIN_S = 600.0
"""What is pasted later than that belongs to another matter."""
HALF_LIFE_S = 14 * 24 * 3600.0
MOST_FIRST, MOST_NEXT = 600, 6
"""Phrases that something follows, and followers of each, that are remembered."""
_FELT = 0.3
"""Uses below which a pair counts as forgotten."""
_MOST_AHEAD = 16.0
"""Half-lives that a level can be ahead of the time; see `Habits`."""
_MOST_CONVERSATIONS = 30

PATH: Mapping[str, tuple[str, ...]] = {
    "greet": ("ask", "recommend"),
    "ask": ("recommend", "answer"),
    "recommend": ("bargain", "pay"),
    "answer": ("recommend", "pay"),
    "bargain": ("pay", "farewell"),
    "pay": ("verify", "farewell"),
    "verify": ("ship", "farewell"),
    "ship": ("farewell", "follow"),
    "after": ("farewell", "follow"),
    "review": ("farewell", "follow"),
    "complaint": ("after", "follow"),
    "farewell": ("follow", "review"),
    "follow": ("review", "farewell"),
}
"""By stage, the stages that come next as a rule: what is shown before anything has been
learned."""

Levels = dict[str, dict[str, float]]


class _Pasted(NamedTuple):
    """What came last in one conversation."""

    key: str
    stage: str
    time: float
    buyer: str
    target: Target | None

    def __repr__(self) -> str:
        """Without the buyer, whose name no log may hold."""
        return f"_Pasted({self.key!r})"

    def is_of(self, buyer: str, target: Target | None) -> bool:
        """Whether this was pasted in the same conversation.

        That of a buyer the agent has named, or else of a window and its title.
        """
        if buyer or self.buyer:
            return buyer == self.buyer
        if target is None or self.target is None:
            return target is self.target
        same = (target.window, target.mark) == (self.target.window, self.target.mark)
        return same and same_conversation(target.title, self.target.title)


class UsuallyNext:
    """Learns pairs, and tells what follows in a conversation."""

    def __init__(self, kept: str, now: float) -> None:
        """Go on from what `as_text` gave in an earlier run."""
        self._levels = _levels(kept, now)
        self._conversations: deque[_Pasted] = deque(maxlen=_MOST_CONVERSATIONS)
        self.changed = False
        """Whether something was learned in this run."""

    def used(
        self, key: str, stage: str, buyer: str, target: Target | None, now: float
    ) -> None:
        """A phrase of `stage` was pasted in the conversation with `buyer`."""
        before = self._last(buyer, target)
        if before is not None:
            self._conversations.remove(before)
            if before.key != key and now - before.time <= WITHIN_S:
                self._strengthen(before.key, key, now)
        self._conversations.append(_Pasted(key, stage, now, buyer, target))

    def learned(self, buyer: str, target: Target | None, now: float) -> list[str]:
        """Keys of what usually followed, the most usual first."""
        before = self._last(buyer, target)
        if before is None or now - before.time > WITHIN_S:
            return []
        known = self._levels.get(before.key, {})
        least = now / HALF_LIFE_S + math.log2(_FELT)
        felt = [key for key, level in known.items() if level >= least]
        return sorted(felt, key=known.__getitem__, reverse=True)

    def stage(self, buyer: str, target: Target | None, now: float) -> str | None:
        """The stage of what was pasted last in this conversation."""
        before = self._last(buyer, target)
        fresh = before is not None and now - before.time <= WITHIN_S
        return before.stage if before is not None and fresh else None

    def as_text(self) -> str:
        """All of it, for the next run."""
        rounded = {
            first: {key: round(level, 3) for key, level in known.items()}
            for first, known in self._levels.items()
        }
        return json.dumps(rounded, separators=(",", ":"))

    def _last(self, buyer: str, target: Target | None) -> _Pasted | None:
        found = (
            one for one in reversed(self._conversations) if one.is_of(buyer, target)
        )
        return next(found, None)

    def _strengthen(self, first: str, key: str, now: float) -> None:
        # The latest to be learned from comes last: the first are forgotten first.
        known = self._levels.pop(first, {})
        self._levels[first] = known
        level, old = now / HALF_LIFE_S, known.get(key)
        if old is not None:
            high, low = max(old, level), min(old, level)
            level = high + math.log2(1 + 2 ** (low - high))
        known[key] = level
        if len(known) > MOST_NEXT:
            others = known.keys() - {key}
            del known[min(others, key=known.__getitem__)]
        if len(self._levels) > MOST_FIRST:
            del self._levels[next(iter(self._levels))]
        self.changed = True


def _levels(kept: str, now: float) -> Levels:
    """What `as_text` made; nothing where the text is anything else."""
    try:
        stored = json.loads(kept or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(stored, dict):
        return {}
    most = now / HALF_LIFE_S + _MOST_AHEAD
    found = {first: dict(_numbers(known, most)) for first, known in stored.items()}
    return {first: known for first, known in found.items() if known}


def _numbers(stored: object, most: float) -> Iterator[tuple[str, float]]:
    pairs: Iterable[tuple[object, object]] = ()
    if isinstance(stored, dict):
        pairs = stored.items()
    for key, level in pairs:
        if type(level) in {int, float} and -math.inf < float(level) <= most:  # type: ignore[arg-type]  # the type was looked at
            yield str(key), float(level)  # type: ignore[arg-type]  # as above
