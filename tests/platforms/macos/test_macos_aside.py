import select
import threading
from collections.abc import Iterator

import pytest

from qtdesk.platforms.macos.aside import Aside

DEADLINE_S = 5.0


@pytest.fixture
def aside() -> Iterator[Aside]:
    made = Aside()
    yield made
    made.close()


def wait(aside: Aside) -> None:
    readable, _, _ = select.select([aside.fileno()], [], [], DEADLINE_S)
    assert readable
    aside.dispatch()


def test_work_is_done_elsewhere_and_answered_here(aside: Aside) -> None:
    told: list[int] = []

    def done(there: int) -> None:
        told.extend((there, threading.get_ident()))

    aside.run(threading.get_ident, done)
    assert told == []
    wait(aside)
    assert told[0] != threading.get_ident()
    assert told[1] == threading.get_ident()
    aside.dispatch()


def test_work_that_hangs_holds_up_nobody(aside: Aside) -> None:
    never = threading.Event()
    told: list[str] = []
    aside.run(never.wait, lambda _: told.append("hung"))
    aside.run(lambda: None, lambda _: told.append("quick"))
    wait(aside)
    assert told == ["quick"]
    never.set()
    wait(aside)
    assert told == ["quick", "hung"]


def test_an_answer_after_the_end_finds_nobody() -> None:
    aside = Aside()
    go, gone = threading.Event(), threading.Event()

    def work() -> None:
        go.wait(DEADLINE_S)
        gone.set()

    aside.run(work, lambda _: pytest.fail("nobody is there"))
    worker = next(t for t in threading.enumerate() if t.name == "macos-aside")
    aside.close()
    go.set()
    worker.join(DEADLINE_S)
    assert gone.is_set()
