"""Looks after records while the program runs: seals, lets names go, makes copies.

Some time after the start, so that nobody waits for it, and a few times a day. What
does not work now is tried the next time.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from qtdesk.core.errors import StoreError
from qtdesk.core.ports import Background, Clock

if TYPE_CHECKING:
    # Loaded at the start, long before the first record is looked at.
    from qtdesk.core.ports.records import Records

FIRST_S = 60.0
AGAIN_S = 6 * 3600.0


class RecordKeeping:
    """Drives the port `Records` by a clock."""

    def __init__(
        self,
        open_records: "Callable[[], Records]",
        clock: Clock,
        background: Background,
        today: Callable[[], date],
        personal_days: Callable[[], int],
        tidy_rows: Callable[[date, int], None],
    ) -> None:
        """`open_records` is first called in the background, as `tidy_rows` is.

        `personal_days` is how long what is personal stays, in days; `tidy_rows` does
        the same for the shop's tables, on that day.
        """
        self._open = open_records
        self._clock = clock
        self._background = background
        self._today = today
        self._personal_days = personal_days
        self._tidy_rows = tidy_rows

    def start(self) -> None:
        self._clock.call_later(FIRST_S, self._begin)

    def _begin(self) -> None:
        # The agent's settings belong to this thread.
        today, days = self._today(), self._personal_days()
        self._background.run(lambda: self._tidy(today, days), self._on_done)

    def _tidy(self, today: date, days: int) -> None:
        # The command line says what is wrong; here nobody asked.
        with suppress(StoreError):
            records = self._open()
            records.seal()
            records.expire(today - timedelta(days=days))
            records.back_up()
        with suppress(StoreError):
            self._tidy_rows(today, days)

    def _on_done(self, _: None) -> None:
        self._clock.call_later(AGAIN_S, self._begin)
