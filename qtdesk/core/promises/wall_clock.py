"""The clock on the wall as the computer keeps it; see `qtdesk.core.ports.WallClock`."""

from datetime import UTC, date, datetime, time


class ComputerClock:
    """Follows every change of the computer's time and of its zone."""

    def now(self) -> datetime:
        return datetime.now(UTC).astimezone()

    def on(self, day: date, at: time) -> datetime:
        # Without a zone it means the computer's own, as it will be on that day.
        return datetime.combine(day, at.replace(tzinfo=None)).astimezone()
