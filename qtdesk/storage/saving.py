"""Tables that are changed at once and saved a moment later, so that nobody waits.

A change is done in memory and queued; a background writes the queue, one line and one
wait for the disk for each. What cannot be written stays in the queue, goes to an
emergency file as well, and is tried again.
"""

from collections import deque
from collections.abc import Callable
from pathlib import Path

from qtdesk.core.errors import StoreError
from qtdesk.core.ports import Background
from qtdesk.storage.atomic import could_not_save
from qtdesk.storage.emergency import EmergencyFile
from qtdesk.storage.journal.contents import Tables, apply, as_written
from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal.lines import Change
from qtdesk.storage.journal_storage import JournalStorage, Migrate

RETRY_S = 15.0
"""Between attempts to write what could not be written."""

Later = Callable[[float, Callable[[], None]], Callable[[], None]]
"""As `Clock.call_later`."""


class LaterStorage(JournalStorage):
    """`JournalStorage` for a program whose interface must never wait for a disk."""

    def __init__(
        self,
        journal: Journal,
        migrate: Migrate,
        background: Background,
        later: Later,
        emergency: Path | None,
    ) -> None:
        """Read `journal`; `emergency` is the place for what cannot be written there."""
        super().__init__(journal, migrate)
        self._background = background
        self._later = later
        self._emergency = EmergencyFile(emergency, journal) if emergency else None
        self._waiting: deque[tuple[Change, ...]] = deque()
        self._writing = False
        self._retry_is_due = False
        self.problem: StoreError | None = None
        """Why the queue cannot be written; None while it can."""
        self.on_change: Callable[[], None] = lambda: None
        """Called when `problem` comes, goes or is another one."""
        self.on_saved: Callable[[], None] = lambda: None
        """Done in the background each time all is saved."""
        if self._emergency is not None:
            for changes in self._emergency.take_over(self.contents):
                self.commit(changes)

    @property
    def unsaved(self) -> int:
        """How many changes are only in memory."""
        return len(self._waiting)

    def commit(self, changes: tuple[Change, ...]) -> None:
        if changes:
            changes = as_written(changes)
            with self.guard:
                self._apply(changes)
                self._waiting.append(changes)
            self.write_on()

    @property
    def has_something(self) -> bool:
        """Whether there is, or will be, a file at all."""
        return bool(self.contents.found or self._waiting or self._written_otherwise)

    def forget_waiting(self) -> None:
        """What only is in memory is not to be written any more."""
        self._waiting.clear()
        if self._emergency is not None:
            self._emergency.remove()

    def write_on(self) -> None:
        """Write what waits, in the background."""
        if not self._writing:
            self._writing = True
            self._background.run(self._try_to_write, self._on_written)

    def flush(self) -> None:
        """Write what still waits, and come back when it is on the disk.

        To be called once the background is closed.

        Raises:
            StoreError: it could not be written; see `problem` for what becomes of it.
        """
        if self._waiting:
            self._writing = False
            self.problem = self._try_to_write()
            if self.problem is not None:
                raise self.problem

    def open_for_changes(self) -> None:
        """Nothing to do: whoever changes something does not wait for the file."""

    def _try_to_write(self) -> StoreError | None:
        """Write the queue as far as it goes. On the thread of the background."""
        try:
            super().open_for_changes()
            while self._waiting:
                self.journal.append(self._waiting[0])
                self._waiting.popleft()
            self._make_small()
        except StoreError as error:
            problem = error
        except OSError as error:
            problem = could_not_save(self.journal.path, error)
        else:
            if self._emergency is not None:
                self._emergency.remove()
            self.on_saved()
            return None
        if self.refusal is None and self._emergency is not None:
            with self.guard:
                waiting = list(self._waiting)
            self._emergency.write(waiting)
        return problem

    def _on_written(self, problem: StoreError | None) -> None:
        self._writing = False
        news = str(problem or "") != str(self.problem or "")
        self.problem = problem
        if problem is None and self._waiting:
            self.write_on()
        if problem is not None and not self._retry_is_due and self.refusal is None:
            self._retry_is_due = True
            self._later(RETRY_S, self._retry)
        if news:
            self.on_change()

    def _retry(self) -> None:
        self._retry_is_due = False
        self.write_on()

    def _tables_to_rewrite(self) -> Tables | None:
        with self.guard:
            if self._waiting:
                # What is not in the file yet must come as a line of its own.
                return None
            return self.snapshot()

    def _take_over(self, tables: Tables) -> None:
        with self.one_writer, self.guard:
            for changes in self._waiting:
                apply(tables, changes)
            self._tables = tables
