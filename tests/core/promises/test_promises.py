from datetime import timedelta

import pytest

from qtdesk.core.promises import Handing, State
from qtdesk.core.promises.keeping import promise_from
from qtdesk.core.promises.promises import Made
from tests.promise_world import MOMENT, PromiseWorld

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
SHIFT = Handing("a" * 32, "小李", "小王", MOMENT)


@pytest.fixture
def world() -> PromiseWorld:
    made = PromiseWorld()
    made.promises.start()
    return made


def made(matter: str = "催发货", after: timedelta = HOUR, **more: str) -> Made:
    return Made(matter, MOMENT + after, **more)


def test_of_a_buyer_only_what_finds_the_chat_again_is_kept(world: PromiseWorld) -> None:
    matter = "回电 13800138000，\n单号 4012 3456 7890 123；急"
    promise = world.promises.make(made(matter, buyer="云朵8821", tail="4567"))
    assert promise.buyer == "云**"
    assert promise.matter == "回电 …8000， 单号 …0123，急"
    kept = str(world.kept.kept)
    assert "朵" not in kept
    assert "138001" not in kept
    assert repr(promise) == f"Promise({promise.uid!r}, 'open')"


def test_a_promise_is_told_once_when_it_is_due(world: PromiseWorld) -> None:
    world.promises.make(made())
    world.run(HOUR - MINUTE)
    assert world.said == []
    world.run(MINUTE * 2)
    assert world.said == ["催发货"]
    world.run(HOUR * 5)
    assert world.said == ["催发货"]
    assert [each.matter for each in world.promises.overdue] == ["催发货"]


def test_a_snoozed_one_is_told_again_and_stays_overdue(world: PromiseWorld) -> None:
    uid = world.promises.make(made(after=MINUTE)).uid
    world.run(MINUTE * 2)
    world.promises.snooze(uid, world.wall.now() + MINUTE * 10)
    assert world.promises.overdue == ()
    found = world.promises.find(uid)
    assert found is not None
    assert found.is_overdue(world.wall.now())
    world.run(MINUTE * 9)
    assert len(world.told) == 1
    world.run(MINUTE * 2)
    assert len(world.told) == 2


def test_what_was_kept_is_told_no_more_and_goes_after_a_week(
    world: PromiseWorld,
) -> None:
    uid = world.promises.make(made(after=MINUTE)).uid
    world.promises.keep(uid)
    world.run(HOUR)
    assert world.told == []
    world.restart(timedelta(days=6))
    assert world.promises.find(uid) is not None
    world.restart(timedelta(days=2))
    assert world.promises.find(uid) is None
    assert world.kept.kept == {}


def test_a_slip_can_be_taken_back(world: PromiseWorld) -> None:
    uid = world.promises.make(made()).uid
    world.promises.keep(uid)
    world.promises.reopen(uid)
    world.run(HOUR + MINUTE)
    assert world.said == ["催发货"]


def test_what_came_due_while_it_was_closed_is_one_message_the_oldest_first(
    world: PromiseWorld,
) -> None:
    for minutes in (30, 10, 20):
        world.promises.make(made(f"第{minutes}分", MINUTE * minutes))
    world.restart(HOUR)
    assert [[each.matter for each in told] for told in world.told] == [
        ["第10分", "第20分", "第30分"]
    ]
    world.restart(HOUR)
    assert len(world.told) == 1


def test_without_promises_nothing_runs(world: PromiseWorld) -> None:
    assert not any(call for _, _, call in world.clock._due)
    uid = world.promises.make(made()).uid
    assert any(call for _, _, call in world.clock._due)
    world.promises.keep(uid)
    assert not any(call for _, _, call in world.clock._due)


def test_five_hundred_at_once_are_one_message(world: PromiseWorld) -> None:
    for number in range(500):
        world.promises.make(made(str(number), MINUTE))
    writes = world.kept.writes
    world.run(MINUTE * 2)
    assert len(world.told) == 1
    assert len(set(world.said)) == 500
    assert world.kept.writes == writes + 500


# --- of checks -----------------------------------------------------------------


def test_a_timer_makes_one_promise_that_moves_with_it(world: PromiseWorld) -> None:
    promises = world.promises
    promises.follow("check", {"answer": made("等回复", HOUR)})
    promises.follow("check", {"answer": made("等回复", HOUR)})
    promises.follow("check", {"answer": made("等回复", HOUR * 2, tail="4567")})
    (only,) = promises.waiting
    assert (only.due, only.tail) == (MOMENT + HOUR * 2, "4567")
    world.run(HOUR * 3)
    assert world.said == ["等回复"]


