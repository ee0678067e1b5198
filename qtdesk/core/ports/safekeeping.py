"""How the agent's own data are kept, and what can be done where that goes wrong."""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple, Protocol

from qtdesk.core.errors import StoreError


class Condition(Enum):
    """How it stands with the agent's data."""

    SAFE = "safe"
    """Whatever was changed is on the disk, or will be in a moment."""
    UNSAVED = "unsaved"
    """Changes cannot be written now. They are kept in memory, and tried again."""
    READ_ONLY = "read_only"
    """Nothing is written in this run; changes end with it."""
    GONE = "gone"
    """The data were here once and are missing. Nothing is written until the agent has
    chosen between a backup and a new beginning; changes until then are not kept."""
    RESTORED = "restored"
    """A backup is in place, and is used from the next start on."""


class StoreState(NamedTuple):
    """How it stands, and what to tell of it."""

    condition: Condition = Condition.SAFE
    problem: StoreError | None = None
    """What happened, why, and what to do now; None while all is well."""
    unsaved: int = 0
    """Changes that are only in memory."""
    damaged: int = 0
    """Changes of the past that were found destroyed at the start. What is left of them
    was set aside, and everything else is in use."""


class Backup(NamedTuple):
    """An earlier state of the agent's data."""

    name: str
    """By which it is restored."""
    made: str
    """Day and time, in ISO 8601 and local time."""
    documents: int
    """How much is in it."""
    sound: bool
    """Whether every line of it was found whole."""


class Safekeeping(Protocol):
    """Watches over the agent's data; answers on the thread that asks."""

    @property
    def state(self) -> StoreState:
        """How it stands now."""
        ...

    def listen(self, changed: Callable[[StoreState], None]) -> None:
        """Call `changed` at each change of the condition; there is one listener."""
        ...

    def start(self) -> None:
        """Take the right to write, and make the backup of the day; returns at once."""
        ...

    def find_backups(self, done: Callable[[tuple[Backup, ...]], None]) -> None:
        """Look at all backups, the latest first. Slow, so that the answer comes later.

        The file from before it was last made small is one of them.
        """
        ...

    def restore(self, name: str, done: Callable[[StoreError | None], None]) -> None:
        """Put a backup in place; what was there is kept under another name.

        It is used from the next start on. `done` is told what went wrong, if anything;
        then nothing has changed.
        """
        ...

    def begin_anew(self) -> None:
        """Keep what is in memory as the agent's data, where the old ones are gone."""
        ...
