"""Where news of releases comes from, as the core and the front ends see it."""

from dataclasses import dataclass
from typing import Protocol

from qtdesk.core.releases import Release, Standing


@dataclass(frozen=True, slots=True)
class News:
    """The answer to one question."""

    standing: Standing
    release: Release


class Updates(Protocol):
    """News of releases. It tells; it never fetches or starts a program."""

    def check(self, language: str, *, only_if_due: bool = False) -> News | None:
        """What is new; `notes` come in `language` where the publisher speaks it.

        May take some seconds. With `only_if_due` the server is asked once a day at
        most, and in between the last answer is judged again; None where there is none.

        Raises:
            UpdateError: nobody can tell; its words say why.
        """
        ...
