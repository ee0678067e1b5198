"""The way to the running instance on Linux and macOS: a Unix socket.

The server waits for nothing and needs no thread: the event loop watches one number,
behind which the listening socket and all clients are. A lock that dies with its
process decides who the one instance is; a socket left behind means nothing.
"""

import contextlib
import os
import selectors
import socket
import sys
import time
from pathlib import Path

from qtdesk.ipc.wire import (
    LONGEST_LINE,
    Handler,
    Message,
    NotRunningError,
    answer_line,
    no_answer,
    read_answer,
    refusal_line,
    request_line,
    too_long,
)

assert sys.platform != "win32"  # noqa: S101 - tells mypy to skip the rest there

import fcntl  # noqa: E402 - exists on the right side of the line above only

_CLAIM_SECONDS = 3.0
_RETRY_SECONDS = 0.02
_MOST_CLIENTS = 16


def ask(address: str, request: Message, timeout: float = 2.0) -> Message:
    """Send `request` to the instance at `address`; its answer within `timeout` seconds.

    Raises:
        NotRunningError: nobody is there.
        RunningError: no answer in time, or the request was refused.
    """
    line = request_line(request)
    deadline = time.monotonic() + timeout
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.settimeout(timeout)
            connection.connect(address)
            connection.sendall(line)
            return read_answer(_one_line(connection, deadline))
        except (FileNotFoundError, ConnectionRefusedError) as nobody:
            raise NotRunningError from nobody
        except OSError as silence:
            raise no_answer() from silence


def _one_line(connection: socket.socket, deadline: float) -> bytes:
    read = b""
    while not read.endswith(b"\n"):
        connection.settimeout(max(deadline - time.monotonic(), 0.001))
        piece = connection.recv(LONGEST_LINE)
        if not piece:
            raise ConnectionResetError
        read += piece
    return read


class _Client:
    """One connection, with what came in and what is still to go out."""

    __slots__ = ("connection", "last", "unread", "unsent")

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.unread = b""
        self.unsent = b""
        self.last = False
        """True where it is dropped once it has what is still to go out."""

    def answer(self, handler: Handler) -> None:
        """Answer all requests that are complete."""
        *lines, self.unread = self.unread.split(b"\n")
        for line in lines:
            self.unsent += answer_line(line, handler)
        if len(self.unread) >= LONGEST_LINE:
            self.unread = b""
            self.unsent += refusal_line(too_long())
            self.last = True


class Server:
    """The end of the running instance, for the event loop that it lives in."""

    def __init__(self, address: str, handler: Handler) -> None:
        """Nothing is reachable before `claim`."""
        self._address = address
        self._handler = handler
        self._lock_path = f"{address}.lock"
        self._lock: int | None = None
        self._listening: socket.socket | None = None
        self._selector = selectors.DefaultSelector()
        self._clients: list[_Client] = []

    def claim(self) -> bool:
        """Become the one instance; False where another one is, and answers.

        Raises:
            RunningError: another one is, and does not answer.
        """
        deadline = time.monotonic() + _CLAIM_SECONDS
        while not self._take_lock():
            try:
                ask(self._address, {"do": "ping"}, max(deadline - time.monotonic(), 0))
            except NotRunningError:
                # It holds the lock: it is just starting, or just ending.
                if time.monotonic() > deadline:
                    raise no_answer() from None
                time.sleep(_RETRY_SECONDS)
            else:
                return False
        self._listen()
        return True

    def _take_lock(self) -> bool:
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
        lock = os.open(self._lock_path, flags, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # One that ended in this moment took the file away: ours locks nobody out.
            if os.path.samestat(os.fstat(lock), Path(self._lock_path).stat()):
                self._lock = lock
        except OSError:
            self._lock = None
        if self._lock is None:
            os.close(lock)
        return self._lock is not None

    def _listen(self) -> None:
        Path(self._address).unlink(missing_ok=True)
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.setblocking(False)
        self._listening.bind(self._address)
        self._listening.listen()
        self._selector.register(self._listening, selectors.EVENT_READ)

    def fileno(self) -> int:
        """What the event loop is to watch: readable when `accept_ready` is due."""
        return self._selector.fileno()

    def accept_ready(self) -> None:
        """Accept, read and answer all that is waiting, without waiting for more.

        The handler is called in here. What it raises, other than a refusal in words,
        passes through; only the client concerned is dropped. A handler that ends the
        program lets it end after its answer has gone out, when the loop turns again.
        """
        for key, _ in self._selector.select(0):
            if self._listening is None:
                return  # a handler closed us
            if isinstance(key.data, _Client):
                self._serve(key.data)
            else:
                self._accept()

    def _accept(self) -> None:
        if self._listening is None:
            return
        with contextlib.suppress(BlockingIOError, ConnectionAbortedError):
            connection, _ = self._listening.accept()
            connection.setblocking(False)
            client = _Client(connection)
            self._clients.append(client)
            self._selector.register(connection, selectors.EVENT_READ, client)
        if len(self._clients) > _MOST_CLIENTS:
            self._drop(self._clients[0])

    def _serve(self, client: _Client) -> None:
        # While it does not take its answers, it is asked for no further requests.
        if not client.unsent and not self._read(client):
            self._drop(client)
            return
        try:
            client.answer(self._handler)
        except BaseException:
            self._drop(client)
            raise
        if not self._write(client):
            self._drop(client)

    def _read(self, client: _Client) -> bool:
        """Take what came in; False where nothing ever will again."""
        try:
            piece = client.connection.recv(LONGEST_LINE)
        except BlockingIOError:
            return True
        except OSError:
            return False
        client.unread += piece
        return bool(piece)

    def _write(self, client: _Client) -> bool:
        """Send what the connection takes; False where it is done with."""
        try:
            sent = client.connection.send(client.unsent)
        except BlockingIOError:
            sent = 0
        except OSError:
            return False
        client.unsent = client.unsent[sent:]
        if client.last and not client.unsent:
            return False
        event = selectors.EVENT_WRITE if client.unsent else selectors.EVENT_READ
        self._selector.modify(client.connection, event, client)
        return True

    def _drop(self, client: _Client) -> None:
        if client in self._clients:
            self._clients.remove(client)
            self._selector.unregister(client.connection)
        client.connection.close()

    def close(self) -> None:
        """Be reachable no more; the address is free at once."""
        for client in tuple(self._clients):
            self._drop(client)
        self._selector.close()
        if self._listening is not None:
            self._listening.close()
            self._listening = None
            Path(self._address).unlink(missing_ok=True)
        if self._lock is not None:
            Path(self._lock_path).unlink(missing_ok=True)
            os.close(self._lock)
            self._lock = None
