"""Where promises are kept, so that none is lost by a crash."""

from collections.abc import Mapping
from typing import Any, Protocol


class KeptPromises(Protocol):
    """Promises as plain JSON values, by their uid; however many there are.

    Changes hold at once; a store that saves them a moment later tells of trouble by
    its `Safekeeping`.
    """

    def all(self) -> tuple[Mapping[str, Any], ...]:
        """What was kept, the oldest first."""
        ...

    def keep(self, uid: str, fields: Mapping[str, Any]) -> None:
        """Have `fields`, and nothing else, under `uid`.

        Raises:
            StoreError: they could not be written; what was there stays.
        """
        ...

    def drop(self, uid: str) -> None:
        """Forget what is under `uid`, if anything is. Raises as `keep`."""
        ...
