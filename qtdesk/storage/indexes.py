"""Indexes of books on disk: a cache that is opened, not read.

One file for each edition of a book, under a name of its own: an open file cannot be
replaced everywhere. What is lost or damaged is made anew from the book.
"""

import logging
import mmap
from collections.abc import Collection
from pathlib import Path

from qtdesk.core.errors import StoreError
from qtdesk.storage.atomic import write_atomically

_FOLDER = "indexes"
_ENDING = ".index"
_log = logging.getLogger(__name__)


class DiskIndexes:
    """A folder among the agent's data; see `qtdesk.core.ports.Indexes`."""

    def __init__(self, data: Path, readings: Path) -> None:
        """Keep indexes in a folder in `data`; `readings` is the table's file."""
        self._folder = data / _FOLDER
        self._readings = readings

    def readings(self) -> bytes:
        return self._readings.read_bytes()

    def open(self, name: str) -> memoryview | None:
        try:
            with self._path(name).open("rb") as file:
                return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError):  # missing, or empty
            return None

    def save(self, name: str, data: bytes) -> bool:
        try:
            write_atomically(self._path(name), data)
        except StoreError:
            # Not worth a message: the next start takes a moment longer.
            _log.warning("an index of %d bytes could not be saved", len(data))
            return False
        return True

    def keep_only(self, names: Collection[str]) -> None:
        try:
            for path in self._folder.iterdir():
                # One that is being written, or broke off, has more behind its name.
                if path.name.partition(_ENDING)[0] not in names:
                    path.unlink(missing_ok=True)
        except OSError:
            # Not there yet, or still open where open files stay: for another day.
            return

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{_ENDING}"
