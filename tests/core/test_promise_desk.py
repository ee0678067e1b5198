"""Promises as an agent makes them: about what was pasted, to whom is talked to."""

from datetime import timedelta

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.events import PasteEnded, PromisesChanged, PromisesDue, PromiseWanted
from qtdesk.core.paste import Fate, Outcome, PasteResult, Reason
from qtdesk.core.phrases import Book, Stage
from qtdesk.core.promise_desk import About
from qtdesk.core.settings import Settings, declarations
from tests.check_world import ADDRESS
from tests.fake_books import phrase
from tests.promising_desk import PromisingDesk

HOUR = timedelta(hours=1)
URGE = phrase(1, "催发货")


@pytest.fixture
def agent() -> PromisingDesk:
    made = PromisingDesk()
    book = Book("book", "店", "zh-CN", "1", (Stage("answer", "解答"),), (URGE,))
    made.shelf.place("book", book)
    made.promises.start()
    return made


def paste(agent: PromisingDesk, key: str, outcome: Outcome = Outcome.PASTED) -> None:
    result = PasteResult(outcome, Reason.NONE, Fate.RESTORED, "千牛", key)
    agent.promises.on_event(PasteEnded(result))


def test_it_is_about_what_was_pasted_last_and_to_whom_is_talked_to(
    agent: PromisingDesk,
) -> None:
    agent.buyers.open("云朵8821")
    paste(agent, URGE.key)
    assert agent.promises.open() == About("催发货", "云朵8821")
    promise = agent.promises.make(agent.promises.open(), agent.wall.now() + HOUR)
    assert (promise.matter, promise.buyer) == ("催发货", "云**")
    assert PromisesChanged() in agent.events


def test_digits_of_an_order_are_no_name(agent: PromisingDesk) -> None:
    agent.buyers.open("尾号 4567")
    assert agent.promises.open() == About("", "", "4567")


def test_what_was_pasted_to_another_buyer_or_long_ago_is_not_meant(
    agent: PromisingDesk,
) -> None:
    agent.buyers.open("云朵8821")
    paste(agent, URGE.key)
    agent.buyers.open("晴天")
    assert agent.promises.open().matter == ""
    agent.buyers.choose(0)
    assert agent.promises.open().matter == "催发货"
    agent.clock.run_until(601)
    assert agent.promises.open().matter == ""


def test_what_did_not_arrive_was_not_pasted(agent: PromisingDesk) -> None:
    paste(agent, URGE.key, Outcome.NOTHING)
    assert agent.promises.open().matter == ""


def test_a_text_of_a_check_brings_its_order_along(agent: PromisingDesk) -> None:
    agent.world.open(ADDRESS, "CL-04")
    checks = agent.world.checks
    checks.answer("A03", "printed")
    assert checks.current is not None
    paste(agent, f"check/{checks.current.uid}/confirm")
    about = agent.promises.open()
    assert about == About("改地址", "", "9999", checks.current.uid)


def test_the_window_in_front_gets_the_focus_back(agent: PromisingDesk) -> None:
    agent.promises.open()
    agent.world.platform.windows.focus(None)
    agent.promises.dismiss()
    agent.clock.run_until(1)
    assert agent.world.platform.windows.front_window is agent.world.chat


def test_a_due_one_is_announced(agent: PromisingDesk) -> None:
    agent.promises.make(About("催"), agent.wall.now() + HOUR)
    agent.clock.run_until(3700)
    due = [event for event in agent.events if isinstance(event, PromisesDue)]
    assert [each.matter for each in due[0].promises] == ["催"]
    assert len(due) == 1


def test_its_key_asks_and_an_empty_one_is_none(agent: PromisingDesk) -> None:
    agent.promises.keys.start()
    registered = agent.world.platform.hotkeys.registered
    registered[Combo.parse("ctrl+alt+y")]()
    assert agent.events[-1] == PromiseWanted(by_hotkey=True)
    agent.promises.keys.move(Settings().with_changes({"promise_hotkey": ""}))
    assert not registered


def test_no_two_combinations_are_the_same_from_the_start() -> None:
    settings = Settings()
    combos = [
        str(getattr(settings, name))
        for name, each in declarations().items()
        if each.combo and getattr(settings, name)
    ]
    assert len(combos) == len(set(combos))


# --- going there ---------------------------------------------------------------


def test_one_goes_to_the_buyer_it_was_made_for(agent: PromisingDesk) -> None:
    agent.buyers.open("云朵8821")
    promise = agent.promises.make(About("催", "云朵8821"), agent.wall.now() + HOUR)
    agent.buyers.open("云游四海")
    assert agent.promises.go_to(promise.uid)
    assert agent.buyers.at == 0


def test_in_a_later_run_what_is_known_of_the_buyer_decides(
    agent: PromisingDesk,
) -> None:
    due = agent.wall.now() + HOUR
    agent.promises.make(About("一", "云朵8821"), due)
    agent.promises.make(About("二", "", "014567"), due)
    later = PromisingDesk(agent.store)
    later.promises.start()
    one, two = later.promises.book.waiting
    assert not later.promises.go_to(one.uid)
    for name in ("晴天", "云朵8821", "尾号4567"):
        later.buyers.open(name)
    assert later.promises.go_to(one.uid)
    assert later.buyers.at == 1
    assert later.promises.go_to(two.uid)
    assert later.buyers.at == 2


def test_one_goes_to_the_check_it_comes_from(agent: PromisingDesk) -> None:
    checks = agent.world.checks
    agent.world.open(ADDRESS, "CL-04")
    checks.answer("A03", "printed")
    uid = checks.current.uid if checks.current else ""
    checks.turn_to("")
    promise = next(each for each in agent.promises.book.waiting if each.check == uid)
    assert agent.promises.go_to(promise.uid)
    assert checks.current is not None
    assert checks.current.uid == uid
    assert agent.world.wanted[-1].checklist == ""
