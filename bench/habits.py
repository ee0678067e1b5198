"""Habits of an agent who has worked for a while: 2,000 phrases used, 20 of them pinned.

A few are used all day and most now and then, as words are; the same for equal books.
"""

import random

from qtdesk.core.phrases import Book
from qtdesk.core.search import Habits
from qtdesk.core.search.habits import HALF_LIFE_S, MOST_KEPT

NOW = 1_750_000_000.0
_PINS = 20
_USES_OF_THE_FIRST = 60.0


def agent_habits(book: Book) -> Habits:
    """What such an agent's search goes by, with the stage `ship` reached, at `NOW`."""
    chance = random.Random(11)  # noqa: S311 - the same each time is the point
    count = len(book.phrases)
    numbers = chance.sample(range(count), min(count, MOST_KEPT))
    keys = [book.phrases[number].key for number in numbers]
    habits = Habits()
    for place, key in enumerate(keys, 1):
        age = HALF_LIFE_S * place / len(keys)
        for _ in range(round(_USES_OF_THE_FIRST / place) or 1):
            habits.use(key, NOW - age)
    for key in keys[::100][:_PINS]:
        habits.pin(key)
    habits.reach("ship")
    return habits
