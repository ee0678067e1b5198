"""What the agent uses and has pinned, kept from one run to the next.

Brings together the store and the habits that the search goes by. What a use is worth
is the habits' business, and pasting is others'.
"""

import json
from collections.abc import Callable
from typing import NamedTuple

from qtdesk.core.phrases import Phrase, Shelf
from qtdesk.core.ports import Store, Target
from qtdesk.core.search import Habits

_PINS = "pins"
"""The name of the note: a list of keys, in JSON."""
_BETWEEN_USES_S = 3600.0
"""How far apart uses are taken to be of which only the order is known."""

_STAGE_HOLDS_S = 30 * 60.0
"""After this a window is taken to show another matter."""
_MOST_WINDOWS = 50


class _Reached(NamedTuple):
    stage: str
    time: float


class Usage:
    """Notes uses and pins where the search and the next run find it."""

    def __init__(self, store: Store, habits: Habits, now: Callable[[], float]) -> None:
        """Go on with the habits where the last run stopped; see `Finder` for `now`."""
        self._store = store
        self._habits = habits
        self._now = now
        self._reached: dict[tuple[int, int], _Reached] = {}
        """By window, the one of the last use at the end."""
        self._told: list[Callable[[Phrase, Target | None], None]] = []
        self._habits.take_over(store.levels(), _keys(store.note(_PINS)), self._now())
        known = self._habits.levels
        for age, key in enumerate(store.recent(), 1):
            if key not in known:
                self._habits.use(key, self._now() - age * _BETWEEN_USES_S)

    def meet(self, target: Target | None) -> None:
        """The agent turns to this window: what is found suits the stage it was left in.

        That of the phrase that was used there last; unknown after half an hour.
        """
        reached = self._reached.get(_window(target)) if target is not None else None
        fresh = reached is not None and self._now() - reached.time <= _STAGE_HOLDS_S
        self._habits.reach(reached.stage if reached is not None and fresh else None)

    def tell(self, used: Callable[[Phrase, Target | None], None]) -> None:
        """Tell of every use from now on."""
        self._told.append(used)

    def used(self, phrase: Phrase, target: Target | None) -> None:
        """The agent pasted `phrase` into `target`, or copied it for there."""
        now = self._now()
        level = self._habits.use(phrase.key, now)
        self._store.add_recent(phrase.key, level)
        for used in self._told:
            used(phrase, target)
        if target is None or target.unseen:
            return
        window = _window(target)
        self._reached.pop(window, None)
        self._reached[window] = _Reached(phrase.stage, now)
        if len(self._reached) > _MOST_WINDOWS:
            del self._reached[next(iter(self._reached))]

    def pinned(self, phrase: Phrase) -> bool:
        return self._habits.is_pinned(phrase.key)

    def pin(self, phrase: Phrase, pinned: bool) -> None:
        """Have `phrase` in front from now on, or not any more."""
        if pinned:
            self._habits.pin(phrase.key)
        else:
            self._habits.unpin(phrase.key)
        self._store.save_note(_PINS, json.dumps(self._habits.pins))

    def pins(self, shelf: Shelf) -> tuple[Phrase, ...]:
        """Pinned phrases that are on the shelf, in the order they were pinned."""
        found = (shelf.phrase(key) for key in self._habits.pins)
        return tuple(phrase for phrase in found if phrase is not None)

    def recent(self, shelf: Shelf) -> tuple[Phrase, ...]:
        """Phrases lately used that are still on the shelf, the latest first."""
        found = (shelf.phrase(key) for key in self._store.recent())
        return tuple(phrase for phrase in found if phrase is not None)


def _window(target: Target) -> tuple[int, int]:
    return target.window, target.mark


def _keys(text: str) -> tuple[str, ...]:
    """The keys in a note; what cannot be read is as if nothing was pinned."""
    try:
        kept = json.loads(text or "[]")
    except ValueError:
        return ()
    return tuple(map(str, kept)) if isinstance(kept, list) else ()
