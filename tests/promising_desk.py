"""One agent's promises with all that they see: checks, buyers, pastes, two clocks."""

from typing import TYPE_CHECKING

from qtdesk.core.buyers import Buyers
from qtdesk.core.key_bindings import KeyBindings
from qtdesk.core.phrases import Shelf
from qtdesk.core.promise_desk import open_promises
from qtdesk.core.settings import Settings
from tests.check_world import CheckWorld
from tests.checking_room import NOW, Room
from tests.fake_books import FakeStore
from tests.promise_world import FakeWallClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from qtdesk.core.events import DeskEvent


class PromisingDesk:
    """A chat in front, the shipped lists, and a wall that shows what it likes."""

    def __init__(
        self, store: FakeStore | None = None, room: Room | None = None
    ) -> None:
        """`store` and `room` are what an earlier run of the program has left."""
        self.store = store or FakeStore()
        self.world = CheckWorld(room)
        self.clock = self.world.clock
        self.wall = FakeWallClock(self.clock, NOW)
        self.events: list[DeskEvent] = []
        self.hears: Callable[[DeskEvent], None] = lambda _event: None
        """Is told of each event besides."""
        self.buyers = Buyers(lambda: None, lambda _name: None)
        self.settings = Settings(agent="小李")
        self.shelf = Shelf()
        hotkeys = self.world.platform.hotkeys
        self.bindings = KeyBindings(hotkeys, lambda: "", lambda: None)
        self.promises = open_promises(
            *(self.store, self.clock, self.world.platform, self.world.pastes),
            *(self.world.checks, self.world.reading, self.shelf),
            *(lambda: self.buyers, lambda: self.settings),
            self.bindings,
            self._announce,
            self.wall,
        )

    def _announce(self, event: "DeskEvent") -> None:
        self.events.append(event)
        self.hears(event)
