"""What the agent uses, kept from one run to the next.

Brings together the store and the habits that the search goes by. What a use is worth
is the habits' business, and pasting is others'.
"""

from collections.abc import Callable

from qtdesk.core.phrases import Phrase, Shelf
from qtdesk.core.ports import Store
from qtdesk.core.search import Habits

_BETWEEN_USES_S = 3600.0
"""How far apart uses are taken to be of which only the order is known."""


class Usage:
    """Notes each use where the search and the next run find it."""

    def __init__(self, store: Store, habits: Habits, now: Callable[[], float]) -> None:
        """Go on with the habits where the last run stopped; see `Finder` for `now`."""
        self._store = store
        self._habits = habits
        self._now = now
        self._habits.take_over(store.levels(), (), self._now())
        known = self._habits.levels
        for age, key in enumerate(store.recent(), 1):
            if key not in known:
                self._habits.use(key, self._now() - age * _BETWEEN_USES_S)

    def used(self, phrase: Phrase) -> None:
        """The agent pasted or copied `phrase`."""
        level = self._habits.use(phrase.key, self._now())
        self._store.add_recent(phrase.key, level)

    def recent(self, shelf: Shelf) -> tuple[Phrase, ...]:
        """Phrases lately used that are still on the shelf, the latest first."""
        found = (shelf.phrase(key) for key in self._store.recent())
        return tuple(phrase for phrase in found if phrase is not None)
