"""Starting together with the agent's session."""

from typing import Protocol


class Autostart(Protocol):
    """Whether the system starts qtdesk when the agent logs in.

    What the agent changed in the system's own settings counts, too.
    """

    def enabled(self) -> bool:
        """Whether it will be started at the next login."""
        ...

    def enable(self) -> None:
        """Have it started, as the program that is running now.

        Raises:
            AutostartError: the system does not let us.
        """
        ...

    def disable(self) -> None:
        """Have it started no more; harmless where it was not.

        Raises:
            AutostartError: the system does not let us.
        """
        ...
