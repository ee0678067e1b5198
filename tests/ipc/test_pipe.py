import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from qtdesk.core.errors import RunningError
from qtdesk.ipc.wire import NotRunningError
from tests.ipc.application import Application, running

if sys.platform != "win32":
    pytest.skip("named pipes of Windows", allow_module_level=True)

assert sys.platform == "win32"  # in the one form that mypy takes for the whole file

from qtdesk.ipc import pipe  # noqa: E402 - exists on the right side of that line
from qtdesk.ipc.private_pipe import Pipe, access_list, visit  # noqa: E402 - as above


@pytest.fixture
def address(tmp_path: Path) -> str:
    return str(tmp_path / "a")


@pytest.fixture
def application(address: str) -> Iterator[Application]:
    with running(pipe.Server, address) as one:
        yield one


def test_a_killed_instance_leaves_nothing_in_the_way(address: str) -> None:
    script = (
        "import sys, os; from qtdesk.ipc.pipe import Server;"
        "assert Server(sys.argv[1], dict).claim(); os._exit(9)"
    )
    killed = subprocess.run(
        [sys.executable, "-c", script, address], check=False, capture_output=True
    )
    assert killed.returncode == 9
    assert Path(address).exists()
    with pytest.raises(NotRunningError):
        pipe.ask(address, {"do": "ping"})
    with running(pipe.Server, address):
        assert pipe.ask(address, {"do": "ping"})


def test_nothing_is_left_behind(address: str) -> None:
    server = pipe.Server(address, dict)
    assert server.claim()
    server.close()
    assert list(Path(address).parent.iterdir()) == []


@pytest.mark.usefixtures("application")
def test_visitors_that_say_nothing_do_not_keep_others_out(address: str) -> None:
    name = pipe._name(Path(address).read_bytes())
    silent = [visit(name, 1) for _ in range(40)]
    assert pipe.ask(address, {"do": "ping"})
    for connection in silent:
        connection.close()
    assert pipe.ask(address, {"do": "ping"})


def test_whoever_took_the_name_but_not_the_key_is_not_believed(address: str) -> None:
    key = b"k" * 32
    Path(address).write_bytes(key)
    squatter = Pipe(pipe._name(key))

    def answer() -> None:
        visitor = squatter.visitor()
        assert visitor
        with visitor as connection:
            connection.recv_bytes()
            connection.send_bytes(b"p" * 32 + b'{"v": 1, "ok": true, "answer": {}}\n')

    thread = threading.Thread(target=answer)
    thread.start()
    with pytest.raises(RunningError, match="does not answer"):
        pipe.ask(address, {"do": "ping"})
    thread.join()
    squatter.close()
    assert squatter.visitor() is None


def test_only_we_may_come_in() -> None:
    assert access_list().startswith("D:P(A;;GA;;;S-1-")
    assert access_list().count("(") == 1
