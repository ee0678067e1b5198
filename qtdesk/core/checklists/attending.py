"""Who follows the checks under way, and what expressions may ask them.

The engine knows one check at a time. What the agent has promised elsewhere, and which
checks are half done beside it, is told by somebody who does.
"""

from collections.abc import Mapping
from typing import Protocol

from qtdesk.core.checklists.check import Check
from qtdesk.core.checklists.values import Value

WORK_NAMES = frozenset(
    {
        "open_promises",
        "promise_count",
        "overdue_count",
        "open_checks",
        "check_count",
        "hand_over_number",
        "hand_over_text",
        "last_taker",
    }
)
"""What expressions know of the agent's other work; see docs/checklists.md."""


class Attendant(Protocol):
    """Is told of every check that is kept or dropped."""

    def kept(self, check: Check) -> None:
        """A step was taken in `check`."""
        ...

    def dropped(self, check: Check) -> None:
        """`check` has ended."""
        ...

    def work(self, check: Check) -> Mapping[str, Value]:
        """The values of `WORK_NAMES`, besides those of `check` itself."""
        ...


class Nobody:
    """Stands for an attendant where there is no agent, as on the command line."""

    def kept(self, check: Check) -> None:
        """Nobody is told."""

    def dropped(self, check: Check) -> None:
        """Nobody is told."""

    def work(self, check: Check) -> Mapping[str, Value]:
        return no_work(check)


def no_work(check: Check) -> Mapping[str, Value]:
    """Nothing besides `check`."""
    del check
    return {}