def test_what_was_done_stays_done_until_its_timer_moves(world: PromiseWorld) -> None:
    promises = world.promises
    promises.follow("check", {"answer": made("等回复")})
    promises.keep(promises.waiting[0].uid)
    promises.follow("check", {"answer": made("等回复")})
    assert promises.waiting == ()
    promises.follow("check", {"answer": made("等回复", HOUR * 2)})
    assert len(promises.waiting) == 1


def test_a_timer_that_holds_no_more_ends_its_promise(world: PromiseWorld) -> None:
    by_hand = world.promises.make(made("回电", check="check"))
    world.promises.follow("check", {"a": made("一"), "b": made("二")})
    world.promises.follow("check", {"b": made("二")})
    assert [each.matter for each in world.promises.waiting] == ["回电", "二"]
    world.promises.let_go("check")
    assert [each.uid for each in world.promises.waiting] == [by_hand.uid]


def test_a_timer_may_outlive_its_check(world: PromiseWorld) -> None:
    world.promises.follow("check", {"a": made("一"), "b": made("二")})
    world.promises.let_go("check", ["b"])
    assert [each.matter for each in world.promises.waiting] == ["二"]


def test_what_is_past_already_is_listed_and_not_told(world: PromiseWorld) -> None:
    world.promises.follow("check", {"a": made("一", -HOUR)})
    world.run(HOUR)
    assert world.told == []
    assert [each.matter for each in world.promises.overdue] == ["一"]


def test_a_promise_with_nothing_left_to_keep_is_not_told(world: PromiseWorld) -> None:
    world.promises.follow("check", {"a": made("一", MINUTE)})
    world.promises.holds = lambda _promise: False
    world.run(HOUR)
    assert world.told == []
    assert world.promises.waiting == ()


# --- from shift to shift -------------------------------------------------------


def test_a_shift_is_handed_over_and_taken_over(world: PromiseWorld) -> None:
    promises = world.promises
    promises.make(made("一", MINUTE))
    promises.make(made("二"))
    assert promises.hand_over(SHIFT) == 2
    assert promises.mine == ()
    assert promises.offered == (SHIFT,)
    world.run(MINUTE * 2)
    assert world.said == ["一"]  # a buyer was told so, whoever has the shift
    assert promises.overdue == ()
    world.restart()
    assert world.promises.take_over(SHIFT.uid) == 2
    assert world.promises.offered == ()
    assert {each.state for each in world.promises.waiting} == {State.OPEN}
    assert world.promises.take_over(SHIFT.uid) == 0


def test_a_hand_over_from_elsewhere_is_taken_once(world: PromiseWorld) -> None:
    lines = [made("一", buyer="云**"), made("二")]
    assert world.promises.accept("7f3a", lines) == 2
    assert world.promises.accept("7f3a", lines) == 0
    assert [each.buyer for each in world.promises.waiting] == ["云**", ""]


def test_handed_over_ones_that_nobody_took_here_go_a_week_later(
    world: PromiseWorld,
) -> None:
    world.promises.make(made())
    world.promises.hand_over(SHIFT)
    world.restart(timedelta(days=6))
    assert len(world.promises.waiting) == 1
    world.restart(timedelta(days=2))
    assert world.kept.kept == {}


# --- what is kept --------------------------------------------------------------


def test_what_nobody_can_read_is_left_where_it_is(world: PromiseWorld) -> None:
    uid = world.promises.make(made()).uid
    good = world.kept.kept[uid]
    odd = {
        "later": {**good, "v": 99},
        "zone": {**good, "due": "2026-11-22T14:05:00"},
        "moment": {**good, "due": "soon"},
        "state": {**good, "state": "lost"},
        "handing": {**good, "handing": ["a"]},
        "nothing": {},
    }
    world.kept.kept.update(odd)
    world.restart()
    assert [each.uid for each in world.promises.waiting] == [uid]
    assert set(world.kept.kept) == {uid, *odd}


def test_all_of_a_promise_comes_back(world: PromiseWorld) -> None:
    uid = world.promises.make(
        made("催", HOUR, buyer="云朵", tail="88", check="c", next_step="问仓库")
    ).uid
    world.promises.snooze(uid, MOMENT + HOUR * 2)
    world.promises.hand_over(SHIFT)
    found = world.promises.find(uid)
    assert promise_from(world.kept.kept[uid]) == found
