"""The transport of this system, held to the same sentences as the other's."""

import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from qtdesk.core.errors import QtdeskError, RunningError
from qtdesk.ipc.wire import LONGEST_LINE, Message, NotRunningError
from tests.ipc.application import SECONDS, Application, answer, running

if sys.platform == "win32":
    from qtdesk.ipc import pipe as transport
else:
    from qtdesk.ipc import local as transport


@pytest.fixture
def address(tmp_path: Path) -> str:
    return str(tmp_path / "a")


@pytest.fixture
def application(address: str) -> Iterator[Application]:
    with running(transport.Server, address) as one:
        yield one


@pytest.mark.usefixtures("application")
def test_asked_and_answered(address: str) -> None:
    text = "退款\n😀\udc80"
    assert transport.ask(address, {"do": "echo", "text": text}) == {"echo": text}
    assert transport.ask(address, {"do": "ping"}) == {"pid": os.getpid()}


@pytest.mark.usefixtures("application")
def test_a_refusal_arrives_in_words(address: str) -> None:
    with pytest.raises(QtdeskError, match=r"No\. Because\. Leave it\."):
        transport.ask(address, {"do": "what"})


def test_a_fault_of_the_handler_passes_through_and_the_server_goes_on(
    address: str, application: Application
) -> None:
    with pytest.raises(RunningError, match="does not answer"):
        transport.ask(address, {"do": "divide"})
    assert transport.ask(address, {"do": "echo", "text": ""}) == {"echo": ""}
    assert len(application.faults) == 1


def test_nobody_there(address: str) -> None:
    with pytest.raises(NotRunningError, match="not running"):
        transport.ask(address, {"do": "ping"})


@pytest.mark.usefixtures("application")
def test_the_second_one_is_told(address: str) -> None:
    second = transport.Server(address, answer)
    assert second.claim() is False
    second.close()
    assert transport.ask(address, {"do": "echo", "text": "1"}) == {"echo": "1"}


def test_after_the_end_the_address_is_free(address: str) -> None:
    for _ in range(2):
        server = transport.Server(address, answer)
        assert server.claim()
        server.close()
    with pytest.raises(NotRunningError):
        transport.ask(address, {"do": "ping"})
    with running(transport.Server, address):
        assert transport.ask(address, {"do": "ping"})


def test_an_instance_that_hangs_is_not_taken_for_a_living_one(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "_CLAIM_SECONDS", 0.2)
    hanging, second = (transport.Server(address, answer) for _ in range(2))
    assert hanging.claim()
    with pytest.raises(RunningError, match="does not answer"):
        second.claim()
    second.close()
    hanging.close()


@pytest.mark.usefixtures("application")
def test_a_request_that_is_too_long(address: str) -> None:
    with pytest.raises(RunningError, match=str(LONGEST_LINE)):
        transport.ask(address, {"do": "echo", "text": "x" * LONGEST_LINE})


@pytest.mark.usefixtures("application")
def test_many_ask_at_once(address: str) -> None:
    answers: list[Message] = []

    def ask(text: str) -> None:
        answers.append(transport.ask(address, {"do": "echo", "text": text}, SECONDS))

    threads = [threading.Thread(target=ask, args=(str(i),)) for i in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SECONDS)
    assert sorted(int(answer["echo"]) for answer in answers) == list(range(12))


def test_the_end_comes_at_any_moment(address: str) -> None:
    def ask() -> None:
        with contextlib.suppress(RunningError):
            transport.ask(address, {"do": "ping"}, 0.2)

    for _ in range(30):
        with running(transport.Server, address):
            threads = [threading.Thread(target=ask, daemon=True) for _ in range(3)]
            for thread in threads:
                thread.start()
        for thread in threads:
            thread.join(SECONDS)
            assert not thread.is_alive()
