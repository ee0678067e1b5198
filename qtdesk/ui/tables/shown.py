"""What the actions on a table ask of the window that shows it."""

from typing import Protocol

from qtdesk.core.tables import Row, Table
from qtdesk.ui.controls import Switch
from qtdesk.ui.theme import Appearance


class Shown(Protocol):
    """A window that shows one table."""

    appearance: Appearance
    unmasked: Switch
    """On while names and numbers are shown."""

    @property
    def table(self) -> Table | None:
        """The one that is shown."""
        ...

    @property
    def current(self) -> Row | None:
        """The chosen row as it is kept."""
        ...
