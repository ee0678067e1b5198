"""Any story of records over years comes out as in a plain dictionary."""

import shutil
import tempfile
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
)

from qtdesk.core.ports.records import Question
from qtdesk.core.records import Correction, KeptRecord, Personal, Record, Verdict
from qtdesk.storage.records.kept import KeptRecords
from tests.fake_records import FakeRecords
from tests.sample_records import LONG_AGO, correction, record

ORDERS = st.sampled_from(
    ["330012345678901234", "330012345678901235", "260101-123456789012345", "12", "自7"]
)
BUYERS = st.sampled_from(["小鱼儿_88", "ＡＢＣ", "abc", "", 'q"\\u4eb2\n', "\ud83d"])
TEXTS = st.text(max_size=30)
DAYS = st.integers(0, 900).map(lambda days: LONG_AGO.date() + timedelta(days=days))


class Stories(RuleBasedStateMachine):
    """Every rule does to both what it says, and the invariant asks both."""

    uids = Bundle("uids")

    @initialize()
    def open(self) -> None:
        self.now = LONG_AGO
        self.root = Path(tempfile.mkdtemp())
        self.folder = self.root / "records"
        self.model = FakeRecords()
        self.kept = self.opened()

    def opened(self) -> KeptRecords:
        return KeptRecords(self.folder, lambda: self.now)

    def tick(self) -> datetime:
        # Two of one second stand in no order that could be compared.
        self.now += timedelta(seconds=1)
        return self.now

    @rule(target=uids, order=ORDERS, buyer=BUYERS, note=TEXTS, late=st.booleans())
    def add(self, order: str, buyer: str, note: str, late: bool) -> Record:
        made = self.tick() - timedelta(days=40 * late)
        new = record(order, made, personal=Personal(buyer=buyer, note=note))
        self.model.add(new)
        self.kept.add(new)
        return new

    @rule(of=uids, order=st.one_of(st.just(""), ORDERS), buyer=BUYERS, why=TEXTS)
    def correct(self, of: Record, order: str, buyer: str, why: str) -> None:
        if self.model.get(of.uid) is None:
            return
        personal = Personal(buyer=buyer, note=why)
        new: Correction = correction(
            of, self.tick(), order=order, personal=personal, verdict=Verdict.STOPPED
        )
        self.model.correct(new)
        self.kept.correct(new)

    @rule(order=ORDERS)
    def forget(self, order: str) -> None:
        removed = self.kept.forget(order)
        expected = self.model.forget(order)
        assert removed.records == expected.records
        assert removed.corrections == expected.corrections

    @rule(before=DAYS)
    def expire(self, before: date) -> None:
        removed = self.kept.expire(before)
        expected = self.model.expire(before)
        assert removed.records == expected.records
        assert removed.corrections == expected.corrections

    @rule(days=st.integers(1, 70))
    def time_goes_by(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(days=st.integers(1, 70))
    def the_clock_is_set_back(self, days: int) -> None:
        # Never to a second that was there before.
        self.now -= timedelta(days=days, milliseconds=1)

    @rule()
    def seal(self) -> None:
        self.kept.seal()
        assert self.kept.seal() == 0

    @rule(harm=st.sampled_from(["", "gone", "garbage", "cut", "flipped", "old"]))
    def begin_anew(self, harm: str) -> None:
        self.kept.close()
        harm_index(self.folder / "index.db", harm)
        self.kept = self.opened()

    @rule(order=ORDERS, buyer=st.one_of(st.just(""), BUYERS), first=DAYS)
    def ask(self, order: str, buyer: str, first: date) -> None:
        for question in (
            Question(order=order, buyer=buyer),
            Question(order=order[-5:]),
            Question(buyer=buyer, first=first, limit=1000),
            Question(last=first, limit=3),
        ):
            mine, expected = self.kept.find(question), self.model.find(question)
            assert without_notes(mine.records) == without_notes(expected.records)
            assert mine.more == expected.more

    @invariant()
    def nothing_is_damaged(self) -> None:
        months = self.kept.months()
        assert [month for month in months if not month.sound] == []
        count = len(self.model.find(Question()).records)
        assert sum(month.records for month in months) == count

    def teardown(self) -> None:
        self.kept.close()
        shutil.rmtree(self.root)


def without_notes(records: Iterable[KeptRecord]) -> list[tuple[str, str, int, str]]:
    """What is asked for: a note may have lost the number of a forgotten order."""
    return [
        (
            kept.original.uid,
            kept.current.order,
            len(kept.corrections),
            kept.current.personal.buyer if kept.current.personal else "-",
        )
        for kept in records
    ]


def harm_index(path: Path, harm: str) -> None:
    if not path.exists() or not harm:
        return
    data = bytearray(path.read_bytes())
    if harm == "gone":
        path.unlink()
    elif harm == "garbage":
        path.write_bytes(b"not a database at all" * 300)
    elif harm == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif harm == "flipped":
        for offset in range(len(data) // 3, len(data), 997):
            data[offset] ^= 0xFF
        path.write_bytes(data)
    elif harm == "old":
        # As of another version.
        data[60:64] = (99).to_bytes(4, "big")
        path.write_bytes(data)


TestStories = Stories.TestCase
TestStories.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
