"""When the target has read behind the chord, and when it surely has read all it wants.

Knows times only; who reads, and what follows from it, is the transaction's business.
"""

from qtdesk.core.paste.profiles import Profile
from qtdesk.core.ports import Clock

NEVER = float("inf")


class Readings:
    """Of one paste; all times are the clock's."""

    def __init__(self, clock: Clock, profile: Profile) -> None:
        self._clock = clock
        self._profile = profile
        self.sent_at: float | None = None
        """When the chord was pressed; None while it was not."""
        self.first: float | None = None
        self._last = 0.0
        self.pong_due = False
        """Whether the target was asked something behind the chord, and is silent."""

    def send(self) -> None:
        """The chord goes out now."""
        self.sent_at = self._clock.now()

    def unsend(self) -> None:
        """It did not."""
        self.sent_at = self.first = None

    def note(self) -> None:
        """The target reads now."""
        self._last = self._clock.now()
        if self.first is None:
            self.first = self._last

    @property
    def quiet_at(self) -> float:
        """When one paste has read all its forms; the text is in place by then."""
        if self.sent_at is None or self.first is None or self.pong_due:
            return NEVER
        return self._last + self._profile.quiet_s

    def deadline(self, timeout_s: float) -> float:
        """When a target that answers nothing is waited for no longer.

        One that reads in the last moment has its time to take the text in.
        """
        if self.sent_at is None:
            return NEVER
        latest = self.sent_at + timeout_s
        if self.first is None:
            return latest
        return max(latest, self._last + self._profile.quiet_s)

    def certain_at(self, *, hurried: bool) -> float:
        """When nothing more comes, also of a program that reads twice."""
        if hurried or self.sent_at is None:
            return self.quiet_at
        return max(self.quiet_at, self.sent_at + self._profile.hold_s)
