"""What the listener says, turned into what the desk may do; on every system alike."""

from collections.abc import Callable
from typing import cast

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Hearing, Pressed, Target, Typed
from qtdesk.platforms.listener.parent import Listener
from qtdesk.platforms.listener.protocol import (
    CodeDropped,
    CodeFollowed,
    CodeTyped,
    Heard,
    PrefixTyped,
)
from qtdesk.platforms.listener.typing import (
    SETTLED_S,
    WATCH_S,
    WHY_NO_KEYS,
    Change,
    Hear,
    ListenedTyping,
)
from tests.fakes import FakeClock

_CHAT = Target(7, 7, 7, "chat", "张三")
_CODE = CodeTyped("hi", 4, 7, 1000, 65)
_PASTE = Combo(("ctrl",), "v")


class FakeListener:
    def __init__(self, hear: Hear, change: Change) -> None:
        self.hear, self.change = hear, change
        self.asked: list[tuple[str, frozenset[str]] | None] = []
        self.sent_on = 0

    def start(self, prefix: str, never: frozenset[str]) -> None:
        self.asked.append((prefix, never))

    def stop(self) -> None:
        self.asked.append(None)

    def go_on(self) -> None:
        self.sent_on += 1


class FakeWitness:
    def __init__(self) -> None:
        self.watching = False
        self.last = True

    def watch(self) -> None:
        self.watching = True

    def forget(self) -> None:
        self.watching = False

    def is_last(self, typed: Typed) -> bool:
        return self.last and typed.stamp == (1000, 65)


class Room:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.front: Target | None = _CHAT
        self.witness = FakeWitness()
        self.struck: list[tuple[int, Combo | None]] = []
        self.held = False
        self.typed: list[Typed] = []
        self.changes: list[Hearing] = []
        self.typing = ListenedTyping(
            *(self.clock, self._make, lambda: self.front, self._strike, self.witness)
        )
        self.typing.start(";", frozenset({"x"}), self.typed.append, self.changes.append)

    def _make(self, hear: Hear, change: Change) -> Listener:
        self.listener = FakeListener(hear, change)
        return cast("Listener", self.listener)

    def _strike(
        self,
        count: int,
        chord: Combo | None,
        target: Target,
        is_last: Callable[[], bool],
        offered: Callable[[], bool],
    ) -> Pressed:
        assert target == _CHAT
        if self.held:
            return Pressed.KEYS_HELD
        if not is_last():
            return Pressed.TYPED_ON
        if not offered():
            return Pressed.NOT_OFFERED
        self.struck.append((count, chord))
        return Pressed.SENT

    def say(self, *heard: Heard) -> None:
        for message in heard:
            self.listener.hear(message)


@pytest.fixture
def room() -> Room:
    return Room()


def test_a_code_is_handed_over_and_replaced_once(room: Room) -> None:
    room.say(PrefixTyped(7), _CODE)
    (typed,) = room.typed
    assert (typed.code, typed.length, typed.target) == ("hi", 4, _CHAT)
    assert room.witness.watching
    assert room.typing.replace(typed, _PASTE) is Pressed.SENT
    assert not room.witness.watching
    assert room.typing.replace(typed, _PASTE) is Pressed.TYPED_ON
    assert room.struck == [(4, _PASTE)]


def test_the_listener_goes_on_once_a_code_is_settled(room: Room) -> None:
    room.say(PrefixTyped(7), _CODE)
    assert room.listener.sent_on == 0
    room.typing.replace(room.typed[0], _PASTE)
    assert room.listener.sent_on == 1
    room.clock.run_until(2 * SETTLED_S)
    assert room.listener.sent_on == 1


def test_the_listener_does_not_wait_for_a_code_that_nobody_wants(room: Room) -> None:
    room.say(PrefixTyped(7), _CODE)
    room.clock.run_until(SETTLED_S)
    assert room.listener.sent_on == 1
    assert room.typing.replace(room.typed[0], _PASTE) is Pressed.SENT
    assert room.listener.sent_on == 1


def test_what_was_pressed_on_a_locked_screen_makes_it_listen_anew(room: Room) -> None:
    room.say(PrefixTyped(7), _CODE)
    room.typing.renew()
    assert room.listener.asked == [(";", frozenset({"x"}))] * 2
    assert room.typing.replace(room.typed[0], _PASTE) is Pressed.TYPED_ON
    room.typing.stop()
    room.typing.renew()
    assert room.listener.asked[2:] == [None]


def test_held_keys_leave_it_open(room: Room) -> None:
    room.say(PrefixTyped(7), _CODE)
    room.held = True
    assert room.typing.replace(room.typed[0], None) is Pressed.KEYS_HELD
    room.held = False
    assert room.typing.replace(room.typed[0], None) is Pressed.SENT
    assert room.struck == [(4, None)]


@pytest.mark.parametrize("heard", [CodeFollowed(), PrefixTyped(7), CodeDropped()])
def test_what_comes_behind_closes_it(room: Room, heard: Heard) -> None:
    room.say(PrefixTyped(7), _CODE, heard)
    assert room.typing.replace(room.typed[0], _PASTE) is Pressed.TYPED_ON
    assert room.struck == []


def test_the_witness_has_the_last_word(room: Room) -> None:
    room.say(PrefixTyped(7), _CODE)
    room.witness.last = False
    assert room.typing.replace(room.typed[0], _PASTE) is Pressed.TYPED_ON


def test_a_code_that_nobody_replaces_is_forgotten(room: Room) -> None:
    room.say(PrefixTyped(7), _CODE)
    room.clock.run_until(WATCH_S)
    assert not room.witness.watching
    assert room.typing.replace(room.typed[0], _PASTE) is Pressed.TYPED_ON


@pytest.mark.parametrize("front", [None, _CHAT._replace(window=8)])
def test_another_window_in_front_has_typed_no_code(
    room: Room, front: Target | None
) -> None:
    room.front = front
    room.say(PrefixTyped(7), _CODE)
    assert room.typed == []
    assert not room.witness.watching


def test_a_code_without_its_prefix_is_none(room: Room) -> None:
    room.say(_CODE)
    room.say(PrefixTyped(7), _CODE._replace(window=8))
    assert room.typed == []


def test_hearing_follows_the_listener(room: Room) -> None:
    assert room.typing.hearing == Hearing(on=False)
    room.listener.change(True, "")
    assert room.typing.hearing.on
    room.listener.change(False, "no-raw-keys")
    assert room.changes == [Hearing(on=True), Hearing(False, WHY_NO_KEYS)]
    room.listener.change(False, "ended")
    assert "ends by itself" in str(room.typing.hearing.problem)
    room.typing.stop()
    assert room.typing.hearing == Hearing(on=False)
    assert room.listener.asked == [(";", frozenset({"x"})), None]
