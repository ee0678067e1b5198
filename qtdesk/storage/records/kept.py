"""Records of order checks on the disk; see `qtdesk.core.ports.records`.

One process at a time changes files, and another may have changed them since. Reading
takes no lock, because files only grow or are replaced as a whole.
"""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from typing import Any

from qtdesk.core.errors import StoreError
from qtdesk.core.ports.records import Answer, MonthState, Progress, Question, Removed
from qtdesk.core.records import (
    Correction,
    KeptRecord,
    Record,
    fields_of_correction,
    fields_of_record,
    same_order,
)
from qtdesk.storage.atomic import could_not_save
from qtdesk.storage.journal.writer_lock import WriterLock
from qtdesk.storage.records import removal
from qtdesk.storage.records.copies import copy_months, missing_entries
from qtdesk.storage.records.edits import Edit, Expiring, Forgetting, last_day_of
from qtdesk.storage.records.months import states_of
from qtdesk.storage.records.questions import NO_LIMIT, Questions, in_words
from qtdesk.storage.records.segment import (
    CORRECTIONS,
    RECORDS,
    NewerSegmentError,
    append,
    month_of,
    seal,
    segments_in,
)
from qtdesk.storage.refusals import later_version

_LOCK = "records"
_WAIT_S = 10.0
"""How long another process may be changing files: years are gone through in some."""


class KeptRecords:
    """Records in `folder`, one file a month, and copies of them in our backups."""

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        copies: Callable[[], Sequence[Path]] = tuple,
    ) -> None:
        """Nothing is opened yet. `now` is the agent's time with its distance from UTC.

        `copies` are folders with copies of the segments, out of which is taken what is
        taken out of `folder`.
        """
        self._folder = folder
        self._now = now
        self._copies = copies
        self._questions = Questions(folder)
        self._one_change = RLock()
        self._looked_back = False

    # --- writing -----------------------------------------------------------------

    def add(self, record: Record) -> None:
        with self._changing():
            self._append(RECORDS, fields_of_record(record), record.day)

    def correct(self, correction: Correction) -> None:
        with self._changing():
            self._append(CORRECTIONS, fields_of_correction(correction), correction.day)

    def seal(self) -> int:
        if not self._has_any():
            return 0
        with self._changing():
            return self._seal_months_that_are_over()

    def forget(self, order: str) -> Removed:
        if not self._has_any():
            return Removed()
        with self._changing():
            found = self.find(Question(order=order, limit=NO_LIMIT)).records
            own = [k for k in found if any(same_order(order, o) for o in k.orders)]
            edit = removal.forgetting_of(order, own)
            removal.write_down(self._folder, edit)
            return self._forget(edit)

    def expire(self, before: date) -> Removed:
        if not self._has_any():
            return Removed()
        with self._changing():
            return self._take_out(Expiring(before))

    def back_up(self) -> int:
        if not self._has_any():
            return 0
        with self._changing():
            return sum(copy_months(self._folder, copies) for copies in self._copies())

    def mend(self) -> int:
        if not self._has_any():
            return 0
        with self._changing():
            missing = list(missing_entries(self._folder, self._copies()))
            for entry in missing:
                day = datetime.fromisoformat(str(entry.fields["made"])).date()
                self._append(entry.table, entry.fields, day)
            return len(missing)

    def _has_any(self) -> bool:
        """Whether there is anything to change; no folder is made for nothing."""
        with in_words(self._folder):
            return any(map(segments_in, (self._folder, *self._copies())))

    def _append(self, table: str, fields: Mapping[str, Any], day: date) -> None:
        for path, before in self._segments_for(month_of(day)):
            if not path.exists():
                self._seal_months_that_are_over()
            if append(path, table, fields, before):
                return

    def _segments_for(self, month: str) -> Iterator[tuple[Path, str]]:
        """Where to put what belongs to `month`, and the month before; the best first.

        A clock may be set back, and what was found late belongs to a month that has
        its seal: that goes to the newest segment. Questions go by the day.
        """
        months = [path.stem for path in segments_in(self._folder)]
        newest = max(months, default="")
        if month in months or month > newest or month == self._this_month():
            yield self._named(month, months)
        if newest:
            yield self._named(newest, months)
            following = date.fromordinal(last_day_of(newest).toordinal() + 1)
            yield self._named(month_of(following), months)

    def _named(self, month: str, months: Sequence[str]) -> tuple[Path, str]:
        before = max((each for each in months if each < month), default="")
        return self._folder / f"{month}.jsonl", before

    def _this_month(self) -> str:
        return month_of(self._now().date())

    def _seal_months_that_are_over(self) -> int:
        sealed = 0
        for path in segments_in(self._folder):
            if path.stem < self._this_month():
                with contextlib.suppress(NewerSegmentError):
                    sealed += seal(path, self._now())
        return sealed

    def _forget(self, edit: Forgetting) -> Removed:
        removed = self._take_out(edit)
        if not removed.out_of_reach:
            removal.done(self._folder)
        return removed

    def _take_out(self, edit: Edit) -> Removed:
        folders = (self._folder, *self._copies())
        removed = removal.carry_out(edit, folders, self._now())
        if removed.files:
            # Its rows are to go at once, and not at the next question.
            self.find(Question(limit=0))
        return removed

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        """Nobody else changes anything meanwhile, here or in another process.

        Raises:
            StoreError: whatever goes wrong within, in words for people.
        """
        with self._one_change, self._in_words_for_writing():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = WriterLock(self._folder / _LOCK, _WAIT_S)
            try:
                self._finish_what_broke_off()
                yield
            finally:
                lock.release()

    @contextlib.contextmanager
    def _in_words_for_writing(self) -> Iterator[None]:
        try:
            yield
        except NewerSegmentError as error:
            raise later_version(self._folder / str(error)) from error
        except OSError as error:
            raise could_not_save(self._folder, error) from error

    def _finish_what_broke_off(self) -> None:
        """Once for each run. What cannot be finished is no reason to keep nothing."""
        if self._looked_back:
            return
        self._looked_back = True
        with contextlib.suppress(OSError, StoreError):
            removal.sweep(self._folder)
            edit = removal.unfinished(self._folder)
            if edit is not None:
                self._forget(edit)

    # --- reading -----------------------------------------------------------------

    def find(self, question: Question) -> Answer:
        return self._questions.find(question)

    def get(self, uid: str) -> KeptRecord | None:
        return self._questions.get(uid)

    def of_month(self, year: int, month: int) -> Iterator[KeptRecord]:
        first = date(year, month, 1)
        asked = Question(first=first, last=last_day_of(month_of(first)), limit=NO_LIMIT)
        return reversed(self.find(asked).records)

    def look_through(self, progress: Progress) -> bool:
        return self._questions.bring_up_to_date(progress)

    def months(self) -> tuple[MonthState, ...]:
        with in_words(self._folder):
            return tuple(states_of(segments_in(self._folder)))

    def close(self) -> None:
        """Give the index back; for the end, and for whoever moves the folder."""
        self._questions.close()
