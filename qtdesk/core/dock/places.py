"""Where the agent has put the dock, on each screen that was ever there."""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from qtdesk.core.errors import StoreError
from qtdesk.core.ports import Store

_NOTE = "dock_places"
_MOST_SCREENS = 12


class Place(NamedTuple):
    """On one screen, from the corner of what is free there, in logical pixels."""

    left: int
    top: int


class Places:
    """Remembers a place for each screen, and which screen was the last."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known = dict(_places(store.note(_NOTE)))

    @property
    def last_screen(self) -> str:
        """The screen on which the dock was put last; empty for none."""
        return next(reversed(self._known), "")

    def on(self, screen: str) -> Place | None:
        """The place on `screen`, which is called by its name and size."""
        return self._known.get(screen)

    def keep(self, screen: str, place: Place) -> None:
        """From now on the dock belongs there."""
        self._known.pop(screen, None)
        self._known[screen] = place
        while len(self._known) > _MOST_SCREENS:
            del self._known[next(iter(self._known))]
        # A place is worth no message; the store tells by itself what is wrong.
        with suppress(StoreError):
            self._store.save_note(_NOTE, json.dumps(self._known))


def _places(text: str) -> Iterator[tuple[str, Place]]:
    """What is in a note; what cannot be read is passed over."""
    try:
        kept = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return
    for screen, place in kept.items() if isinstance(kept, dict) else ():
        if isinstance(place, list) and [type(each) for each in place] == [int, int]:
            yield str(screen), Place(*place)
