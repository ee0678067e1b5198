"""Waiting until the disk has what was written. Takes as long as the disk does."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

_BUSY = (5, 32, 33)
"""Access denied, sharing violation, lock violation, as Windows counts them: a virus
scanner or an indexer has the file open for a moment."""
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 0.92)
"""Seconds between attempts, 2.5 in all."""

_T = TypeVar("_T")


def patiently(act: Callable[[], _T], pause: Callable[[float], None] = time.sleep) -> _T:
    """What `act` gives, tried again while Windows says that the file is in use.

    Raises:
        OSError: it is in use for longer, or something else is wrong.
    """
    for seconds in _PAUSES:
        try:
            return act()
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY:
                raise
            pause(seconds)
    return act()


def sync_file(file: int) -> None:
    """Wait until what was written to the open `file` is on the disk."""
    if sys.platform == "darwin":
        # fsync leaves the data in the cache of the drive there.
        import fcntl  # noqa: PLC0415 - not there on Windows

        try:
            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
        except OSError:
            # Some file systems have no such call, and take the weaker one.
            os.fsync(file)
    else:
        os.fsync(file)


def sync_folder(folder: Path) -> None:
    """Let new names survive a power cut too; Windows has no such call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
