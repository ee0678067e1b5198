"""Promises that checks make by themselves, and a shift that is handed over."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from qtdesk.core.checklists import CHINA, Standing
from qtdesk.core.promises import Promise, State
from qtdesk.core.promises.promises import Made
from qtdesk.core.records import ItemVerdict
from qtdesk.core.templates import Filled
from tests.check_world import ADDRESS, WISH
from tests.checking_room import NOW, Room, shipped_lists
from tests.promising_desk import PromisingDesk

HALF_HOUR, MINUTE = timedelta(minutes=30), timedelta(minutes=1)
GOLDEN = Path(__file__).parent / "golden" / "hand_over.txt"


@pytest.fixture
def agent() -> PromisingDesk:
    made = PromisingDesk()
    made.promises.start()
    return made


def waiting(agent: PromisingDesk) -> list[str]:
    return [each.matter for each in agent.promises.book.waiting]


def ask_the_warehouse(agent: PromisingDesk) -> str:
    """A change of address that waits for an answer; gives the check's uid."""
    agent.world.open(ADDRESS, "CL-04")
    checks = agent.world.checks
    checks.answer("A03", "printed")
    assert checks.current is not None
    return checks.current.uid


def only(agent: PromisingDesk) -> Promise:
    (promise,) = agent.promises.book.waiting
    return promise


# --- timers --------------------------------------------------------------------


def test_a_timer_is_a_promise_as_soon_as_its_moment_is_known(
    agent: PromisingDesk,
) -> None:
    uid = ask_the_warehouse(agent)
    promise = only(agent)
    assert promise.matter == "改地址：等回复，30 分钟"
    assert (promise.tail, promise.check) == ("9999", uid)
    assert promise.due == NOW + HALF_HOUR


def test_it_ends_when_its_condition_holds_no_more(agent: PromisingDesk) -> None:
    ask_the_warehouse(agent)
    agent.world.checks.answer("A06", "changed")
    assert waiting(agent) == []
    agent.world.checks.answer("A06", "waiting")
    assert len(waiting(agent)) == 1


def test_it_ends_with_its_check(agent: PromisingDesk) -> None:
    ask_the_warehouse(agent)
    agent.world.checks.forget()
    assert waiting(agent) == []


def test_it_is_there_again_after_a_crash(agent: PromisingDesk) -> None:
    ask_the_warehouse(agent)
    later = PromisingDesk(agent.store, agent.world.room)
    later.promises.start()
    assert waiting(later) == ["改地址：等回复，30 分钟"]
    assert later.store.promises.kept.keys() == agent.store.promises.kept.keys()


def test_what_a_crash_kept_from_being_promised_is_promised_at_the_start(
    agent: PromisingDesk,
) -> None:
    uid = ask_the_warehouse(agent)
    agent.store.promises.drop(f"{uid}:answer")
    later = PromisingDesk(agent.store, agent.world.room)
    later.promises.start()
    assert waiting(later) == ["改地址：等回复，30 分钟"]


def test_it_is_not_told_where_nothing_is_left_to_keep(agent: PromisingDesk) -> None:
    """As where the check went on in a way that no step of it told."""
    uid = ask_the_warehouse(agent)
    checks = agent.world.checks
    engine = checks.engine
    assert engine is not None
    assert checks.current is not None
    done = engine.set(checks.current, "A06", "changed")
    checks._under_way[uid] = done
    agent.clock.run_until(HALF_HOUR.total_seconds() + 60)
    assert not [event for event in agent.events if hasattr(event, "promises")]
    assert waiting(agent) == []


