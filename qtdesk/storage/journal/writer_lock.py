"""Sees to it that one journal has one writer; everybody else reads.

The lock is the operating system's: it goes with the process, however that ends. It is
never a mere file that a crash leaves behind.
"""

from pathlib import Path

from qtdesk.core.errors import StoreError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words


class TakenError(StoreError):
    """Another process writes to this journal."""


class WriterLock:
    """The right to write to the journal at a path."""

    def __init__(self, path: Path, wait: float = 0) -> None:
        """Take it within `wait` seconds, or not at all.

        Raises:
            TakenError: another process has it.
            OSError: the file system has no locks, or takes no file.
        """
        # As slow to load as the window itself is to open; and readers need none.
        from filelock import FileLock, Timeout  # noqa: PLC0415

        self._lock = FileLock(
            f"{path}.lock",
            timeout=wait,
            mode=0o600,
            thread_local=False,
            fallback_to_soft=False,
        )
        try:
            self._lock.acquire()
        except Timeout:
            raise TakenError(
                words(
                    QT_TRANSLATE_NOOP("core", "{name} is in use by another qtdesk."),
                    name=path.name,
                ),
                hint=words(
                    QT_TRANSLATE_NOOP(
                        "core", "Close the other one, or look at it without changing."
                    )
                ),
            ) from None
        except NotImplementedError as error:
            raise OSError("this file system has no locks") from error

    def release(self) -> None:
        self._lock.release()
