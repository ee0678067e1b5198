"""Waiting until the disk has what was written. Takes as long as the disk does."""

import os
import sys
from pathlib import Path


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