@pytest.mark.parametrize(("stays", "left"), [(True, 1), (False, 0)])
def test_what_stays_outlives_a_finished_check(*, stays: bool, left: int) -> None:
    (change,) = (each for each in shipped_lists() if each.id == "CL-04")
    timers = tuple(replace(timer, stays=stays) for timer in change.timers)
    bare = replace(change, timers=timers, close_rule=None, items=())
    lists = [*(each for each in shipped_lists() if each is not change), bare]
    agent = PromisingDesk(room=Room(lists=lists))
    agent.promises.start()
    checks = agent.world.checks
    engine = checks.engine
    assert engine is not None
    check = engine.begin(ADDRESS, "CL-04")
    checks._take(check)
    agent.promises.book.follow(check.uid, {"answer": Made("等回复", NOW + HALF_HOUR)})
    checks.finish(lambda _problem: None)
    assert len(waiting(agent)) == left


# --- handing over --------------------------------------------------------------


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 22, hour, minute, tzinfo=CHINA)


@pytest.fixture
def busy(agent: PromisingDesk) -> PromisingDesk:
    """Two promises by hand, one of them overdue, and a check that waits."""
    agent.wall.set_forward(-timedelta(hours=1))
    book = agent.promises.book
    book.make(Made("催发货", at(15, 40), "云朵8821", "4567"))
    agent.wall.set_forward(timedelta(hours=1))
    ask_the_warehouse(agent)
    agent.world.checks.answer("A02", True)
    book.make(Made("", at(20), "", "7788"))
    return agent


def hand_over(agent: PromisingDesk, taker: str = "小王") -> str:
    """The text of the hand-over, which is finished then."""
    checks = agent.world.checks
    checks.begin("CL-10", "这是上一个订单 13800138000")
    if taker:
        checks.answer("J02", taker)
    checks.answer("J03", "3")
    checks.answer("J09", "尾号 1122 要求赔偿，已报主管")
    standing = checks.standing
    assert standing is not None
    assert standing.may_finish
    made = standing.text("group")
    assert made is not None
    assert isinstance(made.filling, Filled)
    checks.finish(lambda problem: pytest.fail(str(problem)) if problem else None)
    return made.filling.text


def test_its_text_is_for_people_and_for_qtdesk(busy: PromisingDesk) -> None:
    text = hand_over(busy)
    number = busy.promises.shifts.offered[0].uid[:8]
    assert text.replace(number, "7f3a9c1b") == GOLDEN.read_text("utf-8").rstrip("\n")


def test_nothing_in_it_finds_a_buyer(busy: PromisingDesk) -> None:
    text = hand_over(busy)
    assert "云朵" not in text
    assert "13800138000" not in text
    (handing,) = busy.promises.shifts.offered
    kept = busy.world.records.get(handing.uid)
    assert kept is not None
    assert kept.current.personal is not None
    assert kept.current.personal.phone == ""


def test_all_promises_are_handed_over_with_its_record(busy: PromisingDesk) -> None:
    hand_over(busy)
    book = busy.promises.book
    assert {each.state for each in book.waiting} == {State.HANDED_OVER}
    (handing,) = busy.promises.shifts.offered
    assert (handing.giver, handing.taker) == ("小李", "小王")
    kept = busy.world.records.get(handing.uid)
    assert kept is not None
    assert kept.current.order == handing.uid[:8]


def test_the_next_shift_takes_over_with_one_step(busy: PromisingDesk) -> None:
    hand_over(busy)
    later = PromisingDesk(busy.store, busy.world.room)
    later.world.records = busy.world.records
    later.settings = later.settings.with_changes({"agent": "小王"})
    later.promises.start()
    (handing,) = later.promises.shifts.offered
    told: list[object] = []
    assert later.promises.shifts.take_over(handing.uid, told.append) == 3
    assert told == [None]
    assert {each.state for each in later.promises.book.waiting} == {State.OPEN}
    kept = later.world.records.get(handing.uid)
    assert kept is not None
    correction = kept.corrections[-1]
    assert correction.agent == "小王"
    confirmed = {item.item: item for item in kept.current.items}["J12"]
    assert (confirmed.verdict, confirmed.answer) == (ItemVerdict.OK, "yes")


