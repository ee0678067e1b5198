"""Files that are either the old one or the new one, whatever happens in between.

Callers see to it that one path is written by one thread at a time. May take seconds on
Windows, so it does not belong on the GUI thread unless the agent waits for it anyway.
"""

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

from qtdesk.core.errors import StoreError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.storage.durable import patiently, sync_file, sync_folder

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def write_atomically(
    path: Path, data: bytes, pause: Callable[[float], None] = time.sleep
) -> None:
    """Put `data` in place of the file at `path`, on the disk before this returns.

    Nobody but the user may read it.

    Raises:
        StoreError: it could not be written; the old file is as it was.
    """
    written = path.with_name(path.name + ".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(written, _FLAGS, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            sync_file(file.fileno())
        patiently(lambda: written.replace(path), pause)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            written.unlink(missing_ok=True)
        raise could_not_save(path, error) from error


def could_not_save(path: Path, error: OSError) -> StoreError:
    """What to tell when the file at `path` could not be written, and is as it was."""
    return StoreError(
        words(QT_TRANSLATE_NOOP("core", "{name} could not be saved."), name=path.name),
        words("{reason}", reason=error.strerror or type(error).__name__),
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "What was saved before is still there. Make room in {folder}, or "
                "let no other program lock its files.",
            ),
            folder=str(path.parent),
        ),
    )
