"""What everything that keeps records must do; run over each by a module beside it."""

from datetime import date, timedelta

import pytest

from qtdesk.core.ports.records import Question, Records, Removed
from qtdesk.core.records import Personal, Verdict
from tests.sample_records import NOVEMBER, OCTOBER, correction, record


class RecordsContract:
    """Tests that ask a fixture `records` for an empty one."""

    def test_nothing_is_there_at_first(self, records: Records) -> None:
        assert records.find(Question()).records == ()
        assert records.get("nobody") is None
        assert records.months() == ()
        assert records.forget("330012345678901234") == Removed()
        assert records.expire(date(2100, 1, 1)) == Removed()

    def test_a_record_comes_back_as_it_was(self, records: Records) -> None:
        one = record()
        records.add(one)
        kept = records.get(one.uid)
        assert kept is not None
        assert (kept.original, kept.corrections, kept.current) == (one, (), one)

    @pytest.mark.parametrize(
        "asked", ["330012345678901234", " 3300 1234 5678 901234", "1234", "901234"]
    )
    def test_by_order(self, records: Records, asked: str) -> None:
        one, other = record(), record("330012345678909999")
        records.add(other)
        records.add(one)
        found = records.find(Question(order=asked)).records
        assert [kept.original.uid for kept in found] == [one.uid]
        assert records.find(Question(order="234")).records == ()

    def test_a_whole_number_comes_before_the_end_of_another(
        self, records: Records
    ) -> None:
        whole, longer = record("901234"), record("330012345678901234")
        records.add(whole)
        records.add(longer)
        (found,) = records.find(Question(order="901234")).records
        assert found.original == whole

    def test_by_buyer_and_day(self, records: Records) -> None:
        for day in range(4):
            records.add(record(f"10000{day}", OCTOBER + timedelta(days=day)))
        records.add(record("200000", OCTOBER, buyer="Ｏther"))
        first = OCTOBER.date() + timedelta(days=1)
        found = records.find(
            Question(buyer="小鱼儿_88", first=first, last=first + timedelta(days=1))
        )
        assert [kept.original.order for kept in found.records] == ["100002", "100001"]
        (other,) = records.find(Question(buyer="oTHER")).records
        assert other.original.order == "200000"
        assert records.find(Question(buyer="小鱼儿")).records == ()

    def test_the_newest_first_and_no_more_than_asked_for(
        self, records: Records
    ) -> None:
        for minute in (3, 1, 4, 2):
            records.add(record(str(minute), OCTOBER + timedelta(minutes=minute)))
        found = records.find(Question(limit=3))
        assert [kept.original.order for kept in found.records] == ["4", "3", "2"]
        assert found.more
        assert not records.find(Question(limit=4)).more
        assert records.find(Question(limit=0)) == ((), True)

    def test_a_correction_stands_beside_the_record(self, records: Records) -> None:
        wrong = record("330012345678900000", verdict=Verdict.PASSED)
        records.add(wrong)
        first = correction(wrong, order="330012345678901234")
        second = correction(
            wrong,
            NOVEMBER + timedelta(days=1),
            verdict=Verdict.STOPPED,
            personal=Personal(buyer="另一位", note="买家换号"),
        )
        records.correct(first)
        records.correct(second)
        for asked in (
            Question(order="330012345678900000"),
            Question(order="330012345678901234"),
            Question(buyer="另一位"),
            Question(buyer="小鱼儿_88", first=OCTOBER.date(), last=OCTOBER.date()),
        ):
            (kept,) = records.find(asked).records
            assert (kept.original, kept.corrections) == (wrong, (first, second))
        current = kept.current
        assert (current.order, current.verdict) == (
            "330012345678901234",
            Verdict.STOPPED,
        )
        assert current.personal is not None
        assert (current.personal.buyer, current.personal.note) == ("另一位", "买家换号")
        assert records.find(Question(first=NOVEMBER.date())).records == ()

    def test_a_month_goes_by_the_agents_days(self, records: Records) -> None:
        late = OCTOBER.replace(day=31, hour=23, minute=59)
        early = late + timedelta(minutes=2)
        for number, made in enumerate((late, OCTOBER, early)):
            records.add(record(str(number), made))
        assert [k.original.order for k in records.of_month(2026, 10)] == ["1", "0"]
        assert [k.original.order for k in records.of_month(2026, 11)] == ["2"]
        assert list(records.of_month(2026, 12)) == []

    def test_forgetting_takes_the_order_and_what_was_corrected(
        self, records: Records
    ) -> None:
        one, twin, other = record(), record(), record("330012345678901235")
        for each in (one, other, twin):
            records.add(each)
        records.correct(correction(one, order="999900001111"))
        removed = records.forget(" 330012345678901234 ")
        assert (removed.records, removed.corrections) == (2, 1)
        assert removed.files
        assert records.get(one.uid) is records.get(twin.uid) is None
        assert records.find(Question(order="999900001111")).records == ()
        (left,) = records.find(Question()).records
        assert left.original == other
        assert records.forget("330012345678901234") == Removed()

    def test_the_end_of_a_number_is_not_enough_to_forget(
        self, records: Records
    ) -> None:
        records.add(record())
        assert records.forget("901234") == Removed()
        assert len(records.find(Question()).records) == 1

    def test_what_is_personal_goes_and_the_verdict_stays(
        self, records: Records
    ) -> None:
        old, new = record(), record("5555", NOVEMBER)
        records.add(old)
        records.add(new)
        records.correct(correction(old))
        removed = records.expire(NOVEMBER.date())
        assert (removed.records, removed.corrections) == (1, 0)
        kept = records.get(old.uid)
        assert kept is not None
        assert kept.original.personal is None
        assert kept.current.items == old.items
        assert records.find(Question(buyer="小鱼儿_88")).records[0].original == new
        assert records.expire(NOVEMBER.date()) == Removed()
        last = records.expire(NOVEMBER.date() + timedelta(days=1))
        assert (last.records, last.corrections) == (1, 1)
        assert records.find(Question(buyer="小鱼儿_88")).records == ()
        assert len(records.find(Question(order=old.order)).records) == 1

    def test_months_are_counted(self, records: Records) -> None:
        records.add(record())
        records.add(record(made=NOVEMBER))
        states = records.months()
        assert [(m.month, m.records) for m in states] == [
            ("2026-10", 1),
            ("2026-11", 1),
        ]
        assert all(month.sound for month in states)

    def test_looking_through_can_be_watched(self, records: Records) -> None:
        records.add(record())
        told: list[tuple[int, int]] = []

        def watch(done: int, total: int) -> bool:
            told.append((done, total))
            return True

        assert records.look_through(watch)
        assert all(0 <= done <= total for done, total in told)
