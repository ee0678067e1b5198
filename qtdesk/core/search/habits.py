"""What this agent uses and has pinned, as far as it moves phrases up.

A use counts half after a fortnight. One number for each phrase is enough for that: the
binary logarithm of its uses, each weighed by its age as seen from a fixed day. It never
changes with time, so that nothing has to be rewritten while nobody works. Knows no
clock: whoever calls has the time, in seconds since 1970.
"""

import math
from collections.abc import Iterable, Mapping
from heapq import nlargest

from qtdesk.core.search.scores import HABIT_BONUS, PIN_BONUS

HALF_LIFE_S = 14 * 24 * 3600.0
MOST_KEPT = 2000
"""Phrases whose use is remembered, the most used ones."""
MOST_FELT = 200
"""Phrases that are moved up. Each of them is looked at with every key press; and who
uses more needs no help with any."""
_MOST_AHEAD = 16.0
"""Half-lives that a level can be ahead of the time: a use each 20 s, day and night. One
that is further ahead was made while the clock was wrong, and counts for nothing."""
_FELT = 0.05
"""Uses below which a phrase counts as not used."""
_STEEPNESS = 2.0
"""One use today is worth 2 points, four are worth 4, twelve the most."""


class Habits:
    """Uses and pins by the key of the phrase."""

    def __init__(
        self, levels: Mapping[str, float] | None = None, pins: Iterable[str] = ()
    ) -> None:
        """Go on from what `levels` and `pins` were in another run."""
        self._levels = dict(levels or {})
        self._pins = dict.fromkeys(pins)
        self._stage: str | None = None
        self.edition = 0
        """Other after each use and each pin; a stage that is reached tells itself."""

    @property
    def levels(self) -> dict[str, float]:
        """What to keep for the next run."""
        return dict(self._levels)

    @property
    def pins(self) -> tuple[str, ...]:
        """In the order in which they were pinned."""
        return tuple(self._pins)

    def take_over(
        self, levels: Mapping[str, float], pins: Iterable[str], now: float
    ) -> None:
        """Go on from what was kept in earlier runs."""
        most = now / HALF_LIFE_S + _MOST_AHEAD
        likely = {key: level for key, level in levels.items() if level <= most}
        strongest = nlargest(MOST_KEPT, likely, key=likely.__getitem__)
        self._levels = {key: likely[key] for key in strongest}
        self._pins = dict.fromkeys(pins)
        self.edition += 1

    @property
    def stage(self) -> str | None:
        """The key of the stage that the conversation has reached; None if unknown."""
        return self._stage

    def reach(self, stage: str | None) -> None:
        """The conversation of now is in this stage."""
        self._stage = stage

    def use(self, key: str, now: float) -> float:
        """The phrase was pasted or copied; tells its level, to be kept."""
        level = now / HALF_LIFE_S
        old = self._levels.get(key)
        if old is not None:
            high, low = max(old, level), min(old, level)
            level = high + math.log2(1 + 2 ** (low - high))
        self._levels[key] = level
        if len(self._levels) > MOST_KEPT:
            del self._levels[min(self._levels, key=self._levels.__getitem__)]
        self.edition += 1
        return level

    def is_pinned(self, key: str) -> bool:
        return key in self._pins

    def pin(self, key: str) -> None:
        """Have the phrase in front; the last of those that are pinned, if it is new."""
        self._pins[key] = None
        self.edition += 1

    def unpin(self, key: str) -> None:
        self._pins.pop(key, None)
        self.edition += 1

    def uses(self, key: str, now: float) -> float:
        """How often the phrase was used, an old use counting less than a new one."""
        level = self._levels.get(key)
        return 0.0 if level is None else 2 ** min(level - now / HALF_LIFE_S, 30.0)

    def bonuses(self, now: float) -> dict[str, int]:
        """What to add to the scores of phrases, for those that get anything."""
        found = {}
        # Copies: another thread may search meanwhile.
        levels, pins = dict(self._levels), dict(self._pins)
        felt = nlargest(MOST_FELT, levels, key=levels.__getitem__)
        for key in {**pins, **dict.fromkeys(felt)}:
            uses = self.uses(key, now)
            bonus = round(_STEEPNESS * math.sqrt(uses)) if uses > _FELT else 0
            bonus = min(HABIT_BONUS, bonus) + PIN_BONUS * (key in pins)
            if bonus:
                found[key] = bonus
        return found
