"""One journal and its one writer: appends lines, and makes the file small again.

Blocks as long as the disk does. Holds no tables: whoever does hands them in when the
file is written anew.
"""

import contextlib
import errno
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from qtdesk.storage.atomic import write_atomically
from qtdesk.storage.journal.appending import Appender
from qtdesk.storage.journal.contents import Tables, documents
from qtdesk.storage.journal.lines import FORMAT, Change, Mark, encode
from qtdesk.storage.journal.reading import HEAD, Contents, read_contents
from qtdesk.storage.journal.writer_lock import WriterLock
from qtdesk.storage.refusals import later_version

_WORTH_IT = 500
"""Lines; below that, nobody gains from a smaller file."""
_TIMES = 2
"""How many lines for each document make it worth to write the file anew."""


class News(NamedTuple):
    """What the file says that we had not known."""

    contents: Contents
    fell_behind: bool
    """Lines of ours are there no more: it is gone, or an older one is in its place."""


class Journal:
    """The file at `path`, its `.bak` of before the last writing anew, and its lock."""

    def __init__(self, path: Path, schema: int = 1) -> None:
        """Nothing is opened yet; a missing file is made by the first append."""
        self.path = path
        self.backup = path.with_name(path.name + ".bak")
        self._quarantine = path.with_name(path.name + ".quarantine")
        self.schema = schema
        self._seen = Contents()
        self._lock: WriterLock | None = None
        self._appender: Appender | None = None
        self._next = 1
        self._lines = 0
        self._told_head = False

    def read(self) -> Contents:
        """What is in the file now.

        Raises:
            OSError: it cannot be read.
        """
        self._seen = read_contents(self.path)
        self._next = max(self._next, self._seen.report.next)
        return self._seen

    @property
    def next_number(self) -> int:
        """The sequence number of the line that comes next."""
        return self._next

    @property
    def writing(self) -> bool:
        """Whether the file is open for writing, by us."""
        return self._appender is not None

    def open_for_writing(self) -> News | None:
        """Take the right to write, and look at what others have done meanwhile.

        Raises:
            TakenError: another process writes.
            StoreError: a later version wrote here.
            OSError: the file cannot be opened for writing.
        """
        if self._appender is not None:
            return None
        if self._lock is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = WriterLock(self.path)
        before, seen, now = self._next, self._seen, self.read()
        if now.of_later_version or now.schema > self.schema:
            raise later_version(self.path)
        self._keep_apart(now.broken)
        self._appender = Appender(self.path)
        self._lines = now.report.lines
        self._told_head = False
        if (seen.identity, seen.size) == (now.identity, now.size):
            return None
        return News(now, fell_behind=now.report.next < before)

    def append(self, changes: Sequence[Change]) -> None:
        """Put `changes` at the end as one line; on the disk when this returns.

        Raises:
            OSError: they could not be written, and the file is as it was.
            TypeError: a value is of a kind that JSON does not have.
            ValueError: JSON has no way to write a value.
        """
        if self._appender is None:
            raise OSError(errno.EBADF, "not open for writing")
        told = list(changes) if self._told_head else [self._head(), *changes]
        line = encode(self._next, told)
        try:
            self._appender.append(line)
        except OSError:
            self._give_up_file()
            raise
        self._told_head = True
        self._next += 1
        self._lines += 1
        self._seen.size = self._appender.size

    def is_worth_rewriting(self, document_count: int) -> bool:
        """Whether the file has many more lines than there are documents."""
        return self._lines > _WORTH_IT + _TIMES * document_count

    def rewrite(self, tables: Tables) -> None:
        """Put a file with `tables` and nothing else in place of this one.

        The one before stays as `.bak`. Whatever happens, the file is one or the other.

        Raises:
            StoreError: it could not be written; the old file is as it was.
            OSError: the old file cannot be read, or the new one not be opened.
        """
        if self._lock is None:
            raise OSError(errno.EBADF, "not open for writing")
        # Where it fails, it is not tried again at each line.
        self._lines = 0
        # Windows does not replace a file that is open.
        self._give_up_file()
        with contextlib.suppress(FileNotFoundError):
            write_atomically(self.backup, self.path.read_bytes())
        write_atomically(self.path, b"".join(self._whole(tables)))
        self.open_for_writing()

    def keep_copies(self, why: str) -> None:
        """Copy the file and the one before to names that nothing else uses.

        Raises:
            StoreError: they could not be written.
            OSError: one of them cannot be read.
        """
        for path in (self.path, self.backup):
            data = path.read_bytes() if path.exists() else b""
            if data:
                write_atomically(_unused(path, why), data)

    def replace_with(self, data: bytes) -> None:
        """Put `data`, a whole journal, in place of the file, and close it.

        Raises:
            StoreError: it could not be written; the old file is as it was.
            OSError: nobody may write here.
        """
        if self._lock is None:
            raise OSError(errno.EBADF, "not open for writing")
        self._give_up_file()
        write_atomically(self.path, data)

    def close(self) -> None:
        """Give file and right back."""
        self._give_up_file()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def snapshot(self, tables: Tables) -> bytes:
        """A journal of `tables` and nothing else."""
        return b"".join(self._whole(tables))

    def _whole(self, tables: Tables) -> Iterator[bytes]:
        number = self._next
        yield encode(number, [self._head()])
        for change in documents(tables):
            number += 1
            yield encode(number, [change])
        # Once more: a page that dies must not take the only one along.
        yield encode(number + 1, [self._head()])

    def _head(self) -> Mark:
        values = {"format": FORMAT, "schema": self.schema, "id": self.identity}
        return Mark(HEAD, values)

    @property
    def identity(self) -> str:
        """A name for this journal and no other, for as long as it lives."""
        if "id" not in self._seen.head:
            self._seen.head["id"] = os.urandom(8).hex()
        return str(self._seen.head["id"])

    def quarantined(self) -> int:
        """How many damaged pieces have been set aside so far."""
        return len(self._known_broken())

    def _known_broken(self) -> set[bytes]:
        if not self._quarantine.exists():
            return set()
        return set(self._quarantine.read_bytes().split(b"\n")) - {b""}

    def _keep_apart(self, broken: Sequence[bytes]) -> None:
        """Copy what is damaged to a file of its own, where it outlives this one."""
        pieces = [piece for piece in broken if piece.strip(b"\0")]
        known = self._known_broken() if pieces else set()
        new = [piece for piece in pieces if piece not in known]
        if new:
            appender = Appender(self._quarantine)
            try:
                appender.append(b"\n".join(new) + b"\n")
            finally:
                appender.close()

    def _give_up_file(self) -> None:
        if self._appender is not None:
            self._appender.close()
            self._appender = None


def _unused(path: Path, why: str) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.{why}-{number}")).exists():
        number += 1
    return aside
