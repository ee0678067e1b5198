"""A sample is fair, small, and the same whenever it is drawn again."""

from collections import Counter
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.audit import Draw, Every, agents_of, drawn
from qtdesk.core.records import Record
from tests.sample_records import CHINA, record

FIRST = datetime(2026, 11, 2, 9, tzinfo=CHINA)
LAST = date(2026, 11, 15)


@st.composite
def days_of_checks(draw: st.DrawFn) -> list[Record]:
    one = st.tuples(st.integers(0, 20), st.sampled_from(["小李", "小王", "阿May"]))
    made = draw(st.lists(one, max_size=40))
    return [
        record(uid=f"{number:032x}", made=FIRST + timedelta(days=day), agent=agent)
        for number, (day, agent) in enumerate(made)
    ]


draws = st.builds(
    Draw,
    st.just(FIRST.date()),
    st.just(LAST),
    st.integers(1, 4),
    st.integers(0, 99),
    st.sampled_from(Every),
    st.sampled_from(["", "小李", "nobody"]),
)


@given(days_of_checks(), draws, st.randoms())
def test_the_same_seed_draws_the_same_in_any_order(
    records: list[Record], draw: Draw, chance: object
) -> None:
    sample = drawn(records, draw)
    mixed = list(records)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis has its own Random
    assert drawn(mixed, draw) == sample


@given(days_of_checks(), draws)
def test_each_agent_has_as_many_as_wanted_or_all_there_are(
    records: list[Record], draw: Draw
) -> None:
    def pile(each: Record) -> tuple[str, date]:
        week = each.day - timedelta(days=each.day.weekday())
        return each.agent, each.day if draw.every is Every.DAY else week

    wanted = [
        each
        for each in records
        if draw.first <= each.day <= draw.last and draw.agent in ("", each.agent)
    ]
    there = Counter(map(pile, wanted))
    sample = drawn(records, draw)
    assert Counter(map(pile, sample)) == {
        name: min(count, draw.count) for name, count in there.items()
    }
    assert len({each.uid for each in sample}) == len(sample)


@given(days_of_checks(), draws)
def test_what_is_taken_is_not_drawn_and_changes_nothing_else(
    records: list[Record], draw: Draw
) -> None:
    first = {each.uid for each in drawn(records, draw)}
    second = {each.uid for each in drawn(records, draw, first)}
    assert first.isdisjoint(second)
    others = {each.uid for each in records} - first - second
    assert {each.uid for each in drawn(records, draw, others)} == first


@given(days_of_checks(), days_of_checks(), draws)
def test_a_sample_that_is_open_keeps_its_orders(
    records: list[Record], later: list[Record], draw: Draw
) -> None:
    before = {each.uid for each in drawn(records, draw)}
    more = [record(made=each.made, agent=each.agent) for each in later]
    again = drawn([*records, *more], draw, before=before)
    assert before <= {each.uid for each in again}


def test_another_seed_draws_others() -> None:
    records = [record(uid=f"{n:032x}", made=FIRST) for n in range(50)]
    draws = [Draw(FIRST.date(), LAST, 3, seed) for seed in range(20)]
    samples = {tuple(each.uid for each in drawn(records, draw)) for draw in draws}
    assert len(samples) > 10
    assert agents_of(records) == ("小王",)
