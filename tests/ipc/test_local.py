import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from qtdesk.core.errors import RunningError
from qtdesk.ipc.wire import LONGEST_LINE, Message, NotRunningError
from tests.ipc.application import SECONDS, Application, running

if sys.platform == "win32":
    pytest.skip("no Unix sockets here", allow_module_level=True)

assert sys.platform != "win32"  # in the one form that mypy takes for the whole file

import fcntl  # noqa: E402 - as below

from qtdesk.ipc import local  # noqa: E402 - exists on the right side of that line


@pytest.fixture
def address(tmp_path: Path) -> str:
    return str(tmp_path / "a")


@pytest.fixture
def application(address: str) -> Iterator[Application]:
    with running(local.Server, address) as one:
        yield one


def connected(address: str) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(SECONDS)
    connection.connect(address)
    return connection


def read_lines(connection: socket.socket, count: int) -> bytes:
    read = b""
    while read.count(b"\n") < count and (piece := connection.recv(65536)):
        read += piece
    return read


def test_a_killed_instance_leaves_nothing_in_the_way(address: str) -> None:
    script = (
        "import sys, os, signal; from qtdesk.ipc.local import Server;"
        "assert Server(sys.argv[1], dict).claim(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    killed = subprocess.run([sys.executable, "-c", script, address], check=False)
    assert killed.returncode == -9
    assert Path(address).is_socket()
    with pytest.raises(NotRunningError):
        local.ask(address, {"do": "ping"})
    with running(local.Server, address):
        assert local.ask(address, {"do": "ping"})


@pytest.mark.usefixtures("application")
def test_requests_in_pieces_and_several_in_one(address: str) -> None:
    with connected(address) as connection:
        connection.sendall(b'{"v":1,"do":"echo",')
        assert local.ask(address, {"do": "ping"})  # nobody waits for the other half
        connection.sendall(b'"text":1}\n{"v":1,"do":"echo","text":2}\n')
        assert b'{"echo": 2}' in read_lines(connection, 2)


@pytest.mark.usefixtures("application")
def test_a_line_without_end_is_refused_and_dropped(address: str) -> None:
    with connected(address) as connection:
        connection.sendall(b"x" * LONGEST_LINE)
        assert str(LONGEST_LINE).encode() in read_lines(connection, 1)
        assert connection.recv(1) == b""


@pytest.mark.usefixtures("application")
def test_large_answers_go_out_bit_by_bit(address: str) -> None:
    with connected(address) as connection:
        connection.sendall(b'{"v":1,"do":"large"}\n' * 100)
        assert local.ask(address, {"do": "ping"})  # nobody waits for the slow reader
        assert len(read_lines(connection, 100)) > 100 * 40_000


@pytest.mark.usefixtures("application")
def test_visitors_that_say_nothing_do_not_keep_others_out(address: str) -> None:
    silent = [connected(address) for _ in range(40)]
    assert local.ask(address, {"do": "ping"})
    for connection in silent:
        connection.close()
    assert local.ask(address, {"do": "ping"})


def test_an_answer_that_never_ends_in_time(address: str) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        listening.listen()
        start = monotonic()
        with pytest.raises(RunningError, match="does not answer"):
            local.ask(address, {"do": "ping"}, 0.1)
        assert monotonic() - start < SECONDS


def test_the_handler_may_close_the_server(address: str) -> None:
    def close(request: Message) -> Message:
        del request
        server.close()
        return {}

    server = local.Server(address, close)
    assert server.claim()
    with connected(address) as connection:
        connection.sendall(b'{"v":1,"do":"quit"}\n{"v":1,"do":"quit"}\n')
        server.accept_ready()
        server.accept_ready()
        assert connection.recv(1) == b""


def test_nothing_is_left_behind(address: str) -> None:
    server = local.Server(address, dict)
    assert server.claim()
    server.close()
    assert list(Path(address).parent.iterdir()) == []


def test_of_many_that_start_at_once_one_stays(address: str) -> None:
    script = (
        "import sys; from qtdesk.ipc.local import Server;"
        "server = Server(sys.argv[1], dict); sys.stdin.readline();"
        "lock = server._take_lock(); print(int(lock), flush=True); sys.stdin.read()"
    )
    starting = [
        subprocess.Popen(
            [sys.executable, "-c", script, address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in starting:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    took = [process.stdout.readline() for process in starting if process.stdout]
    for process in starting:
        process.communicate(timeout=SECONDS)
    assert sorted(took) == ["0\n", "0\n", "0\n", "1\n"]


def test_a_lock_taken_away_locks_nobody_out(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending, second = (local.Server(address, dict) for _ in range(2))
    assert ending.claim()
    lock = fcntl.flock

    def end_then_lock(number: int, operation: int) -> None:
        monkeypatch.setattr(fcntl, "flock", lock)
        ending.close()
        lock(number, operation)

    monkeypatch.setattr(fcntl, "flock", end_then_lock)
    assert second._take_lock() is False
    assert second.claim()
    second.close()
