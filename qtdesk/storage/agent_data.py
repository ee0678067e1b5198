"""The agent's own data: one journal, and all that sees to it that it is never lost.

A journal that was here once and is missing is never begun anew without asking: a mark
in a file of its own, the backups and the generation before tell that there was one.
"""

import contextlib
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from qtdesk.core.errors import StoreError
from qtdesk.core.ports import Background
from qtdesk.core.ports.safekeeping import Backup, Condition, StoreState
from qtdesk.storage.atomic import could_not_save, write_atomically
from qtdesk.storage.backups import Backups, describe, name_of_day
from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal.reading import contents_of
from qtdesk.storage.journal.writer_lock import TakenError
from qtdesk.storage.journal_storage import JournalStorage
from qtdesk.storage.journal_tables import JournalTables
from qtdesk.storage.legacy import has_legacy, read_legacy
from qtdesk.storage.migrations import SCHEMA, migrate
from qtdesk.storage.refusals import gone, later_version, no_folder, restored, useless
from qtdesk.storage.saving import Later, LaterStorage

FILE = "agent.jsonl"
BACKUPS = "backups"
PREVIOUS = "previous"
"""Under this name the generation before the last writing anew can be restored."""
_MARK = "agent.born"

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class Saving(NamedTuple):
    """What a program needs that must never wait for a disk."""

    background: Background
    later: Later
    emergency: Path | None
    """Where changes go that cannot be written; None for nowhere."""