def test_what_was_taken_over_here_is_not_taken_again_from_the_group(
    busy: PromisingDesk,
) -> None:
    text = hand_over(busy)
    (handing,) = busy.promises.shifts.offered
    assert busy.promises.shifts.take_over(handing.uid, lambda _problem: None) == 3
    busy.world.copy(text)
    taken: list[object] = []
    busy.promises.shifts.take_copied(taken.append)
    busy.clock.run_until(busy.clock.now() + 5)
    assert taken == [0]
    assert len(busy.promises.book.waiting) == 3


def test_another_computer_takes_over_from_the_group(busy: PromisingDesk) -> None:
    text = hand_over(busy)
    other = PromisingDesk()
    other.promises.start()
    other.world.copy(f"小李 18:02\n{text}\n收到")
    taken: list[object] = []
    for _ in range(2):
        other.promises.shifts.take_copied(taken.append)
        other.clock.run_until(other.clock.now() + 5)
    assert taken == [3, 0]
    mine, theirs = other.promises.book.waiting, busy.promises.book.waiting
    assert [each.due for each in mine] == [each.due for each in theirs]
    assert [each.tail for each in mine] == ["4567", "9999", "7788"]
    assert mine[1].next_step == "已发仓库群"


def test_what_is_copied_and_no_hand_over_is_refused(agent: PromisingDesk) -> None:
    agent.world.copy("好的")
    told: list[object] = []
    agent.promises.shifts.take_copied(told.append)
    agent.clock.run_until(5)
    assert str(told[0]).startswith("There is no hand-over in this text.")


def test_the_last_one_is_proposed_and_may_be_another(busy: PromisingDesk) -> None:
    hand_over(busy)
    assert "小李 → 小王" in hand_over(busy, taker="")
    assert {each.taker for each in busy.promises.shifts.offered} == {"小王"}


def test_what_a_buyer_wrote_is_no_next_step(agent: PromisingDesk) -> None:
    checks = agent.world.checks
    agent.world.open(WISH)
    checks.answer("V22", "无")
    assert checks.standing is not None
    assert checks.standing.next is not None
    assert checks.standing.next.label == "要顺丰"
    checks.begin("CL-10", "")
    text = checks.standing.text("group")
    assert text is not None
    assert "尾号4567" in text.filling.draft
    assert "要顺丰" not in text.filling.draft


def test_lists_that_ask_for_each_other_end(monkeypatch: pytest.MonkeyPatch) -> None:
    (shipped,) = (each for each in shipped_lists() if each.id == "CL-10")
    other = replace(shipped, id="CL-90")
    agent = PromisingDesk(room=Room(lists=[*shipped_lists(), other]))
    agent.promises.start()
    checks = agent.world.checks
    for name in ("CL-10", "CL-90"):
        checks.begin(name, "")
        checks.answer("J03", "1")
    engine, judged = checks.engine, 0
    assert engine is not None
    standing = engine.standing

    def counted(*check: Any) -> Standing:
        nonlocal judged
        judged += 1
        return standing(*check)

    monkeypatch.setattr(engine, "standing", counted)
    assert checks.standing is not None
    entry = checks.standing.entry("J05")
    assert entry is not None
    assert entry.text == "交接班：接班人"
    assert judged <= 3


def test_a_hand_over_that_is_dropped_hands_nothing_over(busy: PromisingDesk) -> None:
    checks = busy.world.checks
    checks.begin("CL-10", "")
    checks.answer("J03", "0")
    checks.forget()
    assert busy.promises.shifts.offered == ()
    assert len(busy.promises.book.mine) == 3


def test_the_shift_is_that_of_the_hour() -> None:
    for hour, shift in ((3, "late"), (4, "early"), (17, "early"), (18, "late")):
        room = Room(now=at(hour, 59))
        entry = room.standing(room.begin(checklist="CL-10")).entry("J01")
        assert entry is not None
        assert entry.value == shift
