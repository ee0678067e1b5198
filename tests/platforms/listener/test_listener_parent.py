"""The parent's end, with a listener that does what each test says."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qtdesk.platforms.listener.parent import (
    ANSWER_S,
    PING_S,
    RESTART_PAUSES_S,
    START_S,
    Listener,
)
from qtdesk.platforms.listener.pipes import ThreadedPipe
from qtdesk.platforms.listener.protocol import (
    VERSION,
    Alive,
    CodeTyped,
    Deaf,
    Greeting,
    Heard,
    Listening,
    Message,
    PrefixTyped,
    encode,
)
from tests.fakes import FakeClock

_ASKED = """
import sys
ask = sys.stdin.buffer.readline()
assert ask == b'["Ask", ";", ["a", "b"]]\\n', ask
"""
_STAY = "\nsys.stdin.buffer.read()\n"
_DEADLINE_S = 20.0


def saying(*messages: Message) -> str:
    said = b"".join(map(encode, messages))
    return f"{_ASKED}sys.stdout.buffer.write({said!r})\nsys.stdout.flush()\n"


class Parent:
    """A listener as a script, and everything that came of it."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.heard: list[Heard] = []
        self.changes: list[tuple[bool, str]] = []
        self.script = folder / "listener.py"
        self._pipe = ThreadedPipe(lambda: None)
        self.listener = Listener(
            self.clock,
            self._pipe,
            [sys.executable, "-I", str(self.script)],
            {},
            self.heard.append,
            lambda on, why: self.changes.append((on, why)),
        )

    def start(self, script: str) -> None:
        self.script.write_text(script, encoding="utf-8")
        self.listener.start(";", frozenset("ab"))

    def run(self, until: Callable[[], object]) -> None:
        end = time.monotonic() + _DEADLINE_S
        while not until():
            assert time.monotonic() < end, self.changes
            self._pipe.dispatch()
            time.sleep(0.005)

    @property
    def pid(self) -> int:
        process = self.listener._process
        return process.pid if process is not None else 0


@pytest.fixture
def parent(tmp_path: Path) -> Iterator[Parent]:
    made = Parent(tmp_path)
    yield made
    made.listener.stop()


_HELLO = Greeting(VERSION), Listening()


def test_codes_arrive_in_order(parent: Parent) -> None:
    code = CodeTyped("hi", 4, 9, 1000, 65)
    parent.start(saying(*_HELLO, PrefixTyped(9), code) + _STAY)
    parent.run(lambda: parent.heard == [PrefixTyped(9), code])
    assert parent.changes == [(True, "")]


def test_stopping_ends_the_process(parent: Parent) -> None:
    parent.start(saying(*_HELLO) + _STAY)
    parent.run(lambda: parent.changes)
    process = parent.listener._process
    assert process is not None
    parent.listener.stop()
    assert process.returncode is not None
    parent.listener.stop()


def test_one_that_ends_is_started_anew_but_not_for_ever(parent: Parent) -> None:
    parent.start(saying(*_HELLO))
    for number, pause in enumerate(RESTART_PAUSES_S, 1):
        parent.run(lambda number=number: len(parent.changes) == 2 * number)  # type: ignore[misc]
        assert parent.changes[-2:] == [(True, ""), (False, "")]
        assert not parent.pid
        parent.clock.run_until(parent.clock.now() + pause)
        assert parent.pid
    parent.run(lambda: parent.changes[-1] == (False, "ended"))
    assert not parent.pid


def test_one_that_is_deaf_is_not_started_anew(parent: Parent) -> None:
    parent.start(saying(Greeting(VERSION), Deaf("no-raw-keys")) + _STAY)
    parent.run(lambda: parent.changes == [(False, "no-raw-keys")])
    parent.clock.run_until(parent.clock.now() + 100)
    assert not parent.pid


@pytest.mark.parametrize(
    "said",
    [
        saying(Greeting(VERSION + 1), Listening()),
        saying(Listening()),
        _ASKED + "print('what is this', flush=True)\n",
        saying(*_HELLO) + "sys.stdout.write('x' * 9999)\nsys.stdout.flush()\n",
    ],
    ids=["another version", "no greeting", "nonsense", "a flood"],
)
def test_what_is_not_understood_is_a_failure(parent: Parent, said: str) -> None:
    parent.start(said + _STAY)
    parent.run(lambda: (False, "") in parent.changes)
    assert not parent.pid


def test_one_that_never_listens_is_a_failure(parent: Parent) -> None:
    parent.start(saying(Greeting(VERSION)) + _STAY)
    parent.clock.run_until(START_S)
    assert parent.changes == [(False, "")]


def test_one_that_answers_is_kept(parent: Parent) -> None:
    answer = encode(Alive())
    answering = (
        "for line in sys.stdin.buffer:\n"
        "    assert line == b'[\"Ping\"]\\n'\n"
        f"    sys.stdout.buffer.write({answer!r})\n"
        "    sys.stdout.flush()\n"
    )
    parent.start(saying(*_HELLO) + answering)
    parent.run(lambda: parent.changes)
    pid = parent.pid
    for _ in range(3):
        parent.clock.run_until(parent.clock.now() + PING_S)
        end = time.monotonic() + 0.2
        parent.run(lambda end=end: time.monotonic() > end)  # type: ignore[misc]
    assert parent.pid == pid
    assert parent.changes == [(True, "")]


def test_it_is_told_to_go_on(parent: Parent) -> None:
    going = (
        "assert sys.stdin.buffer.readline() == b'[\"GoOn\"]\\n'\n"
        f"sys.stdout.buffer.write({encode(PrefixTyped(9))!r})\n"
        "sys.stdout.flush()\n"
    )
    parent.start(saying(*_HELLO) + going + _STAY)
    parent.run(lambda: parent.changes)
    parent.listener.go_on()
    parent.run(lambda: parent.heard == [PrefixTyped(9)])


def test_one_that_hangs_is_replaced(parent: Parent) -> None:
    parent.start(saying(*_HELLO) + _STAY)
    parent.run(lambda: parent.changes)
    pid = parent.pid
    parent.clock.run_until(parent.clock.now() + PING_S + ANSWER_S)
    assert parent.changes == [(True, ""), (False, "")]
    parent.clock.run_until(parent.clock.now() + RESTART_PAUSES_S[0])
    assert parent.pid not in {0, pid}


def test_a_program_that_is_not_there(parent: Parent) -> None:
    parent.listener._command = ["/nowhere/at/all"]
    parent.listener.start(";", frozenset())
    parent.clock.run_all()
    assert parent.changes[-1] == (False, "ended")
