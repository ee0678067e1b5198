"""Erasing a typed code without putting anything in its place.

For a code that leaves a choice: the panel opens once the code is gone.
"""

from collections.abc import Callable

from qtdesk.core.paste.approach import Approach
from qtdesk.core.paste.profiles import Profile
from qtdesk.core.paste.result import Reason
from qtdesk.core.ports import Clock, Platform, Typed

PATIENCE_S = 1.0
"""A program that has not taken the keys by then is busy, and takes them later."""


class Withdrawal:
    """Single use: `start` once, then `done` is called once, unless `stop`ped."""

    def __init__(
        self,
        platform: Platform,
        clock: Clock,
        typed: Typed,
        profile: Profile,
        done: Callable[[Reason], None],
    ) -> None:
        """Prepare; `done` hears `Reason.NONE` once the code is erased."""
        self._profile = profile
        self._platform = platform
        self._clock = clock
        self._typed = typed
        self._done = done
        self._over = False
        self._cancel_timer: Callable[[], None] = _nothing
        self._approach = Approach(
            platform.windows,
            platform.keyboard,
            clock,
            typed.target,
            profile,
            lambda: platform.typing.replace(typed, None),
            self._on_approached,
            comes_back=False,
        )

    def start(self) -> None:
        """Erase as soon as no key is held, and nothing where qtdesk keeps out."""
        if self._profile.never:
            self._finish(Reason.NEVER_HERE)
        else:
            self._approach.start()

    def stop(self) -> None:
        """Erase nothing any more."""
        self._over = True
        self._approach.stop()
        self._cancel_timer()

    def _on_approached(self, reason: Reason) -> None:
        # Keys still under way may follow the focus, into the panel or into nowhere.
        asked = reason is Reason.NONE and self._platform.windows.ping(
            self._typed.target, lambda: self._finish(reason)
        )
        if not asked:
            self._finish(reason)
        elif not self._over:
            self._cancel_timer = self._clock.call_later(
                PATIENCE_S, lambda: self._finish(reason)
            )

    def _finish(self, reason: Reason) -> None:
        if not self._over:
            self.stop()
            self._done(reason)


def _nothing() -> None:
    """Stand in where there is nothing to cancel."""
