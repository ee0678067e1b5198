"""Erasing a typed code without putting anything in its place.

For a code that leaves a choice: the panel opens once the code is gone.
"""

from collections.abc import Callable

from qtdesk.core.paste.approach import Approach
from qtdesk.core.paste.profiles import profile_for
from qtdesk.core.paste.result import Reason
from qtdesk.core.ports import Clock, Platform, Typed


class Withdrawal:
    """Single use: `start` once, then `done` is called once, unless `stop`ped."""

    def __init__(
        self,
        platform: Platform,
        clock: Clock,
        typed: Typed,
        done: Callable[[Reason], None],
    ) -> None:
        """Prepare; `done` hears `Reason.NONE` once the code is erased."""
        self._approach = Approach(
            platform.windows,
            platform.keyboard,
            clock,
            typed.target,
            profile_for(typed.target.app),
            lambda: platform.typing.replace(typed, None),
            done,
            comes_back=False,
        )

    def start(self) -> None:
        """Erase as soon as no key is held."""
        self._approach.start()

    def stop(self) -> None:
        """Erase nothing any more."""
        self._approach.stop()
