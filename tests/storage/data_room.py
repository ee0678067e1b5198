"""A folder with the agent's data, and a background that works when the test says so."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qtdesk.storage.agent_data import AgentData, Saving
from qtdesk.storage.store import DeskStore

if TYPE_CHECKING:
    from qtdesk.core.ports import StoreState

_T = TypeVar("_T")


class ByHand:
    """A background that works when the test says so, and timers that do the same."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []
        self.timers: list[tuple[float, Callable[[], None]]] = []

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        self.waiting.append(lambda: done(work()))

    def later(self, seconds: float, callback: Callable[[], None]) -> Callable[[], None]:
        self.timers.append((seconds, callback))
        return lambda: None

    def work(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()

    def pass_time(self) -> None:
        timers, self.timers = self.timers, []
        for _, callback in timers:
            callback()
        self.work()


class Room:
    """The data of one agent, opened as often as a test likes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "data"
        self.folder.mkdir()
        self.emergency = folder / "unsaved.jsonl"
        self.background = ByHand()
        self.told: list[StoreState] = []
        self.now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
        self.data: AgentData | None = None

    @property
    def journal(self) -> Path:
        return self.folder / "agent.jsonl"

    def open(self) -> DeskStore:
        """As the desk does; one that is still open dies as by a crash."""
        self.crash()
        self.background = ByHand()
        saving = Saving(self.background, self.background.later, self.emergency)
        self.data = AgentData(self.folder, saving, lambda: self.now)
        self.data.listen(self.told.append)
        return DeskStore(self.data)

    def crash(self) -> None:
        if self.data is not None:
            # What a process that dies gives back by itself.
            self.data.journal.close()
            self.data = None

    def open_now(self) -> AgentData:
        """As the command line does."""
        self.crash()
        self.data = AgentData(self.folder, None, lambda: self.now)
        return self.data

    def settings(self) -> dict[str, str]:
        """What a reader finds in the files."""
        return DeskStore(AgentData(self.folder)).settings()

    def a_day_later(self) -> None:
        self.now += timedelta(days=1)

    def fill(self) -> None:
        """Data of several days, saved and closed."""
        for theme in ("dark", "light"):
            store = self.open()
            store.save_settings({"theme": theme})
            store.add_recent(f"shop/{theme}")
            self.background.work()
            self.a_day_later()
        self.crash()
