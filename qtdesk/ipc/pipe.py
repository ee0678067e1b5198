"""The way to the running instance on Windows: a named pipe.

Pipes cannot be watched by an event loop, so one thread waits for requests, puts them
aside and rings a bell, a socket the event loop can watch; answers are made on the
loop's own thread. The first to create the pipe is the one instance. Both ends prove to
know a key that lies at the address, where only the user can read.
"""

import contextlib
import hashlib
import secrets
import socket
import threading
import time
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from qtdesk.ipc.wire import (
    LONGEST_LINE,
    Handler,
    Message,
    NotRunningError,
    answer_line,
    no_answer,
    read_answer,
    request_line,
)

_CLAIM_SECONDS = 3.0
_RETRY_SECONDS = 0.02
_PATIENCE_SECONDS = 2.0
"""How long a client may keep the thread waiting for its request."""


def _pipe(address: str) -> tuple[str, str]:
    """Name and family of the pipe that belongs to `address`."""
    name = hashlib.sha256(address.encode()).hexdigest()[:32]
    return rf"\\.\pipe\qtdesk-{name}", "AF_PIPE"


def ask(address: str, request: Message, timeout: float = 2.0) -> Message:
    """Send `request` to the instance at `address`; its answer within `timeout` seconds.

    Raises:
        NotRunningError: nobody is there.
        RunningError: no answer in time, or the request was refused.
    """
    line = request_line(request)
    try:
        key = Path(address).read_bytes()
        with Client(*_pipe(address), authkey=key) as connection:
            connection.send_bytes(line)
            if not connection.poll(timeout):
                raise no_answer()
            return read_answer(connection.recv_bytes(LONGEST_LINE))
    except (FileNotFoundError, ConnectionRefusedError) as nobody:
        raise NotRunningError from nobody
    except (OSError, EOFError, AuthenticationError) as silence:
        raise no_answer() from silence


class Server:
    """The end of the running instance, for the event loop that it lives in."""

    def __init__(self, address: str, handler: Handler) -> None:
        """Nothing is reachable before `claim`."""
        self._address = address
        self._handler = handler
        self._key = secrets.token_bytes(32)
        self._listener: Listener | None = None
        self._closing = False
        # A Connection or PipeConnection, as the platform has it, and its request.
        self._requests: SimpleQueue[tuple[Any, bytes]] = SimpleQueue()
        self._bell, self._rope = socket.socketpair()
        self._bell.setblocking(False)
        self._rope.setblocking(False)

    def claim(self) -> bool:
        """Become the one instance; False where another one is, and answers.

        Raises:
            RunningError: another one is, and does not answer.
        """
        deadline = time.monotonic() + _CLAIM_SECONDS
        while not self._create_pipe():
            try:
                ask(self._address, {"do": "ping"}, max(deadline - time.monotonic(), 0))
            except NotRunningError:
                # It has the pipe: it is just starting, or just ending.
                if time.monotonic() > deadline:
                    raise no_answer() from None
                time.sleep(_RETRY_SECONDS)
            else:
                return False
        self._publish_key()
        return True

    def _create_pipe(self) -> bool:
        name, family = _pipe(self._address)
        try:
            listener = Listener(name, family, authkey=self._key)
        except OSError:
            return False
        self._listener = listener
        self._thread = threading.Thread(
            target=self._receive, args=(listener,), daemon=True
        )
        self._thread.start()
        return True

    def _publish_key(self) -> None:
        """Put the key at the address, in one step: a half one would lock all out."""
        fresh = Path(f"{self._address}.new")
        fresh.touch(mode=0o600)
        fresh.write_bytes(self._key)
        fresh.replace(self._address)

    def fileno(self) -> int:
        """What the event loop is to watch: readable when `accept_ready` is due."""
        return self._bell.fileno()

    def accept_ready(self) -> None:
        """Answer all that is waiting, without waiting for more.

        The handler is called in here. What it raises, other than a refusal in words,
        passes through.
        """
        with contextlib.suppress(BlockingIOError):
            self._bell.recv(LONGEST_LINE)
        with contextlib.suppress(Empty):
            while True:
                connection, line = self._requests.get_nowait()
                with connection:
                    answer = answer_line(line, self._handler)
                    with contextlib.suppress(OSError):
                        connection.send_bytes(answer)

    def _receive(self, listener: Listener) -> None:
        """Run by the thread, until somebody comes in after the end was decided."""
        while True:
            try:
                connection = listener.accept()
            except (OSError, EOFError, AuthenticationError):
                if self._closing:
                    return
                time.sleep(_RETRY_SECONDS)
                continue
            if self._closing:
                connection.close()
                return
            with contextlib.suppress(OSError, EOFError):
                if connection.poll(_PATIENCE_SECONDS):
                    line = connection.recv_bytes(LONGEST_LINE)
                    self._requests.put((connection, line))
                    self._rope.send(b"!")

    def close(self) -> None:
        """Be reachable no more."""
        self._closing = True
        if self._listener is not None:
            # Nothing but a visitor gets the thread out of its waiting. It has a thread
            # of its own: where somebody else comes in first, nobody answers it.
            threading.Thread(target=self._visit, daemon=True).start()
            self._thread.join(_PATIENCE_SECONDS)
            self._listener.close()
            self._listener = None
            Path(self._address).unlink(missing_ok=True)
        self._bell.close()
        self._rope.close()

    def _visit(self) -> None:
        with contextlib.suppress(OSError, EOFError, AuthenticationError):
            Client(*_pipe(self._address), authkey=self._key).close()
