"""Puts bytes at the end of a file, for certain or not at all.

One write and one wait for the disk. Blocks as long as the disk does, so it does not
belong on the GUI thread. Callers see to it that one file has one `Appender`.
"""

import contextlib
import errno
import os
from pathlib import Path

from qtdesk.storage.durable import patiently, sync_file, sync_folder

_END = b"\n"


class Appender:
    """The end of one file, which is made where it is missing.

    Whatever broke off there is fenced by a line end before the next append, so that
    it cannot swallow what follows.
    """

    def __init__(self, path: Path) -> None:
        """Open the file at `path`; its folder must be there.

        Raises:
            OSError: it cannot be opened for writing.
        """
        self._path = path
        new = not path.exists()
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        # The agent's data are nobody else's to read.
        self._file = patiently(lambda: os.open(path, flags, 0o600))
        try:
            if new:
                sync_folder(path.parent)
            self._size = os.fstat(self._file).st_size
            self._fenced = self._ends_well()
        except BaseException:
            os.close(self._file)
            raise

    @property
    def size(self) -> int:
        """The length of the file up to what is on the disk for certain, in bytes."""
        return self._size

    def append(self, data: bytes) -> None:
        """Put `data`, whole lines, at the end; on the disk when this returns.

        Raises:
            OSError: the file is as it was. Where even taking back was refused, what
                is too much will be fenced by the next append.
        """
        self._look()
        written = data if self._fenced else _END + data
        try:
            _write_all(self._file, written)
            sync_file(self._file)
            self._look(len(written))
        except OSError:
            self._take_back(len(written))
            raise
        self._size += len(written)
        self._fenced = True

    def close(self) -> None:
        """Give the file back; nothing is left to be written."""
        os.close(self._file)

    def _ends_well(self) -> bool:
        if not self._size:
            return True
        os.lseek(self._file, -1, os.SEEK_END)
        return os.read(self._file, 1) == _END

    def _look(self, more: int = 0) -> None:
        """See that the name still leads to our file, and that nobody else wrote there.

        A file that was deleted or replaced takes everything that is appended, and
        keeps nothing of it.
        """
        ours = os.fstat(self._file)
        named = self._path.stat()
        if not os.path.samestat(ours, named):
            raise OSError(errno.ESTALE, "the file was replaced by another one")
        if ours.st_size != self._size + more:
            raise OSError(errno.ESTALE, "another program wrote to the file")

    def _take_back(self, length: int) -> None:
        """Undo a write of `length` bytes, unless somebody else wrote there as well."""
        self._fenced = False
        with contextlib.suppress(OSError):
            if os.fstat(self._file).st_size <= self._size + length:
                os.ftruncate(self._file, self._size)
                sync_file(self._file)
        with contextlib.suppress(OSError):
            self._size = os.fstat(self._file).st_size
            self._fenced = self._ends_well()


def _write_all(file: int, data: bytes) -> None:
    """Write in one call, and in more where the system takes less at once."""
    left = memoryview(data)
    while left:
        left = left[os.write(file, left) :]
