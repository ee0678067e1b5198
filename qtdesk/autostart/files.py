"""One small file, there as a whole or not at all."""

import contextlib
from pathlib import Path

from qtdesk.autostart.refusal import TITLE, refusal
from qtdesk.core.words import Words


def write(path: Path, data: bytes, title: Words = TITLE) -> None:
    """Put `data` at `path`.

    Raises:
        AutostartError: it could not be written; what was there is as it was.
    """
    written = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        written.write_bytes(data)
        written.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            written.unlink(missing_ok=True)
        raise refusal(path, error, title) from error


def remove(path: Path, title: Words = TITLE) -> None:
    """Take the file at `path` away, if there is one.

    Raises:
        AutostartError: it is still there.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise refusal(path, error, title) from error
