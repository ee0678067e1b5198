"""A copied text is looked at, and only what the agent asks for is done with it."""

from collections.abc import Callable

import pytest

from qtdesk.core.events import CopiedTextWanted
from qtdesk.core.paste import Outcome
from qtdesk.core.paste.copied_text import MOST_OF_AN_ORDER
from qtdesk.core.ports import Clip, Snapshot
from qtdesk.core.ports.clipboard import Saved
from tests.check_world import CheckWorld

CHEAPEST = "亲，这款最便宜，放心拍"
MENDED = "亲，这款便宜，放心拍"


@pytest.fixture
def world() -> CheckWorld:
    return CheckWorld()


def look(world: CheckWorld, text: str) -> None:
    world.copy(text)
    ready: list[bool] = []
    world.copied.open(lambda: ready.append(True))
    world.clock.run_all()
    assert ready == [True]


def on_clipboard(world: CheckWorld) -> str | None:
    return world.platform.clipboard.content.text


def test_a_key_only_asks_for_a_window(world: CheckWorld) -> None:
    world.copied.want(by_hotkey=True)
    assert world.asked == [CopiedTextWanted(by_hotkey=True)]
    assert world.copied.text == ""


def test_looking_changes_nothing(world: CheckWorld) -> None:
    look(world, CHEAPEST)
    assert world.copied.text == CHEAPEST
    assert [hit.word for hit in world.copied.remarks.hits] == ["最便宜"]
    assert world.copied.target == world.platform.windows.target_of(world.chat)
    world.copied.dismiss()
    world.copied.forget()
    world.clock.run_all()
    assert (on_clipboard(world), world.chat.received) == (CHEAPEST, [])
    assert world.platform.clipboard.content.owner == "user"
    assert world.copied.text == ""


def test_the_better_wording_goes_back_to_the_clipboard(world: CheckWorld) -> None:
    look(world, CHEAPEST)
    world.copied.copy()
    assert world.settle().outcome is Outcome.COPIED
    assert (on_clipboard(world), world.chat.received) == (MENDED, [])


def test_it_is_pasted_where_that_is_asked_for(world: CheckWorld) -> None:
    look(world, CHEAPEST)
    assert world.copied.paste()
    assert world.settle().outcome is Outcome.PASTED
    assert world.chat.received == [MENDED]
    assert on_clipboard(world) == CHEAPEST


def test_what_is_forbidden_is_not_pasted(world: CheckWorld) -> None:
    look(world, "最便宜，加我微信")
    assert not world.copied.may_be_pasted
    assert not world.copied.paste()
    world.clock.run_all()
    assert world.chat.received == []


def test_a_paste_under_way_is_not_taken_for_what_was_copied(world: CheckWorld) -> None:
    world.copy("自己复制的")
    world.pastes.paste(Clip("一条话术"), world.platform.windows.front(), "p", 8.0)
    seen: list[str] = []
    world.copied.open(lambda: seen.append(world.copied.text))
    world.clock.run_all()
    assert world.chat.received == ["一条话术"]
    assert seen == ["自己复制的"]


def test_a_program_that_is_slow_once_is_asked_again(world: CheckWorld) -> None:
    clipboard = world.platform.clipboard
    world.copy(CHEAPEST)
    snapshot, asked = clipboard.snapshot, []

    def slow(done: Callable[[Snapshot], None]) -> None:
        asked.append(1)
        if len(asked) == 1:
            done(Snapshot(Saved.UNREADABLE, {}, clipboard.stamp()))
        else:
            snapshot(done)

    clipboard.snapshot = slow  # type: ignore[method-assign]  # slow once only
    world.copied.open(lambda: None)
    world.clock.run_all()
    assert (len(asked), world.copied.text) == (2, CHEAPEST)


@pytest.mark.parametrize("text", ["", "字" * (MOST_OF_AN_ORDER + 1)])
def test_no_text_and_a_whole_book_are_none(world: CheckWorld, text: str) -> None:
    look(world, text)
    assert (world.copied.text, world.copied.remarks.hits) == ("", ())
