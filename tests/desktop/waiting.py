"""Waiting for something to become true, with a deadline and a reason.

For what sends no event of its own, such as a file that another program writes.
"""

import time
from collections.abc import Callable
from typing import TypeVar

DEADLINE_S = 30.0
_STEP_S = 0.01

_T = TypeVar("_T")


def wait_for(
    look: Callable[[], _T],
    what: str,
    deadline: float = DEADLINE_S,
    step: float = _STEP_S,
) -> _T:
    """The first true answer of `look`; fails with `what` was waited for."""
    end = time.monotonic() + deadline
    while not (found := look()):
        if time.monotonic() > end:
            raise AssertionError(f"waited {deadline:g} s for {what}")
        time.sleep(step)
    return found
