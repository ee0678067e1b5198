"""Promises that checks make: one for each of their timers, and hand-overs.

Follows every step of every check. A timer whose moment is known is a promise, moves
with it, and ends with it; a finished hand-over leaves all promises to the next shift.
"""

from typing import TYPE_CHECKING

from qtdesk.core.checks import Checks
from qtdesk.core.open_work import OpenWork, buyer_of, tail_of
from qtdesk.core.promises.promise import Handing, Promise, uid_of_timer
from qtdesk.core.promises.promises import Made, Promises
from qtdesk.core.record_reading import RecordReading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    # Loaded with the first check, not with the desk.
    from qtdesk.core.checklists import Check, Value
    from qtdesk.core.records import Record

HAND_OVER = "CL-10"
TAKER = "taker"
"""Name of the answer that tells who has the next shift."""


class CheckPromises:
    """The attendant of the engine; see `checklists.attending.Attendant`."""

    def __init__(
        self,
        checks: Checks,
        promises: Promises,
        records: RecordReading,
        last_taker: "tuple[Callable[[], str], Callable[[str], None]]",
    ) -> None:
        """`last_taker` asks for, and keeps, who had the shift after the last one."""
        self._checks, self._promises = checks, promises
        self._last_taker, self._keep_taker = last_taker
        self._work = OpenWork(checks, promises, last_taker[0])
        self._finished: set[str] = set()
        """Uids of checks whose record is on the disk, until they are dropped."""
        records.follow(self._on_recorded)

    def attend(self) -> None:
        """Follow the checks from now on, first those that are under way."""
        engine = self._checks.engine
        if engine is not None:
            engine.attendant = self
            self._promises.holds = self._holds
            for check in self._checks.under_way:
                self.kept(check)

    # --- as an attendant -------------------------------------------------------

    def kept(self, check: "Check") -> None:
        if check.checklist.timers:
            self._promises.follow(check.uid, self._timers(check))

    def dropped(self, check: "Check") -> None:
        stays: tuple[str, ...] = ()
        if check.uid in self._finished:
            self._finished.discard(check.uid)
            stays = tuple(each.id for each in check.checklist.timers if each.stays)
        self._promises.let_go(check.uid, stays)

    def work(self, check: "Check") -> "Mapping[str, Value]":
        return self._work.known(check)

    # --- within ----------------------------------------------------------------

    def _timers(self, check: "Check") -> dict[str, Made]:
        engine, language = self._checks.engine, self._checks.language
        if engine is None:
            return {}
        named = check.checklist.name.said(language)
        chinese = language.startswith("zh")
        who = (buyer_of(check), tail_of(check))
        return {
            timer.id: Made(f"{named}{'：' if chinese else ': '}{timer.label}", at, *who)
            for timer in engine.timers(check, language)
            for at in [timer.at]
        }

    def _holds(self, promise: Promise) -> bool:
        """Whether its timer still runs; of what no check under way made, it does."""
        for check in self._checks.under_way:
            if check.uid == promise.check:
                timers = self._timers(check)
                mine = {uid_of_timer(check.uid, timer) for timer in timers}
                return promise.uid in mine or not promise.of_timer
        return True

    def _on_recorded(self, record: "Record") -> None:
        from qtdesk.core.records import Verdict  # noqa: PLC0415 - there with a record

        if record.verdict is Verdict.STOPPED:
            return
        self._finished.add(record.uid)
        if record.checklist == HAND_OVER:
            taker = self._taker(record.uid)
            handing = Handing(record.uid, record.agent, taker, record.made)
            self._promises.hand_over(handing)
            if taker:
                self._keep_taker(taker)

    def _taker(self, uid: str) -> str:
        for check in self._checks.under_way:
            if check.uid == uid:
                item = check.checklist.by_name.get(TAKER)
                told = check.values.get(item.id) if item is not None else None
                if isinstance(told, str):
                    return told
        # Nobody answered it: then it is who was proposed.
        return self._last_taker()
