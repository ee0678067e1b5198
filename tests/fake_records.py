"""Records in a plain dictionary: what the real ones are compared with."""

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from qtdesk.core.ports.records import (
    Answer,
    MonthState,
    Progress,
    Question,
    Removed,
)
from qtdesk.core.record_reading import RecordReading
from qtdesk.core.records import Correction, KeptRecord, Record, plain
from tests.fake_books import AtOnce
from tests.fake_rows import FakeRows


class FakeRecords:
    """See `qtdesk.core.ports.records.Records`; gone with the test."""

    def __init__(self) -> None:
        self._kept: dict[str, KeptRecord] = {}
        self._months: list[str] = []

    def add(self, record: Record) -> None:
        self._kept[record.uid] = KeptRecord(record)
        self._months.append(f"{record.made:%Y-%m}")

    def correct(self, correction: Correction) -> None:
        old = self._kept[correction.record]
        corrections = sorted((*old.corrections, correction), key=lambda c: c.made)
        self._kept[correction.record] = KeptRecord(old.original, tuple(corrections))

    def find(self, question: Question) -> Answer:
        found = [kept for kept in self._kept.values() if _matches(question, kept)]
        if question.order:
            number = plain(question.order)
            whole = [k for k in found if number in map(plain, k.orders)]
            found = whole or found
        found.sort(key=lambda k: (k.original.day, k.original.made), reverse=True)
        limit = question.limit
        return Answer(tuple(found[:limit]), len(found) > limit)

    def get(self, uid: str) -> KeptRecord | None:
        return self._kept.get(uid)

    def of_month(self, year: int, month: int) -> Iterator[KeptRecord]:
        answer = self.find(Question(limit=len(self._kept)))
        for kept in reversed(answer.records):
            if (kept.original.day.year, kept.original.day.month) == (year, month):
                yield kept

    def look_through(self, progress: Progress) -> bool:
        return progress(1, 1)

    def forget(self, order: str) -> Removed:
        number = plain(order)
        gone = [k for k in self._kept.values() if number in map(plain, k.orders)]
        for kept in gone:
            del self._kept[kept.original.uid]
        corrections = sum(len(kept.corrections) for kept in gone)
        return Removed(len(gone), corrections, files=bool(gone))

    def expire(self, before: date) -> Removed:
        records = corrections = 0
        for uid, kept in self._kept.items():
            original = kept.original
            if original.day < before and original.personal is not None:
                original = dataclasses.replace(original, personal=None)
                records += 1
            rest = []
            for each in kept.corrections:
                due = each.day < before and each.personal is not None
                rest.append(dataclasses.replace(each, personal=None) if due else each)
                corrections += due
            self._kept[uid] = KeptRecord(original, tuple(rest))
        return Removed(records, corrections, files=bool(records or corrections))

    def seal(self) -> int:
        return 0

    def back_up(self) -> int:
        return 0

    def mend(self) -> int:
        return 0

    def months(self) -> tuple[MonthState, ...]:
        return tuple(
            MonthState(month, self._months.count(month))
            for month in sorted(set(self._months))
        )


def _matches(question: Question, kept: KeptRecord) -> bool:
    number = plain(question.order)
    orders = [plain(order) for order in kept.orders]
    by_order = number in orders or (
        len(number) >= 4 and any(order.endswith(number) for order in orders)
    )
    parts = [kept.original.personal, *(each.personal for each in kept.corrections)]
    buyers = [plain(part.buyer) for part in parts if part is not None]
    day = kept.original.day
    return (
        (not question.order or by_order)
        and (not question.buyer or plain(question.buyer) in buyers)
        and (question.first is None or day >= question.first)
        and (question.last is None or day <= question.last)
    )


def fake_reading(records: FakeRecords | None = None) -> RecordReading:
    """What the desk asks, over `records`; its tables are written nowhere."""
    kept = records or FakeRecords()

    def write(
        path: Path, records: Iterable[KeptRecord], language: str, *, unmasked: bool
    ) -> int:
        del path, language, unmasked
        return len(list(records))

    return RecordReading(lambda: kept, AtOnce(), write, FakeRows)
