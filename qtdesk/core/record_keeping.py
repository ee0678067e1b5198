"""Looks after records while the program runs: seals, lets names go, makes copies.

Some time after the start, so that nobody waits for it, and a few times a day. What
does not work now is tried the next time.
"""

from collections.abc import Callable
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
    ) -> None:
        """`open_records` is first called in the background.

        `personal_days` is how long what is personal stays, in days.
        """
        self._open = open_records
        self._clock = clock
        self._background = background
        self._today = today
        self._personal_days = personal_days

    def start(self) -> None:
        self._clock.call_later(FIRST_S, self._begin)

    def _begin(self) -> None:
        # The agent's settings belong to this thread.
        before = self._today() - timedelta(days=self._personal_days())
        self._background.run(lambda: self._tidy(before), self._on_done)

    def _tidy(self, before: date) -> None:
        try:
            records = self._open()
            records.seal()
            records.expire(before)
            records.back_up()
        except StoreError:
            # The command line says what is wrong; here nobody asked.
            return

    def _on_done(self, _: None) -> None:
        self._clock.call_later(AGAIN_S, self._begin)