class AgentData:
    """The journal in a folder; see `qtdesk.core.ports.Safekeeping`."""

    def __init__(
        self,
        folder: Path,
        saving: Saving | None = None,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        """Open what is in `folder`, which need not be there yet.

        Without `saving` each change is on the disk, or refused, when its call returns.
        """
        self._now = now
        self._saving = saving
        self.journal = Journal(folder / FILE, SCHEMA)
        self.backups = Backups(folder / BACKUPS)
        self._mark = folder / _MARK
        self._listener: Callable[[StoreState], None] = lambda _state: None
        self._gone = self._restored = False
        self.storage = self._open_storage()
        self._consider(folder)
        self.tables = JournalTables(self.storage)

    # --- opening ---------------------------------------------------------------

    def _open_storage(self) -> JournalStorage:
        if self._saving is None:
            return JournalStorage(self.journal, migrate)
        storage = LaterStorage(self.journal, migrate, *self._saving)
        storage.on_change = self._tell
        storage.on_saved = self._after_saving
        return storage

    def _consider(self, folder: Path) -> None:
        """Whether there is anything to go by, and whether it may be written to."""
        contents = self.storage.contents
        self._readable = self.storage.refusal is None
        if not self._readable:
            return
        if contents.of_later_version or contents.schema > SCHEMA:
            self.storage.refusal = later_version(self.journal.path)
        elif contents.found:
            return
        elif self._was_here() or contents.broken:
            self._gone = True
            self.storage.refusal = gone(self.journal.path)
        elif not folder.is_dir() and self._saving is not None:
            self.storage.refusal = no_folder(folder)
        elif has_legacy(folder):
            self.storage.fill(read_legacy(folder))

    def _was_here(self) -> bool:
        traces = (self._mark, self.journal.backup)
        return any(trace.exists() for trace in traces) or self.backups.has_any()

    @property
    def readable(self) -> bool:
        """Whether what is there could be looked at; also where nothing is there."""
        return self._readable

    # --- how it stands ---------------------------------------------------------

    @property
    def state(self) -> StoreState:
        storage = self.storage
        later = storage if isinstance(storage, LaterStorage) else None
        problem = storage.refusal or (later.problem if later else None)
        return StoreState(
            self._condition(problem),
            problem,
            later.unsaved if later else 0,
            storage.contents.report.missing,
        )

    def _condition(self, problem: StoreError | None) -> Condition:
        if self._restored:
            return Condition.RESTORED
        if self._gone:
            return Condition.GONE
        if problem is None:
            return Condition.SAFE
        if problem is self.storage.refusal or isinstance(problem, TakenError):
            return Condition.READ_ONLY
        return Condition.UNSAVED

    def listen(self, changed: Callable[[StoreState], None]) -> None:
        self._listener = changed

    def _tell(self) -> None:
        self._listener(self.state)

    def start(self) -> None:
        """Take the right to write, save what waits, and make the backup of the day."""
        storage = self.storage
        state = self.state
        if state.problem is not None or state.damaged:
            self._tell()
        if isinstance(storage, LaterStorage) and storage.has_something:
            storage.write_on()

    def flush(self) -> None:
        """Write what is only in memory; to be called once the background is closed.

        Raises:
            StoreError: it could not be written.
        """
        if isinstance(self.storage, LaterStorage) and self.storage.refusal is None:
            self.storage.flush()
        self.journal.close()

    # --- backups ---------------------------------------------------------------

    def _after_saving(self) -> None:
        """In the background, each time all is saved."""
        with contextlib.suppress(StoreError):
            if not self._mark.exists():
                write_atomically(self._mark, f"{self.journal.identity}\n".encode())
        if not self.backups.has_of(self._now().date()):
            try:
                self.back_up(name_of_day(self._now().date()))
            except StoreError:
                # Told by `store check`; what was saved is saved all the same.
                _log.warning("the backup of the day could not be made")

    def back_up(self, name: str) -> Path | None:
        """Make a backup now; None where there is nothing to keep.

        Raises:
            StoreError: it could not be made; older ones are all there.
        """
        tables = self.storage.snapshot()
        if not any(tables.values()) or self._gone:
            return None
        return self.backups.keep(self.journal.snapshot(tables), name)

    def list_backups(self) -> tuple[Backup, ...]:
        """All of them, the latest first, and the generation before as the last one."""
        before = describe(self.journal.backup, PREVIOUS)
        return (*self.backups.find(), *([before] if before else []))

    def find_backups(self, done: Callable[[tuple[Backup, ...]], None]) -> None:
        self._aside(self.list_backups, done)

    # --- when it is gone -------------------------------------------------------

    def restore(self, name: str, done: Callable[[StoreError | None], None]) -> None:
        def work() -> StoreError | None:
            try:
                self.put_back(name)
            except StoreError as error:
                return error
            return None

        def finish(error: StoreError | None) -> None:
            done(error)
            self._tell()

        self._aside(work, finish)

    def put_back(self, name: str) -> None:
        """Restore a backup, and wait for it.

        Raises:
            StoreError: it is not there, cannot be trusted, or could not be put in
                place; nothing has changed.
        """
        try:
            before = self.journal.backup.read_bytes() if name == PREVIOUS else None
        except OSError as error:
            raise useless(name) from error
        self.replace(self.backups.read(name) if before is None else before, name)

    def replace(self, data: bytes, name: str) -> None:
        """Put the journal `data`, called `name`, in place of ours, which is kept.

        Raises:
            StoreError: it cannot be used, or not be put in place; nothing has changed.
        """
        contents = contents_of(data)
        if not contents.found:
            raise useless(name)
        if contents.of_later_version or contents.schema > SCHEMA:
            raise later_version(self.journal.path.with_name(name))
        try:
            self.journal.open_for_writing()
            self.journal.keep_copies("replaced")
            self.journal.replace_with(data)
        except OSError as error:
            raise could_not_save(self.journal.path, error) from error
        self._restored = True
        self.storage.refusal = restored()
        if isinstance(self.storage, LaterStorage):
            self.storage.forget_waiting()

    def begin_anew(self) -> None:
        if not self._gone:
            return
        self._gone = False
        self.storage.refusal = None
        self.storage.fill(self.storage.snapshot(), keep="gone")
        if isinstance(self.storage, LaterStorage):
            self.storage.write_on()
        self._tell()

    def _aside(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        if self._saving is None:
            done(work())
        else:
            self._saving.background.run(work, done)
