"""Where the indexes of books are kept from one run to the next."""

from collections.abc import Collection
from typing import Protocol


class Indexes(Protocol):
    """Bytes by name, that may be lost at any time, and the table they are made with."""

    def readings(self) -> bytes:
        """The table of readings, as `qtdesk.core.search.readings` takes it.

        Raises:
            OSError: it is not where it should be.
        """
        ...

    def open(self, name: str) -> memoryview | None:
        """What was saved under `name`, perhaps damaged since; None where nothing is.

        Opened without being read, so that it costs nothing before it is looked at.
        """
        ...

    def save(self, name: str, data: bytes) -> bool:
        """Keep `data` under `name`; False where there is no room for it. Slow."""
        ...

    def keep_only(self, names: Collection[str]) -> None:
        """Take away whatever has another name: it belongs to no book in use."""
        ...
