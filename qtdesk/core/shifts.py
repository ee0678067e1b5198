"""Taking over from the shift before: of this computer, or from a group chat's text."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from qtdesk.core.errors import HandOverError, StoreError
from qtdesk.core.paste import Paster
from qtdesk.core.promises.hand_over_text import NUMBER_LENGTH, read
from qtdesk.core.promises.promise import Handing
from qtdesk.core.promises.promises import Promises
from qtdesk.core.record_reading import RecordReading

if TYPE_CHECKING:
    from qtdesk.core.records import Correction

_MOST = 200_000
"""Bytes of a text that can be a hand-over."""
CONFIRMED = "J12"
"""The item of the hand-over's list by which the next shift says that it has it."""


class Shifts:
    """What one agent takes over from another."""

    def __init__(
        self,
        promises: Promises,
        records: RecordReading,
        pastes: Paster,
        agent: Callable[[], str],
    ) -> None:
        """`agent` is who takes over."""
        self._promises, self._records = promises, records
        self._pastes, self._agent = pastes, agent

    @property
    def offered(self) -> tuple[Handing, ...]:
        """Hand-overs on this computer that nobody has taken over, the oldest first."""
        return self._promises.offered

    def take_over(self, handing: str, told: Callable[[StoreError | None], None]) -> int:
        """Have the promises of that hand-over; its record says who has, and when.

        Gives how many there are, at once; `told` is called when it is in the record.
        """
        count = self._promises.take_over(handing)
        if count:
            self._records.correct(self._confirmation(handing), told)
        return count

    def take_copied(self, told: Callable[[int | HandOverError], None]) -> None:
        """Have the promises of the hand-over that is copied; tells how many are new."""

        def looked() -> None:
            try:
                told(self._take(self._pastes.copied(None, _MOST) or ""))
            except HandOverError as error:
                told(error)

        self._pastes.when_settled(lambda: self._pastes.prepare(None, looked))

    def _take(self, text: str) -> int:
        found = read(text)
        for handing in self.offered:
            if handing.uid[:NUMBER_LENGTH] == found.number:
                # It was given on this very computer.
                return self.take_over(handing.uid, lambda _problem: None)
        return self._promises.accept(found.number, found.promises)

    def _confirmation(self, handing: str) -> "Correction":
        from qtdesk.core.records import (  # noqa: PLC0415 - for the first hand-over
            Correction,
            ItemResult,
            ItemVerdict,
            new_uid,
        )

        return Correction(
            new_uid(),
            handing,
            self._promises.wall.now(),
            self._agent(),
            items=(ItemResult(CONFIRMED, ItemVerdict.OK, answer="yes"),),
        )
