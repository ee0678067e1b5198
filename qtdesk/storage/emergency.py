"""What could not be saved, in a file elsewhere that outlives a crash.

Written while the journal takes nothing, and taken over at the next start. It holds
lines as the journal would have got them, with the numbers they would have had: those
that made their way there after all are recognised.
"""

import contextlib
from collections.abc import Sequence
from pathlib import Path

from qtdesk.core.errors import StoreError
from qtdesk.storage.atomic import write_atomically
from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal.lines import Change, Line, Mark, encode, read
from qtdesk.storage.journal.reading import HEAD, Contents, read_contents


class EmergencyFile:
    """One file for one journal."""

    def __init__(self, path: Path, journal: Journal) -> None:
        self._path = path
        self._journal = journal
        self._there = path.exists()

    def write(self, waiting: Sequence[tuple[Change, ...]]) -> bool:
        """Keep `waiting`, and nothing else; False where this place takes nothing."""
        head = Mark(HEAD, {"id": self._journal.identity})
        number = self._journal.next_number
        lines = [encode(number, [head])]
        lines += [encode(number + n, changes) for n, changes in enumerate(waiting)]
        self._there = True
        try:
            write_atomically(self._path, b"".join(lines))
        except StoreError:
            return False
        return True

    def remove(self) -> None:
        """All was saved where it belongs."""
        if self._there:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)
                self._there = False

    def take_over(self, contents: Contents) -> list[tuple[Change, ...]]:
        """What was left unsaved last time, to be saved now.

        A file of another journal, or one that does not go with how the journal went
        on, is put beside the journal and not used.
        """
        if not self._there:
            return []
        try:
            found = read_contents(self._path)
            left = self._lines()
        except OSError:
            return []
        if not contents.found or found.head.get("id") != contents.head.get("id"):
            self._put_aside()
            return []
        last = contents.report.last
        known = self._known() if any(line.sequence <= last for line in left) else set()
        unknown = [line for line in left if _told(line) not in known]
        if any(line.sequence <= last for line in unknown):
            self._put_aside()
            return []
        return [line.changes for line in unknown]

    def _lines(self) -> list[Line]:
        """All but the head."""
        with self._path.open("rb") as file:
            lines = [piece for piece in read(file) if isinstance(piece, Line)]
        return [line for line in lines if not isinstance(line.changes[0], Mark)]

    def _known(self) -> set[bytes]:
        """What the journal has, to be compared."""
        with self._journal.path.open("rb") as file:
            return {_told(piece) for piece in read(file) if isinstance(piece, Line)}

    def _put_aside(self) -> None:
        number = 1
        folder, name = self._journal.path.parent, self._journal.path.name
        while (aside := folder / f"{name}.unsaved-{number}").exists():
            number += 1
        with contextlib.suppress(OSError, StoreError):
            write_atomically(aside, self._path.read_bytes())
            self._path.unlink()
            self._there = False


def _told(line: Line) -> bytes:
    """Number and changes, without what a journal says of itself."""
    changes = [change for change in line.changes if not isinstance(change, Mark)]
    return encode(line.sequence, changes) if changes else b""
