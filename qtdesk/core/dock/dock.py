"""The dock's own use cases: stages, buyers, what comes next, and the keys for them.

A stage that was chosen belongs to the buyer it was chosen for. Pasting is the desk's.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice

from qtdesk.core.buyers import Buyers
from qtdesk.core.dock.contents import Contents, at_hand, contents_of
from qtdesk.core.dock.keys import DockKeys, Presses
from qtdesk.core.dock.places import Places
from qtdesk.core.errors import StoreError
from qtdesk.core.key_bindings import KeyBindings
from qtdesk.core.phrases import Phrase, Shelf
from qtdesk.core.ports import Store, Target
from qtdesk.core.settings import Settings
from qtdesk.core.stage_views import ViewStage, stages_of
from qtdesk.core.usage import Usage
from qtdesk.core.usually_next import NOTE, PATH, UsuallyNext

_MOST_NEXT = 2
_FIRST_STAGE = "greet"


class Dock:
    """What the dock shows of one shelf; every change is announced."""

    def __init__(
        self,
        shelf: Shelf,
        usage: Usage,
        store: Store,
        settings: Callable[[], Settings],
        bindings: KeyBindings,
        presses: tuple[Callable[[], None], Callable[[Phrase], None]],
        now: Callable[[], float],
        changed: Callable[[], None],
        forget: Callable[[str], None],
    ) -> None:
        """Stand ready, away.

        `presses` are what the key of the dock and that of a phrase set off; `now` is in
        seconds since 1970. `forget` is told of every buyer who is closed.
        """
        self._shelf = shelf
        self._usage = usage
        self._store = store
        self._settings = settings
        self._now = now
        self._changed = changed
        self._stage: str | None = None
        self._told: list[Callable[[ViewStage | None], None]] = []
        self._found: tuple[object, Contents] | None = None
        """What was asked for last, and what was found."""
        self._paste = presses[1]
        self._next = UsuallyNext(store.note(NOTE), now())
        self.places = Places(store)
        self.buyers = Buyers(changed, forget)
        usage.tell(self.used)
        self.keys = DockKeys(
            *(bindings, store, settings()),
            Presses(presses[0], self.buyers.next, self.choose, self._on_phrase_key),
            self._title_of,
        )

    # --- stages and their cards ------------------------------------------------

    def stages(self) -> tuple[ViewStage, ...]:
        """The lines of the agent's view that the books have phrases for."""
        return stages_of(self._settings().stage_view, self._shelf.stages())

    @property
    def stage(self) -> ViewStage | None:
        """The line that is chosen; None for what is at hand of all of them."""
        slot = self.buyers.current
        key = slot.stage if slot is not None else self._stage
        return next((line for line in self.stages() if line.key == key), None)

    def choose(self, key: str | None) -> None:
        """Turn to this line of the view, for the buyer of now."""
        if self.buyers.current is not None:
            self.buyers.reach(key)
        else:
            self._stage = key
        self._changed()
        for turned in self._told:
            turned(self.stage)

    def tell(self, turned: Callable[[ViewStage | None], None]) -> None:
        """Tell of every line that is chosen from now on, also of the same once more."""
        self._told.append(turned)

    def contents(self) -> Contents:
        """The cards of the line that is chosen."""
        line, pins = self.stage, self._usage.pins(self._shelf)
        if line is None:
            return at_hand(pins, self._usage.recent(self._shelf))
        # After each paste the same is asked again, of books with up to a million.
        asked = (line, pins, self._shelf.books)
        if self._found is None or self._found[0] != asked:
            self._found = (asked, contents_of(line, self._shelf, pins))
        return self._found[1]

    # --- what usually comes next -----------------------------------------------

    def next_up(self, target: Target | None) -> tuple[Phrase, ...]:
        """What is likely to be pasted next into `target`: learned, or by the path."""
        return tuple(islice(self._likely(target), _MOST_NEXT))

    def _likely(self, target: Target | None) -> Iterator[Phrase]:
        buyer, now = self._buyer, self._now()
        told = set()
        for key in self._next.learned(buyer, target, now):
            phrase = self._shelf.phrase(key)
            if phrase is not None:
                told.add(key)
                yield phrase
        stage = self._next.stage(buyer, target, now)
        for following in PATH.get(stage, ()) if stage else (_FIRST_STAGE,):
            phrase = self._best_of(following)
            if phrase is not None and phrase.key not in told:
                yield phrase

    def _best_of(self, stage: str) -> Phrase | None:
        """Pinned, or used lately, or the first in the books."""
        for phrases in (
            self._usage.pins(self._shelf),
            self._usage.recent(self._shelf),
            self._shelf.in_stages((stage,)),
        ):
            for phrase in phrases:
                if phrase.stage == stage:
                    return phrase
        return None

    def used(self, phrase: Phrase, target: Target | None) -> None:
        """The agent took `phrase` for the conversation in `target`."""
        seen = target if target is not None and not target.unseen else None
        self._next.used(phrase.key, phrase.stage, self._buyer, seen, self._now())

    @property
    def _buyer(self) -> str:
        slot = self.buyers.current
        return slot.name if slot is not None else ""

    # --- keys and the end ------------------------------------------------------

    def show(self, *, shown: bool) -> None:
        """The dock is on the screen, or no more: its keys come and go with it."""
        self.keys.show(self.stages() if shown else None)

    def _title_of(self, key: str) -> str | None:
        phrase = self._shelf.phrase(key)
        return phrase.title if phrase is not None else None

    def _on_phrase_key(self, key: str) -> None:
        phrase = self._shelf.phrase(key)
        if phrase is not None:
            self._paste(phrase)

    def flush(self) -> None:
        """Keep what was learned; to be called at the end, before the store's flush."""
        if self._next.changed:
            # It is worth no message; the store's own flush says what is wrong.
            with suppress(StoreError):
                self._store.save_note(NOTE, self._next.as_text())
