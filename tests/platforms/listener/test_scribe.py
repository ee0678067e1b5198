from collections.abc import Callable

import pytest

from qtdesk.core.abbreviations import PAUSE_S, Away, Text, Why
from qtdesk.platforms.listener.protocol import (
    CodeDropped,
    CodeFollowed,
    CodeTyped,
    Message,
    PrefixTyped,
)
from qtdesk.platforms.listener.scribe import Scribe
from tests.fakes import FakeClock

_KEY = 38


class Hall:
    """One window in front, in which codes may count."""

    def __init__(self) -> None:
        self.window = 7
        self.never: frozenset[str] = frozenset()

    def open_to_codes(self) -> int:
        self.then = self.window
        return self.window

    def still_open(self) -> bool:
        return self.window == self.then


class Desk:
    """A scribe, a hall and a typist."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.hall = Hall()
        self.said: list[Message] = []
        self.scribe = Scribe(self.hall, self.clock.call_later, self.said.append)
        self.scribe.ask(";", frozenset({"vault"}))
        self.time = 1000

    def type(self, text: str) -> None:
        for character in text:
            self.time += 10
            stroke = Text(character, self.time / 1000)
            self.scribe.feed(stroke, self.time, _KEY)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_code_is_told_with_its_last_key(desk: Desk) -> None:
    desk.type("a ;hi ")
    assert desk.said == [PrefixTyped(7), CodeTyped("hi", 4, 7, desk.time, _KEY)]
    assert desk.hall.never == {"vault"}


def test_no_key_outside_of_a_code_is_told(desk: Desk) -> None:
    desk.type("my password is secret;no 1")
    assert desk.said == []


def test_a_code_that_is_none_is_told_without_its_letters(desk: Desk) -> None:
    desk.type(";hi;")
    assert desk.said == [PrefixTyped(7), CodeDropped()]


def test_what_comes_behind_a_code_is_told_once(desk: Desk) -> None:
    desk.type(";hi no")
    assert desk.said[2:] == [CodeFollowed()]
    desk.type(" ;hi ")
    desk.scribe.feed(Away(Why.CLICK, 9.0), 9000, 0)
    assert desk.said[-1] == CodeFollowed()


def _close(desk: Desk) -> None:
    desk.hall.window = 0


def _another(desk: Desk) -> None:
    desk.hall.window = 8


@pytest.mark.parametrize("happens", [_close, _another])
def test_a_window_that_closes_to_codes_within_one(
    desk: Desk, happens: Callable[[Desk], None]
) -> None:
    desk.type(";hi")
    happens(desk)
    desk.type(" ")
    assert desk.said == [PrefixTyped(7), CodeDropped()]


def test_where_codes_do_not_count_nothing_is_told_or_kept(desk: Desk) -> None:
    desk.hall.window = 0
    desk.type(";hi")
    assert not desk.scribe._recogniser.armed
    desk.hall.window = 7
    desk.type(" ")
    assert desk.said == []


def test_a_code_nobody_goes_on_with_is_forgotten(desk: Desk) -> None:
    desk.type(";h")
    desk.clock.run_until(PAUSE_S - 1)
    desk.type("i")
    desk.clock.run_until(2 * PAUSE_S - 0.1)
    assert desk.said == [PrefixTyped(7)]
    desk.clock.run_until(2 * PAUSE_S)
    assert desk.said == [PrefixTyped(7), CodeDropped()]
    assert not desk.scribe._recogniser.armed
    desk.clock.run_all()
    assert len(desk.said) == 2
